-- BJ-04 of one half-year: started, and who had help before.
--
-- Takes `trajectory` and `jh_set` of that half-year.

CREATE OR REPLACE TEMP TABLE begun AS
SELECT code, form, referrer, person, start, row_number() OVER () AS id
FROM trajectory WHERE start >= getvariable('first');

-- History: what ended in each period, what runs in this one, and what ran in an earlier one
-- after which its holder delivered nothing.
CREATE OR REPLACE TEMP TABLE history AS
SELECT *,
       CASE WHEN finish IS NOT NULL THEN finish
            WHEN period = getvariable('last_half') THEN DATE '9999-12-31'
            ELSE last_day_of(period) END AS reach
FROM jeugdhulp r
WHERE period <= getvariable('last_half')
  AND person IN (SELECT person FROM begun)
  AND (finish IS NOT NULL
       OR period = getvariable('last_half')
       OR (holder, period + 1) NOT IN (
           SELECT (l.holder, l.period) FROM latest l WHERE l.source = 'jeugdhulp'));

CREATE OR REPLACE TEMP TABLE earlier AS
SELECT DISTINCT person, finish FROM merged('history')
WHERE person IS NOT NULL AND finish >= getvariable('first') - INTERVAL 5 YEAR;

INSERT INTO lines
WITH again AS (
    SELECT DISTINCT b.id FROM begun b JOIN earlier e USING (person) WHERE e.finish <= b.start - 2
), leaf AS (
    SELECT code, form, referrer, count(*) AS started,
           count(*) FILTER (id IN (FROM again)) AS repeat,
           count(*) FILTER (person IS NULL) AS repeat_unknown
    FROM begun GROUP BY ALL
), cube AS (
    SELECT geography, region, coalesce(form, 'T') AS form, coalesce(referrer, 'T') AS referrer,
           sum(started) AS started, sum(repeat) AS repeat, sum(repeat_unknown) AS repeat_unknown
    FROM leaf JOIN place USING (code)
    GROUP BY geography, region, CUBE (form, referrer)
), long AS (
    SELECT *, unnest([
        {measure: 'started', n: started}, {measure: 'repeat', n: repeat},
        {measure: 'repeat_unknown', n: repeat_unknown}], recursive := true)
    FROM cube
)
SELECT 'BJ-04', concat_ws(',', getvariable('name'), geography, region, form, referrer, measure, n)
FROM long WHERE n > 0;

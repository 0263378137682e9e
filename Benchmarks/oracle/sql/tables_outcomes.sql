-- BJ-07, BJ-08 and BJ-09 of one half-year.
--
-- Takes `trajectory` of that half-year.

-- BJ-07: ended, and the person started nothing from the day after until the end of the next
-- half-year. Without any delivery for that half-year there is no table.
CREATE OR REPLACE TEMP TABLE jh_next AS
SELECT *, coalesce(finish, DATE '9999-12-31') AS reach
FROM jeugdhulp WHERE period = getvariable('last_half') + 1;

CREATE OR REPLACE TEMP TABLE newest AS
SELECT person, max(start) AS newest
FROM (SELECT person, start FROM trajectory UNION ALL SELECT person, start FROM merged('jh_next'))
WHERE person IS NOT NULL GROUP BY person;

INSERT INTO lines
WITH leaf AS (
    SELECT code, form, referrer, count(*) AS ended,
           count(*) FILTER (person IS NOT NULL AND newest <= finish) AS none,
           count(*) FILTER (person IS NULL) AS nobody
    FROM trajectory LEFT JOIN newest USING (person)
    WHERE finish IS NOT NULL
      AND EXISTS (FROM latest l
                  WHERE l.source = 'jeugdhulp' AND l.period = getvariable('last_half') + 1)
    GROUP BY ALL
), cube AS (
    SELECT geography, region, coalesce(form, 'T') AS form, coalesce(referrer, 'T') AS referrer,
           sum(ended) AS ended, sum(none) AS none, sum(nobody) AS nobody
    FROM leaf JOIN place USING (code)
    GROUP BY geography, region, CUBE (form, referrer)
), long AS (
    SELECT *, unnest([
        {measure: 'ended', n: ended}, {measure: 'no_new_start', n: none},
        {measure: 'unknown', n: nobody}], recursive := true)
    FROM cube
)
SELECT 'BJ-07', concat_ws(',', getvariable('name'), geography, region, form, referrer, measure, n)
FROM long WHERE n > 0;

-- BJ-08: after referral by the certified institution only.
INSERT INTO lines
WITH leaf AS (
    SELECT code, form, coalesce(informant, 'U') AS informant, count(*) AS ended,
           count(satisfaction) AS marked, coalesce(sum(satisfaction), 0) AS marks,
           count(without) AS answered, count(*) FILTER (without = 'J') AS yes,
           count(*) FILTER (without = 'D') AS partly, count(*) FILTER (without = 'N') AS no
    FROM trajectory WHERE finish IS NOT NULL AND referrer = '04' GROUP BY ALL
), cube AS (
    SELECT geography, region, coalesce(form, 'T') AS form, coalesce(informant, 'T') AS informant,
           sum(ended) AS ended, sum(marked) AS marked, sum(marks) AS marks,
           sum(answered) AS answered, sum(yes) AS yes, sum(partly) AS partly, sum(no) AS no
    FROM leaf JOIN place USING (code)
    GROUP BY geography, region, CUBE (form, informant)
), long AS (
    SELECT *, unnest([
        {measure: 'ended', v: ended::VARCHAR},
        {measure: 'satisfaction_known', v: marked::VARCHAR},
        {measure: 'satisfaction_percent', v: one_decimal(100 * marked, ended)},
        {measure: 'satisfaction_mean',
         v: CASE WHEN marked > 0 THEN one_decimal(marks, marked) END},
        {measure: 'without_help_known', v: answered::VARCHAR},
        {measure: 'without_help_percent', v: one_decimal(100 * answered, ended)},
        {measure: 'without_help_yes', v: yes::VARCHAR},
        {measure: 'without_help_partly', v: partly::VARCHAR},
        {measure: 'without_help_no', v: no::VARCHAR}], recursive := true)
    FROM cube
)
SELECT 'BJ-08', concat_ws(',', getvariable('name'), geography, region, form, informant, measure, v)
FROM long WHERE v NOT IN ('0', '0.0');

-- BJ-09: residence by who referred, also at the ages of everybody in the region.
CREATE OR REPLACE TEMP TABLE residence AS
WITH leaf AS (
    SELECT code, age,
           CASE WHEN referrer IN ('04', '07', 'U') THEN referrer ELSE 'other' END AS party,
           count(*) AS n, count(*) FILTER (form IN ('11', '12', '13', '14')) AS stays,
           count(*) FILTER (form = '13') AS closed
    FROM trajectory GROUP BY ALL
)
SELECT geography, region, coalesce(party, 'T') AS party, coalesce(age, 'T') AS age,
       sum(n) AS n, sum(stays) AS stays, sum(closed) AS closed
FROM leaf JOIN place USING (code)
GROUP BY geography, region, CUBE (party, age);

INSERT INTO lines
WITH long AS (
    SELECT *, unnest([
        {measure: 'trajectories', v: n::VARCHAR}, {measure: 'with_residence', v: stays::VARCHAR},
        {measure: 'closed', v: closed::VARCHAR},
        {measure: 'with_residence_percent', v: one_decimal(100 * stays, n)},
        {measure: 'closed_percent', v: one_decimal(100 * closed, n)}], recursive := true)
    FROM residence
)
SELECT 'BJ-09', concat_ws(',', getvariable('name'), geography, region, party, age, measure, v)
FROM long WHERE v NOT IN ('0', '0.0');

-- Each class to a millionth of a unit of weight, half up; undefined where a party has nobody in a
-- class in which the region has somebody.
INSERT INTO lines
WITH weights AS (
    SELECT geography, region, age, n::HUGEINT AS w
    FROM residence WHERE party = 'T' AND age NOT IN ('T', 'U')
), strata AS (
    SELECT p.geography, p.region, p.party, w.w, r.n::HUGEINT AS n,
           unnest([{measure: 'with_residence_standardised', x: r.stays::HUGEINT},
                   {measure: 'closed_standardised', x: r.closed::HUGEINT}], recursive := true)
    FROM (SELECT DISTINCT geography, region, party FROM residence) p
    JOIN weights w USING (geography, region)
    LEFT JOIN residence r
        ON (r.geography, r.region, r.party, r.age) = (p.geography, p.region, p.party, w.age)
), summed AS (
    SELECT geography, region, party, measure,
           sum((2 * w * x * 1000000 + n) // (2 * n))::HUGEINT AS millionths, sum(w)::HUGEINT AS whole
    FROM strata GROUP BY ALL HAVING count(*) = count(n)
), tenths AS (
    SELECT *, (2000 * millionths + whole * 1000000) // (2 * whole * 1000000) AS t FROM summed
)
SELECT 'BJ-09', concat_ws(',', getvariable('name'), geography, region, party, 'T', measure,
           (t // 10) || '.' || (t % 10))
FROM tenths WHERE t > 0;

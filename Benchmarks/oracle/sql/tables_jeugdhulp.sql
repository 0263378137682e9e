-- BJ-01 … BJ-06 of one period.
--
-- Variables: name, first_half, last_half (running numbers), is_year, first, last (days).

CREATE OR REPLACE TEMP TABLE jh_set AS
SELECT *, coalesce(finish, DATE '9999-12-31') AS reach
FROM jeugdhulp r
WHERE period = getvariable('last_half')
   OR (period = getvariable('first_half')
       AND (finish IS NOT NULL
            OR (holder, getvariable('last_half')) NOT IN (
                SELECT (l.holder, l.period) FROM latest l WHERE l.source = 'jeugdhulp')));

CREATE OR REPLACE TEMP TABLE trajectory AS
SELECT coalesce(municipality, 'U') AS code, person, form, coalesce(referrer, 'U') AS referrer,
       start, finish, coalesce(reason, 'U') AS reason, satisfaction, without, informant,
       age_class(age_on(birth, getvariable('last'))) AS age, coalesce(sex, 'U') AS sex
FROM merged('jh_set');

-- BJ-01
INSERT INTO lines
WITH leaf AS (
    SELECT code, form, referrer, age, sex, count(*) AS n FROM trajectory GROUP BY ALL
)
SELECT 'BJ-01', concat_ws(',', getvariable('name'), geography, region, coalesce(form, 'T'),
           coalesce(referrer, 'T'), coalesce(age, 'T'), coalesce(sex, 'T'), 'trajectories',
           sum(n))
FROM leaf JOIN place USING (code)
GROUP BY geography, region, CUBE (form, referrer, age, sex);

-- BJ-02 and BJ-03: youths, each once with its lead record.
CREATE OR REPLACE TEMP TABLE youth_set AS
SELECT * FROM jeugdhulp
WHERE period BETWEEN getvariable('first_half') AND getvariable('last_half');

CREATE OR REPLACE TEMP TABLE youth AS
SELECT person, coalesce(municipality, 'U') AS code,
       age_class(age_on(birth, getvariable('last'))) AS age, coalesce(sex, 'U') AS sex
FROM leads('youth_set');

CREATE OR REPLACE TEMP TABLE youth_form AS
SELECT DISTINCT person, form FROM youth_set WHERE person IS NOT NULL;

INSERT INTO lines
WITH leaf AS (
    SELECT code, form, age, sex, count(*) AS n
    FROM youth JOIN youth_form USING (person) GROUP BY ALL
    UNION ALL
    SELECT code, 'T', age, sex, count(*) FROM youth GROUP BY ALL
)
SELECT 'BJ-02', concat_ws(',', getvariable('name'), geography, region, form,
           coalesce(age, 'T'), coalesce(sex, 'T'), 'youths', sum(n))
FROM leaf JOIN place USING (code)
GROUP BY geography, region, form, CUBE (age, sex);

INSERT INTO lines
WITH heaviest AS (
    SELECT person, arg_min(form, weight_of(form)) AS form FROM youth_form GROUP BY person
), leaf AS (
    SELECT code, form, age, sex, count(*) AS n
    FROM youth JOIN heaviest USING (person) GROUP BY ALL
)
SELECT 'BJ-03', concat_ws(',', getvariable('name'), geography, region, coalesce(form, 'T'),
           coalesce(age, 'T'), coalesce(sex, 'T'), 'youths', sum(n))
FROM leaf JOIN place USING (code)
GROUP BY geography, region, CUBE (form, age, sex);

INSERT INTO lines
SELECT unnest(['BJ-02', 'BJ-03']),
       concat_ws(',', getvariable('name'), 'nl', 'NL01', 'T', 'T', 'T',
           'records_without_person', n)
FROM (SELECT count(*) AS n FROM jh_set WHERE person IS NULL) WHERE n > 0;

-- BJ-05
INSERT INTO lines
WITH leaf AS (
    SELECT code, form, referrer, reason, count(*) AS n
    FROM trajectory WHERE finish IS NOT NULL GROUP BY ALL
), cube AS (
    SELECT geography, region, coalesce(form, 'T') AS form, coalesce(referrer, 'T') AS referrer,
           coalesce(reason, 'T') AS reason, sum(n) AS ended,
           sum(n) FILTER (reason IN ('02', '03', '04', '05')) AS premature,
           sum(n) FILTER (reason IN ('03', '04')) AS dropout,
           grouping(reason) = 1 AS whole
    FROM leaf JOIN place USING (code)
    GROUP BY geography, region, CUBE (form, referrer, reason)
), long AS (
    SELECT *, unnest([
        {measure: 'ended', n: ended},
        {measure: 'premature', n: CASE WHEN whole THEN premature END},
        {measure: 'dropout', n: CASE WHEN whole THEN dropout END}], recursive := true)
    FROM cube
)
SELECT 'BJ-05', concat_ws(',', getvariable('name'), geography, region, form, referrer, reason,
           measure, n)
FROM long WHERE n > 0;

-- BJ-06
CREATE OR REPLACE TEMP TABLE duration AS
SELECT code, form, referrer, finish - start + 1 AS days,
       duration_class(months_between(start, finish)) AS class, count(*) AS n
FROM trajectory WHERE finish IS NOT NULL GROUP BY ALL;

INSERT INTO lines
WITH leaf AS (
    SELECT code, form, referrer, class, sum(n) AS n FROM duration GROUP BY ALL
)
SELECT 'BJ-06', concat_ws(',', getvariable('name'), geography, region, coalesce(form, 'T'),
           coalesce(referrer, 'T'), coalesce(class, 'T'), 'ended', sum(n))
FROM leaf JOIN place USING (code)
GROUP BY geography, region, CUBE (form, referrer, class);

INSERT INTO lines
WITH cube AS (
    SELECT geography, region, coalesce(form, 'T') AS form, coalesce(referrer, 'T') AS referrer,
           sum(days * m) AS total, sum(m) AS n, median(days) AS middle
    FROM (SELECT *, unnest(range(n)) AS one, 1 AS m FROM duration) JOIN place USING (code)
    GROUP BY geography, region, CUBE (form, referrer)
), long AS (
    SELECT *, unnest([
        {measure: 'mean_days', v: one_decimal(total, n)},
        {measure: 'median_days', v: one_decimal((2 * middle)::HUGEINT, 2)}], recursive := true)
    FROM cube
)
SELECT 'BJ-06', concat_ws(',', getvariable('name'), geography, region, form, referrer, 'T',
           measure, v)
FROM long;

-- JB-03, JB-04 and JB-05 of one half-year.

-- JB-03: until the reason was replaced in 2021.
INSERT INTO lines
WITH leaf AS (
    SELECT coalesce(municipality, 'U') AS code, form AS type, coalesce(reason, 'U') AS reason,
           count(*) AS n
    FROM jeugdbescherming
    WHERE period = getvariable('last_half')
      AND ended BETWEEN getvariable('first') AND getvariable('last')
      AND getvariable('last') < DATE '2021-01-01'
    GROUP BY ALL
)
SELECT 'JB-03', concat_ws(',', getvariable('name'), geography, region, coalesce(type, 'T'),
           coalesce(reason, 'T'), 'ended', sum(n))
FROM leaf JOIN place USING (code)
GROUP BY geography, region, CUBE (type, reason);

-- JB-04: began here, and whether the person had a measure that ended before, however long ago. What
-- went over into another measure did not end.
INSERT INTO lines
WITH before AS (
    SELECT person, min(ended) AS earliest
    FROM jeugdbescherming
    WHERE period <= getvariable('last_half') AND person IS NOT NULL AND ended IS NOT NULL
      AND coalesce(reason, '') NOT IN ('05', '07')
    GROUP BY person
), leaf AS (
    SELECT coalesce(municipality, 'U') AS code, form AS type, count(*) AS inflow,
           count(*) FILTER (earliest <= begun - 2) AS repeat,
           count(*) FILTER (person IS NULL) AS repeat_unknown
    FROM jeugdbescherming LEFT JOIN before USING (person)
    WHERE period = getvariable('last_half') AND taken_over IS NULL
      AND begun BETWEEN getvariable('first') AND getvariable('last')
    GROUP BY ALL
), cube AS (
    SELECT geography, region, coalesce(type, 'T') AS type, sum(inflow) AS inflow,
           sum(repeat) AS repeat, sum(repeat_unknown) AS repeat_unknown
    FROM leaf JOIN place USING (code) GROUP BY geography, region, CUBE (type)
), long AS (
    SELECT *, unnest([
        {measure: 'inflow', n: inflow}, {measure: 'repeat', n: repeat},
        {measure: 'repeat_unknown', n: repeat_unknown}], recursive := true)
    FROM cube
)
SELECT 'JB-04', concat_ws(',', getvariable('name'), geography, region, type, measure, n)
FROM long WHERE n > 0;

-- JB-05: help and a measure on the same day. Here numbers are numbers, so that both sources meet;
-- the product needs one domain of pseudonyms and a permit for it.
INSERT INTO lines
WITH both_at_once AS (
    SELECT DISTINCT h.person, h.form
    FROM jeugdhulp h JOIN jeugdbescherming j USING (person)
    WHERE h.period = getvariable('last_half') AND j.period = getvariable('last_half')
      AND greatest(h.start, j.start, getvariable('first'))
          <= least(coalesce(h.finish, DATE '9999-12-31'), coalesce(j.finish, DATE '9999-12-31'),
                   getvariable('last'))
), leaf AS (
    SELECT code, form, count(*) AS n FROM youth JOIN both_at_once USING (person) GROUP BY ALL
    UNION ALL
    SELECT code, 'T', count(DISTINCT person) FROM youth JOIN both_at_once USING (person)
    GROUP BY ALL
)
SELECT 'JB-05', concat_ws(',', getvariable('name'), geography, region, form, 'youths', sum(n))
FROM leaf JOIN place USING (code)
GROUP BY geography, region, form;

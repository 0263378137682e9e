-- JB-02 of one half-year: youths under a measure per 1 000 inhabitants aged 0–17.
--
-- Takes population(year, code, n), which may be empty.

CREATE OR REPLACE TEMP TABLE measure_set AS
SELECT *, NULL::VARCHAR AS referrer FROM jeugdbescherming
WHERE period = getvariable('last_half')
  AND start <= getvariable('last') AND (finish IS NULL OR finish >= getvariable('first'));

INSERT INTO lines
WITH youths AS (
    SELECT geography, region, count(*) AS youths
    FROM leads('measure_set') JOIN place ON code = coalesce(municipality, 'U')
    WHERE birth <= getvariable('last')
      AND coalesce(age_on(birth, getvariable('first')), 0) < 18
    GROUP BY ALL
), inhabitants AS (
    SELECT geography, region, sum(n) AS population
    FROM population p
    JOIN place q ON q.code = CASE WHEN p.code IN (FROM known_code) THEN p.code ELSE 'U' END
    WHERE p.year = getvariable('year')
      AND EXISTS (FROM jeugdbescherming j WHERE j.period = getvariable('last_half'))
    GROUP BY ALL
), long AS (
    SELECT geography, region, unnest([
        {measure: 'youths', v: youths::VARCHAR},
        {measure: 'population', v: population::VARCHAR},
        {measure: 'per_1000',
         v: CASE WHEN population > 0 THEN one_decimal(1000 * youths, population) END}],
        recursive := true)
    FROM youths FULL JOIN inhabitants USING (geography, region)
)
SELECT 'JB-02', concat_ws(',', getvariable('name'), geography, region, measure, v)
FROM long WHERE v NOT IN ('0', '0.0');

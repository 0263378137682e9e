-- RE-01, RE-02 and the counts of RE-03 of one calendar year: children known through each source.
--
-- Persons in reports are known by number only where `linked`; else the same birth and sex in the same
-- case, or the same report where there is no case, are one child.

-- Under 18 on the first day of the year, or born in it.
CREATE OR REPLACE MACRO is_young(birth) AS
    birth IS NOT NULL AND birth <= getvariable('last')
    AND coalesce(age_on(birth, getvariable('first')), 0) < 18;

CREATE OR REPLACE TEMP TABLE helped_set AS
SELECT * FROM jeugdhulp
WHERE period BETWEEN getvariable('first_half') AND getvariable('last_half') AND referrer = '04'
  AND start <= getvariable('last') AND (finish IS NULL OR finish >= getvariable('first'));

CREATE OR REPLACE TEMP TABLE protected_set AS
SELECT *, NULL::VARCHAR AS referrer FROM jeugdbescherming
WHERE period BETWEEN getvariable('first_half') AND getvariable('last_half')
  AND start <= getvariable('last') AND (finish IS NULL OR finish >= getvariable('first'));

CREATE OR REPLACE TEMP TABLE victim AS
WITH each AS (
    SELECT holder, nummer, cases, day, scopes, unnest(victims, recursive := true)
    FROM vt_now WHERE soort = 'M' AND within(day)
)
SELECT *, coalesce(person, concat_ws('|', holder,
              CASE WHEN len(cases) = 0 THEN [nummer] ELSE list_sort(cases) END, birth,
              coalesce(geslacht, '')))
          AS identity
FROM each WHERE NOT coalesce(unborn, false) AND is_young(birth);

-- One row for each child of a source: its municipality, and the organisation of a report.
CREATE OR REPLACE TEMP TABLE known_child AS
SELECT 'youth-assistance' AS source, person, coalesce(municipality, 'U') AS code, NULL AS holder,
       1 AS n
FROM leads('helped_set') WHERE is_young(birth)
UNION ALL
SELECT 'protection', person, coalesce(municipality, 'U'), NULL, 1
FROM leads('protected_set') WHERE is_young(birth)
UNION ALL
SELECT 'veiligthuis', person, coalesce(gemeente, 'U'), holder, 1
FROM (SELECT * FROM victim
      QUALIFY row_number() OVER (PARTITION BY identity ORDER BY gemeente IS NULL, day DESC,
                                 gemeente DESC NULLS LAST, holder DESC) = 1)
UNION ALL
SELECT 'abuse', person, coalesce(gemeente, 'U'), holder, 1
FROM (SELECT * FROM victim WHERE list_contains(scopes, 'sexual-abuse')
      QUALIFY row_number() OVER (PARTITION BY identity ORDER BY gemeente IS NULL, day DESC,
                                 gemeente DESC NULLS LAST, holder DESC) = 1)
UNION ALL
SELECT 'csg', NULL, NULL, holder, n FROM csg_row
WHERE leeftijd <> '18+' AND period BETWEEN getvariable('first_half') AND getvariable('last_half');

CREATE OR REPLACE TEMP TABLE delivered_source AS
SELECT DISTINCT CASE source WHEN 'jeugdhulp' THEN 'youth-assistance'
                            WHEN 'jeugdbescherming' THEN 'protection' WHEN 'csg-counts' THEN 'csg'
                            ELSE source END AS source
FROM latest WHERE period BETWEEN getvariable('first_half') AND getvariable('last_half');

INSERT INTO lines
WITH placed AS (
    SELECT source, geography, region, n FROM known_child JOIN place USING (code)
    WHERE source <> 'csg' AND NOT (holder IS NOT NULL AND geography = 'veiligthuis')
    UNION ALL
    SELECT source, 'veiligthuis', holder, n FROM known_child
    WHERE source IN ('veiligthuis', 'abuse')
    UNION ALL
    SELECT source, unnest(['nl', 'csg']),
           unnest(['NL01', CASE WHEN contains(holder, ',') THEN '"' || holder || '"'
                                ELSE holder END]), n
    FROM known_child WHERE source = 'csg'
), inhabitants AS (
    SELECT geography, region, sum(n) AS n
    FROM population p
    JOIN place q ON q.code = CASE WHEN p.code IN (FROM known_code) THEN p.code ELSE 'U' END
    WHERE p.year = getvariable('year')
    GROUP BY ALL
), wanted AS (
    SELECT 'RE-01' AS indicator, source, source AS shown FROM delivered_source
    WHERE source IN ('youth-assistance', 'protection', 'veiligthuis', 'csg')
    UNION ALL
    SELECT 'RE-02', CASE source WHEN 'veiligthuis' THEN 'abuse' ELSE source END, source
    FROM delivered_source WHERE source IN ('veiligthuis', 'csg')
), cell AS (
    SELECT indicator, geography, region, shown, 'children' AS measure, sum(n) AS n
    FROM wanted JOIN placed USING (source) GROUP BY ALL
    UNION ALL
    SELECT indicator, geography, region, shown, 'population', n
    FROM wanted, inhabitants WHERE shown <> 'csg' OR geography IN ('nl', 'csg')
)
SELECT indicator, concat_ws(',', getvariable('name'), geography, region, shown, measure, n)
FROM cell WHERE n > 0;

-- RE-03: each child with a number by exactly the lists on which it stands. The models are the
-- product's own and are held against R elsewhere.
INSERT INTO lines
WITH contact AS (
    SELECT person, coalesce(gemeente, 'U') AS code FROM csg_contact
    WHERE period BETWEEN getvariable('first_half') AND getvariable('last_half')
      AND person IS NOT NULL AND within(day) AND is_young(birth)
    QUALIFY row_number() OVER (PARTITION BY person ORDER BY gemeente IS NULL, day DESC,
                               gemeente DESC NULLS LAST) = 1
), listed AS (
    SELECT person, code, CASE source WHEN 'veiligthuis' THEN 'vt' ELSE 'ci' END AS list,
           list_position(['youth-assistance', 'protection', 'veiligthuis'], source) AS place
    FROM known_child
    WHERE source IN ('youth-assistance', 'protection', 'veiligthuis') AND person IS NOT NULL
    UNION ALL
    SELECT person, code, 'csg', 4 FROM contact
), held AS (
    SELECT coalesce(arg_min(code, place) FILTER (code <> 'U'), 'U') AS code,
           list(DISTINCT list) AS held
    FROM listed GROUP BY person
), child AS (
    SELECT code, array_to_string(list_filter(['ci', 'vt', 'csg'],
                                             lambda l: list_contains(held, l)), '+') AS lists
    FROM held
), leaf AS (
    SELECT code, unnest(['T', lists]) AS lists FROM child
    WHERE (SELECT count(DISTINCT (source, period)) FROM latest
           WHERE source IN ('jeugdhulp', 'jeugdbescherming', 'veiligthuis', 'csg-records')
             AND period BETWEEN getvariable('first_half') AND getvariable('last_half')) = 8
)
SELECT 'RE-03', concat_ws(',', getvariable('name'), geography, region, lists, 'T', 'children',
                          count(*))
FROM leaf JOIN place USING (code) GROUP BY geography, region, lists;

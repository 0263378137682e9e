-- VT-01 … VT-09, CSG-01 and CSG-02 of one period.
--
-- A report in both halves of a year is as it was delivered last.

CREATE OR REPLACE TEMP TABLE vt_now AS
SELECT *, municipality_of_youngest(victims) AS code,
       scopes_of(aanleiding, aard, victims, day) AS scopes
FROM vt_report
WHERE period BETWEEN getvariable('first_half') AND getvariable('last_half')
QUALIFY row_number() OVER (PARTITION BY holder, soort, nummer ORDER BY period DESC) = 1;

CREATE OR REPLACE MACRO persons_of(victims) AS
    list_filter(list_transform(coalesce(victims, []), lambda v: v.person), lambda p: p IS NOT NULL);

CREATE OR REPLACE MACRO within(d) AS
    coalesce(d BETWEEN getvariable('first') AND getvariable('last'), false);

-- What is counted: an indicator, where, the codes at its one or two further places, a measure.
CREATE OR REPLACE TEMP TABLE vt_leaf AS
SELECT 'VT-01' AS indicator, holder, code, scopes, with_total([group_of(melder)]) AS one,
       with_total(aard) AS two, CASE soort WHEN 'M' THEN 'reports' ELSE 'advices' END AS measure
FROM vt_now WHERE within(day)
UNION ALL
SELECT 'VT-02', holder, code, scopes, with_total([coalesce(betrokkenheid, 'U')]), NULL,
       unnest([CASE WHEN melder = '14' THEN 'passed_on' ELSE 'reports' END]
              || CASE WHEN len(cases) = 0 THEN ['reports_without_case'] ELSE [] END)
FROM vt_now WHERE soort = 'M' AND within(day)
UNION ALL
SELECT 'VT-04', holder, code, scopes, with_total([coalesce(taxatie, 'U')]),
       with_total([coalesce(besluit, 'U')]), 'reports'
FROM vt_now WHERE soort = 'M' AND within(assessed)
UNION ALL
SELECT 'VT-05', holder, code, scopes, with_total(uitkomst), NULL, 'investigations'
FROM vt_now WHERE soort = 'M' AND besluit = 'ON' AND within(service_end)
UNION ALL
SELECT 'VT-09', holder, code, scopes, with_total(vervolg), NULL, 'reports'
FROM vt_now
WHERE soort = 'M' AND within(CASE WHEN service_start IS NULL THEN assessed ELSE service_end END);

-- Cases: what their reports hold together.
INSERT INTO vt_leaf
WITH joined AS (
    SELECT holder, casus, list_sort(list_distinct(flatten(list(coalesce(aard, []))))) AS aard,
           list_distinct(flatten(list(coalesce(aanleiding, [])))) AS aanleiding,
           flatten(list(coalesce(victims, []))) AS victims, min(day) AS day
    FROM (SELECT *, unnest(cases) AS casus FROM vt_now WHERE soort = 'M' AND within(day))
    GROUP BY holder, casus
)
SELECT 'VT-02', holder, municipality_of_youngest(victims),
       scopes_of(aanleiding, aard, victims, day), ['T'], NULL, 'cases'
FROM joined;

-- Terms: working days after the report, up to and with the assessment or the end of the period.
INSERT INTO vt_leaf
WITH term AS (
    SELECT *, (SELECT count(*) FROM working_day w
               WHERE w.day > r.day AND w.day <= coalesce(r.assessed, getvariable('last'))) AS passed
    FROM vt_now r WHERE soort = 'M'
)
SELECT 'VT-03', holder, code, scopes, NULL, NULL,
       unnest(['reports'] || CASE WHEN passed > 5 THEN ['late', 'decided']
                                 WHEN assessed IS NULL THEN ['open']
                                 ELSE ['in_time', 'decided'] END)
FROM term WHERE within(day)
UNION ALL
SELECT 'VT-03', holder, code, scopes, NULL, NULL,
       unnest(['services_ended'] || CASE WHEN assessed IS NULL THEN ['services_unknown']
              WHEN service_end - assessed <= 70 THEN ['services_assessed', 'services_in_time']
              ELSE ['services_assessed'] END)
FROM term WHERE within(service_end);

-- Repeat reports: by the victims with a number, or by case where none has one.
INSERT INTO vt_leaf
WITH known AS (
    SELECT * FROM vt_report
    WHERE soort = 'M' AND period <= getvariable('last_half')
    QUALIFY row_number() OVER (PARTITION BY holder, nummer ORDER BY period DESC) = 1
), judged AS (
    SELECT r.holder, r.code, r.scopes, len(r.cases) = 0 AND len(persons_of(r.victims)) = 0
               AS is_unknown,
           coalesce(count(k.nummer), 0) > 0 AS is_repeat,
           coalesce(bool_or(k.melder IS NOT DISTINCT FROM r.melder OR k.holder <> r.holder
                            OR NOT list_has_any(k.cases, r.cases)), false) AS is_new
    FROM vt_now r LEFT JOIN known k
      ON (k.holder, k.nummer) <> (r.holder, r.nummer) AND k.day < r.day AND r.day - k.day <= 365
     AND CASE WHEN len(persons_of(r.victims)) > 0
              THEN list_has_any(persons_of(k.victims), persons_of(r.victims))
              ELSE k.holder = r.holder AND list_has_any(k.cases, r.cases) END
    WHERE r.soort = 'M' AND within(r.day)
    GROUP BY r.holder, r.nummer, r.code, r.scopes, is_unknown
)
SELECT 'VT-07', holder, code, scopes, NULL, NULL,
       unnest(['reports', CASE WHEN is_unknown THEN 'repeat_unknown' ELSE 'repeat_known' END]
              || CASE WHEN is_unknown OR NOT is_repeat THEN []
                      WHEN is_new THEN ['repeat', 'repeat_new_matter'] ELSE ['repeat'] END)
FROM judged;

INSERT INTO lines
WITH spread AS (
    SELECT indicator, holder, code, measure, scope, one, two, count(*) AS n
    FROM (SELECT indicator, holder, code, measure, scope, one, unnest(coalesce(two, [''])) AS two
          FROM (SELECT indicator, holder, code, measure, scope, two,
                       unnest(coalesce(one, [''])) AS one
                FROM (SELECT *, unnest(scopes) AS scope FROM vt_leaf)))
    GROUP BY ALL
), placed AS (
    SELECT indicator, measure, scope, one, two, geography, region, n
    FROM spread JOIN place ON place.code = CASE WHEN spread.code = '' THEN 'U' ELSE spread.code END
    WHERE geography <> 'veiligthuis'
    UNION ALL
    SELECT indicator, measure, scope, one, two, 'veiligthuis', holder, n FROM spread
), cell AS (
    SELECT indicator, geography, region, scope, one, two, measure, sum(n) AS n
    FROM placed GROUP BY ALL
), share AS (
    SELECT unnest([
        {indicator: 'VT-03', part: 'in_time', whole: 'decided', share: 'in_time_percent'},
        {indicator: 'VT-03', part: 'services_in_time', whole: 'services_assessed',
         share: 'services_in_time_percent'},
        {indicator: 'VT-07', part: 'repeat', whole: 'repeat_known', share: 'repeat_percent'}],
        recursive := true)
), figure AS (
    SELECT indicator, geography, region, scope, one, two, measure, n::VARCHAR AS v FROM cell
    UNION ALL
    SELECT w.indicator, w.geography, w.region, w.scope, w.one, w.two, s.share,
           one_decimal(100 * p.n, w.n)
    FROM share s
    JOIN cell w ON w.indicator = s.indicator AND w.measure = s.whole
    JOIN cell p ON p.indicator = s.indicator AND p.measure = s.part
     AND (p.geography, p.region, p.scope) = (w.geography, w.region, w.scope)
)
SELECT indicator, concat_ws(',', getvariable('name'), geography, region, scope, nullif(one, ''),
                            nullif(two, ''), measure, v)
FROM figure WHERE v <> '0.0';

INSERT INTO lines
WITH minors AS (
    SELECT holder, n, acuut, aard, kring, duur FROM csg_row
    WHERE leeftijd <> '18+' AND period BETWEEN getvariable('first_half') AND getvariable('last_half')
), leaf AS (
    SELECT 'CSG-01' AS indicator, holder, coalesce(acuut, 'U') AS one, coalesce(aard, 'U') AS two, n
    FROM minors
    UNION ALL
    SELECT 'CSG-02', holder, coalesce(kring, 'U'), coalesce(duur, 'U'), n FROM minors
), placed AS (
    SELECT indicator, 'nl,NL01' AS region, one, two, n FROM leaf
    UNION ALL
    SELECT indicator,
           'csg,' || CASE WHEN contains(holder, ',') THEN '"' || holder || '"' ELSE holder END,
           one, two, n
    FROM leaf
)
SELECT indicator, concat_ws(',', getvariable('name'), region, coalesce(one, 'T'),
                            coalesce(two, 'T'), 'registrations', sum(n))
FROM placed GROUP BY indicator, region, CUBE (one, two) HAVING sum(n) <> 0;

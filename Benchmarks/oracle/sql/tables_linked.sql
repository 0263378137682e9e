-- VT-06, VT-08 and CSG-03 of one half-year: children followed from a day on in youth assistance.
--
-- The help of the half-year itself and of those after it, as long as any is delivered; then the data
-- end. Numbers are read only where `linked`.

CREATE OR REPLACE TEMP TABLE followed_half AS
WITH RECURSIVE run(period) AS (
    SELECT DISTINCT period FROM latest
    WHERE source = 'jeugdhulp' AND period = getvariable('last_half')
    UNION
    SELECT l.period FROM run JOIN latest l ON l.source = 'jeugdhulp' AND l.period = run.period + 1
)
FROM run;

-- Where a child can count: the indicator, the codes before the form, the day.
CREATE OR REPLACE TEMP TABLE event AS
WITH report AS (
    SELECT *, CASE WHEN list_has_any(coalesce(uitkomst, []), ['03', '06']) THEN 'substantiated'
                   WHEN list_has_any(coalesce(uitkomst, []), ['02', '05']) THEN 'not-substantiated'
                   WHEN list_has_any(coalesce(uitkomst, []), ['01', '04']) THEN 'none'
                   ELSE 'U' END AS outcome
    FROM vt_now WHERE soort = 'M'
), begun AS (
    SELECT 'VT-06' AS indicator, holder, scopes AS groups, 'T' AS start_of, day AS d, victims
    FROM report WHERE within(day)
    UNION ALL
    SELECT 'VT-06', holder, scopes, outcome, service_end, victims
    FROM report WHERE besluit = 'ON' AND within(service_end)
    UNION ALL
    SELECT 'VT-08', holder,
           ['T', CASE WHEN list_contains(scopes, 'sexual-abuse') THEN 'sexual-abuse'
                      ELSE 'other' END], NULL, day, victims
    FROM report WHERE within(day)
), victim_begun AS (
    SELECT indicator, holder, d, start_of, groups, unnest(victims, recursive := true) FROM begun
)
SELECT indicator, concat_ws(',', unnest(groups), start_of) AS codes, person, d, holder, gemeente
FROM victim_begun WHERE is_child(birth, unborn, d)
UNION ALL
SELECT 'CSG-03', unnest(['T', coalesce(acuut, 'U')]), person, day, holder, gemeente
FROM csg_contact
WHERE period = getvariable('last_half') AND within(day) AND is_child(birth, false, day);

CREATE OR REPLACE TEMP TABLE followed AS
SELECT row_number() OVER () AS id, *,
       least(CASE indicator WHEN 'VT-08' THEN 365 ELSE 180 END,
             (SELECT last_day_of(max(period)) FROM followed_half) - d)::INTEGER AS reach,
       CASE indicator WHEN 'VT-08' THEN 365 ELSE 180 END AS horizon
FROM event
WHERE person IS NOT NULL AND EXISTS (FROM followed_half)
QUALIFY row_number() OVER (PARTITION BY indicator, codes, person
    ORDER BY d, gemeente IS NULL, gemeente DESC NULLS LAST, holder DESC) = 1;

-- What is asked of the help: the measures' names, and the forms.
CREATE OR REPLACE TEMP TABLE asked AS
SELECT unnest([
    {indicator: 'VT-06', forms: ['01', '02', '03', '04', '11', '12', '13', '14'], ran: 'running',
     began: 'started', twice: 'running_and_started', none: 'none', short: 'follow_up_ended',
     curve: 'started_incidence'},
    {indicator: 'CSG-03', forms: ['01', '02', '03', '04', '11', '12', '13', '14'], ran: 'running',
     began: 'started', twice: 'running_and_started', none: 'none', short: 'follow_up_ended',
     curve: 'started_incidence'},
    {indicator: 'VT-08', forms: ['11', '12', '13', '14'], ran: 'placed_before', began: 'placed',
     twice: 'placed_before_and_after', none: 'not_placed', short: 'placement_unknown',
     curve: 'placed_incidence'},
    {indicator: 'VT-08', forms: ['13'], ran: 'closed_before', began: 'closed', twice: NULL,
     none: NULL, short: NULL, curve: 'closed_incidence'}], recursive := true);

CREATE OR REPLACE TEMP TABLE ran AS
SELECT DISTINCT f.id, h.form
FROM followed f JOIN jeugdhulp h USING (person)
WHERE h.period = getvariable('last_half') AND h.start < f.d
  AND coalesce(h.finish, DATE '9999-12-31') >= f.d;

CREATE OR REPLACE TEMP TABLE fate AS
WITH begins AS (
    SELECT f.id, a.curve, h.form, h.start - f.d AS after
    FROM followed f JOIN asked a USING (indicator) JOIN jeugdhulp h USING (person)
    WHERE h.period IN (FROM followed_half) AND list_contains(a.forms, h.form)
      AND h.start BETWEEN f.d AND f.d + f.reach
      AND (f.id, h.form) NOT IN (FROM ran)
), first_begin AS (
    SELECT * FROM begins
    QUALIFY row_number() OVER (PARTITION BY id, curve ORDER BY after, weight_of(form)) = 1
), running AS (
    SELECT f.id, a.curve, list(r.form) AS forms
    FROM followed f JOIN asked a USING (indicator) JOIN ran r ON r.id = f.id
    WHERE list_contains(a.forms, r.form) GROUP BY ALL
)
SELECT f.id, f.indicator, f.codes, f.holder, coalesce(f.gemeente, 'U') AS code, f.reach, f.horizon,
       a.*  EXCLUDE (indicator), coalesce(r.forms, []) AS ran_forms, b.form AS new_form, b.after
FROM followed f JOIN asked a USING (indicator)
LEFT JOIN running r USING (id, curve) LEFT JOIN first_begin b USING (id, curve);

-- Everywhere a child or a record without a number stands.
CREATE OR REPLACE MACRO spots(indicator, holder) AS
    CASE WHEN indicator = 'CSG-03'
         THEN ['nl,NL01', 'csg,' || CASE WHEN contains(holder, ',') THEN '"' || holder || '"'
                                         ELSE holder END]
         ELSE ['veiligthuis,' || holder] END;

CREATE OR REPLACE TEMP TABLE spot AS
SELECT id, unnest(spots(indicator, holder)) AS spot FROM followed
UNION ALL
SELECT id, geography || ',' || region
FROM followed JOIN place ON place.code = coalesce(gemeente, 'U')
WHERE indicator <> 'CSG-03' AND geography <> 'veiligthuis';

INSERT INTO lines
WITH said AS (
    SELECT DISTINCT id, 'children' AS measure, 'T' AS form FROM fate
    UNION ALL SELECT id, ran, unnest(['T'] || ran_forms) FROM fate WHERE len(ran_forms) > 0
    UNION ALL SELECT id, began, unnest(['T', new_form]) FROM fate WHERE new_form IS NOT NULL
    UNION ALL SELECT id, twice, 'T' FROM fate WHERE len(ran_forms) > 0 AND new_form IS NOT NULL
    UNION ALL
    SELECT id, CASE WHEN reach = horizon THEN none ELSE short END, 'T'
    FROM fate WHERE len(ran_forms) = 0 AND new_form IS NULL
), counted AS (
    SELECT indicator, codes, spot, form, measure, count(*) AS n
    FROM said JOIN followed USING (id) JOIN spot USING (id)
    WHERE measure IS NOT NULL AND (indicator <> 'VT-08' OR form = 'T') GROUP BY ALL
    UNION ALL
    SELECT indicator, codes, spot, 'T', 'unlinked', count(*)
    FROM (SELECT indicator, codes, unnest(spots(indicator, holder)) AS spot FROM event
          WHERE person IS NULL
          UNION ALL
          SELECT indicator, codes, geography || ',' || region
          FROM event JOIN place ON place.code = coalesce(gemeente, 'U')
          WHERE person IS NULL AND indicator <> 'CSG-03' AND geography <> 'veiligthuis')
    WHERE EXISTS (FROM followed_half)
    GROUP BY ALL
)
SELECT indicator, concat_ws(',', getvariable('name'), spot, codes,
           CASE WHEN indicator <> 'VT-08' THEN form || ',T' END, measure, n)
FROM counted;

-- Cumulative incidence: S(s−) d / n summed over the days. A billionth is added before rounding half up.
INSERT INTO lines
WITH ended AS (
    SELECT indicator, codes, spot, curve, coalesce(after, reach) AS t, new_form
    FROM fate JOIN spot USING (id)
), by_day AS (
    SELECT indicator, codes, spot, curve, t, count(*) AS leaving,
           count(new_form) AS events
    FROM ended GROUP BY ALL
), risk AS (
    SELECT *, sum(leaving) OVER w AS at_risk, max(t) OVER g AS last_t
    FROM by_day
    WINDOW g AS (PARTITION BY indicator, codes, spot, curve),
           w AS (PARTITION BY indicator, codes, spot, curve ORDER BY t DESC)
), survival AS (
    SELECT *, coalesce(product((at_risk - events) / at_risk) OVER (
               PARTITION BY indicator, codes, spot, curve ORDER BY t
               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 1) AS before,
           max(CASE WHEN t = last_t AND events < leaving THEN 1 ELSE 0 END) OVER (
               PARTITION BY indicator, codes, spot, curve) = 1 AS is_censored
    FROM risk
), own AS (
    SELECT indicator, codes, spot, curve, t, 'T' AS form, count(new_form) AS d FROM ended
    WHERE new_form IS NOT NULL GROUP BY ALL
    UNION ALL
    SELECT indicator, codes, spot, curve, t, new_form, count(*) FROM ended
    WHERE new_form IS NOT NULL AND indicator <> 'VT-08' GROUP BY ALL
), step AS (
    SELECT s.indicator, s.codes, s.spot, s.curve, s.t, o.form, s.before * o.d / s.at_risk AS f,
           s.last_t, s.is_censored
    FROM survival s JOIN own o USING (indicator, codes, spot, curve, t)
), shown AS (
    SELECT unnest(range(0, 366)) AS day
), value AS (
    SELECT indicator, codes, spot, curve, form, day, sum(f) AS f
    FROM step JOIN shown ON t <= day AND (day <= last_t OR NOT is_censored)
    WHERE day = CASE indicator WHEN 'VT-08' THEN 365 ELSE 180 END
       OR (spot = 'nl,NL01' AND indicator <> 'VT-08' AND day <= 180)
    GROUP BY ALL
), tenths AS (
    SELECT *, floor(f * 1000 + 0.5 + 1e-9)::BIGINT AS v FROM value
)
SELECT indicator, concat_ws(',', getvariable('name'), spot, codes,
           CASE WHEN indicator <> 'VT-08' THEN form || ',' || place END,
           curve, (v // 10) || '.' || (v % 10))
FROM (SELECT *, unnest(CASE WHEN indicator = 'VT-08' THEN ['T']
                            WHEN day = 180 AND spot = 'nl,NL01' THEN ['T', '180']
                            WHEN day = 180 THEN ['T']
                            ELSE [lpad(day::VARCHAR, 3, '0')] END) AS place FROM tenths)
WHERE v > 0;

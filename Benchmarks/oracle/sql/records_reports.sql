-- The rows of the latest accepted vintages of advices, reports and counts.

CREATE TABLE vt_row AS
SELECT l.period, l.holder, c.* EXCLUDE (file, row, left_out)
FROM checked_vt c JOIN latest l ON l.source = 'veiligthuis' AND l.file = c.file
WHERE NOT left_out;

CREATE TABLE csg_row AS
SELECT l.period, l.holder, c.* EXCLUDE (file, row, left_out)
FROM checked_csg c JOIN latest l ON l.source = 'csg-counts' AND l.file = c.file
WHERE NOT left_out;

CREATE TABLE csg_contact AS
SELECT l.period, l.holder, c.* EXCLUDE (file, row, left_out)
FROM checked_contact c JOIN latest l ON l.source = 'csg-records' AND l.file = c.file
WHERE NOT left_out;

-- Sets are unions; of what a report has once, the earliest day and the first code of its list.
CREATE MACRO first_of(codes, list) AS list_filter(list, lambda c: list_contains(codes, c))[1];
CREATE MACRO together(sets) AS list_sort(list_distinct(flatten(list_filter(sets, lambda s: s IS NOT NULL))));

-- Under 18 on a day; not yet born counts, an unknown birth does not.
CREATE MACRO is_child(birth, is_unborn, d) AS
    coalesce(is_unborn, false)
    OR coalesce(birth > d, false) OR coalesce(age_on(birth, d) < 18, false);

-- Advices and reports of each half-year as delivered in it.
CREATE TABLE vt_report AS
WITH one AS (
    SELECT period, holder, soort, nummer,
           list_filter(list_distinct(list(casus)), lambda c: c IS NOT NULL) AS cases,
           min(day) AS day, min(assessed) AS assessed, min(service_start) AS service_start,
           min(service_end) AS service_end,
           first_of(list(melder), two_digits(1, 41)) AS melder,
           first_of(list(taxatie), ['A', 'S', 'AS', 'N']) AS taxatie,
           first_of(list(besluit), ['OV', 'VV', 'ON', 'BE', 'GV']) AS besluit,
           first_of(list(betrokkenheid), ['E', 'VB', 'VN', 'VM', 'H']) AS betrokkenheid,
           together(list(aard)) AS aard, together(list(aanleiding)) AS aanleiding,
           together(list([uitkomst]) FILTER (uitkomst IS NOT NULL)) AS uitkomst,
           together(list(vervolg)) AS vervolg,
           list({unborn: coalesce(is_unborn, false), birth: birth, gemeente: gemeente,
                 person: person, geslacht: geslacht})
               FILTER (rol IN ('S', 'B')) AS victims
    FROM vt_row GROUP BY period, holder, soort, nummer
)
SELECT * FROM one;

CREATE MACRO municipality_of_youngest(victims) AS
    coalesce(list_reverse_sort(list_transform(victims, lambda v:
        {birth: CASE WHEN v.unborn THEN DATE '9999-12-31'
                     ELSE coalesce(v.birth, DATE '0001-01-01') END,
         gemeente: coalesce(v.gemeente, '')}))[1].gemeente, '');

CREATE MACRO scopes_of(aanleiding, aard, victims, d) AS
    ['T']
    || CASE WHEN list_has_any(coalesce(aanleiding, []), ['06', '07', '08'])
              OR (len(coalesce(aard, [])) > 0
                  AND len(list_filter(coalesce(victims, []), lambda v: is_child(v.birth, v.unborn, d))) > 0)
            THEN ['child-maltreatment'] ELSE [] END
    || CASE WHEN list_contains(coalesce(aard, []), '06') THEN ['sexual-abuse'] ELSE [] END;

CREATE MACRO group_of(melder) AS
    CASE WHEN melder IS NULL THEN 'U'
         WHEN melder = '01' THEN 'police' WHEN melder = '02' THEN 'gp'
         WHEN melder IN ('03', '05', '06', '11') THEN 'health'
         WHEN melder IN ('04', '07') THEN 'mental-health' WHEN melder = '08' THEN 'prevention'
         WHEN melder IN ('09', '10') THEN 'youth-care' WHEN melder IN ('12', '13') THEN 'social-work'
         WHEN melder IN ('15', '16') THEN 'education' WHEN melder = '18' THEN 'childcare'
         WHEN melder IN ('14', '17', '19', '20') THEN 'professional'
         WHEN melder IN ('40', '41') THEN 'unknown' ELSE 'citizen' END;

-- What there is in a table: T, and each code, or U where there is none.
CREATE MACRO with_total(codes) AS
    ['T'] || CASE WHEN len(coalesce(codes, [])) > 0 THEN codes ELSE ['U'] END;

-- Holidays of the Algemene termijnenwet in the years of the comparison.
CREATE TABLE holiday AS SELECT unnest([
    '2019-01-01', '2019-04-19', '2019-04-22', '2019-04-27', '2019-05-05', '2019-05-30',
    '2019-06-10', '2019-12-25', '2019-12-26', '2020-01-01', '2020-04-10', '2020-04-13',
    '2020-04-27', '2020-05-05', '2020-05-21', '2020-06-01', '2020-12-25', '2020-12-26',
    '2021-01-01', '2021-04-02', '2021-04-05', '2021-04-27', '2021-05-05', '2021-05-13',
    '2021-05-24', '2021-12-25', '2021-12-26'])::DATE AS day;
CREATE TABLE working_day AS
SELECT d::DATE AS day FROM range(DATE '2018-12-01', DATE '2022-01-01', INTERVAL 1 DAY) t(d)
WHERE isodow(d) < 6 AND d::DATE NOT IN (FROM holiday);

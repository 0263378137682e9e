-- Advices, reports and counts of centres: which rows are left out, and which fields are emptied.
--
-- Takes raw_vt, raw_csg, raw_contact and file_period. Gives checked_vt, checked_csg and
-- checked_contact.

-- A set of codes of a list, in any order; NULL when one of them is not in it or stands twice.
CREATE MACRO set_of(t, codes) AS
    CASE WHEN t IS NOT NULL
          AND len(list_filter(string_split(t, '+'), lambda c: NOT list_contains(codes, c))) = 0
          AND len(list_distinct(string_split(t, '+'))) = len(string_split(t, '+'))
         THEN string_split(t, '+') END;
CREATE MACRO two_digits(first, last) AS
    list_transform(range(first, last + 1), lambda n: lpad(n::VARCHAR, 2, '0'));
CREATE MACRO of_list(t, codes) AS CASE WHEN list_contains(codes, t) THEN t END;

CREATE TABLE checked_vt AS
WITH typed AS (
    SELECT r.*, f.period, f.first, f.last,
           day_of(compact(datum)) AS day,
           day_of(compact(datum_beoordeling)) AS assessed,
           day_of(compact(datum_dienst_aanvang)) AS service_start,
           day_of(compact(datum_dienst_einde)) AS service_end,
           row_number() OVER (
               PARTITION BY file, soort, nummer, casus, compact(datum), melder, aard, aanleiding,
                   rol, bsn, compact(geboortedatum), geslacht, municipality_of(gemeente),
                   compact(datum_beoordeling), taxatie, besluit, compact(datum_dienst_aanvang),
                   compact(datum_dienst_einde), uitkomst, vervolg, betrokkenheid
               ORDER BY row) > 1 AS is_again
    FROM raw_vt r JOIN file_period f USING (file)
)
SELECT file, row,
       is_again OR nummer IS NULL OR day IS NULL OR soort IS NULL OR soort NOT IN ('A', 'M')
           OR (datum_beoordeling IS NOT NULL AND assessed IS NULL)
           OR (datum_dienst_aanvang IS NOT NULL AND service_start IS NULL)
           OR (datum_dienst_einde IS NOT NULL AND service_end IS NULL)
           OR coalesce(service_end < service_start, false)
           OR coalesce(day > last, false) OR coalesce(assessed > last, false)
           OR coalesce(service_start > last, false) OR coalesce(service_end > last, false)
           OR (NOT (service_start IS NOT NULL AND service_end IS NULL)
               AND coalesce(greatest(day, assessed, service_start, service_end) < first, false))
           AS left_out,
       soort, nummer, casus, day, assessed, service_start, service_end,
       of_list(melder, two_digits(1, 20) || two_digits(30, 36) || ['40', '41']) AS melder,
       set_of(aard, two_digits(1, 11)) AS aard,
       set_of(aanleiding, two_digits(1, 9)) AS aanleiding,
       of_list(rol, ['S', 'P', 'B', 'O']) AS rol,
       CASE WHEN is_number(bsn) THEN bsn END AS person,
       geboortedatum = '99999999' AS is_unborn,
       birth_of(compact(geboortedatum)) AS birth,
       of_list(geslacht, ['V', 'M', 'O']) AS geslacht,
       CASE WHEN municipality_of(gemeente) IN (FROM known_code) THEN municipality_of(gemeente) END
           AS gemeente,
       of_list(taxatie, ['A', 'S', 'AS', 'N']) AS taxatie,
       of_list(besluit, ['OV', 'VV', 'ON', 'BE', 'GV']) AS besluit,
       of_list(uitkomst, two_digits(1, 8)) AS uitkomst,
       set_of(vervolg, two_digits(1, 10) || ['21']) AS vervolg,
       of_list(betrokkenheid, ['E', 'VB', 'VN', 'VM', 'H']) AS betrokkenheid
FROM typed;

CREATE TABLE checked_csg AS
SELECT file, row,
       leeftijd IS NULL OR leeftijd NOT IN ('0-11', '12-17', '18+')
           OR aantal IS NULL OR try_cast(aantal AS BIGINT) IS NULL
           OR row_number() OVER (
               PARTITION BY file, leeftijd, acuut, aard, kring, duur, aantal ORDER BY row) > 1
           AS left_out,
       leeftijd, try_cast(aantal AS BIGINT) AS n,
       of_list(acuut, ['J', 'N']) AS acuut, of_list(aard, ['V', 'A', 'O', 'X']) AS aard,
       of_list(kring, ['J', 'N']) AS kring, of_list(duur, ['E', 'S']) AS duur
FROM raw_csg;

-- Contacts of centres, read under a permit only. Of a birth only the year is delivered: 1 July.
CREATE TABLE checked_contact AS
SELECT c.file, row,
       nummer IS NULL OR day_of(compact(datum)) IS NULL OR day_of(compact(datum)) NOT BETWEEN first AND last
           OR row_number() OVER (
               PARTITION BY c.file, nummer, datum, geboortejaar, geslacht, gemeente, acuut, aard, bsn
               ORDER BY row) > 1
           AS left_out,
       CASE WHEN is_number(bsn) THEN bsn END AS person, day_of(compact(datum)) AS day,
       CASE WHEN try_cast(geboortejaar AS INTEGER) BETWEEN 1880 AND year(last)
            THEN day_of(geboortejaar || '0701') END AS birth,
       CASE WHEN municipality_of(gemeente) IN (FROM known_code) THEN municipality_of(gemeente) END
           AS gemeente,
       of_list(acuut, ['J', 'N']) AS acuut
FROM raw_contact c JOIN file_period f USING (file);

-- Protection measures: which records are left out, and which fields are emptied.
--
-- Takes raw_jeugdbescherming, file_period and known_code. Gives checked_jeugdbescherming. The
-- start is the day of taking over, else the beginning; the end is the day of handing over, else
-- the end; both ends in one record are an error.

CREATE TEMP TABLE read_jeugdbescherming AS
SELECT file, row, bsn,
       compact(geboortedatum) AS geboortedatum,
       geslacht, postcode,
       municipality_of(gemeente) AS gemeente,
       maatregel,
       compact(datum_aanvang) AS datum_aanvang,
       compact(datum_einde) AS datum_einde,
       reden_beeindiging,
       compact(datum_overgedragen) AS datum_overgedragen,
       compact(datum_overgedragen_gekregen) AS datum_overgedragen_gekregen
FROM raw_jeugdbescherming;

CREATE TEMP TABLE again_jeugdbescherming AS
SELECT file, row
FROM read_jeugdbescherming
QUALIFY row_number() OVER (
    PARTITION BY file, bsn, geboortedatum, geslacht, postcode, gemeente, maatregel,
        datum_aanvang, datum_einde, reden_beeindiging, datum_overgedragen,
        datum_overgedragen_gekregen
    ORDER BY row) > 1;

CREATE TABLE checked_jeugdbescherming AS
WITH typed AS (
    SELECT r.*, f.period, f.first, f.last,
           day_of(datum_aanvang) AS begun,
           day_of(datum_einde) AS ended,
           day_of(datum_overgedragen) AS handed_over,
           day_of(datum_overgedragen_gekregen) AS taken_over,
           birth_of(geboortedatum) AS birth
    FROM read_jeugdbescherming r JOIN file_period f USING (file)
), segments AS (
    SELECT *, coalesce(taken_over, begun) AS start, coalesce(handed_over, ended) AS finish
    FROM typed
)
SELECT file, row,
       start IS NULL
           OR (datum_aanvang IS NOT NULL AND begun IS NULL)
           OR (datum_einde IS NOT NULL AND ended IS NULL)
           OR (datum_overgedragen IS NOT NULL AND handed_over IS NULL)
           OR (datum_overgedragen_gekregen IS NOT NULL AND taken_over IS NULL)
           OR (datum_einde IS NOT NULL AND datum_overgedragen IS NOT NULL)
           OR coalesce(finish < start, false)
           OR start > last
           OR coalesce(finish < first, false)
           OR coalesce(finish > last, false)
           OR maatregel IS NULL
           OR maatregel NOT IN ('11', '12', '21', '22', '23')
           OR coalesce(age_on(birth, start) >= 23, false)
           OR a.row IS NOT NULL AS left_out,
       CASE WHEN is_number(bsn) THEN bsn END AS person,
       birth,
       CASE WHEN geslacht IN ('V', 'M', 'O') THEN geslacht END AS sex,
       -- A municipality that is named wins, also where it is emptied as unknown.
       CASE WHEN gemeente IS NULL
            THEN (SELECT p.code FROM postcodes p
                  WHERE p.postcode = segments.postcode AND segments.period >= coalesce(p.since, 0)
                  AND segments.period <= coalesce(p.until, 99999))
            WHEN gemeente IN (FROM known_code) THEN gemeente END AS municipality,
       maatregel AS form,
       begun, ended, handed_over, taken_over, start, finish,
       -- Only what ended has a reason; 07 exists since 2016.
       CASE WHEN ended IS NOT NULL
             AND (reden_beeindiging IN ('01', '02', '03', '04', '05', '06', '11', '12', '13', '14',
                                        '15')
                  OR (reden_beeindiging = '07' AND period >= 2016 * 2))
            THEN reden_beeindiging END AS reason
FROM segments LEFT JOIN again_jeugdbescherming a USING (file, row);

DROP TABLE read_jeugdbescherming;
DROP TABLE again_jeugdbescherming;
DROP TABLE raw_jeugdbescherming;

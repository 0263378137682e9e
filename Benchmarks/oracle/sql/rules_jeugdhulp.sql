-- Youth assistance: which records are left out, and which fields are emptied.
--
-- Takes raw_jeugdhulp (one row per row delivered; NULL is an empty field), file_period and
-- known_code. Gives checked_jeugdhulp with `left_out` and the fields that stand.

-- As read, before anything is emptied: both forms of a date, of a code and of an alias are one.
CREATE TEMP TABLE read_jeugdhulp AS
SELECT file, row, bsn,
       compact(geboortedatum) AS geboortedatum,
       geslacht, postcode,
       municipality_of(gemeente) AS gemeente,
       verwijzer,
       CASE hulpvorm WHEN '31' THEN '01' WHEN '32' THEN '02' WHEN '33' THEN '03'
                     WHEN '34' THEN '04' WHEN '35' THEN '11' WHEN '36' THEN '12'
                     WHEN '37' THEN '13' WHEN '38' THEN '14' ELSE hulpvorm END AS hulpvorm,
       gestart_met_crisis, perspectief,
       compact(datum_aanvang) AS datum_aanvang,
       compact(datum_einde) AS datum_einde,
       reden_beeindiging, tevredenheid, zonder_hulp_verder, informant
FROM raw_jeugdhulp;

-- The second and later of identical rows in a file. Looked for only among rows that have their
-- likes in the columns that differ most: a full comparison of all rows would say the same.
CREATE TEMP TABLE again_jeugdhulp AS
WITH alike AS (
    SELECT file, hash(bsn, hulpvorm, datum_aanvang) AS looks
    FROM read_jeugdhulp GROUP BY ALL HAVING count(*) > 1
)
SELECT file, row
FROM read_jeugdhulp r
WHERE (file, hash(bsn, hulpvorm, datum_aanvang)) IN (FROM alike)
QUALIFY row_number() OVER (
    PARTITION BY file, bsn, geboortedatum, geslacht, postcode, gemeente, verwijzer, hulpvorm,
        gestart_met_crisis, perspectief, datum_aanvang, datum_einde, reden_beeindiging,
        tevredenheid, zonder_hulp_verder, informant
    ORDER BY row) > 1;

CREATE TABLE checked_jeugdhulp AS
WITH typed AS (
    SELECT r.*, f.period, f.first, f.last,
           day_of(datum_aanvang) AS start,
           day_of(datum_einde) AS finish,
           birth_of(geboortedatum) AS birth
    FROM read_jeugdhulp r JOIN file_period f USING (file)
)
SELECT file, row,
       start IS NULL
           OR (datum_einde IS NOT NULL AND finish IS NULL)
           OR coalesce(finish < start, false)
           OR start > last
           OR coalesce(finish < first, false)
           OR coalesce(finish > last, false)
           OR hulpvorm IS NULL
           OR hulpvorm NOT IN ('01', '02', '03', '04', '11', '12', '13', '14')
           OR coalesce(age_on(birth, start) >= 23, false)
           OR a.row IS NOT NULL AS left_out,
       CASE WHEN is_number(bsn) THEN bsn END AS person,
       birth,
       CASE WHEN geslacht IN ('V', 'M', 'O') THEN geslacht END AS sex,
       -- A municipality that is named wins, also where it is emptied as unknown.
       CASE WHEN gemeente IS NULL
            THEN (SELECT p.code FROM postcodes p
                  WHERE p.postcode = typed.postcode AND typed.period >= coalesce(p.since, 0)
                  AND typed.period <= coalesce(p.until, 99999))
            WHEN gemeente IN (FROM known_code) THEN gemeente END AS municipality,
       CASE WHEN verwijzer IN ('01', '02', '03', '04', '05', '06', '07')
              OR (verwijzer = '08' AND period >= 2016 * 2) THEN verwijzer END AS referrer,
       hulpvorm AS form,
       CASE WHEN gestart_met_crisis IN ('J', 'N') THEN gestart_met_crisis END AS crisis,
       start, finish,
       CASE WHEN finish IS NOT NULL AND reden_beeindiging IN ('01', '02', '03', '04', '05')
            THEN reden_beeindiging END AS reason,
       CASE WHEN regexp_full_match(tevredenheid, '[1-9]|10') THEN tevredenheid::TINYINT END
           AS satisfaction,
       CASE WHEN zonder_hulp_verder IN ('J', 'D', 'N') THEN zonder_hulp_verder END AS without,
       CASE WHEN informant IN ('J', 'O', 'H') THEN informant END AS informant
FROM typed LEFT JOIN again_jeugdhulp a USING (file, row);

DROP TABLE read_jeugdhulp;
DROP TABLE again_jeugdhulp;
DROP TABLE raw_jeugdhulp;

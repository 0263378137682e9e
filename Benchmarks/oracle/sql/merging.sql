-- Merging, and the lead record: macros over a set of unmerged records.
--
-- A set has, beside the fields of its records, `reach`: the day to which a record counts as
-- running in merging (its end; 9999-12-31 when open; the last day of its own period when its end
-- is unknown because nothing was delivered after it).

-- Gives one row per trajectory: person, holder, form, start, finish (NULL when it has no known
-- end), referrer, reason, outcome, and from its lead record municipality, birth and sex.
CREATE MACRO merged(records) AS TABLE
WITH joined AS (
    SELECT *, max(reach) OVER (
               PARTITION BY person, holder, form ORDER BY start, reach, id
               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
    FROM query_table(records) WHERE person IS NOT NULL
), numbered AS (
    SELECT *, sum(CASE WHEN start <= reached THEN 0 ELSE 1 END) OVER (
               PARTITION BY person, holder, form ORDER BY start, reach, id
               ROWS UNBOUNDED PRECEDING) AS nth
    FROM joined
    UNION ALL BY NAME
    SELECT *, id AS nth FROM query_table(records) WHERE person IS NULL
), ranked AS (
    SELECT *,
           row_number() OVER (PARTITION BY person, holder, form, nth
               ORDER BY start, referrer NULLS LAST, crisis_place) AS as_first,
           row_number() OVER (PARTITION BY person, holder, form, nth
               ORDER BY reach DESC, finish IS NULL DESC, reason NULLS LAST, satisfaction_place,
                   without NULLS LAST, informant NULLS LAST) AS as_last,
           row_number() OVER (PARTITION BY person, holder, form, nth
               ORDER BY municipality IS NULL, start DESC, municipality DESC NULLS LAST,
                   holder DESC, form DESC, referrer DESC NULLS LAST, sex DESC NULLS LAST,
                   birth DESC NULLS LAST) AS as_lead
    FROM numbered
)
SELECT person, holder, form,
       min(start) AS start,
       max(referrer) FILTER (as_first = 1) AS referrer,
       max(finish) FILTER (as_last = 1) AS finish,
       max(reason) FILTER (as_last = 1) AS reason,
       nullif(max(satisfaction_place) FILTER (as_last = 1), 99) AS satisfaction,
       max(without) FILTER (as_last = 1) AS without,
       max(informant) FILTER (as_last = 1) AS informant,
       max(municipality) FILTER (as_lead = 1) AS municipality,
       max(birth) FILTER (as_lead = 1) AS birth,
       max(sex) FILTER (as_lead = 1) AS sex
FROM ranked
GROUP BY person, holder, form, nth;

-- Gives one row per youth: the lead record of everything of that person in the set.
CREATE MACRO leads(records) AS TABLE
SELECT person, municipality, birth, sex
FROM query_table(records)
WHERE person IS NOT NULL
QUALIFY row_number() OVER (
    PARTITION BY person
    ORDER BY municipality IS NULL, start DESC, municipality DESC NULLS LAST, holder DESC,
        form DESC, referrer DESC NULLS LAST, sex DESC NULLS LAST, birth DESC NULLS LAST) = 1;

-- The records of the latest accepted vintages, still unmerged.
--
-- Takes checked_… and latest(source, file, holder, period).

CREATE TABLE jeugdhulp AS
SELECT row_number() OVER () AS id, l.period, l.holder,
       c.* EXCLUDE (file, row, left_out, satisfaction, without, informant, crisis),
       CASE crisis WHEN 'N' THEN 0 WHEN 'J' THEN 1 ELSE 2 END AS crisis_place,
       coalesce(satisfaction, 99) AS satisfaction_place,
       without, informant
FROM checked_jeugdhulp c JOIN latest l ON l.source = 'jeugdhulp' AND l.file = c.file
WHERE NOT left_out;

CREATE TABLE jeugdbescherming AS
SELECT row_number() OVER () AS id, l.period, l.holder, c.* EXCLUDE (file, row, left_out)
FROM checked_jeugdbescherming c JOIN latest l ON l.source = 'jeugdbescherming' AND l.file = c.file
WHERE NOT left_out;

DROP TABLE checked_jeugdhulp;
DROP TABLE checked_jeugdbescherming;

CREATE TABLE lines (indicator VARCHAR, line VARCHAR);

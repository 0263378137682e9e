-- From a municipality code of any year to the regions of the chosen year's boundaries.
--
-- Takes: municipalities(code, jeugdregio, veiligthuis, csg, provincie, landsdeel) and
-- changes(old, new, since), both from the definitions; getvariable('boundaries') is 1 January of
-- the chosen year. Gives place(code, geography, region): one row per geography that is known.

CREATE TABLE known_code AS
SELECT code FROM municipalities UNION SELECT old FROM changes UNION SELECT new FROM changes;

-- A code that no longer exists goes forward to what its territory became; one that did not
-- exist yet goes back to what it was made of. A code of the chosen year stays.
CREATE TABLE part AS
WITH RECURSIVE forward(code, now) AS (
    SELECT code, code FROM known_code
    UNION
    SELECT f.code, c.new
    FROM forward f JOIN changes c ON c.old = f.now
    WHERE f.now NOT IN (SELECT code FROM municipalities)
      AND c.since <= getvariable('boundaries')
), backward(code, now) AS (
    SELECT code, code FROM known_code
    UNION
    SELECT b.code, c.old
    FROM backward b JOIN changes c ON c.new = b.now
    WHERE b.now NOT IN (SELECT code FROM municipalities)
      AND c.since > getvariable('boundaries')
)
SELECT DISTINCT code, now FROM (FROM forward UNION ALL FROM backward)
WHERE now IN (SELECT code FROM municipalities);

CREATE TABLE place AS
WITH held AS (
    SELECT p.code, unnest([
        {geography: 'gemeente', region: m.code},
        {geography: 'jeugdregio', region: m.jeugdregio},
        {geography: 'veiligthuis', region: m.veiligthuis},
        {geography: 'csg', region: m.csg},
        {geography: 'provincie', region: m.provincie},
        {geography: 'landsdeel', region: m.landsdeel}
    ], recursive := true)
    FROM part p JOIN municipalities m ON m.code = p.now
), whole AS (
    SELECT code, geography, min(region) AS region
    FROM held GROUP BY code, geography HAVING count(DISTINCT region) = 1
), wanted AS (
    SELECT code, geography
    FROM (FROM known_code UNION ALL SELECT 'U'),
         (SELECT unnest(['gemeente', 'jeugdregio', 'veiligthuis', 'csg', 'provincie',
                         'landsdeel']) AS geography)
)
SELECT code, geography,
       CASE WHEN region IS NULL THEN 'U'
            WHEN contains(region, ',') OR contains(region, '"')
            THEN '"' || replace(region, '"', '""') || '"'
            ELSE region END AS region
FROM wanted LEFT JOIN whole USING (code, geography)
UNION ALL
SELECT code, 'nl', 'NL01' FROM (FROM known_code UNION ALL SELECT 'U');

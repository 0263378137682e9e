-- How fields are read, and what follows from a date of birth.

-- JJJJMMDD or JJJJ-MM-DD as eight digits; anything else as it stands.
CREATE MACRO compact(t) AS
    CASE WHEN regexp_full_match(t, '[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN replace(t, '-', '')
         ELSE t END;

-- A day that exists, from eight digits; NULL for anything else.
CREATE MACRO day_of(t) AS
    CASE WHEN regexp_full_match(t, '[0-9]{8}') AND substr(t, 1, 4) <> '0000'
         THEN try_strptime(t, '%Y%m%d')::DATE END;

-- A day of birth: day unknown JJJJMM00 = the 1st, month unknown JJJJ0000 = 1 July.
CREATE MACRO birth_of(t) AS
    CASE WHEN t LIKE '____0000' THEN day_of(substr(t, 1, 4) || '0701')
         WHEN t LIKE '______00' THEN day_of(substr(t, 1, 6) || '01')
         ELSE day_of(t) END;

-- GM0363 and 0363 are the same municipality.
CREATE MACRO municipality_of(t) AS
    CASE WHEN regexp_full_match(t, '[0-9]{4}') THEN 'GM' || t ELSE t END;

-- A number of nine digits that belongs to a person: no special code, and the elfproef.
CREATE MACRO digit(t, i) AS (ascii(substr(t, i, 1)) - 48);
CREATE MACRO is_number(t) AS
    regexp_full_match(t, '[0-9]{9}')
    AND t NOT IN ('000000000', '999999999')
    AND (9 * digit(t, 1) + 8 * digit(t, 2) + 7 * digit(t, 3) + 6 * digit(t, 4)
       + 5 * digit(t, 5) + 4 * digit(t, 6) + 3 * digit(t, 7) + 2 * digit(t, 8)
       - digit(t, 9)) % 11 = 0;

-- Completed years on a day, by (month, day); NULL when not yet born.
CREATE MACRO age_on(birth, d) AS
    CASE WHEN birth <= d THEN
        year(d) - year(birth)
        - CASE WHEN (month(d), day(d)) < (month(birth), day(birth)) THEN 1 ELSE 0 END
    END;

CREATE MACRO age_class(a) AS
    CASE WHEN a IS NULL THEN 'U' WHEN a <= 3 THEN '0-3' WHEN a <= 11 THEN '4-11'
         WHEN a <= 17 THEN '12-17' WHEN a <= 22 THEN '18-22' ELSE '23+' END;

-- Completed months from a start until the day after an end.
CREATE MACRO months_between(s, e) AS
    12 * (year(e + 1) - year(s)) + month(e + 1) - month(s)
    - CASE WHEN day(e + 1) < day(s) THEN 1 ELSE 0 END;

CREATE MACRO duration_class(m) AS
    CASE WHEN m < 3 THEN '0-2m' WHEN m < 6 THEN '3-5m' WHEN m < 12 THEN '6-11m'
         WHEN m < 24 THEN '1y' WHEN m < 36 THEN '2y' WHEN m < 48 THEN '3y' ELSE '4y+' END;

-- Heaviest first.
CREATE MACRO weight_of(form) AS
    list_position(['13', '14', '12', '11', '03', '02', '04', '01'], form);

-- One decimal, half up, of a / b; as text.
CREATE MACRO one_decimal(a, b) AS
    ((20 * a::HUGEINT + b) // (2 * b)) // 10 || '.' || ((20 * a::HUGEINT + b) // (2 * b)) % 10;

-- The last day of the half-year with a running number.
CREATE MACRO last_day_of(half) AS
    CASE WHEN half % 2 = 0 THEN make_date((half // 2)::BIGINT, 6, 30)
         ELSE make_date((half // 2)::BIGINT, 12, 31) END;

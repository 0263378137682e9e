-- JB-01 of one period.

CREATE OR REPLACE TEMP TABLE jb_set AS
SELECT *
FROM jeugdbescherming r
WHERE period = getvariable('last_half')
   OR (period = getvariable('first_half')
       AND (finish IS NOT NULL
            OR (holder, getvariable('last_half')) NOT IN (
                SELECT (l.holder, l.period) FROM latest l WHERE l.source = 'jeugdbescherming')));

INSERT INTO lines
WITH flows AS (
    SELECT coalesce(municipality, 'U') AS code, form AS type,
           coalesce(taken_over = first, false)
               OR (start < first AND (finish IS NULL OR finish >= first)) AS opening,
           taken_over IS NULL AND coalesce(begun BETWEEN first AND last, false) AS inflow,
           coalesce(first < taken_over AND taken_over <= last, false) AS transfer_in,
           coalesce(ended BETWEEN first AND last, false) AS outflow,
           coalesce(first <= handed_over AND handed_over < last, false) AS transfer_out,
           start <= last
               AND (finish IS NULL OR finish > last OR coalesce(handed_over = last, false))
               AS closing
    FROM (SELECT *, getvariable('first') AS first, getvariable('last') AS last FROM jb_set)
), leaf AS (
    SELECT code, type, count_if(opening) AS opening, count_if(inflow) AS inflow,
           count_if(transfer_in) AS transfer_in, count_if(outflow) AS outflow,
           count_if(transfer_out) AS transfer_out, count_if(closing) AS closing
    FROM flows GROUP BY ALL
), cube AS (
    SELECT geography, region, coalesce(type, 'T') AS type, sum(opening) AS opening,
           sum(inflow) AS inflow, sum(transfer_in) AS transfer_in, sum(outflow) AS outflow,
           sum(transfer_out) AS transfer_out, sum(closing) AS closing
    FROM leaf JOIN place USING (code) GROUP BY geography, region, CUBE (type)
), long AS (
    SELECT *, unnest([
        {measure: 'opening', n: opening}, {measure: 'inflow', n: inflow},
        {measure: 'transfer_in', n: transfer_in}, {measure: 'outflow', n: outflow},
        {measure: 'transfer_out', n: transfer_out}, {measure: 'closing', n: closing}],
        recursive := true)
    FROM cube
)
SELECT 'JB-01', concat_ws(',', getvariable('name'), geography, region, type, measure, n)
FROM long WHERE n > 0;

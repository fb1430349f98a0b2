-- ## Where Missed
-- @Value='11/30/2026' (DbType = Date)
SELECT k."Id", k."Employee", k."EndsOn", k.goal, k.less_is_better, k."Month", k."Name", k.reached, k."StartsOn"
FROM kpi AS k
WHERE k."StartsOn" <= @Value AND k.goal IS NOT NULL AND k.goal > 0.0 AND k.reached IS NOT NULL AND ((k.less_is_better AND k.goal * 20.0 <= k.reached * 17.0) OR (NOT (k.less_is_better) AND k.reached * 20.0 <= k.goal * 17.0))

-- ## Where Undetermined
-- @Value='11/30/2026' (DbType = Date)
SELECT k."Id", k."Employee", k."EndsOn", k.goal, k.less_is_better, k."Month", k."Name", k.reached, k."StartsOn"
FROM kpi AS k
WHERE k."StartsOn" <= @Value AND (k.goal IS NULL OR k.goal <= 0.0 OR (k.goal > 0.0 AND k.reached IS NULL))

-- ## WhereBand Met
-- @Value='11/30/2026' (DbType = Date)
SELECT k."Id", k."Employee", k."EndsOn", k.goal, k.less_is_better, k."Month", k."Name", k.reached, k."StartsOn"
FROM kpi AS k
WHERE k."StartsOn" <= @Value AND k.goal IS NOT NULL AND k.goal > 0.0 AND k.reached IS NOT NULL AND ((k.less_is_better AND k.goal * 20.0 > k.reached * 17.0) OR (NOT (k.less_is_better) AND k.reached * 20.0 > k.goal * 17.0))

-- ## CountByStanding
-- @Value='11/30/2026' (DbType = Date)
SELECT k0."Standing", count(*) AS "Count"
FROM (
    SELECT CASE
        WHEN k."StartsOn" <= @Value THEN CASE
            WHEN k.goal IS NULL THEN 0
            WHEN k.goal <= 0.0 THEN 0
            WHEN k.reached IS NULL THEN 0
            WHEN k.less_is_better THEN CASE
                WHEN k.goal * 20.0 > k.reached * 17.0 THEN 2
                ELSE 7
            END
            WHEN k.reached * 20.0 > k.goal * 17.0 THEN 2
            ELSE 7
        END
        ELSE 1
    END AS "Standing"
    FROM kpi AS k
) AS k0
GROUP BY k0."Standing"

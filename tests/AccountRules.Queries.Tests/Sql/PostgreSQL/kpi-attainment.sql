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

-- ## Grade
-- @Value='11/30/2026' (DbType = Date)
-- @Value1='11/01/2026' (DbType = Date)
SELECT k."Id", k."Employee", k."EndsOn", k.goal, k.less_is_better, k."Month", k."Name", k.reached, k."StartsOn", CASE
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
END AS "Standing", CASE
    WHEN k."StartsOn" <= @Value THEN CASE
        WHEN k."StartsOn" < @Value1 THEN FALSE
        ELSE TRUE
    END
    ELSE FALSE
END AS "IsProvisional", CASE
    WHEN k."StartsOn" <= @Value THEN CASE
        WHEN k.goal IS NULL THEN NULL
        WHEN k.goal <= 0.0 THEN NULL
        WHEN k.reached IS NULL THEN NULL
        WHEN k.less_is_better THEN CASE
            WHEN k.goal * 20.0 > k.reached * 17.0 THEN 'Met'
            ELSE 'Missed'
        END
        WHEN k.reached * 20.0 > k.goal * 17.0 THEN 'Met'
        ELSE 'Missed'
    END
END AS "Band", CASE
    WHEN k."StartsOn" <= @Value THEN CASE
        WHEN k.goal IS NULL THEN 4
        WHEN k.goal <= 0.0 THEN 5
        WHEN k.reached IS NULL THEN 6
        ELSE 0
    END
    ELSE 1
END AS "CauseNumber"
FROM kpi AS k
WHERE CASE
    WHEN k."StartsOn" <= @Value THEN CASE
        WHEN k."StartsOn" < @Value1 THEN CASE
            WHEN k.goal IS NULL THEN -4
            WHEN k.goal <= 0.0 THEN -5
            WHEN k.reached IS NULL THEN -6
            WHEN k.less_is_better THEN CASE
                WHEN k.goal * 20.0 > k.reached * 17.0 THEN 1
                ELSE 0
            END
            WHEN k.reached * 20.0 > k.goal * 17.0 THEN 1
            ELSE 0
        END
        WHEN k.goal IS NULL THEN -4
        WHEN k.goal <= 0.0 THEN -5
        WHEN k.reached IS NULL THEN -6
        WHEN k.less_is_better THEN CASE
            WHEN k.goal * 20.0 > k.reached * 17.0 THEN 3
            ELSE 2
        END
        WHEN k.reached * 20.0 > k.goal * 17.0 THEN 3
        ELSE 2
    END
    ELSE -1
END <> -32769

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

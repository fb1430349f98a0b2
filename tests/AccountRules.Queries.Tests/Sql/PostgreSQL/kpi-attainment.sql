-- ## Where Missed
SELECT k."Id", k."Employee", k.goal, k.less_is_better, k."Month", k."Name", k.reached, k."StartsOn"
FROM kpi AS k
WHERE k.goal IS NOT NULL AND k.goal > 0.0 AND k.reached IS NOT NULL AND ((k.less_is_better AND k.goal <= 0.85 * k.reached) OR (NOT (k.less_is_better) AND k.reached <= 0.85 * k.goal))

-- ## Where Met
SELECT k."Id", k."Employee", k.goal, k.less_is_better, k."Month", k."Name", k.reached, k."StartsOn"
FROM kpi AS k
WHERE k.goal IS NOT NULL AND k.goal > 0.0 AND k.reached IS NOT NULL AND ((k.less_is_better AND k.goal > 0.85 * k.reached) OR (NOT (k.less_is_better) AND k.reached > 0.85 * k.goal))

-- ## Where Undetermined
SELECT k."Id", k."Employee", k.goal, k.less_is_better, k."Month", k."Name", k.reached, k."StartsOn"
FROM kpi AS k
WHERE k.goal IS NULL OR k.goal <= 0.0 OR (k.goal > 0.0 AND k.reached IS NULL)

-- ## Where NotApplicable
SELECT k."Id", k."Employee", k.goal, k.less_is_better, k."Month", k."Name", k.reached, k."StartsOn"
FROM kpi AS k
WHERE FALSE

-- ## WhereBand Missed
SELECT k."Id", k."Employee", k.goal, k.less_is_better, k."Month", k."Name", k.reached, k."StartsOn"
FROM kpi AS k
WHERE k.goal IS NOT NULL AND k.goal > 0.0 AND k.reached IS NOT NULL AND ((k.less_is_better AND k.goal <= 0.85 * k.reached) OR (NOT (k.less_is_better) AND k.reached <= 0.85 * k.goal))

-- ## WhereBand Met
SELECT k."Id", k."Employee", k.goal, k.less_is_better, k."Month", k."Name", k.reached, k."StartsOn"
FROM kpi AS k
WHERE k.goal IS NOT NULL AND k.goal > 0.0 AND k.reached IS NOT NULL AND ((k.less_is_better AND k.goal > 0.85 * k.reached) OR (NOT (k.less_is_better) AND k.reached > 0.85 * k.goal))

-- ## Grade
SELECT k."Id", k."Employee", k.goal, k.less_is_better, k."Month", k."Name", k.reached, k."StartsOn", CASE
    WHEN k.goal IS NULL THEN 0
    WHEN k.goal <= 0.0 THEN 0
    WHEN k.reached IS NULL THEN 0
    WHEN k.less_is_better THEN CASE
        WHEN k.goal > 0.85 * k.reached THEN 2
        ELSE 7
    END
    WHEN k.reached > 0.85 * k.goal THEN 2
    ELSE 7
END AS "Standing", CASE
    WHEN k.goal IS NULL THEN NULL
    WHEN k.goal <= 0.0 THEN NULL
    WHEN k.reached IS NULL THEN NULL
    WHEN k.less_is_better THEN CASE
        WHEN k.goal > 0.85 * k.reached THEN 'Met'
        ELSE 'Missed'
    END
    WHEN k.reached > 0.85 * k.goal THEN 'Met'
    ELSE 'Missed'
END AS "Band", CASE
    WHEN k.goal IS NULL THEN 4
    WHEN k.goal <= 0.0 THEN 5
    WHEN k.reached IS NULL THEN 6
    ELSE 0
END AS "CauseNumber"
FROM kpi AS k
WHERE CASE
    WHEN k.goal IS NULL THEN -4
    WHEN k.goal <= 0.0 THEN -5
    WHEN k.reached IS NULL THEN -6
    WHEN k.less_is_better THEN CASE
        WHEN k.goal > 0.85 * k.reached THEN 1
        ELSE 0
    END
    WHEN k.reached > 0.85 * k.goal THEN 1
    ELSE 0
END <> -32769

-- ## CountByStanding
SELECT k0."Key" AS "Standing", count(*) AS "Count"
FROM (
    SELECT CASE
        WHEN k.goal IS NULL THEN 0
        WHEN k.goal <= 0.0 THEN 0
        WHEN k.reached IS NULL THEN 0
        WHEN k.less_is_better THEN CASE
            WHEN k.goal > 0.85 * k.reached THEN 2
            ELSE 7
        END
        WHEN k.reached > 0.85 * k.goal THEN 2
        ELSE 7
    END AS "Key"
    FROM kpi AS k
) AS k0
GROUP BY k0."Key"

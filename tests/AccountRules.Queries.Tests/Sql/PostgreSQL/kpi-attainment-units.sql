-- ## Where Met
-- @Value='11/30/2026' (DbType = Date)
SELECT k."Id", k."Employee", k."Goal", k."IsLessBetter", k."Month", k."Name", k."Reached", k."StartsOn"
FROM kpi_units AS k
WHERE k."StartsOn" <= @Value AND k."Goal" IS NOT NULL AND k."Goal" > 0 AND k."Reached" IS NOT NULL AND ((k."IsLessBetter" AND k."Goal" * 20 > k."Reached" * 17) OR (NOT (k."IsLessBetter") AND k."Reached" * 20 > k."Goal" * 17))

-- ## Where Undetermined
-- @Value='11/30/2026' (DbType = Date)
SELECT k."Id", k."Employee", k."Goal", k."IsLessBetter", k."Month", k."Name", k."Reached", k."StartsOn"
FROM kpi_units AS k
WHERE k."StartsOn" <= @Value AND (k."Goal" IS NULL OR k."Goal" <= 0 OR (k."Goal" > 0 AND k."Reached" IS NULL))

-- ## WhereBand Met
-- @Value='11/30/2026' (DbType = Date)
SELECT k."Id", k."Employee", k."Goal", k."IsLessBetter", k."Month", k."Name", k."Reached", k."StartsOn"
FROM kpi_units AS k
WHERE k."StartsOn" <= @Value AND k."Goal" IS NOT NULL AND k."Goal" > 0 AND k."Reached" IS NOT NULL AND ((k."IsLessBetter" AND k."Goal" * 20 > k."Reached" * 17) OR (NOT (k."IsLessBetter") AND k."Reached" * 20 > k."Goal" * 17))

-- ## Grade
-- @Value='11/30/2026' (DbType = Date)
-- @Value1='11/01/2026' (DbType = Date)
SELECT k."Id", k."Employee", k."Goal", k."IsLessBetter", k."Month", k."Name", k."Reached", k."StartsOn", CASE
    WHEN k."StartsOn" <= @Value THEN CASE
        WHEN k."Goal" IS NULL THEN 0
        WHEN k."Goal" <= 0 THEN 0
        WHEN k."Reached" IS NULL THEN 0
        WHEN k."IsLessBetter" THEN CASE
            WHEN k."Goal" * 20 > k."Reached" * 17 THEN 2
            ELSE 7
        END
        WHEN k."Reached" * 20 > k."Goal" * 17 THEN 2
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
        WHEN k."Goal" IS NULL THEN NULL
        WHEN k."Goal" <= 0 THEN NULL
        WHEN k."Reached" IS NULL THEN NULL
        WHEN k."IsLessBetter" THEN CASE
            WHEN k."Goal" * 20 > k."Reached" * 17 THEN 'Met'
            ELSE 'Missed'
        END
        WHEN k."Reached" * 20 > k."Goal" * 17 THEN 'Met'
        ELSE 'Missed'
    END
END AS "Band", CASE
    WHEN k."StartsOn" <= @Value THEN CASE
        WHEN k."Goal" IS NULL THEN 4
        WHEN k."Goal" <= 0 THEN 5
        WHEN k."Reached" IS NULL THEN 6
        ELSE 0
    END
    ELSE 1
END AS "CauseNumber"
FROM kpi_units AS k
WHERE CASE
    WHEN k."StartsOn" <= @Value THEN CASE
        WHEN k."StartsOn" < @Value1 THEN CASE
            WHEN k."Goal" IS NULL THEN -4
            WHEN k."Goal" <= 0 THEN -5
            WHEN k."Reached" IS NULL THEN -6
            WHEN k."IsLessBetter" THEN CASE
                WHEN k."Goal" * 20 > k."Reached" * 17 THEN 1
                ELSE 0
            END
            WHEN k."Reached" * 20 > k."Goal" * 17 THEN 1
            ELSE 0
        END
        WHEN k."Goal" IS NULL THEN -4
        WHEN k."Goal" <= 0 THEN -5
        WHEN k."Reached" IS NULL THEN -6
        WHEN k."IsLessBetter" THEN CASE
            WHEN k."Goal" * 20 > k."Reached" * 17 THEN 3
            ELSE 2
        END
        WHEN k."Reached" * 20 > k."Goal" * 17 THEN 3
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
            WHEN k."Goal" IS NULL THEN 0
            WHEN k."Goal" <= 0 THEN 0
            WHEN k."Reached" IS NULL THEN 0
            WHEN k."IsLessBetter" THEN CASE
                WHEN k."Goal" * 20 > k."Reached" * 17 THEN 2
                ELSE 7
            END
            WHEN k."Reached" * 20 > k."Goal" * 17 THEN 2
            ELSE 7
        END
        ELSE 1
    END AS "Standing"
    FROM kpi_units AS k
) AS k0
GROUP BY k0."Standing"

-- ## Where Graded
-- @Value='11/30/2026' (DbType = Date)
SELECT r."Id", r."Account", r."Currency", r."EndsOn", r."Month", r."StartsOn", r.turnover
FROM revenue AS r
WHERE r."StartsOn" <= @Value AND r.turnover IS NOT NULL AND r."Currency" IS NULL

-- ## Where Undetermined
-- @Value='11/30/2026' (DbType = Date)
SELECT r."Id", r."Account", r."Currency", r."EndsOn", r."Month", r."StartsOn", r.turnover
FROM revenue AS r
WHERE r."StartsOn" <= @Value AND (r.turnover IS NULL OR r."Currency" IS NOT NULL)

-- ## WhereBand Key
-- @Value='11/30/2026' (DbType = Date)
SELECT r."Id", r."Account", r."Currency", r."EndsOn", r."Month", r."StartsOn", r.turnover
FROM revenue AS r
WHERE r."StartsOn" <= @Value AND r.turnover IS NOT NULL AND r."Currency" IS NULL AND r.turnover >= 100000.0

-- ## Grade
-- @Value='11/30/2026' (DbType = Date)
-- @Value1='11/01/2026' (DbType = Date)
SELECT r."Id", r."Account", r."Currency", r."EndsOn", r."Month", r."StartsOn", r.turnover, CASE
    WHEN r."StartsOn" <= @Value THEN CASE
        WHEN r.turnover IS NULL THEN 0
        WHEN r."Currency" IS NOT NULL THEN 0
        ELSE 8
    END
    ELSE 1
END AS "Standing", CASE
    WHEN r."StartsOn" <= @Value THEN CASE
        WHEN r."StartsOn" < @Value1 THEN FALSE
        ELSE TRUE
    END
    ELSE FALSE
END AS "IsProvisional", CASE
    WHEN r."StartsOn" <= @Value THEN CASE
        WHEN r.turnover IS NULL THEN NULL
        WHEN r."Currency" IS NOT NULL THEN NULL
        WHEN r.turnover >= 100000.0 THEN 'Key'
        ELSE 'Standard'
    END
END AS "Band", CASE
    WHEN r."StartsOn" <= @Value THEN CASE
        WHEN r.turnover IS NULL THEN 7
        WHEN r."Currency" IS NOT NULL THEN 39
        ELSE 0
    END
    ELSE 1
END AS "CauseNumber"
FROM revenue AS r
WHERE CASE
    WHEN r."StartsOn" <= @Value THEN CASE
        WHEN r."StartsOn" < @Value1 THEN CASE
            WHEN r.turnover IS NULL THEN -7
            WHEN r."Currency" IS NOT NULL THEN -39
            WHEN r.turnover >= 100000.0 THEN 1
            ELSE 0
        END
        WHEN r.turnover IS NULL THEN -7
        WHEN r."Currency" IS NOT NULL THEN -39
        WHEN r.turnover >= 100000.0 THEN 3
        ELSE 2
    END
    ELSE -1
END <> -32769

-- ## CountByStanding
-- @Value='11/30/2026' (DbType = Date)
SELECT r0."Standing", count(*) AS "Count"
FROM (
    SELECT CASE
        WHEN r."StartsOn" <= @Value THEN CASE
            WHEN r.turnover IS NULL THEN 0
            WHEN r."Currency" IS NOT NULL THEN 0
            ELSE 8
        END
        ELSE 1
    END AS "Standing"
    FROM revenue AS r
) AS r0
GROUP BY r0."Standing"

-- ## Members, revenue never missing
-- @at='10/01/2026' (DbType = Date)
SELECT DISTINCT r."Account"
FROM revenue_units AS r
WHERE r."Turnover" >= 1000000000 AND r."StartsOn" = @at

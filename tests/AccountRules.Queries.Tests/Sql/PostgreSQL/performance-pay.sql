-- ## Where Graded
-- @Value='11/30/2026' (DbType = Date)
-- @Value1='11/01/2026' (DbType = Date)
SELECT p."Id", p."Committed", p."Employee", p."Goal", p."Grade", p."Reached", p."StartsOn"
FROM pay AS p
WHERE p."StartsOn" <= @Value AND p."StartsOn" < @Value1 AND p."Committed" IS NOT NULL AND p."Committed" >= 0.0 AND p."Committed" <= 720256022856948523577672275.0 AND p."Goal" IS NOT NULL AND p."Goal" > 0.0 AND p."Reached" IS NOT NULL

-- ## Where Undetermined
-- @Value='11/30/2026' (DbType = Date)
SELECT p."Id", p."Committed", p."Employee", p."Goal", p."Grade", p."Reached", p."StartsOn"
FROM pay AS p
WHERE p."StartsOn" <= @Value AND (p."Committed" IS NULL OR p."Committed" < 0.0 OR (p."Committed" >= 0.0 AND (p."Committed" > 720256022856948523577672275.0 OR (p."Committed" <= 720256022856948523577672275.0 AND (p."Goal" IS NULL OR p."Goal" <= 0.0 OR (p."Goal" > 0.0 AND p."Reached" IS NULL))))))

-- ## WhereBand Over
-- @Value='11/30/2026' (DbType = Date)
SELECT p."Id", p."Committed", p."Employee", p."Goal", p."Grade", p."Reached", p."StartsOn"
FROM pay AS p
WHERE p."StartsOn" <= @Value AND p."Committed" IS NOT NULL AND p."Committed" >= 0.0 AND p."Committed" <= 720256022856948523577672275.0 AND p."Goal" IS NOT NULL AND p."Goal" > 0.0 AND p."Reached" IS NOT NULL AND p."Reached" > p."Goal"

-- ## Grade
-- @Value='11/30/2026' (DbType = Date)
-- @Value1='11/01/2026' (DbType = Date)
SELECT p."Id", p."Committed", p."Employee", p."Goal", p."Grade", p."Reached", p."StartsOn", CASE
    WHEN p."StartsOn" <= @Value THEN CASE
        WHEN p."StartsOn" < @Value1 THEN CASE
            WHEN p."Committed" IS NULL THEN 0
            WHEN p."Committed" < 0.0 THEN 0
            WHEN p."Committed" > 720256022856948523577672275.0 THEN 0
            WHEN p."Goal" IS NULL THEN 0
            WHEN p."Goal" <= 0.0 THEN 0
            WHEN p."Reached" IS NULL THEN 0
            ELSE 8
        END
        WHEN p."Committed" IS NULL THEN 0
        WHEN p."Committed" < 0.0 THEN 0
        WHEN p."Committed" > 720256022856948523577672275.0 THEN 0
        WHEN p."Goal" IS NULL THEN 0
        WHEN p."Goal" <= 0.0 THEN 0
        WHEN p."Reached" IS NULL THEN 0
        ELSE 3
    END
    ELSE 1
END AS "Standing", CASE
    WHEN p."StartsOn" <= @Value THEN CASE
        WHEN p."StartsOn" < @Value1 THEN FALSE
        ELSE TRUE
    END
    ELSE FALSE
END AS "IsProvisional", CASE
    WHEN p."StartsOn" <= @Value THEN CASE
        WHEN p."Committed" IS NULL THEN NULL
        WHEN p."Committed" < 0.0 THEN NULL
        WHEN p."Committed" > 720256022856948523577672275.0 THEN NULL
        WHEN p."Goal" IS NULL THEN NULL
        WHEN p."Goal" <= 0.0 THEN NULL
        WHEN p."Reached" IS NULL THEN NULL
        WHEN p."Reached" > p."Goal" THEN 'Over'
        WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN 'Full'
        WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN 'Partial'
        WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN 'Low'
        ELSE 'Pip'
    END
END AS "Band", CASE
    WHEN p."StartsOn" <= @Value THEN CASE
        WHEN p."Committed" IS NULL THEN 8
        WHEN p."Committed" < 0.0 THEN 21
        WHEN p."Committed" > 720256022856948523577672275.0 THEN 16
        WHEN p."Goal" IS NULL THEN 4
        WHEN p."Goal" <= 0.0 THEN 5
        WHEN p."Reached" IS NULL THEN 6
        ELSE 0
    END
    ELSE 1
END AS "CauseNumber"
FROM pay AS p
WHERE CASE
    WHEN p."StartsOn" <= @Value THEN CASE
        WHEN p."StartsOn" < @Value1 THEN CASE
            WHEN p."Committed" IS NULL THEN -8
            WHEN p."Committed" < 0.0 THEN -21
            WHEN p."Committed" > 720256022856948523577672275.0 THEN -16
            WHEN p."Goal" IS NULL THEN -4
            WHEN p."Goal" <= 0.0 THEN -5
            WHEN p."Reached" IS NULL THEN -6
            WHEN p."Reached" > p."Goal" THEN 4
            WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN 3
            WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN 2
            WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN 1
            ELSE 0
        END
        WHEN p."Committed" IS NULL THEN -8
        WHEN p."Committed" < 0.0 THEN -21
        WHEN p."Committed" > 720256022856948523577672275.0 THEN -16
        WHEN p."Goal" IS NULL THEN -4
        WHEN p."Goal" <= 0.0 THEN -5
        WHEN p."Reached" IS NULL THEN -6
        WHEN p."Reached" > p."Goal" THEN 9
        WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN 8
        WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN 7
        WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN 6
        ELSE 5
    END
    ELSE -1
END <> -32769

-- ## CountByStanding
-- @Value='11/30/2026' (DbType = Date)
-- @Value1='11/01/2026' (DbType = Date)
SELECT p0."Standing", count(*) AS "Count"
FROM (
    SELECT CASE
        WHEN p."StartsOn" <= @Value THEN CASE
            WHEN p."StartsOn" < @Value1 THEN CASE
                WHEN p."Committed" IS NULL THEN 0
                WHEN p."Committed" < 0.0 THEN 0
                WHEN p."Committed" > 720256022856948523577672275.0 THEN 0
                WHEN p."Goal" IS NULL THEN 0
                WHEN p."Goal" <= 0.0 THEN 0
                WHEN p."Reached" IS NULL THEN 0
                ELSE 8
            END
            WHEN p."Committed" IS NULL THEN 0
            WHEN p."Committed" < 0.0 THEN 0
            WHEN p."Committed" > 720256022856948523577672275.0 THEN 0
            WHEN p."Goal" IS NULL THEN 0
            WHEN p."Goal" <= 0.0 THEN 0
            WHEN p."Reached" IS NULL THEN 0
            ELSE 3
        END
        ELSE 1
    END AS "Standing"
    FROM pay AS p
) AS p0
GROUP BY p0."Standing"

-- ## Where Graded
.param set @Value '2026-11-30'

SELECT "r"."Id", "r"."Account", "r"."Currency", "r"."EndsOn", "r"."Month", "r"."StartsOn", "r"."turnover"
FROM "revenue" AS "r"
WHERE "r"."StartsOn" <= @Value AND "r"."turnover" IS NOT NULL AND "r"."Currency" IS NULL

-- ## Where Undetermined
.param set @Value '2026-11-30'

SELECT "r"."Id", "r"."Account", "r"."Currency", "r"."EndsOn", "r"."Month", "r"."StartsOn", "r"."turnover"
FROM "revenue" AS "r"
WHERE "r"."StartsOn" <= @Value AND ("r"."turnover" IS NULL OR "r"."Currency" IS NOT NULL)

-- ## WhereBand Key
.param set @Value '2026-11-30'

SELECT "r"."Id", "r"."Account", "r"."Currency", "r"."EndsOn", "r"."Month", "r"."StartsOn", "r"."turnover"
FROM "revenue" AS "r"
WHERE "r"."StartsOn" <= @Value AND "r"."turnover" IS NOT NULL AND "r"."Currency" IS NULL AND ef_compare("r"."turnover", '100000.0') >= 0

-- ## Grade
.param set @Value '2026-11-30'
.param set @Value1 '2026-11-01'

SELECT "r"."Id", "r"."Account", "r"."Currency", "r"."EndsOn", "r"."Month", "r"."StartsOn", "r"."turnover", CASE
    WHEN "r"."StartsOn" <= @Value THEN CASE
        WHEN "r"."turnover" IS NULL THEN 0
        WHEN "r"."Currency" IS NOT NULL THEN 0
        ELSE 8
    END
    ELSE 1
END AS "Standing", CASE
    WHEN "r"."StartsOn" <= @Value THEN CASE
        WHEN "r"."StartsOn" < @Value1 THEN 0
        ELSE 1
    END
    ELSE 0
END AS "IsProvisional", CASE
    WHEN "r"."StartsOn" <= @Value THEN CASE
        WHEN "r"."turnover" IS NULL THEN NULL
        WHEN "r"."Currency" IS NOT NULL THEN NULL
        WHEN ef_compare("r"."turnover", '100000.0') >= 0 THEN 'Key'
        ELSE 'Standard'
    END
END AS "Band", CASE
    WHEN "r"."StartsOn" <= @Value THEN CASE
        WHEN "r"."turnover" IS NULL THEN 7
        WHEN "r"."Currency" IS NOT NULL THEN 39
        ELSE 0
    END
    ELSE 1
END AS "CauseNumber"
FROM "revenue" AS "r"
WHERE CASE
    WHEN "r"."StartsOn" <= @Value THEN CASE
        WHEN "r"."StartsOn" < @Value1 THEN CASE
            WHEN "r"."turnover" IS NULL THEN -7
            WHEN "r"."Currency" IS NOT NULL THEN -39
            WHEN ef_compare("r"."turnover", '100000.0') >= 0 THEN 1
            ELSE 0
        END
        WHEN "r"."turnover" IS NULL THEN -7
        WHEN "r"."Currency" IS NOT NULL THEN -39
        WHEN ef_compare("r"."turnover", '100000.0') >= 0 THEN 3
        ELSE 2
    END
    ELSE -1
END <> -32769

-- ## CountByStanding
.param set @Value '2026-11-30'

SELECT "r0"."Standing", COUNT(*) AS "Count"
FROM (
    SELECT CASE
        WHEN "r"."StartsOn" <= @Value THEN CASE
            WHEN "r"."turnover" IS NULL THEN 0
            WHEN "r"."Currency" IS NOT NULL THEN 0
            ELSE 8
        END
        ELSE 1
    END AS "Standing"
    FROM "revenue" AS "r"
) AS "r0"
GROUP BY "r0"."Standing"

-- ## Members, revenue never missing
.param set @at '2026-10-01'

SELECT DISTINCT "r"."Account"
FROM "revenue_units" AS "r"
WHERE "r"."Turnover" >= 1000000000 AND "r"."StartsOn" = @at

-- ## Members
.param set @at '2026-10-01'

SELECT DISTINCT "r"."Account"
FROM "revenue" AS "r"
WHERE "r"."StartsOn" <= @at AND "r"."turnover" IS NOT NULL AND "r"."Currency" IS NULL AND ef_compare("r"."turnover", '100000.0') >= 0 AND (
    SELECT COUNT(*)
    FROM (
        SELECT DISTINCT "r0"."StartsOn"
        FROM "revenue" AS "r0"
        WHERE "r0"."StartsOn" <= @at AND "r0"."StartsOn" > "r"."StartsOn"
    ) AS "r1") <= (
    SELECT COUNT(*)
    FROM "revenue" AS "r2"
    WHERE "r2"."StartsOn" <= @at AND "r2"."Account" = "r"."Account" AND "r2"."StartsOn" > "r"."StartsOn" AND ("r2"."turnover" IS NULL OR "r2"."Currency" IS NOT NULL OR ("r2"."Currency" IS NULL AND ef_compare("r2"."turnover", '100000.0') >= 0)))

-- ## Members, exit at 80000
.param set @at '2026-10'

SELECT DISTINCT "r"."Account"
FROM "revenue" AS "r"
WHERE "r"."Month" <= @at AND "r"."turnover" IS NOT NULL AND "r"."Currency" IS NULL AND ef_compare("r"."turnover", '100000.0') >= 0 AND (
    SELECT COUNT(*)
    FROM (
        SELECT DISTINCT "r0"."Month"
        FROM "revenue" AS "r0"
        WHERE "r0"."Month" <= @at AND "r0"."Month" > "r"."Month"
    ) AS "r1") <= (
    SELECT COUNT(*)
    FROM "revenue" AS "r2"
    WHERE "r2"."Month" <= @at AND "r2"."Account" = "r"."Account" AND "r2"."Month" > "r"."Month" AND ("r2"."turnover" IS NULL OR "r2"."Currency" IS NOT NULL OR ("r2"."Currency" IS NULL AND ef_compare("r2"."turnover", '80000.0') >= 0)))

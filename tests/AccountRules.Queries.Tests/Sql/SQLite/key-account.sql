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

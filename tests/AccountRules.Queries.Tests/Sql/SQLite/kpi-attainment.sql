-- ## Where Missed
.param set @Value '2026-11-30'

SELECT "k"."Id", "k"."Employee", "k"."EndsOn", "k"."goal", "k"."less_is_better", "k"."Month", "k"."Name", "k"."reached", "k"."StartsOn"
FROM "kpi" AS "k"
WHERE "k"."StartsOn" <= @Value AND "k"."goal" IS NOT NULL AND ef_compare("k"."goal", '0.0') > 0 AND "k"."reached" IS NOT NULL AND (("k"."less_is_better" AND ef_compare(ef_multiply("k"."goal", '20.0'), ef_multiply("k"."reached", '17.0')) <= 0) OR (NOT ("k"."less_is_better") AND ef_compare(ef_multiply("k"."reached", '20.0'), ef_multiply("k"."goal", '17.0')) <= 0))

-- ## Where Undetermined
.param set @Value '2026-11-30'

SELECT "k"."Id", "k"."Employee", "k"."EndsOn", "k"."goal", "k"."less_is_better", "k"."Month", "k"."Name", "k"."reached", "k"."StartsOn"
FROM "kpi" AS "k"
WHERE "k"."StartsOn" <= @Value AND ("k"."goal" IS NULL OR ef_compare("k"."goal", '0.0') <= 0 OR (ef_compare("k"."goal", '0.0') > 0 AND "k"."reached" IS NULL))

-- ## WhereBand Met
.param set @Value '2026-11-30'

SELECT "k"."Id", "k"."Employee", "k"."EndsOn", "k"."goal", "k"."less_is_better", "k"."Month", "k"."Name", "k"."reached", "k"."StartsOn"
FROM "kpi" AS "k"
WHERE "k"."StartsOn" <= @Value AND "k"."goal" IS NOT NULL AND ef_compare("k"."goal", '0.0') > 0 AND "k"."reached" IS NOT NULL AND (("k"."less_is_better" AND ef_compare(ef_multiply("k"."goal", '20.0'), ef_multiply("k"."reached", '17.0')) > 0) OR (NOT ("k"."less_is_better") AND ef_compare(ef_multiply("k"."reached", '20.0'), ef_multiply("k"."goal", '17.0')) > 0))

-- ## Grade
.param set @Value '2026-11-30'
.param set @Value1 '2026-11-01'

SELECT "k"."Id", "k"."Employee", "k"."EndsOn", "k"."goal", "k"."less_is_better", "k"."Month", "k"."Name", "k"."reached", "k"."StartsOn", CASE
    WHEN "k"."StartsOn" <= @Value THEN CASE
        WHEN "k"."goal" IS NULL THEN 0
        WHEN ef_compare("k"."goal", '0.0') <= 0 THEN 0
        WHEN "k"."reached" IS NULL THEN 0
        WHEN "k"."less_is_better" THEN CASE
            WHEN ef_compare(ef_multiply("k"."goal", '20.0'), ef_multiply("k"."reached", '17.0')) > 0 THEN 2
            ELSE 7
        END
        WHEN ef_compare(ef_multiply("k"."reached", '20.0'), ef_multiply("k"."goal", '17.0')) > 0 THEN 2
        ELSE 7
    END
    ELSE 1
END AS "Standing", CASE
    WHEN "k"."StartsOn" <= @Value THEN CASE
        WHEN "k"."StartsOn" < @Value1 THEN 0
        ELSE 1
    END
    ELSE 0
END AS "IsProvisional", CASE
    WHEN "k"."StartsOn" <= @Value THEN CASE
        WHEN "k"."goal" IS NULL THEN NULL
        WHEN ef_compare("k"."goal", '0.0') <= 0 THEN NULL
        WHEN "k"."reached" IS NULL THEN NULL
        WHEN "k"."less_is_better" THEN CASE
            WHEN ef_compare(ef_multiply("k"."goal", '20.0'), ef_multiply("k"."reached", '17.0')) > 0 THEN 'Met'
            ELSE 'Missed'
        END
        WHEN ef_compare(ef_multiply("k"."reached", '20.0'), ef_multiply("k"."goal", '17.0')) > 0 THEN 'Met'
        ELSE 'Missed'
    END
END AS "Band", CASE
    WHEN "k"."StartsOn" <= @Value THEN CASE
        WHEN "k"."goal" IS NULL THEN 4
        WHEN ef_compare("k"."goal", '0.0') <= 0 THEN 5
        WHEN "k"."reached" IS NULL THEN 6
        ELSE 0
    END
    ELSE 1
END AS "CauseNumber"
FROM "kpi" AS "k"
WHERE CASE
    WHEN "k"."StartsOn" <= @Value THEN CASE
        WHEN "k"."StartsOn" < @Value1 THEN CASE
            WHEN "k"."goal" IS NULL THEN -4
            WHEN ef_compare("k"."goal", '0.0') <= 0 THEN -5
            WHEN "k"."reached" IS NULL THEN -6
            WHEN "k"."less_is_better" THEN CASE
                WHEN ef_compare(ef_multiply("k"."goal", '20.0'), ef_multiply("k"."reached", '17.0')) > 0 THEN 1
                ELSE 0
            END
            WHEN ef_compare(ef_multiply("k"."reached", '20.0'), ef_multiply("k"."goal", '17.0')) > 0 THEN 1
            ELSE 0
        END
        WHEN "k"."goal" IS NULL THEN -4
        WHEN ef_compare("k"."goal", '0.0') <= 0 THEN -5
        WHEN "k"."reached" IS NULL THEN -6
        WHEN "k"."less_is_better" THEN CASE
            WHEN ef_compare(ef_multiply("k"."goal", '20.0'), ef_multiply("k"."reached", '17.0')) > 0 THEN 3
            ELSE 2
        END
        WHEN ef_compare(ef_multiply("k"."reached", '20.0'), ef_multiply("k"."goal", '17.0')) > 0 THEN 3
        ELSE 2
    END
    ELSE -1
END <> -32769

-- ## CountByStanding
.param set @Value '2026-11-30'

SELECT "k0"."Standing", COUNT(*) AS "Count"
FROM (
    SELECT CASE
        WHEN "k"."StartsOn" <= @Value THEN CASE
            WHEN "k"."goal" IS NULL THEN 0
            WHEN ef_compare("k"."goal", '0.0') <= 0 THEN 0
            WHEN "k"."reached" IS NULL THEN 0
            WHEN "k"."less_is_better" THEN CASE
                WHEN ef_compare(ef_multiply("k"."goal", '20.0'), ef_multiply("k"."reached", '17.0')) > 0 THEN 2
                ELSE 7
            END
            WHEN ef_compare(ef_multiply("k"."reached", '20.0'), ef_multiply("k"."goal", '17.0')) > 0 THEN 2
            ELSE 7
        END
        ELSE 1
    END AS "Standing"
    FROM "kpi" AS "k"
) AS "k0"
GROUP BY "k0"."Standing"

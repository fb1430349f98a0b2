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

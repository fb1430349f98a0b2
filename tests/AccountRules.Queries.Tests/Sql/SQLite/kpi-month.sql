-- ## Group
SELECT "k"."Employee" AS "Subject", "k"."StartsOn" AS "Period", CASE
    WHEN COUNT(CASE
        WHEN CASE
            WHEN "k"."goal" IS NULL THEN 0
            WHEN ef_compare("k"."goal", '0.0') <= 0 THEN 0
            WHEN "k"."reached" IS NULL THEN 0
            WHEN "k"."less_is_better" THEN CASE
                WHEN ef_compare(ef_multiply("k"."goal", '20.0'), ef_multiply("k"."reached", '17.0')) > 0 THEN 2
                ELSE 7
            END
            WHEN ef_compare(ef_multiply("k"."reached", '20.0'), ef_multiply("k"."goal", '17.0')) > 0 THEN 2
            ELSE 7
        END = 7 THEN 1
    END) > 0 THEN 7
    WHEN COUNT(CASE
        WHEN CASE
            WHEN "k"."goal" IS NULL THEN 0
            WHEN ef_compare("k"."goal", '0.0') <= 0 THEN 0
            WHEN "k"."reached" IS NULL THEN 0
            WHEN "k"."less_is_better" THEN CASE
                WHEN ef_compare(ef_multiply("k"."goal", '20.0'), ef_multiply("k"."reached", '17.0')) > 0 THEN 2
                ELSE 7
            END
            WHEN ef_compare(ef_multiply("k"."reached", '20.0'), ef_multiply("k"."goal", '17.0')) > 0 THEN 2
            ELSE 7
        END = 2 THEN 1
    END) > 0 AND COUNT(CASE
        WHEN CASE
            WHEN "k"."goal" IS NULL THEN 0
            WHEN ef_compare("k"."goal", '0.0') <= 0 THEN 0
            WHEN "k"."reached" IS NULL THEN 0
            WHEN "k"."less_is_better" THEN CASE
                WHEN ef_compare(ef_multiply("k"."goal", '20.0'), ef_multiply("k"."reached", '17.0')) > 0 THEN 2
                ELSE 7
            END
            WHEN ef_compare(ef_multiply("k"."reached", '20.0'), ef_multiply("k"."goal", '17.0')) > 0 THEN 2
            ELSE 7
        END = 0 THEN 1
    END) = 0 THEN 2
    ELSE 0
END AS "Standing", COUNT(CASE
    WHEN CASE
        WHEN "k"."goal" IS NULL THEN 0
        WHEN ef_compare("k"."goal", '0.0') <= 0 THEN 0
        WHEN "k"."reached" IS NULL THEN 0
        WHEN "k"."less_is_better" THEN CASE
            WHEN ef_compare(ef_multiply("k"."goal", '20.0'), ef_multiply("k"."reached", '17.0')) > 0 THEN 2
            ELSE 7
        END
        WHEN ef_compare(ef_multiply("k"."reached", '20.0'), ef_multiply("k"."goal", '17.0')) > 0 THEN 2
        ELSE 7
    END = 2 THEN 1
END) AS "Met", COUNT(CASE
    WHEN CASE
        WHEN "k"."goal" IS NULL THEN 0
        WHEN ef_compare("k"."goal", '0.0') <= 0 THEN 0
        WHEN "k"."reached" IS NULL THEN 0
        WHEN "k"."less_is_better" THEN CASE
            WHEN ef_compare(ef_multiply("k"."goal", '20.0'), ef_multiply("k"."reached", '17.0')) > 0 THEN 2
            ELSE 7
        END
        WHEN ef_compare(ef_multiply("k"."reached", '20.0'), ef_multiply("k"."goal", '17.0')) > 0 THEN 2
        ELSE 7
    END = 7 THEN 1
END) AS "Missed", COUNT(CASE
    WHEN CASE
        WHEN "k"."goal" IS NULL THEN 0
        WHEN ef_compare("k"."goal", '0.0') <= 0 THEN 0
        WHEN "k"."reached" IS NULL THEN 0
        WHEN "k"."less_is_better" THEN CASE
            WHEN ef_compare(ef_multiply("k"."goal", '20.0'), ef_multiply("k"."reached", '17.0')) > 0 THEN 2
            ELSE 7
        END
        WHEN ef_compare(ef_multiply("k"."reached", '20.0'), ef_multiply("k"."goal", '17.0')) > 0 THEN 2
        ELSE 7
    END = 0 THEN 1
END) AS "Undetermined"
FROM "kpi" AS "k"
WHERE "k"."StartsOn" <= '2026-11-21'
GROUP BY "k"."Employee", "k"."StartsOn"

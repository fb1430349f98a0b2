-- ## Group
.param set @Value '2026-11-30'
.param set @Value2 '2026-11-01'

SELECT "k0"."Subject", "k0"."Period", CASE
    WHEN COUNT(CASE
        WHEN "k0"."Standing" <> 1 OR "k0"."Standing" IS NULL THEN 1
    END) > 0 THEN CASE
        WHEN COUNT(CASE
            WHEN "k0"."Standing" = 7 THEN 1
        END) > 0 THEN 7
        WHEN COUNT(CASE
            WHEN "k0"."Standing" = 2 THEN 1
        END) > 0 AND COUNT(CASE
            WHEN "k0"."Standing" = 0 THEN 1
        END) = 0 THEN 2
        ELSE 0
    END
    ELSE 1
END AS "Standing", COUNT(CASE
    WHEN "k0"."IsProvisional" THEN 1
END) > 0 AS "IsProvisional", COUNT(CASE
    WHEN "k0"."Standing" = 2 THEN 1
END) AS "Met", COUNT(CASE
    WHEN "k0"."Standing" = 7 THEN 1
END) AS "Missed", COUNT(CASE
    WHEN "k0"."Standing" = 0 THEN 1
END) AS "Undetermined", COUNT(CASE
    WHEN "k0"."IsCopied" THEN 1
END) AS "Duplicates"
FROM (
    SELECT "k"."Employee" AS "Subject", "k"."StartsOn" AS "Period", CASE
        WHEN MIN(CAST(CASE
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
        END AS INTEGER)) < MAX(CAST(CASE
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
        END AS INTEGER)) THEN 0
        ELSE CAST(MIN(CAST(CASE
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
        END AS INTEGER)) AS INTEGER)
    END AS "Standing", COUNT(CASE
        WHEN CASE
            WHEN "k"."StartsOn" <= @Value THEN CASE
                WHEN "k"."StartsOn" < @Value2 THEN 0
                ELSE 1
            END
            ELSE 0
        END THEN 1
    END) > 0 AS "IsProvisional", COUNT(*) > 1 AS "IsCopied"
    FROM "kpi" AS "k"
    GROUP BY "k"."Employee", "k"."StartsOn", "k"."Name"
) AS "k0"
GROUP BY "k0"."Subject", "k0"."Period"

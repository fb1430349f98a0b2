-- ## Group
.param set @Value '2026-11-30'
.param set @Value2 '2026-11-01'

SELECT "k"."Employee" AS "Subject", "k"."StartsOn" AS "Period", CASE
    WHEN COUNT(CASE
        WHEN CASE
            WHEN "k"."StartsOn" <= @Value THEN CASE
                WHEN "k"."goal" IS NULL THEN 0
                WHEN ef_compare("k"."goal", '0.0') <= 0 THEN 0
                WHEN "k"."reached" IS NULL THEN 0
                WHEN "k"."less_is_better" THEN CASE
                    WHEN ef_compare("k"."goal", ef_multiply('0.85', "k"."reached")) > 0 THEN 2
                    ELSE 7
                END
                WHEN ef_compare("k"."reached", ef_multiply('0.85', "k"."goal")) > 0 THEN 2
                ELSE 7
            END
            ELSE 1
        END <> 1 THEN 1
    END) > 0 THEN CASE
        WHEN COUNT(CASE
            WHEN CASE
                WHEN "k"."StartsOn" <= @Value THEN CASE
                    WHEN "k"."goal" IS NULL THEN 0
                    WHEN ef_compare("k"."goal", '0.0') <= 0 THEN 0
                    WHEN "k"."reached" IS NULL THEN 0
                    WHEN "k"."less_is_better" THEN CASE
                        WHEN ef_compare("k"."goal", ef_multiply('0.85', "k"."reached")) > 0 THEN 2
                        ELSE 7
                    END
                    WHEN ef_compare("k"."reached", ef_multiply('0.85', "k"."goal")) > 0 THEN 2
                    ELSE 7
                END
                ELSE 1
            END = 7 THEN 1
        END) > 0 THEN 7
        WHEN COUNT(CASE
            WHEN CASE
                WHEN "k"."StartsOn" <= @Value THEN CASE
                    WHEN "k"."goal" IS NULL THEN 0
                    WHEN ef_compare("k"."goal", '0.0') <= 0 THEN 0
                    WHEN "k"."reached" IS NULL THEN 0
                    WHEN "k"."less_is_better" THEN CASE
                        WHEN ef_compare("k"."goal", ef_multiply('0.85', "k"."reached")) > 0 THEN 2
                        ELSE 7
                    END
                    WHEN ef_compare("k"."reached", ef_multiply('0.85', "k"."goal")) > 0 THEN 2
                    ELSE 7
                END
                ELSE 1
            END = 2 THEN 1
        END) > 0 AND COUNT(CASE
            WHEN CASE
                WHEN "k"."StartsOn" <= @Value THEN CASE
                    WHEN "k"."goal" IS NULL THEN 0
                    WHEN ef_compare("k"."goal", '0.0') <= 0 THEN 0
                    WHEN "k"."reached" IS NULL THEN 0
                    WHEN "k"."less_is_better" THEN CASE
                        WHEN ef_compare("k"."goal", ef_multiply('0.85', "k"."reached")) > 0 THEN 2
                        ELSE 7
                    END
                    WHEN ef_compare("k"."reached", ef_multiply('0.85', "k"."goal")) > 0 THEN 2
                    ELSE 7
                END
                ELSE 1
            END = 0 THEN 1
        END) = 0 THEN 2
        ELSE 0
    END
    ELSE 1
END AS "Standing", COUNT(CASE
    WHEN CASE
        WHEN "k"."StartsOn" <= @Value THEN CASE
            WHEN "k"."StartsOn" < @Value2 THEN 0
            ELSE 1
        END
        ELSE 0
    END THEN 1
END) > 0 AS "IsProvisional", COUNT(CASE
    WHEN CASE
        WHEN "k"."StartsOn" <= @Value THEN CASE
            WHEN "k"."goal" IS NULL THEN 0
            WHEN ef_compare("k"."goal", '0.0') <= 0 THEN 0
            WHEN "k"."reached" IS NULL THEN 0
            WHEN "k"."less_is_better" THEN CASE
                WHEN ef_compare("k"."goal", ef_multiply('0.85', "k"."reached")) > 0 THEN 2
                ELSE 7
            END
            WHEN ef_compare("k"."reached", ef_multiply('0.85', "k"."goal")) > 0 THEN 2
            ELSE 7
        END
        ELSE 1
    END = 2 THEN 1
END) AS "Met", COUNT(CASE
    WHEN CASE
        WHEN "k"."StartsOn" <= @Value THEN CASE
            WHEN "k"."goal" IS NULL THEN 0
            WHEN ef_compare("k"."goal", '0.0') <= 0 THEN 0
            WHEN "k"."reached" IS NULL THEN 0
            WHEN "k"."less_is_better" THEN CASE
                WHEN ef_compare("k"."goal", ef_multiply('0.85', "k"."reached")) > 0 THEN 2
                ELSE 7
            END
            WHEN ef_compare("k"."reached", ef_multiply('0.85', "k"."goal")) > 0 THEN 2
            ELSE 7
        END
        ELSE 1
    END = 7 THEN 1
END) AS "Missed", COUNT(CASE
    WHEN CASE
        WHEN "k"."StartsOn" <= @Value THEN CASE
            WHEN "k"."goal" IS NULL THEN 0
            WHEN ef_compare("k"."goal", '0.0') <= 0 THEN 0
            WHEN "k"."reached" IS NULL THEN 0
            WHEN "k"."less_is_better" THEN CASE
                WHEN ef_compare("k"."goal", ef_multiply('0.85', "k"."reached")) > 0 THEN 2
                ELSE 7
            END
            WHEN ef_compare("k"."reached", ef_multiply('0.85', "k"."goal")) > 0 THEN 2
            ELSE 7
        END
        ELSE 1
    END = 0 THEN 1
END) AS "Undetermined"
FROM "kpi" AS "k"
GROUP BY "k"."Employee", "k"."StartsOn"

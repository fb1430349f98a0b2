-- ## Group
SELECT "k0"."Subject", "k0"."Period", CASE
    WHEN COUNT(CASE
        WHEN "k0"."Standing" = 7 THEN 1
    END) > 0 THEN 7
    WHEN COUNT(CASE
        WHEN "k0"."Standing" = 2 THEN 1
    END) > 0 AND COUNT(CASE
        WHEN "k0"."Standing" = 0 THEN 1
    END) = 0 THEN 2
    ELSE 0
END AS "Standing", COUNT(CASE
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
            WHEN "k"."goal" IS NULL THEN 0
            WHEN ef_compare("k"."goal", '0.0') <= 0 THEN 0
            WHEN "k"."reached" IS NULL THEN 0
            WHEN "k"."less_is_better" THEN CASE
                WHEN ef_compare("k"."goal", ef_multiply('0.85', "k"."reached")) > 0 THEN 2
                ELSE 7
            END
            WHEN ef_compare("k"."reached", ef_multiply('0.85', "k"."goal")) > 0 THEN 2
            ELSE 7
        END AS INTEGER)) < MAX(CAST(CASE
            WHEN "k"."goal" IS NULL THEN 0
            WHEN ef_compare("k"."goal", '0.0') <= 0 THEN 0
            WHEN "k"."reached" IS NULL THEN 0
            WHEN "k"."less_is_better" THEN CASE
                WHEN ef_compare("k"."goal", ef_multiply('0.85', "k"."reached")) > 0 THEN 2
                ELSE 7
            END
            WHEN ef_compare("k"."reached", ef_multiply('0.85', "k"."goal")) > 0 THEN 2
            ELSE 7
        END AS INTEGER)) THEN 0
        ELSE CAST(MIN(CAST(CASE
            WHEN "k"."goal" IS NULL THEN 0
            WHEN ef_compare("k"."goal", '0.0') <= 0 THEN 0
            WHEN "k"."reached" IS NULL THEN 0
            WHEN "k"."less_is_better" THEN CASE
                WHEN ef_compare("k"."goal", ef_multiply('0.85', "k"."reached")) > 0 THEN 2
                ELSE 7
            END
            WHEN ef_compare("k"."reached", ef_multiply('0.85', "k"."goal")) > 0 THEN 2
            ELSE 7
        END AS INTEGER)) AS INTEGER)
    END AS "Standing", COUNT(*) > 1 AS "IsCopied"
    FROM "kpi" AS "k"
    WHERE "k"."StartsOn" <= '2026-11-21'
    GROUP BY "k"."Employee", "k"."StartsOn", "k"."Name"
) AS "k0"
GROUP BY "k0"."Subject", "k0"."Period"

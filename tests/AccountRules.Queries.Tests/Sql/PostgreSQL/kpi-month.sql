-- ## Group
-- @Value='11/30/2026' (DbType = Date)
-- @Value2='11/01/2026' (DbType = Date)
SELECT k0."Subject", k0."Period", CASE
    WHEN count(*) FILTER (WHERE k0."Standing" <> 1 OR k0."Standing" IS NULL)::int > 0 THEN CASE
        WHEN count(*) FILTER (WHERE k0."Standing" = 7)::int > 0 THEN 7
        WHEN count(*) FILTER (WHERE k0."Standing" = 2)::int > 0 AND count(*) FILTER (WHERE k0."Standing" = 0)::int = 0 THEN 2
        ELSE 0
    END
    ELSE 1
END AS "Standing", count(*) FILTER (WHERE k0."IsProvisional")::int > 0 AS "IsProvisional", count(*) FILTER (WHERE k0."Standing" = 2)::int AS "Met", count(*) FILTER (WHERE k0."Standing" = 7)::int AS "Missed", count(*) FILTER (WHERE k0."Standing" = 0)::int AS "Undetermined", count(*) FILTER (WHERE k0."IsCopied")::int AS "Duplicates"
FROM (
    SELECT k."Employee" AS "Subject", k."StartsOn" AS "Period", CASE
        WHEN min(CAST(CASE
            WHEN k."StartsOn" <= @Value THEN CASE
                WHEN k.goal IS NULL THEN 0
                WHEN k.goal <= 0.0 THEN 0
                WHEN k.reached IS NULL THEN 0
                WHEN k.less_is_better THEN CASE
                    WHEN k.goal * 20.0 > k.reached * 17.0 THEN 2
                    ELSE 7
                END
                WHEN k.reached * 20.0 > k.goal * 17.0 THEN 2
                ELSE 7
            END
            ELSE 1
        END AS integer)) < max(CAST(CASE
            WHEN k."StartsOn" <= @Value THEN CASE
                WHEN k.goal IS NULL THEN 0
                WHEN k.goal <= 0.0 THEN 0
                WHEN k.reached IS NULL THEN 0
                WHEN k.less_is_better THEN CASE
                    WHEN k.goal * 20.0 > k.reached * 17.0 THEN 2
                    ELSE 7
                END
                WHEN k.reached * 20.0 > k.goal * 17.0 THEN 2
                ELSE 7
            END
            ELSE 1
        END AS integer)) THEN 0
        ELSE min(CAST(CASE
            WHEN k."StartsOn" <= @Value THEN CASE
                WHEN k.goal IS NULL THEN 0
                WHEN k.goal <= 0.0 THEN 0
                WHEN k.reached IS NULL THEN 0
                WHEN k.less_is_better THEN CASE
                    WHEN k.goal * 20.0 > k.reached * 17.0 THEN 2
                    ELSE 7
                END
                WHEN k.reached * 20.0 > k.goal * 17.0 THEN 2
                ELSE 7
            END
            ELSE 1
        END AS integer))::smallint
    END AS "Standing", count(*) FILTER (WHERE CASE
        WHEN k."StartsOn" <= @Value THEN CASE
            WHEN k."StartsOn" < @Value2 THEN FALSE
            ELSE TRUE
        END
        ELSE FALSE
    END)::int > 0 AS "IsProvisional", count(*)::int > 1 AS "IsCopied"
    FROM kpi AS k
    GROUP BY k."Employee", k."StartsOn", k."Name"
) AS k0
GROUP BY k0."Subject", k0."Period"

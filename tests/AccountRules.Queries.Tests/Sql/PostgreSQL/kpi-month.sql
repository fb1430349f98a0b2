-- ## Group
SELECT k0."Subject", k0."Period", CASE
    WHEN count(*) FILTER (WHERE k0."Standing" = 7)::int > 0 THEN 7
    WHEN count(*) FILTER (WHERE k0."Standing" = 2)::int > 0 AND count(*) FILTER (WHERE k0."Standing" = 0)::int = 0 THEN 2
    ELSE 0
END AS "Standing", count(*) FILTER (WHERE k0."Standing" = 2)::int AS "Met", count(*) FILTER (WHERE k0."Standing" = 7)::int AS "Missed", count(*) FILTER (WHERE k0."Standing" = 0)::int AS "Undetermined", count(*) FILTER (WHERE k0."IsCopied")::int AS "Duplicates"
FROM (
    SELECT k."Employee" AS "Subject", k."StartsOn" AS "Period", CASE
        WHEN min(CAST(CASE
            WHEN k.goal IS NULL THEN 0
            WHEN k.goal <= 0.0 THEN 0
            WHEN k.reached IS NULL THEN 0
            WHEN k.less_is_better THEN CASE
                WHEN k.goal > 0.85 * k.reached THEN 2
                ELSE 7
            END
            WHEN k.reached > 0.85 * k.goal THEN 2
            ELSE 7
        END AS integer)) < max(CAST(CASE
            WHEN k.goal IS NULL THEN 0
            WHEN k.goal <= 0.0 THEN 0
            WHEN k.reached IS NULL THEN 0
            WHEN k.less_is_better THEN CASE
                WHEN k.goal > 0.85 * k.reached THEN 2
                ELSE 7
            END
            WHEN k.reached > 0.85 * k.goal THEN 2
            ELSE 7
        END AS integer)) THEN 0
        ELSE min(CAST(CASE
            WHEN k.goal IS NULL THEN 0
            WHEN k.goal <= 0.0 THEN 0
            WHEN k.reached IS NULL THEN 0
            WHEN k.less_is_better THEN CASE
                WHEN k.goal > 0.85 * k.reached THEN 2
                ELSE 7
            END
            WHEN k.reached > 0.85 * k.goal THEN 2
            ELSE 7
        END AS integer))::smallint
    END AS "Standing", count(*)::int > 1 AS "IsCopied"
    FROM kpi AS k
    WHERE k."StartsOn" <= DATE '2026-11-21'
    GROUP BY k."Employee", k."StartsOn", k."Name"
) AS k0
GROUP BY k0."Subject", k0."Period"

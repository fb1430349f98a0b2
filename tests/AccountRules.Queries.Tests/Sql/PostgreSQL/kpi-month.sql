-- ## Group
-- @Value='11/30/2026' (DbType = Date)
-- @Value2='11/01/2026' (DbType = Date)
SELECT k."Employee" AS "Subject", k."StartsOn" AS "Period", CASE
    WHEN count(*) FILTER (WHERE CASE
        WHEN k."StartsOn" <= @Value THEN CASE
            WHEN k.goal IS NULL THEN 0
            WHEN k.goal <= 0.0 THEN 0
            WHEN k.reached IS NULL THEN 0
            WHEN k.less_is_better THEN CASE
                WHEN k.goal > 0.85 * k.reached THEN 2
                ELSE 7
            END
            WHEN k.reached > 0.85 * k.goal THEN 2
            ELSE 7
        END
        ELSE 1
    END <> 1)::int > 0 THEN CASE
        WHEN count(*) FILTER (WHERE CASE
            WHEN k."StartsOn" <= @Value THEN CASE
                WHEN k.goal IS NULL THEN 0
                WHEN k.goal <= 0.0 THEN 0
                WHEN k.reached IS NULL THEN 0
                WHEN k.less_is_better THEN CASE
                    WHEN k.goal > 0.85 * k.reached THEN 2
                    ELSE 7
                END
                WHEN k.reached > 0.85 * k.goal THEN 2
                ELSE 7
            END
            ELSE 1
        END = 7)::int > 0 THEN 7
        WHEN count(*) FILTER (WHERE CASE
            WHEN k."StartsOn" <= @Value THEN CASE
                WHEN k.goal IS NULL THEN 0
                WHEN k.goal <= 0.0 THEN 0
                WHEN k.reached IS NULL THEN 0
                WHEN k.less_is_better THEN CASE
                    WHEN k.goal > 0.85 * k.reached THEN 2
                    ELSE 7
                END
                WHEN k.reached > 0.85 * k.goal THEN 2
                ELSE 7
            END
            ELSE 1
        END = 2)::int > 0 AND count(*) FILTER (WHERE CASE
            WHEN k."StartsOn" <= @Value THEN CASE
                WHEN k.goal IS NULL THEN 0
                WHEN k.goal <= 0.0 THEN 0
                WHEN k.reached IS NULL THEN 0
                WHEN k.less_is_better THEN CASE
                    WHEN k.goal > 0.85 * k.reached THEN 2
                    ELSE 7
                END
                WHEN k.reached > 0.85 * k.goal THEN 2
                ELSE 7
            END
            ELSE 1
        END = 0)::int = 0 THEN 2
        ELSE 0
    END
    ELSE 1
END AS "Standing", count(*) FILTER (WHERE CASE
    WHEN k."StartsOn" <= @Value THEN CASE
        WHEN k."StartsOn" < @Value2 THEN FALSE
        ELSE TRUE
    END
    ELSE FALSE
END)::int > 0 AS "IsProvisional", count(*) FILTER (WHERE CASE
    WHEN k."StartsOn" <= @Value THEN CASE
        WHEN k.goal IS NULL THEN 0
        WHEN k.goal <= 0.0 THEN 0
        WHEN k.reached IS NULL THEN 0
        WHEN k.less_is_better THEN CASE
            WHEN k.goal > 0.85 * k.reached THEN 2
            ELSE 7
        END
        WHEN k.reached > 0.85 * k.goal THEN 2
        ELSE 7
    END
    ELSE 1
END = 2)::int AS "Met", count(*) FILTER (WHERE CASE
    WHEN k."StartsOn" <= @Value THEN CASE
        WHEN k.goal IS NULL THEN 0
        WHEN k.goal <= 0.0 THEN 0
        WHEN k.reached IS NULL THEN 0
        WHEN k.less_is_better THEN CASE
            WHEN k.goal > 0.85 * k.reached THEN 2
            ELSE 7
        END
        WHEN k.reached > 0.85 * k.goal THEN 2
        ELSE 7
    END
    ELSE 1
END = 7)::int AS "Missed", count(*) FILTER (WHERE CASE
    WHEN k."StartsOn" <= @Value THEN CASE
        WHEN k.goal IS NULL THEN 0
        WHEN k.goal <= 0.0 THEN 0
        WHEN k.reached IS NULL THEN 0
        WHEN k.less_is_better THEN CASE
            WHEN k.goal > 0.85 * k.reached THEN 2
            ELSE 7
        END
        WHEN k.reached > 0.85 * k.goal THEN 2
        ELSE 7
    END
    ELSE 1
END = 0)::int AS "Undetermined"
FROM kpi AS k
GROUP BY k."Employee", k."StartsOn"

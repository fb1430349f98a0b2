-- ## Group
SELECT k."Employee" AS "Subject", k."StartsOn" AS "Period", CASE
    WHEN count(*) FILTER (WHERE CASE
        WHEN k.goal IS NULL THEN 0
        WHEN k.goal <= 0.0 THEN 0
        WHEN k.reached IS NULL THEN 0
        WHEN k.less_is_better THEN CASE
            WHEN k.goal * 20.0 > k.reached * 17.0 THEN 2
            ELSE 7
        END
        WHEN k.reached * 20.0 > k.goal * 17.0 THEN 2
        ELSE 7
    END = 7)::int > 0 THEN 7
    WHEN count(*) FILTER (WHERE CASE
        WHEN k.goal IS NULL THEN 0
        WHEN k.goal <= 0.0 THEN 0
        WHEN k.reached IS NULL THEN 0
        WHEN k.less_is_better THEN CASE
            WHEN k.goal * 20.0 > k.reached * 17.0 THEN 2
            ELSE 7
        END
        WHEN k.reached * 20.0 > k.goal * 17.0 THEN 2
        ELSE 7
    END = 2)::int > 0 AND count(*) FILTER (WHERE CASE
        WHEN k.goal IS NULL THEN 0
        WHEN k.goal <= 0.0 THEN 0
        WHEN k.reached IS NULL THEN 0
        WHEN k.less_is_better THEN CASE
            WHEN k.goal * 20.0 > k.reached * 17.0 THEN 2
            ELSE 7
        END
        WHEN k.reached * 20.0 > k.goal * 17.0 THEN 2
        ELSE 7
    END = 0)::int = 0 THEN 2
    ELSE 0
END AS "Standing", count(*) FILTER (WHERE CASE
    WHEN k.goal IS NULL THEN 0
    WHEN k.goal <= 0.0 THEN 0
    WHEN k.reached IS NULL THEN 0
    WHEN k.less_is_better THEN CASE
        WHEN k.goal * 20.0 > k.reached * 17.0 THEN 2
        ELSE 7
    END
    WHEN k.reached * 20.0 > k.goal * 17.0 THEN 2
    ELSE 7
END = 2)::int AS "Met", count(*) FILTER (WHERE CASE
    WHEN k.goal IS NULL THEN 0
    WHEN k.goal <= 0.0 THEN 0
    WHEN k.reached IS NULL THEN 0
    WHEN k.less_is_better THEN CASE
        WHEN k.goal * 20.0 > k.reached * 17.0 THEN 2
        ELSE 7
    END
    WHEN k.reached * 20.0 > k.goal * 17.0 THEN 2
    ELSE 7
END = 7)::int AS "Missed", count(*) FILTER (WHERE CASE
    WHEN k.goal IS NULL THEN 0
    WHEN k.goal <= 0.0 THEN 0
    WHEN k.reached IS NULL THEN 0
    WHEN k.less_is_better THEN CASE
        WHEN k.goal * 20.0 > k.reached * 17.0 THEN 2
        ELSE 7
    END
    WHEN k.reached * 20.0 > k.goal * 17.0 THEN 2
    ELSE 7
END = 0)::int AS "Undetermined"
FROM kpi AS k
WHERE k."StartsOn" <= DATE '2026-11-21'
GROUP BY k."Employee", k."StartsOn"

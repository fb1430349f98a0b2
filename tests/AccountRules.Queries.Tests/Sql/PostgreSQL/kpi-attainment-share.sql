-- ## Where Missed
SELECT p."Id", p."Days", p."DaysInPeriod", p."Employee", p."Goal", p."IsLessBetter", p."Month", p."Name", p."Reached", p."StartsOn"
FROM prorated_kpi AS p
WHERE p."Goal" IS NOT NULL AND p."Goal" > 0.0 AND p."Reached" IS NOT NULL AND ((p."Days" IS NULL AND p."DaysInPeriod" IS NULL AND ((p."IsLessBetter" AND p."Goal" <= 0.85 * p."Reached") OR (NOT (p."IsLessBetter") AND p."Reached" <= 0.85 * p."Goal"))) OR ((p."Days" IS NOT NULL OR p."DaysInPeriod" IS NOT NULL) AND (p."Days" IS NOT NULL OR p."DaysInPeriod" IS NULL) AND (p."Days" IS NULL OR (p."DaysInPeriod" IS NOT NULL AND p."Days" >= 1 AND p."DaysInPeriod" >= 1 AND p."Days" <= p."DaysInPeriod")) AND ((p."IsLessBetter" AND p."Goal" * p."Days"::numeric <= 0.85 * p."Reached" * p."DaysInPeriod"::numeric) OR (NOT (p."IsLessBetter") AND p."Reached" * p."DaysInPeriod"::numeric <= 0.85 * p."Goal" * p."Days"::numeric))))

-- ## Where Met
SELECT p."Id", p."Days", p."DaysInPeriod", p."Employee", p."Goal", p."IsLessBetter", p."Month", p."Name", p."Reached", p."StartsOn"
FROM prorated_kpi AS p
WHERE p."Goal" IS NOT NULL AND p."Goal" > 0.0 AND p."Reached" IS NOT NULL AND ((p."Days" IS NULL AND p."DaysInPeriod" IS NULL AND ((p."IsLessBetter" AND p."Goal" > 0.85 * p."Reached") OR (NOT (p."IsLessBetter") AND p."Reached" > 0.85 * p."Goal"))) OR ((p."Days" IS NOT NULL OR p."DaysInPeriod" IS NOT NULL) AND (p."Days" IS NOT NULL OR p."DaysInPeriod" IS NULL) AND (p."Days" IS NULL OR (p."DaysInPeriod" IS NOT NULL AND p."Days" >= 1 AND p."DaysInPeriod" >= 1 AND p."Days" <= p."DaysInPeriod")) AND ((p."IsLessBetter" AND p."Goal" * p."Days"::numeric > 0.85 * p."Reached" * p."DaysInPeriod"::numeric) OR (NOT (p."IsLessBetter") AND p."Reached" * p."DaysInPeriod"::numeric > 0.85 * p."Goal" * p."Days"::numeric))))

-- ## Where Undetermined
SELECT p."Id", p."Days", p."DaysInPeriod", p."Employee", p."Goal", p."IsLessBetter", p."Month", p."Name", p."Reached", p."StartsOn"
FROM prorated_kpi AS p
WHERE p."Goal" IS NULL OR p."Goal" <= 0.0 OR (p."Goal" > 0.0 AND (p."Reached" IS NULL OR ((p."Days" IS NOT NULL OR p."DaysInPeriod" IS NOT NULL) AND ((p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 1 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod"))))))

-- ## Where NotApplicable
SELECT p."Id", p."Days", p."DaysInPeriod", p."Employee", p."Goal", p."IsLessBetter", p."Month", p."Name", p."Reached", p."StartsOn"
FROM prorated_kpi AS p
WHERE FALSE

-- ## WhereBand Missed
SELECT p."Id", p."Days", p."DaysInPeriod", p."Employee", p."Goal", p."IsLessBetter", p."Month", p."Name", p."Reached", p."StartsOn"
FROM prorated_kpi AS p
WHERE p."Goal" IS NOT NULL AND p."Goal" > 0.0 AND p."Reached" IS NOT NULL AND ((p."Days" IS NULL AND p."DaysInPeriod" IS NULL AND ((p."IsLessBetter" AND p."Goal" <= 0.85 * p."Reached") OR (NOT (p."IsLessBetter") AND p."Reached" <= 0.85 * p."Goal"))) OR ((p."Days" IS NOT NULL OR p."DaysInPeriod" IS NOT NULL) AND (p."Days" IS NOT NULL OR p."DaysInPeriod" IS NULL) AND (p."Days" IS NULL OR (p."DaysInPeriod" IS NOT NULL AND p."Days" >= 1 AND p."DaysInPeriod" >= 1 AND p."Days" <= p."DaysInPeriod")) AND ((p."IsLessBetter" AND p."Goal" * p."Days"::numeric <= 0.85 * p."Reached" * p."DaysInPeriod"::numeric) OR (NOT (p."IsLessBetter") AND p."Reached" * p."DaysInPeriod"::numeric <= 0.85 * p."Goal" * p."Days"::numeric))))

-- ## WhereBand Met
SELECT p."Id", p."Days", p."DaysInPeriod", p."Employee", p."Goal", p."IsLessBetter", p."Month", p."Name", p."Reached", p."StartsOn"
FROM prorated_kpi AS p
WHERE p."Goal" IS NOT NULL AND p."Goal" > 0.0 AND p."Reached" IS NOT NULL AND ((p."Days" IS NULL AND p."DaysInPeriod" IS NULL AND ((p."IsLessBetter" AND p."Goal" > 0.85 * p."Reached") OR (NOT (p."IsLessBetter") AND p."Reached" > 0.85 * p."Goal"))) OR ((p."Days" IS NOT NULL OR p."DaysInPeriod" IS NOT NULL) AND (p."Days" IS NOT NULL OR p."DaysInPeriod" IS NULL) AND (p."Days" IS NULL OR (p."DaysInPeriod" IS NOT NULL AND p."Days" >= 1 AND p."DaysInPeriod" >= 1 AND p."Days" <= p."DaysInPeriod")) AND ((p."IsLessBetter" AND p."Goal" * p."Days"::numeric > 0.85 * p."Reached" * p."DaysInPeriod"::numeric) OR (NOT (p."IsLessBetter") AND p."Reached" * p."DaysInPeriod"::numeric > 0.85 * p."Goal" * p."Days"::numeric))))

-- ## Grade
SELECT p."Id", p."Days", p."DaysInPeriod", p."Employee", p."Goal", p."IsLessBetter", p."Month", p."Name", p."Reached", p."StartsOn", CASE
    WHEN p."Goal" IS NULL THEN 0
    WHEN p."Goal" <= 0.0 THEN 0
    WHEN p."Reached" IS NULL THEN 0
    WHEN p."Days" IS NULL AND p."DaysInPeriod" IS NULL THEN CASE
        WHEN p."IsLessBetter" THEN CASE
            WHEN p."Goal" > 0.85 * p."Reached" THEN 2
            ELSE 7
        END
        WHEN p."Reached" > 0.85 * p."Goal" THEN 2
        ELSE 7
    END
    WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 1 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN 0
    WHEN p."IsLessBetter" THEN CASE
        WHEN p."Goal" * p."Days"::numeric > 0.85 * p."Reached" * p."DaysInPeriod"::numeric THEN 2
        ELSE 7
    END
    WHEN p."Reached" * p."DaysInPeriod"::numeric > 0.85 * p."Goal" * p."Days"::numeric THEN 2
    ELSE 7
END AS "Standing", CASE
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Days" IS NULL AND p."DaysInPeriod" IS NULL THEN CASE
        WHEN p."IsLessBetter" THEN CASE
            WHEN p."Goal" > 0.85 * p."Reached" THEN 'Met'
            ELSE 'Missed'
        END
        WHEN p."Reached" > 0.85 * p."Goal" THEN 'Met'
        ELSE 'Missed'
    END
    WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 1 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN NULL
    WHEN p."IsLessBetter" THEN CASE
        WHEN p."Goal" * p."Days"::numeric > 0.85 * p."Reached" * p."DaysInPeriod"::numeric THEN 'Met'
        ELSE 'Missed'
    END
    WHEN p."Reached" * p."DaysInPeriod"::numeric > 0.85 * p."Goal" * p."Days"::numeric THEN 'Met'
    ELSE 'Missed'
END AS "Band", CASE
    WHEN p."Goal" IS NULL THEN 4
    WHEN p."Goal" <= 0.0 THEN 5
    WHEN p."Reached" IS NULL THEN 6
    WHEN p."Days" IS NULL AND p."DaysInPeriod" IS NULL THEN 0
    WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 1 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN 22
    ELSE 0
END AS "CauseNumber"
FROM prorated_kpi AS p
WHERE CASE
    WHEN p."Goal" IS NULL THEN -4
    WHEN p."Goal" <= 0.0 THEN -5
    WHEN p."Reached" IS NULL THEN -6
    WHEN p."Days" IS NULL AND p."DaysInPeriod" IS NULL THEN CASE
        WHEN p."IsLessBetter" THEN CASE
            WHEN p."Goal" > 0.85 * p."Reached" THEN 1
            ELSE 0
        END
        WHEN p."Reached" > 0.85 * p."Goal" THEN 1
        ELSE 0
    END
    WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 1 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN -22
    WHEN p."IsLessBetter" THEN CASE
        WHEN p."Goal" * p."Days"::numeric > 0.85 * p."Reached" * p."DaysInPeriod"::numeric THEN 1
        ELSE 0
    END
    WHEN p."Reached" * p."DaysInPeriod"::numeric > 0.85 * p."Goal" * p."Days"::numeric THEN 1
    ELSE 0
END <> -32769

-- ## CountByStanding
SELECT p0."Key" AS "Standing", count(*) AS "Count"
FROM (
    SELECT CASE
        WHEN p."Goal" IS NULL THEN 0
        WHEN p."Goal" <= 0.0 THEN 0
        WHEN p."Reached" IS NULL THEN 0
        WHEN p."Days" IS NULL AND p."DaysInPeriod" IS NULL THEN CASE
            WHEN p."IsLessBetter" THEN CASE
                WHEN p."Goal" > 0.85 * p."Reached" THEN 2
                ELSE 7
            END
            WHEN p."Reached" > 0.85 * p."Goal" THEN 2
            ELSE 7
        END
        WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 1 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN 0
        WHEN p."IsLessBetter" THEN CASE
            WHEN p."Goal" * p."Days"::numeric > 0.85 * p."Reached" * p."DaysInPeriod"::numeric THEN 2
            ELSE 7
        END
        WHEN p."Reached" * p."DaysInPeriod"::numeric > 0.85 * p."Goal" * p."Days"::numeric THEN 2
        ELSE 7
    END AS "Key"
    FROM prorated_kpi AS p
) AS p0
GROUP BY p0."Key"

-- ## Where Missed
SELECT "p"."Id", "p"."Days", "p"."DaysInPeriod", "p"."Employee", "p"."Goal", "p"."IsLessBetter", "p"."Month", "p"."Name", "p"."Reached", "p"."StartsOn"
FROM "prorated_kpi" AS "p"
WHERE "p"."Goal" IS NOT NULL AND ef_compare("p"."Goal", '0.0') > 0 AND "p"."Reached" IS NOT NULL AND (("p"."Days" IS NULL AND "p"."DaysInPeriod" IS NULL AND (("p"."IsLessBetter" AND ef_compare("p"."Goal", ef_multiply('0.85', "p"."Reached")) <= 0) OR (NOT ("p"."IsLessBetter") AND ef_compare("p"."Reached", ef_multiply('0.85', "p"."Goal")) <= 0))) OR (("p"."Days" IS NOT NULL OR "p"."DaysInPeriod" IS NOT NULL) AND ("p"."Days" IS NOT NULL OR "p"."DaysInPeriod" IS NULL) AND ("p"."Days" IS NULL OR ("p"."DaysInPeriod" IS NOT NULL AND "p"."Days" >= 1 AND "p"."DaysInPeriod" >= 1 AND "p"."Days" <= "p"."DaysInPeriod")) AND (("p"."IsLessBetter" AND ef_compare(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), ef_multiply('0.85', ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)))) <= 0) OR (NOT ("p"."IsLessBetter") AND ef_compare(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), ef_multiply('0.85', ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)))) <= 0))))

-- ## Where Met
SELECT "p"."Id", "p"."Days", "p"."DaysInPeriod", "p"."Employee", "p"."Goal", "p"."IsLessBetter", "p"."Month", "p"."Name", "p"."Reached", "p"."StartsOn"
FROM "prorated_kpi" AS "p"
WHERE "p"."Goal" IS NOT NULL AND ef_compare("p"."Goal", '0.0') > 0 AND "p"."Reached" IS NOT NULL AND (("p"."Days" IS NULL AND "p"."DaysInPeriod" IS NULL AND (("p"."IsLessBetter" AND ef_compare("p"."Goal", ef_multiply('0.85', "p"."Reached")) > 0) OR (NOT ("p"."IsLessBetter") AND ef_compare("p"."Reached", ef_multiply('0.85', "p"."Goal")) > 0))) OR (("p"."Days" IS NOT NULL OR "p"."DaysInPeriod" IS NOT NULL) AND ("p"."Days" IS NOT NULL OR "p"."DaysInPeriod" IS NULL) AND ("p"."Days" IS NULL OR ("p"."DaysInPeriod" IS NOT NULL AND "p"."Days" >= 1 AND "p"."DaysInPeriod" >= 1 AND "p"."Days" <= "p"."DaysInPeriod")) AND (("p"."IsLessBetter" AND ef_compare(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), ef_multiply('0.85', ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)))) > 0) OR (NOT ("p"."IsLessBetter") AND ef_compare(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), ef_multiply('0.85', ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)))) > 0))))

-- ## Where Undetermined
SELECT "p"."Id", "p"."Days", "p"."DaysInPeriod", "p"."Employee", "p"."Goal", "p"."IsLessBetter", "p"."Month", "p"."Name", "p"."Reached", "p"."StartsOn"
FROM "prorated_kpi" AS "p"
WHERE "p"."Goal" IS NULL OR ef_compare("p"."Goal", '0.0') <= 0 OR (ef_compare("p"."Goal", '0.0') > 0 AND ("p"."Reached" IS NULL OR (("p"."Days" IS NOT NULL OR "p"."DaysInPeriod" IS NOT NULL) AND (("p"."Days" IS NULL AND "p"."DaysInPeriod" IS NOT NULL) OR ("p"."Days" IS NOT NULL AND ("p"."DaysInPeriod" IS NULL OR "p"."Days" < 1 OR "p"."DaysInPeriod" < 1 OR "p"."Days" > "p"."DaysInPeriod"))))))

-- ## Where NotApplicable
SELECT "p"."Id", "p"."Days", "p"."DaysInPeriod", "p"."Employee", "p"."Goal", "p"."IsLessBetter", "p"."Month", "p"."Name", "p"."Reached", "p"."StartsOn"
FROM "prorated_kpi" AS "p"
WHERE 0

-- ## WhereBand Missed
SELECT "p"."Id", "p"."Days", "p"."DaysInPeriod", "p"."Employee", "p"."Goal", "p"."IsLessBetter", "p"."Month", "p"."Name", "p"."Reached", "p"."StartsOn"
FROM "prorated_kpi" AS "p"
WHERE "p"."Goal" IS NOT NULL AND ef_compare("p"."Goal", '0.0') > 0 AND "p"."Reached" IS NOT NULL AND (("p"."Days" IS NULL AND "p"."DaysInPeriod" IS NULL AND (("p"."IsLessBetter" AND ef_compare("p"."Goal", ef_multiply('0.85', "p"."Reached")) <= 0) OR (NOT ("p"."IsLessBetter") AND ef_compare("p"."Reached", ef_multiply('0.85', "p"."Goal")) <= 0))) OR (("p"."Days" IS NOT NULL OR "p"."DaysInPeriod" IS NOT NULL) AND ("p"."Days" IS NOT NULL OR "p"."DaysInPeriod" IS NULL) AND ("p"."Days" IS NULL OR ("p"."DaysInPeriod" IS NOT NULL AND "p"."Days" >= 1 AND "p"."DaysInPeriod" >= 1 AND "p"."Days" <= "p"."DaysInPeriod")) AND (("p"."IsLessBetter" AND ef_compare(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), ef_multiply('0.85', ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)))) <= 0) OR (NOT ("p"."IsLessBetter") AND ef_compare(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), ef_multiply('0.85', ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)))) <= 0))))

-- ## WhereBand Met
SELECT "p"."Id", "p"."Days", "p"."DaysInPeriod", "p"."Employee", "p"."Goal", "p"."IsLessBetter", "p"."Month", "p"."Name", "p"."Reached", "p"."StartsOn"
FROM "prorated_kpi" AS "p"
WHERE "p"."Goal" IS NOT NULL AND ef_compare("p"."Goal", '0.0') > 0 AND "p"."Reached" IS NOT NULL AND (("p"."Days" IS NULL AND "p"."DaysInPeriod" IS NULL AND (("p"."IsLessBetter" AND ef_compare("p"."Goal", ef_multiply('0.85', "p"."Reached")) > 0) OR (NOT ("p"."IsLessBetter") AND ef_compare("p"."Reached", ef_multiply('0.85', "p"."Goal")) > 0))) OR (("p"."Days" IS NOT NULL OR "p"."DaysInPeriod" IS NOT NULL) AND ("p"."Days" IS NOT NULL OR "p"."DaysInPeriod" IS NULL) AND ("p"."Days" IS NULL OR ("p"."DaysInPeriod" IS NOT NULL AND "p"."Days" >= 1 AND "p"."DaysInPeriod" >= 1 AND "p"."Days" <= "p"."DaysInPeriod")) AND (("p"."IsLessBetter" AND ef_compare(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), ef_multiply('0.85', ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)))) > 0) OR (NOT ("p"."IsLessBetter") AND ef_compare(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), ef_multiply('0.85', ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)))) > 0))))

-- ## Grade
SELECT "p"."Id", "p"."Days", "p"."DaysInPeriod", "p"."Employee", "p"."Goal", "p"."IsLessBetter", "p"."Month", "p"."Name", "p"."Reached", "p"."StartsOn", CASE
    WHEN "p"."Goal" IS NULL THEN 0
    WHEN ef_compare("p"."Goal", '0.0') <= 0 THEN 0
    WHEN "p"."Reached" IS NULL THEN 0
    WHEN "p"."Days" IS NULL AND "p"."DaysInPeriod" IS NULL THEN CASE
        WHEN "p"."IsLessBetter" THEN CASE
            WHEN ef_compare("p"."Goal", ef_multiply('0.85', "p"."Reached")) > 0 THEN 2
            ELSE 7
        END
        WHEN ef_compare("p"."Reached", ef_multiply('0.85', "p"."Goal")) > 0 THEN 2
        ELSE 7
    END
    WHEN ("p"."Days" IS NULL AND "p"."DaysInPeriod" IS NOT NULL) OR ("p"."Days" IS NOT NULL AND ("p"."DaysInPeriod" IS NULL OR "p"."Days" < 1 OR "p"."DaysInPeriod" < 1 OR "p"."Days" > "p"."DaysInPeriod")) THEN 0
    WHEN "p"."IsLessBetter" THEN CASE
        WHEN ef_compare(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), ef_multiply('0.85', ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)))) > 0 THEN 2
        ELSE 7
    END
    WHEN ef_compare(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), ef_multiply('0.85', ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)))) > 0 THEN 2
    ELSE 7
END AS "Standing", CASE
    WHEN "p"."Goal" IS NULL THEN NULL
    WHEN ef_compare("p"."Goal", '0.0') <= 0 THEN NULL
    WHEN "p"."Reached" IS NULL THEN NULL
    WHEN "p"."Days" IS NULL AND "p"."DaysInPeriod" IS NULL THEN CASE
        WHEN "p"."IsLessBetter" THEN CASE
            WHEN ef_compare("p"."Goal", ef_multiply('0.85', "p"."Reached")) > 0 THEN 'Met'
            ELSE 'Missed'
        END
        WHEN ef_compare("p"."Reached", ef_multiply('0.85', "p"."Goal")) > 0 THEN 'Met'
        ELSE 'Missed'
    END
    WHEN ("p"."Days" IS NULL AND "p"."DaysInPeriod" IS NOT NULL) OR ("p"."Days" IS NOT NULL AND ("p"."DaysInPeriod" IS NULL OR "p"."Days" < 1 OR "p"."DaysInPeriod" < 1 OR "p"."Days" > "p"."DaysInPeriod")) THEN NULL
    WHEN "p"."IsLessBetter" THEN CASE
        WHEN ef_compare(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), ef_multiply('0.85', ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)))) > 0 THEN 'Met'
        ELSE 'Missed'
    END
    WHEN ef_compare(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), ef_multiply('0.85', ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)))) > 0 THEN 'Met'
    ELSE 'Missed'
END AS "Band", CASE
    WHEN "p"."Goal" IS NULL THEN 4
    WHEN ef_compare("p"."Goal", '0.0') <= 0 THEN 5
    WHEN "p"."Reached" IS NULL THEN 6
    WHEN "p"."Days" IS NULL AND "p"."DaysInPeriod" IS NULL THEN 0
    WHEN ("p"."Days" IS NULL AND "p"."DaysInPeriod" IS NOT NULL) OR ("p"."Days" IS NOT NULL AND ("p"."DaysInPeriod" IS NULL OR "p"."Days" < 1 OR "p"."DaysInPeriod" < 1 OR "p"."Days" > "p"."DaysInPeriod")) THEN 22
    ELSE 0
END AS "CauseNumber"
FROM "prorated_kpi" AS "p"
WHERE CASE
    WHEN "p"."Goal" IS NULL THEN -4
    WHEN ef_compare("p"."Goal", '0.0') <= 0 THEN -5
    WHEN "p"."Reached" IS NULL THEN -6
    WHEN "p"."Days" IS NULL AND "p"."DaysInPeriod" IS NULL THEN CASE
        WHEN "p"."IsLessBetter" THEN CASE
            WHEN ef_compare("p"."Goal", ef_multiply('0.85', "p"."Reached")) > 0 THEN 1
            ELSE 0
        END
        WHEN ef_compare("p"."Reached", ef_multiply('0.85', "p"."Goal")) > 0 THEN 1
        ELSE 0
    END
    WHEN ("p"."Days" IS NULL AND "p"."DaysInPeriod" IS NOT NULL) OR ("p"."Days" IS NOT NULL AND ("p"."DaysInPeriod" IS NULL OR "p"."Days" < 1 OR "p"."DaysInPeriod" < 1 OR "p"."Days" > "p"."DaysInPeriod")) THEN -22
    WHEN "p"."IsLessBetter" THEN CASE
        WHEN ef_compare(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), ef_multiply('0.85', ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)))) > 0 THEN 1
        ELSE 0
    END
    WHEN ef_compare(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), ef_multiply('0.85', ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)))) > 0 THEN 1
    ELSE 0
END <> -32769

-- ## CountByStanding
SELECT "p0"."Key" AS "Standing", COUNT(*) AS "Count"
FROM (
    SELECT CASE
        WHEN "p"."Goal" IS NULL THEN 0
        WHEN ef_compare("p"."Goal", '0.0') <= 0 THEN 0
        WHEN "p"."Reached" IS NULL THEN 0
        WHEN "p"."Days" IS NULL AND "p"."DaysInPeriod" IS NULL THEN CASE
            WHEN "p"."IsLessBetter" THEN CASE
                WHEN ef_compare("p"."Goal", ef_multiply('0.85', "p"."Reached")) > 0 THEN 2
                ELSE 7
            END
            WHEN ef_compare("p"."Reached", ef_multiply('0.85', "p"."Goal")) > 0 THEN 2
            ELSE 7
        END
        WHEN ("p"."Days" IS NULL AND "p"."DaysInPeriod" IS NOT NULL) OR ("p"."Days" IS NOT NULL AND ("p"."DaysInPeriod" IS NULL OR "p"."Days" < 1 OR "p"."DaysInPeriod" < 1 OR "p"."Days" > "p"."DaysInPeriod")) THEN 0
        WHEN "p"."IsLessBetter" THEN CASE
            WHEN ef_compare(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), ef_multiply('0.85', ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)))) > 0 THEN 2
            ELSE 7
        END
        WHEN ef_compare(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), ef_multiply('0.85', ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)))) > 0 THEN 2
        ELSE 7
    END AS "Key"
    FROM "prorated_kpi" AS "p"
) AS "p0"
GROUP BY "p0"."Key"

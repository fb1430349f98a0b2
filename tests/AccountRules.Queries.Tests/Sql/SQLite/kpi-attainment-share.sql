-- ## Where Missed
.param set @Value '2026-12-31'
.param set @Value1 '2026-12-31'
.param set @Value2 4054
.param set @Value3 '2026-11-30'
.param set @Value4 '2026-11-21'

SELECT "p"."Id", "p"."Days", "p"."DaysInPeriod", "p"."Employee", "p"."EndsOn", "p"."Goal", "p"."IsLessBetter", "p"."Month", "p"."Name", "p"."Reached", "p"."StartsOn"
FROM "prorated_kpi" AS "p"
WHERE ((length("p"."Month") = 4 AND "p"."StartsOn" <= @Value) OR (length("p"."Month") <> 4 AND ((instr("p"."Month", '-Q') > 0 AND "p"."StartsOn" <= @Value1) OR (instr("p"."Month", '-Q') <= 0 AND ((instr("p"."Month", '-H') > 0 AND CAST(strftime('%Y', "p"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "p"."StartsOn") AS INTEGER) + 5) / 6 <= @Value2) OR (instr("p"."Month", '-H') <= 0 AND ((length("p"."Month") = 7 AND "p"."StartsOn" <= @Value3) OR (length("p"."Month") <> 7 AND "p"."StartsOn" <= @Value4)))))))) AND "p"."Goal" IS NOT NULL AND ef_compare("p"."Goal", '0.0') > 0 AND "p"."Reached" IS NOT NULL AND (("p"."Days" IS NULL AND "p"."DaysInPeriod" IS NULL AND (("p"."IsLessBetter" AND ef_compare(ef_multiply("p"."Goal", '20.0'), ef_multiply("p"."Reached", '17.0')) <= 0) OR (NOT ("p"."IsLessBetter") AND ef_compare(ef_multiply("p"."Reached", '20.0'), ef_multiply("p"."Goal", '17.0')) <= 0))) OR (("p"."Days" IS NOT NULL OR "p"."DaysInPeriod" IS NOT NULL) AND ("p"."Days" IS NOT NULL OR "p"."DaysInPeriod" IS NULL) AND ("p"."Days" IS NULL OR ("p"."DaysInPeriod" IS NOT NULL AND "p"."Days" >= 1 AND "p"."DaysInPeriod" >= 1 AND "p"."Days" <= "p"."DaysInPeriod")) AND (("p"."IsLessBetter" AND ef_compare(ef_multiply(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), '20.0'), ef_multiply(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), '17.0')) <= 0) OR (NOT ("p"."IsLessBetter") AND ef_compare(ef_multiply(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), '20.0'), ef_multiply(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), '17.0')) <= 0))))

-- ## Where Undetermined
.param set @Value '2026-12-31'
.param set @Value1 '2026-12-31'
.param set @Value2 4054
.param set @Value3 '2026-11-30'
.param set @Value4 '2026-11-21'

SELECT "p"."Id", "p"."Days", "p"."DaysInPeriod", "p"."Employee", "p"."EndsOn", "p"."Goal", "p"."IsLessBetter", "p"."Month", "p"."Name", "p"."Reached", "p"."StartsOn"
FROM "prorated_kpi" AS "p"
WHERE ((length("p"."Month") = 4 AND "p"."StartsOn" <= @Value) OR (length("p"."Month") <> 4 AND ((instr("p"."Month", '-Q') > 0 AND "p"."StartsOn" <= @Value1) OR (instr("p"."Month", '-Q') <= 0 AND ((instr("p"."Month", '-H') > 0 AND CAST(strftime('%Y', "p"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "p"."StartsOn") AS INTEGER) + 5) / 6 <= @Value2) OR (instr("p"."Month", '-H') <= 0 AND ((length("p"."Month") = 7 AND "p"."StartsOn" <= @Value3) OR (length("p"."Month") <> 7 AND "p"."StartsOn" <= @Value4)))))))) AND ("p"."Goal" IS NULL OR ef_compare("p"."Goal", '0.0') <= 0 OR (ef_compare("p"."Goal", '0.0') > 0 AND ("p"."Reached" IS NULL OR (("p"."Days" IS NOT NULL OR "p"."DaysInPeriod" IS NOT NULL) AND (("p"."Days" IS NULL AND "p"."DaysInPeriod" IS NOT NULL) OR ("p"."Days" IS NOT NULL AND ("p"."DaysInPeriod" IS NULL OR "p"."Days" < 1 OR "p"."DaysInPeriod" < 1 OR "p"."Days" > "p"."DaysInPeriod")))))))

-- ## WhereBand Met
.param set @Value '2026-12-31'
.param set @Value1 '2026-12-31'
.param set @Value2 4054
.param set @Value3 '2026-11-30'
.param set @Value4 '2026-11-21'

SELECT "p"."Id", "p"."Days", "p"."DaysInPeriod", "p"."Employee", "p"."EndsOn", "p"."Goal", "p"."IsLessBetter", "p"."Month", "p"."Name", "p"."Reached", "p"."StartsOn"
FROM "prorated_kpi" AS "p"
WHERE ((length("p"."Month") = 4 AND "p"."StartsOn" <= @Value) OR (length("p"."Month") <> 4 AND ((instr("p"."Month", '-Q') > 0 AND "p"."StartsOn" <= @Value1) OR (instr("p"."Month", '-Q') <= 0 AND ((instr("p"."Month", '-H') > 0 AND CAST(strftime('%Y', "p"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "p"."StartsOn") AS INTEGER) + 5) / 6 <= @Value2) OR (instr("p"."Month", '-H') <= 0 AND ((length("p"."Month") = 7 AND "p"."StartsOn" <= @Value3) OR (length("p"."Month") <> 7 AND "p"."StartsOn" <= @Value4)))))))) AND "p"."Goal" IS NOT NULL AND ef_compare("p"."Goal", '0.0') > 0 AND "p"."Reached" IS NOT NULL AND (("p"."Days" IS NULL AND "p"."DaysInPeriod" IS NULL AND (("p"."IsLessBetter" AND ef_compare(ef_multiply("p"."Goal", '20.0'), ef_multiply("p"."Reached", '17.0')) > 0) OR (NOT ("p"."IsLessBetter") AND ef_compare(ef_multiply("p"."Reached", '20.0'), ef_multiply("p"."Goal", '17.0')) > 0))) OR (("p"."Days" IS NOT NULL OR "p"."DaysInPeriod" IS NOT NULL) AND ("p"."Days" IS NOT NULL OR "p"."DaysInPeriod" IS NULL) AND ("p"."Days" IS NULL OR ("p"."DaysInPeriod" IS NOT NULL AND "p"."Days" >= 1 AND "p"."DaysInPeriod" >= 1 AND "p"."Days" <= "p"."DaysInPeriod")) AND (("p"."IsLessBetter" AND ef_compare(ef_multiply(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), '20.0'), ef_multiply(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), '17.0')) > 0) OR (NOT ("p"."IsLessBetter") AND ef_compare(ef_multiply(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), '20.0'), ef_multiply(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), '17.0')) > 0))))

-- ## Grade
.param set @Value '2026-12-31'
.param set @Value1 '2026-12-31'
.param set @Value2 4054
.param set @Value3 '2026-11-30'
.param set @Value4 '2026-11-21'
.param set @Value5 '2026-01-01'
.param set @Value6 '2026-10-01'
.param set @Value7 4054
.param set @Value8 '2026-11-01'
.param set @Value9 '2026-11-21'

SELECT "p"."Id", "p"."Days", "p"."DaysInPeriod", "p"."Employee", "p"."EndsOn", "p"."Goal", "p"."IsLessBetter", "p"."Month", "p"."Name", "p"."Reached", "p"."StartsOn", CASE
    WHEN (length("p"."Month") = 4 AND "p"."StartsOn" <= @Value) OR (length("p"."Month") <> 4 AND ((instr("p"."Month", '-Q') > 0 AND "p"."StartsOn" <= @Value1) OR (instr("p"."Month", '-Q') <= 0 AND ((instr("p"."Month", '-H') > 0 AND CAST(strftime('%Y', "p"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "p"."StartsOn") AS INTEGER) + 5) / 6 <= @Value2) OR (instr("p"."Month", '-H') <= 0 AND ((length("p"."Month") = 7 AND "p"."StartsOn" <= @Value3) OR (length("p"."Month") <> 7 AND "p"."StartsOn" <= @Value4))))))) THEN CASE
        WHEN "p"."Goal" IS NULL THEN 0
        WHEN ef_compare("p"."Goal", '0.0') <= 0 THEN 0
        WHEN "p"."Reached" IS NULL THEN 0
        WHEN "p"."Days" IS NULL AND "p"."DaysInPeriod" IS NULL THEN CASE
            WHEN "p"."IsLessBetter" THEN CASE
                WHEN ef_compare(ef_multiply("p"."Goal", '20.0'), ef_multiply("p"."Reached", '17.0')) > 0 THEN 2
                ELSE 7
            END
            WHEN ef_compare(ef_multiply("p"."Reached", '20.0'), ef_multiply("p"."Goal", '17.0')) > 0 THEN 2
            ELSE 7
        END
        WHEN ("p"."Days" IS NULL AND "p"."DaysInPeriod" IS NOT NULL) OR ("p"."Days" IS NOT NULL AND ("p"."DaysInPeriod" IS NULL OR "p"."Days" < 1 OR "p"."DaysInPeriod" < 1 OR "p"."Days" > "p"."DaysInPeriod")) THEN 0
        WHEN "p"."IsLessBetter" THEN CASE
            WHEN ef_compare(ef_multiply(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), '20.0'), ef_multiply(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), '17.0')) > 0 THEN 2
            ELSE 7
        END
        WHEN ef_compare(ef_multiply(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), '20.0'), ef_multiply(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), '17.0')) > 0 THEN 2
        ELSE 7
    END
    ELSE 1
END AS "Standing", CASE
    WHEN (length("p"."Month") = 4 AND "p"."StartsOn" <= @Value) OR (length("p"."Month") <> 4 AND ((instr("p"."Month", '-Q') > 0 AND "p"."StartsOn" <= @Value1) OR (instr("p"."Month", '-Q') <= 0 AND ((instr("p"."Month", '-H') > 0 AND CAST(strftime('%Y', "p"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "p"."StartsOn") AS INTEGER) + 5) / 6 <= @Value2) OR (instr("p"."Month", '-H') <= 0 AND ((length("p"."Month") = 7 AND "p"."StartsOn" <= @Value3) OR (length("p"."Month") <> 7 AND "p"."StartsOn" <= @Value4))))))) THEN CASE
        WHEN (length("p"."Month") = 4 AND "p"."StartsOn" < @Value5) OR (length("p"."Month") <> 4 AND ((instr("p"."Month", '-Q') > 0 AND "p"."StartsOn" < @Value6) OR (instr("p"."Month", '-Q') <= 0 AND ((instr("p"."Month", '-H') > 0 AND CAST(strftime('%Y', "p"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "p"."StartsOn") AS INTEGER) + 5) / 6 < @Value7) OR (instr("p"."Month", '-H') <= 0 AND ((length("p"."Month") = 7 AND "p"."StartsOn" < @Value8) OR (length("p"."Month") <> 7 AND "p"."EndsOn" < @Value9))))))) THEN 0
        ELSE 1
    END
    ELSE 0
END AS "IsProvisional", CASE
    WHEN (length("p"."Month") = 4 AND "p"."StartsOn" <= @Value) OR (length("p"."Month") <> 4 AND ((instr("p"."Month", '-Q') > 0 AND "p"."StartsOn" <= @Value1) OR (instr("p"."Month", '-Q') <= 0 AND ((instr("p"."Month", '-H') > 0 AND CAST(strftime('%Y', "p"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "p"."StartsOn") AS INTEGER) + 5) / 6 <= @Value2) OR (instr("p"."Month", '-H') <= 0 AND ((length("p"."Month") = 7 AND "p"."StartsOn" <= @Value3) OR (length("p"."Month") <> 7 AND "p"."StartsOn" <= @Value4))))))) THEN CASE
        WHEN "p"."Goal" IS NULL THEN NULL
        WHEN ef_compare("p"."Goal", '0.0') <= 0 THEN NULL
        WHEN "p"."Reached" IS NULL THEN NULL
        WHEN "p"."Days" IS NULL AND "p"."DaysInPeriod" IS NULL THEN CASE
            WHEN "p"."IsLessBetter" THEN CASE
                WHEN ef_compare(ef_multiply("p"."Goal", '20.0'), ef_multiply("p"."Reached", '17.0')) > 0 THEN 'Met'
                ELSE 'Missed'
            END
            WHEN ef_compare(ef_multiply("p"."Reached", '20.0'), ef_multiply("p"."Goal", '17.0')) > 0 THEN 'Met'
            ELSE 'Missed'
        END
        WHEN ("p"."Days" IS NULL AND "p"."DaysInPeriod" IS NOT NULL) OR ("p"."Days" IS NOT NULL AND ("p"."DaysInPeriod" IS NULL OR "p"."Days" < 1 OR "p"."DaysInPeriod" < 1 OR "p"."Days" > "p"."DaysInPeriod")) THEN NULL
        WHEN "p"."IsLessBetter" THEN CASE
            WHEN ef_compare(ef_multiply(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), '20.0'), ef_multiply(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), '17.0')) > 0 THEN 'Met'
            ELSE 'Missed'
        END
        WHEN ef_compare(ef_multiply(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), '20.0'), ef_multiply(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), '17.0')) > 0 THEN 'Met'
        ELSE 'Missed'
    END
END AS "Band", CASE
    WHEN (length("p"."Month") = 4 AND "p"."StartsOn" <= @Value) OR (length("p"."Month") <> 4 AND ((instr("p"."Month", '-Q') > 0 AND "p"."StartsOn" <= @Value1) OR (instr("p"."Month", '-Q') <= 0 AND ((instr("p"."Month", '-H') > 0 AND CAST(strftime('%Y', "p"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "p"."StartsOn") AS INTEGER) + 5) / 6 <= @Value2) OR (instr("p"."Month", '-H') <= 0 AND ((length("p"."Month") = 7 AND "p"."StartsOn" <= @Value3) OR (length("p"."Month") <> 7 AND "p"."StartsOn" <= @Value4))))))) THEN CASE
        WHEN "p"."Goal" IS NULL THEN 4
        WHEN ef_compare("p"."Goal", '0.0') <= 0 THEN 5
        WHEN "p"."Reached" IS NULL THEN 6
        WHEN "p"."Days" IS NULL AND "p"."DaysInPeriod" IS NULL THEN 0
        WHEN ("p"."Days" IS NULL AND "p"."DaysInPeriod" IS NOT NULL) OR ("p"."Days" IS NOT NULL AND ("p"."DaysInPeriod" IS NULL OR "p"."Days" < 1 OR "p"."DaysInPeriod" < 1 OR "p"."Days" > "p"."DaysInPeriod")) THEN 23
        ELSE 0
    END
    ELSE 1
END AS "CauseNumber"
FROM "prorated_kpi" AS "p"
WHERE CASE
    WHEN (length("p"."Month") = 4 AND "p"."StartsOn" <= @Value) OR (length("p"."Month") <> 4 AND ((instr("p"."Month", '-Q') > 0 AND "p"."StartsOn" <= @Value1) OR (instr("p"."Month", '-Q') <= 0 AND ((instr("p"."Month", '-H') > 0 AND CAST(strftime('%Y', "p"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "p"."StartsOn") AS INTEGER) + 5) / 6 <= @Value2) OR (instr("p"."Month", '-H') <= 0 AND ((length("p"."Month") = 7 AND "p"."StartsOn" <= @Value3) OR (length("p"."Month") <> 7 AND "p"."StartsOn" <= @Value4))))))) THEN CASE
        WHEN (length("p"."Month") = 4 AND "p"."StartsOn" < @Value5) OR (length("p"."Month") <> 4 AND ((instr("p"."Month", '-Q') > 0 AND "p"."StartsOn" < @Value6) OR (instr("p"."Month", '-Q') <= 0 AND ((instr("p"."Month", '-H') > 0 AND CAST(strftime('%Y', "p"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "p"."StartsOn") AS INTEGER) + 5) / 6 < @Value7) OR (instr("p"."Month", '-H') <= 0 AND ((length("p"."Month") = 7 AND "p"."StartsOn" < @Value8) OR (length("p"."Month") <> 7 AND "p"."EndsOn" < @Value9))))))) THEN CASE
            WHEN "p"."Goal" IS NULL THEN -4
            WHEN ef_compare("p"."Goal", '0.0') <= 0 THEN -5
            WHEN "p"."Reached" IS NULL THEN -6
            WHEN "p"."Days" IS NULL AND "p"."DaysInPeriod" IS NULL THEN CASE
                WHEN "p"."IsLessBetter" THEN CASE
                    WHEN ef_compare(ef_multiply("p"."Goal", '20.0'), ef_multiply("p"."Reached", '17.0')) > 0 THEN 1
                    ELSE 0
                END
                WHEN ef_compare(ef_multiply("p"."Reached", '20.0'), ef_multiply("p"."Goal", '17.0')) > 0 THEN 1
                ELSE 0
            END
            WHEN ("p"."Days" IS NULL AND "p"."DaysInPeriod" IS NOT NULL) OR ("p"."Days" IS NOT NULL AND ("p"."DaysInPeriod" IS NULL OR "p"."Days" < 1 OR "p"."DaysInPeriod" < 1 OR "p"."Days" > "p"."DaysInPeriod")) THEN -23
            WHEN "p"."IsLessBetter" THEN CASE
                WHEN ef_compare(ef_multiply(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), '20.0'), ef_multiply(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), '17.0')) > 0 THEN 1
                ELSE 0
            END
            WHEN ef_compare(ef_multiply(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), '20.0'), ef_multiply(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), '17.0')) > 0 THEN 1
            ELSE 0
        END
        WHEN "p"."Goal" IS NULL THEN -4
        WHEN ef_compare("p"."Goal", '0.0') <= 0 THEN -5
        WHEN "p"."Reached" IS NULL THEN -6
        WHEN "p"."Days" IS NULL AND "p"."DaysInPeriod" IS NULL THEN CASE
            WHEN "p"."IsLessBetter" THEN CASE
                WHEN ef_compare(ef_multiply("p"."Goal", '20.0'), ef_multiply("p"."Reached", '17.0')) > 0 THEN 3
                ELSE 2
            END
            WHEN ef_compare(ef_multiply("p"."Reached", '20.0'), ef_multiply("p"."Goal", '17.0')) > 0 THEN 3
            ELSE 2
        END
        WHEN ("p"."Days" IS NULL AND "p"."DaysInPeriod" IS NOT NULL) OR ("p"."Days" IS NOT NULL AND ("p"."DaysInPeriod" IS NULL OR "p"."Days" < 1 OR "p"."DaysInPeriod" < 1 OR "p"."Days" > "p"."DaysInPeriod")) THEN -23
        WHEN "p"."IsLessBetter" THEN CASE
            WHEN ef_compare(ef_multiply(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), '20.0'), ef_multiply(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), '17.0')) > 0 THEN 3
            ELSE 2
        END
        WHEN ef_compare(ef_multiply(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), '20.0'), ef_multiply(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), '17.0')) > 0 THEN 3
        ELSE 2
    END
    ELSE -1
END <> -32769

-- ## CountByStanding
.param set @Value '2026-12-31'
.param set @Value1 '2026-12-31'
.param set @Value2 4054
.param set @Value3 '2026-11-30'
.param set @Value4 '2026-11-21'

SELECT "p0"."Standing", COUNT(*) AS "Count"
FROM (
    SELECT CASE
        WHEN (length("p"."Month") = 4 AND "p"."StartsOn" <= @Value) OR (length("p"."Month") <> 4 AND ((instr("p"."Month", '-Q') > 0 AND "p"."StartsOn" <= @Value1) OR (instr("p"."Month", '-Q') <= 0 AND ((instr("p"."Month", '-H') > 0 AND CAST(strftime('%Y', "p"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "p"."StartsOn") AS INTEGER) + 5) / 6 <= @Value2) OR (instr("p"."Month", '-H') <= 0 AND ((length("p"."Month") = 7 AND "p"."StartsOn" <= @Value3) OR (length("p"."Month") <> 7 AND "p"."StartsOn" <= @Value4))))))) THEN CASE
            WHEN "p"."Goal" IS NULL THEN 0
            WHEN ef_compare("p"."Goal", '0.0') <= 0 THEN 0
            WHEN "p"."Reached" IS NULL THEN 0
            WHEN "p"."Days" IS NULL AND "p"."DaysInPeriod" IS NULL THEN CASE
                WHEN "p"."IsLessBetter" THEN CASE
                    WHEN ef_compare(ef_multiply("p"."Goal", '20.0'), ef_multiply("p"."Reached", '17.0')) > 0 THEN 2
                    ELSE 7
                END
                WHEN ef_compare(ef_multiply("p"."Reached", '20.0'), ef_multiply("p"."Goal", '17.0')) > 0 THEN 2
                ELSE 7
            END
            WHEN ("p"."Days" IS NULL AND "p"."DaysInPeriod" IS NOT NULL) OR ("p"."Days" IS NOT NULL AND ("p"."DaysInPeriod" IS NULL OR "p"."Days" < 1 OR "p"."DaysInPeriod" < 1 OR "p"."Days" > "p"."DaysInPeriod")) THEN 0
            WHEN "p"."IsLessBetter" THEN CASE
                WHEN ef_compare(ef_multiply(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), '20.0'), ef_multiply(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), '17.0')) > 0 THEN 2
                ELSE 7
            END
            WHEN ef_compare(ef_multiply(ef_multiply("p"."Reached", CAST("p"."DaysInPeriod" AS TEXT)), '20.0'), ef_multiply(ef_multiply("p"."Goal", CAST("p"."Days" AS TEXT)), '17.0')) > 0 THEN 2
            ELSE 7
        END
        ELSE 1
    END AS "Standing"
    FROM "prorated_kpi" AS "p"
) AS "p0"
GROUP BY "p0"."Standing"

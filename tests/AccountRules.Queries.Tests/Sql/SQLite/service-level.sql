-- ## Where AtRisk
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

SELECT "s"."Id", "s"."Account", "s"."Agreed", "s"."EndsOn", "s"."IsLessBetter", "s"."Measured", "s"."Month", "s"."Name", "s"."StartsOn"
FROM "service" AS "s"
WHERE ((length("s"."Month") = 4 AND "s"."StartsOn" <= @Value) OR (length("s"."Month") <> 4 AND ((instr("s"."Month", '-Q') > 0 AND "s"."StartsOn" <= @Value1) OR (instr("s"."Month", '-Q') <= 0 AND ((instr("s"."Month", '-H') > 0 AND CAST(strftime('%Y', "s"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "s"."StartsOn") AS INTEGER) + 5) / 6 <= @Value2) OR (instr("s"."Month", '-H') <= 0 AND ((length("s"."Month") = 7 AND "s"."StartsOn" <= @Value3) OR (length("s"."Month") <> 7 AND "s"."StartsOn" <= @Value4)))))))) AND (length("s"."Month") <> 4 OR "s"."StartsOn" >= @Value5) AND (length("s"."Month") = 4 OR ((instr("s"."Month", '-Q') <= 0 OR "s"."StartsOn" >= @Value6) AND (instr("s"."Month", '-Q') > 0 OR ((instr("s"."Month", '-H') <= 0 OR CAST(strftime('%Y', "s"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "s"."StartsOn") AS INTEGER) + 5) / 6 >= @Value7) AND (instr("s"."Month", '-H') > 0 OR ((length("s"."Month") <> 7 OR "s"."StartsOn" >= @Value8) AND (length("s"."Month") = 7 OR "s"."EndsOn" >= @Value9))))))) AND "s"."Agreed" IS NOT NULL AND ef_compare("s"."Agreed", '0.0') > 0 AND "s"."Measured" IS NOT NULL AND (("s"."IsLessBetter" AND ef_compare(ef_multiply("s"."Agreed", '20.0'), ef_multiply("s"."Measured", '21.0')) < 0 AND ef_compare("s"."Agreed", "s"."Measured") >= 0) OR (NOT ("s"."IsLessBetter") AND ef_compare(ef_multiply("s"."Measured", '20.0'), ef_multiply("s"."Agreed", '21.0')) < 0 AND ef_compare("s"."Measured", "s"."Agreed") >= 0))

-- ## Where Met
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

SELECT "s"."Id", "s"."Account", "s"."Agreed", "s"."EndsOn", "s"."IsLessBetter", "s"."Measured", "s"."Month", "s"."Name", "s"."StartsOn"
FROM "service" AS "s"
WHERE ((length("s"."Month") = 4 AND "s"."StartsOn" <= @Value) OR (length("s"."Month") <> 4 AND ((instr("s"."Month", '-Q') > 0 AND "s"."StartsOn" <= @Value1) OR (instr("s"."Month", '-Q') <= 0 AND ((instr("s"."Month", '-H') > 0 AND CAST(strftime('%Y', "s"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "s"."StartsOn") AS INTEGER) + 5) / 6 <= @Value2) OR (instr("s"."Month", '-H') <= 0 AND ((length("s"."Month") = 7 AND "s"."StartsOn" <= @Value3) OR (length("s"."Month") <> 7 AND "s"."StartsOn" <= @Value4)))))))) AND ((((length("s"."Month") = 4 AND "s"."StartsOn" < @Value5) OR (length("s"."Month") <> 4 AND ((instr("s"."Month", '-Q') > 0 AND "s"."StartsOn" < @Value6) OR (instr("s"."Month", '-Q') <= 0 AND ((instr("s"."Month", '-H') > 0 AND CAST(strftime('%Y', "s"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "s"."StartsOn") AS INTEGER) + 5) / 6 < @Value7) OR (instr("s"."Month", '-H') <= 0 AND ((length("s"."Month") = 7 AND "s"."StartsOn" < @Value8) OR (length("s"."Month") <> 7 AND "s"."EndsOn" < @Value9)))))))) AND "s"."Agreed" IS NOT NULL AND ef_compare("s"."Agreed", '0.0') > 0 AND "s"."Measured" IS NOT NULL AND (("s"."IsLessBetter" AND (ef_compare(ef_multiply("s"."Agreed", '20.0'), ef_multiply("s"."Measured", '21.0')) >= 0 OR (ef_compare(ef_multiply("s"."Agreed", '20.0'), ef_multiply("s"."Measured", '21.0')) < 0 AND ef_compare("s"."Agreed", "s"."Measured") >= 0))) OR (NOT ("s"."IsLessBetter") AND (ef_compare(ef_multiply("s"."Measured", '20.0'), ef_multiply("s"."Agreed", '21.0')) >= 0 OR (ef_compare(ef_multiply("s"."Measured", '20.0'), ef_multiply("s"."Agreed", '21.0')) < 0 AND ef_compare("s"."Measured", "s"."Agreed") >= 0))))) OR ((length("s"."Month") <> 4 OR "s"."StartsOn" >= @Value5) AND (length("s"."Month") = 4 OR ((instr("s"."Month", '-Q') <= 0 OR "s"."StartsOn" >= @Value6) AND (instr("s"."Month", '-Q') > 0 OR ((instr("s"."Month", '-H') <= 0 OR CAST(strftime('%Y', "s"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "s"."StartsOn") AS INTEGER) + 5) / 6 >= @Value7) AND (instr("s"."Month", '-H') > 0 OR ((length("s"."Month") <> 7 OR "s"."StartsOn" >= @Value8) AND (length("s"."Month") = 7 OR "s"."EndsOn" >= @Value9))))))) AND "s"."Agreed" IS NOT NULL AND ef_compare("s"."Agreed", '0.0') > 0 AND "s"."Measured" IS NOT NULL AND (("s"."IsLessBetter" AND ef_compare(ef_multiply("s"."Agreed", '20.0'), ef_multiply("s"."Measured", '21.0')) >= 0) OR (NOT ("s"."IsLessBetter") AND ef_compare(ef_multiply("s"."Measured", '20.0'), ef_multiply("s"."Agreed", '21.0')) >= 0))))

-- ## WhereBand Clear
.param set @Value '2026-12-31'
.param set @Value1 '2026-12-31'
.param set @Value2 4054
.param set @Value3 '2026-11-30'
.param set @Value4 '2026-11-21'

SELECT "s"."Id", "s"."Account", "s"."Agreed", "s"."EndsOn", "s"."IsLessBetter", "s"."Measured", "s"."Month", "s"."Name", "s"."StartsOn"
FROM "service" AS "s"
WHERE ((length("s"."Month") = 4 AND "s"."StartsOn" <= @Value) OR (length("s"."Month") <> 4 AND ((instr("s"."Month", '-Q') > 0 AND "s"."StartsOn" <= @Value1) OR (instr("s"."Month", '-Q') <= 0 AND ((instr("s"."Month", '-H') > 0 AND CAST(strftime('%Y', "s"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "s"."StartsOn") AS INTEGER) + 5) / 6 <= @Value2) OR (instr("s"."Month", '-H') <= 0 AND ((length("s"."Month") = 7 AND "s"."StartsOn" <= @Value3) OR (length("s"."Month") <> 7 AND "s"."StartsOn" <= @Value4)))))))) AND "s"."Agreed" IS NOT NULL AND ef_compare("s"."Agreed", '0.0') > 0 AND "s"."Measured" IS NOT NULL AND (("s"."IsLessBetter" AND ef_compare(ef_multiply("s"."Agreed", '20.0'), ef_multiply("s"."Measured", '21.0')) >= 0) OR (NOT ("s"."IsLessBetter") AND ef_compare(ef_multiply("s"."Measured", '20.0'), ef_multiply("s"."Agreed", '21.0')) >= 0))

-- ## CountByStanding
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

SELECT "s0"."Standing", COUNT(*) AS "Count"
FROM (
    SELECT CASE
        WHEN (length("s"."Month") = 4 AND "s"."StartsOn" <= @Value) OR (length("s"."Month") <> 4 AND ((instr("s"."Month", '-Q') > 0 AND "s"."StartsOn" <= @Value1) OR (instr("s"."Month", '-Q') <= 0 AND ((instr("s"."Month", '-H') > 0 AND CAST(strftime('%Y', "s"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "s"."StartsOn") AS INTEGER) + 5) / 6 <= @Value2) OR (instr("s"."Month", '-H') <= 0 AND ((length("s"."Month") = 7 AND "s"."StartsOn" <= @Value3) OR (length("s"."Month") <> 7 AND "s"."StartsOn" <= @Value4))))))) THEN CASE
            WHEN (length("s"."Month") = 4 AND "s"."StartsOn" < @Value5) OR (length("s"."Month") <> 4 AND ((instr("s"."Month", '-Q') > 0 AND "s"."StartsOn" < @Value6) OR (instr("s"."Month", '-Q') <= 0 AND ((instr("s"."Month", '-H') > 0 AND CAST(strftime('%Y', "s"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "s"."StartsOn") AS INTEGER) + 5) / 6 < @Value7) OR (instr("s"."Month", '-H') <= 0 AND ((length("s"."Month") = 7 AND "s"."StartsOn" < @Value8) OR (length("s"."Month") <> 7 AND "s"."EndsOn" < @Value9))))))) THEN CASE
                WHEN "s"."Agreed" IS NULL THEN 0
                WHEN ef_compare("s"."Agreed", '0.0') <= 0 THEN 0
                WHEN "s"."Measured" IS NULL THEN 0
                WHEN "s"."IsLessBetter" THEN CASE
                    WHEN ef_compare(ef_multiply("s"."Agreed", '20.0'), ef_multiply("s"."Measured", '21.0')) >= 0 THEN 2
                    WHEN ef_compare("s"."Agreed", "s"."Measured") >= 0 THEN 2
                    ELSE 7
                END
                WHEN ef_compare(ef_multiply("s"."Measured", '20.0'), ef_multiply("s"."Agreed", '21.0')) >= 0 THEN 2
                WHEN ef_compare("s"."Measured", "s"."Agreed") >= 0 THEN 2
                ELSE 7
            END
            WHEN "s"."Agreed" IS NULL THEN 0
            WHEN ef_compare("s"."Agreed", '0.0') <= 0 THEN 0
            WHEN "s"."Measured" IS NULL THEN 0
            WHEN "s"."IsLessBetter" THEN CASE
                WHEN ef_compare(ef_multiply("s"."Agreed", '20.0'), ef_multiply("s"."Measured", '21.0')) >= 0 THEN 2
                WHEN ef_compare("s"."Agreed", "s"."Measured") >= 0 THEN 4
                ELSE 7
            END
            WHEN ef_compare(ef_multiply("s"."Measured", '20.0'), ef_multiply("s"."Agreed", '21.0')) >= 0 THEN 2
            WHEN ef_compare("s"."Measured", "s"."Agreed") >= 0 THEN 4
            ELSE 7
        END
        ELSE 1
    END AS "Standing"
    FROM "service" AS "s"
) AS "s0"
GROUP BY "s0"."Standing"

-- ## Group
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

SELECT "s0"."Subject", "s0"."Period", CASE
    WHEN COUNT(CASE
        WHEN "s0"."Standing" <> 1 OR "s0"."Standing" IS NULL THEN 1
    END) > 0 THEN CASE
        WHEN COUNT(CASE
            WHEN "s0"."Standing" = 7 THEN 1
        END) > 0 THEN 7
        WHEN COUNT(CASE
            WHEN "s0"."Standing" = 0 THEN 1
        END) > 0 THEN 0
        WHEN COUNT(CASE
            WHEN "s0"."Standing" = 4 THEN 1
        END) > 0 THEN 4
        WHEN COUNT(CASE
            WHEN "s0"."Standing" = 2 THEN 1
        END) > 0 THEN 2
        ELSE 0
    END
    ELSE 1
END AS "Standing", COUNT(CASE
    WHEN "s0"."IsProvisional" THEN 1
END) > 0 AS "IsProvisional", COUNT(CASE
    WHEN "s0"."Standing" = 2 THEN 1
END) AS "Met", COUNT(CASE
    WHEN "s0"."Standing" = 7 THEN 1
END) AS "Missed", COUNT(CASE
    WHEN "s0"."Standing" = 0 THEN 1
END) AS "Undetermined", COUNT(CASE
    WHEN "s0"."IsCopied" THEN 1
END) AS "Duplicates"
FROM (
    SELECT "s"."Account" AS "Subject", "s"."Month" AS "Period", CASE
        WHEN MIN(CAST(CASE
            WHEN (length("s"."Month") = 4 AND "s"."StartsOn" <= @Value) OR (length("s"."Month") <> 4 AND ((instr("s"."Month", '-Q') > 0 AND "s"."StartsOn" <= @Value1) OR (instr("s"."Month", '-Q') <= 0 AND ((instr("s"."Month", '-H') > 0 AND CAST(strftime('%Y', "s"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "s"."StartsOn") AS INTEGER) + 5) / 6 <= @Value2) OR (instr("s"."Month", '-H') <= 0 AND ((length("s"."Month") = 7 AND "s"."StartsOn" <= @Value3) OR (length("s"."Month") <> 7 AND "s"."StartsOn" <= @Value4))))))) THEN CASE
                WHEN (length("s"."Month") = 4 AND "s"."StartsOn" < @Value5) OR (length("s"."Month") <> 4 AND ((instr("s"."Month", '-Q') > 0 AND "s"."StartsOn" < @Value6) OR (instr("s"."Month", '-Q') <= 0 AND ((instr("s"."Month", '-H') > 0 AND CAST(strftime('%Y', "s"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "s"."StartsOn") AS INTEGER) + 5) / 6 < @Value7) OR (instr("s"."Month", '-H') <= 0 AND ((length("s"."Month") = 7 AND "s"."StartsOn" < @Value8) OR (length("s"."Month") <> 7 AND "s"."EndsOn" < @Value9))))))) THEN CASE
                    WHEN "s"."Agreed" IS NULL THEN 0
                    WHEN ef_compare("s"."Agreed", '0.0') <= 0 THEN 0
                    WHEN "s"."Measured" IS NULL THEN 0
                    WHEN "s"."IsLessBetter" THEN CASE
                        WHEN ef_compare(ef_multiply("s"."Agreed", '20.0'), ef_multiply("s"."Measured", '21.0')) >= 0 THEN 2
                        WHEN ef_compare("s"."Agreed", "s"."Measured") >= 0 THEN 2
                        ELSE 7
                    END
                    WHEN ef_compare(ef_multiply("s"."Measured", '20.0'), ef_multiply("s"."Agreed", '21.0')) >= 0 THEN 2
                    WHEN ef_compare("s"."Measured", "s"."Agreed") >= 0 THEN 2
                    ELSE 7
                END
                WHEN "s"."Agreed" IS NULL THEN 0
                WHEN ef_compare("s"."Agreed", '0.0') <= 0 THEN 0
                WHEN "s"."Measured" IS NULL THEN 0
                WHEN "s"."IsLessBetter" THEN CASE
                    WHEN ef_compare(ef_multiply("s"."Agreed", '20.0'), ef_multiply("s"."Measured", '21.0')) >= 0 THEN 2
                    WHEN ef_compare("s"."Agreed", "s"."Measured") >= 0 THEN 4
                    ELSE 7
                END
                WHEN ef_compare(ef_multiply("s"."Measured", '20.0'), ef_multiply("s"."Agreed", '21.0')) >= 0 THEN 2
                WHEN ef_compare("s"."Measured", "s"."Agreed") >= 0 THEN 4
                ELSE 7
            END
            ELSE 1
        END AS INTEGER)) < MAX(CAST(CASE
            WHEN (length("s"."Month") = 4 AND "s"."StartsOn" <= @Value) OR (length("s"."Month") <> 4 AND ((instr("s"."Month", '-Q') > 0 AND "s"."StartsOn" <= @Value1) OR (instr("s"."Month", '-Q') <= 0 AND ((instr("s"."Month", '-H') > 0 AND CAST(strftime('%Y', "s"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "s"."StartsOn") AS INTEGER) + 5) / 6 <= @Value2) OR (instr("s"."Month", '-H') <= 0 AND ((length("s"."Month") = 7 AND "s"."StartsOn" <= @Value3) OR (length("s"."Month") <> 7 AND "s"."StartsOn" <= @Value4))))))) THEN CASE
                WHEN (length("s"."Month") = 4 AND "s"."StartsOn" < @Value5) OR (length("s"."Month") <> 4 AND ((instr("s"."Month", '-Q') > 0 AND "s"."StartsOn" < @Value6) OR (instr("s"."Month", '-Q') <= 0 AND ((instr("s"."Month", '-H') > 0 AND CAST(strftime('%Y', "s"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "s"."StartsOn") AS INTEGER) + 5) / 6 < @Value7) OR (instr("s"."Month", '-H') <= 0 AND ((length("s"."Month") = 7 AND "s"."StartsOn" < @Value8) OR (length("s"."Month") <> 7 AND "s"."EndsOn" < @Value9))))))) THEN CASE
                    WHEN "s"."Agreed" IS NULL THEN 0
                    WHEN ef_compare("s"."Agreed", '0.0') <= 0 THEN 0
                    WHEN "s"."Measured" IS NULL THEN 0
                    WHEN "s"."IsLessBetter" THEN CASE
                        WHEN ef_compare(ef_multiply("s"."Agreed", '20.0'), ef_multiply("s"."Measured", '21.0')) >= 0 THEN 2
                        WHEN ef_compare("s"."Agreed", "s"."Measured") >= 0 THEN 2
                        ELSE 7
                    END
                    WHEN ef_compare(ef_multiply("s"."Measured", '20.0'), ef_multiply("s"."Agreed", '21.0')) >= 0 THEN 2
                    WHEN ef_compare("s"."Measured", "s"."Agreed") >= 0 THEN 2
                    ELSE 7
                END
                WHEN "s"."Agreed" IS NULL THEN 0
                WHEN ef_compare("s"."Agreed", '0.0') <= 0 THEN 0
                WHEN "s"."Measured" IS NULL THEN 0
                WHEN "s"."IsLessBetter" THEN CASE
                    WHEN ef_compare(ef_multiply("s"."Agreed", '20.0'), ef_multiply("s"."Measured", '21.0')) >= 0 THEN 2
                    WHEN ef_compare("s"."Agreed", "s"."Measured") >= 0 THEN 4
                    ELSE 7
                END
                WHEN ef_compare(ef_multiply("s"."Measured", '20.0'), ef_multiply("s"."Agreed", '21.0')) >= 0 THEN 2
                WHEN ef_compare("s"."Measured", "s"."Agreed") >= 0 THEN 4
                ELSE 7
            END
            ELSE 1
        END AS INTEGER)) THEN 0
        ELSE CAST(MIN(CAST(CASE
            WHEN (length("s"."Month") = 4 AND "s"."StartsOn" <= @Value) OR (length("s"."Month") <> 4 AND ((instr("s"."Month", '-Q') > 0 AND "s"."StartsOn" <= @Value1) OR (instr("s"."Month", '-Q') <= 0 AND ((instr("s"."Month", '-H') > 0 AND CAST(strftime('%Y', "s"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "s"."StartsOn") AS INTEGER) + 5) / 6 <= @Value2) OR (instr("s"."Month", '-H') <= 0 AND ((length("s"."Month") = 7 AND "s"."StartsOn" <= @Value3) OR (length("s"."Month") <> 7 AND "s"."StartsOn" <= @Value4))))))) THEN CASE
                WHEN (length("s"."Month") = 4 AND "s"."StartsOn" < @Value5) OR (length("s"."Month") <> 4 AND ((instr("s"."Month", '-Q') > 0 AND "s"."StartsOn" < @Value6) OR (instr("s"."Month", '-Q') <= 0 AND ((instr("s"."Month", '-H') > 0 AND CAST(strftime('%Y', "s"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "s"."StartsOn") AS INTEGER) + 5) / 6 < @Value7) OR (instr("s"."Month", '-H') <= 0 AND ((length("s"."Month") = 7 AND "s"."StartsOn" < @Value8) OR (length("s"."Month") <> 7 AND "s"."EndsOn" < @Value9))))))) THEN CASE
                    WHEN "s"."Agreed" IS NULL THEN 0
                    WHEN ef_compare("s"."Agreed", '0.0') <= 0 THEN 0
                    WHEN "s"."Measured" IS NULL THEN 0
                    WHEN "s"."IsLessBetter" THEN CASE
                        WHEN ef_compare(ef_multiply("s"."Agreed", '20.0'), ef_multiply("s"."Measured", '21.0')) >= 0 THEN 2
                        WHEN ef_compare("s"."Agreed", "s"."Measured") >= 0 THEN 2
                        ELSE 7
                    END
                    WHEN ef_compare(ef_multiply("s"."Measured", '20.0'), ef_multiply("s"."Agreed", '21.0')) >= 0 THEN 2
                    WHEN ef_compare("s"."Measured", "s"."Agreed") >= 0 THEN 2
                    ELSE 7
                END
                WHEN "s"."Agreed" IS NULL THEN 0
                WHEN ef_compare("s"."Agreed", '0.0') <= 0 THEN 0
                WHEN "s"."Measured" IS NULL THEN 0
                WHEN "s"."IsLessBetter" THEN CASE
                    WHEN ef_compare(ef_multiply("s"."Agreed", '20.0'), ef_multiply("s"."Measured", '21.0')) >= 0 THEN 2
                    WHEN ef_compare("s"."Agreed", "s"."Measured") >= 0 THEN 4
                    ELSE 7
                END
                WHEN ef_compare(ef_multiply("s"."Measured", '20.0'), ef_multiply("s"."Agreed", '21.0')) >= 0 THEN 2
                WHEN ef_compare("s"."Measured", "s"."Agreed") >= 0 THEN 4
                ELSE 7
            END
            ELSE 1
        END AS INTEGER)) AS INTEGER)
    END AS "Standing", COUNT(CASE
        WHEN CASE
            WHEN (length("s"."Month") = 4 AND "s"."StartsOn" <= @Value) OR (length("s"."Month") <> 4 AND ((instr("s"."Month", '-Q') > 0 AND "s"."StartsOn" <= @Value1) OR (instr("s"."Month", '-Q') <= 0 AND ((instr("s"."Month", '-H') > 0 AND CAST(strftime('%Y', "s"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "s"."StartsOn") AS INTEGER) + 5) / 6 <= @Value2) OR (instr("s"."Month", '-H') <= 0 AND ((length("s"."Month") = 7 AND "s"."StartsOn" <= @Value3) OR (length("s"."Month") <> 7 AND "s"."StartsOn" <= @Value4))))))) THEN CASE
                WHEN (length("s"."Month") = 4 AND "s"."StartsOn" < @Value5) OR (length("s"."Month") <> 4 AND ((instr("s"."Month", '-Q') > 0 AND "s"."StartsOn" < @Value6) OR (instr("s"."Month", '-Q') <= 0 AND ((instr("s"."Month", '-H') > 0 AND CAST(strftime('%Y', "s"."StartsOn") AS INTEGER) * 2 + (CAST(strftime('%m', "s"."StartsOn") AS INTEGER) + 5) / 6 < @Value7) OR (instr("s"."Month", '-H') <= 0 AND ((length("s"."Month") = 7 AND "s"."StartsOn" < @Value8) OR (length("s"."Month") <> 7 AND "s"."EndsOn" < @Value9))))))) THEN 0
                ELSE 1
            END
            ELSE 0
        END THEN 1
    END) > 0 AS "IsProvisional", COUNT(*) > 1 AS "IsCopied"
    FROM "service" AS "s"
    GROUP BY "s"."Account", "s"."Month", "s"."Name"
) AS "s0"
GROUP BY "s0"."Subject", "s0"."Period"

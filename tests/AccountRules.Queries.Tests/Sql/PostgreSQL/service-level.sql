-- ## Where AtRisk
-- @Value='12/31/2026' (DbType = Date)
-- @Value1='12/31/2026' (DbType = Date)
-- @Value2='4054'
-- @Value3='11/30/2026' (DbType = Date)
-- @Value4='11/21/2026' (DbType = Date)
-- @Value5='01/01/2026' (DbType = Date)
-- @Value6='10/01/2026' (DbType = Date)
-- @Value7='4054'
-- @Value8='11/01/2026' (DbType = Date)
-- @Value9='11/21/2026' (DbType = Date)
SELECT s."Id", s."Account", s."Agreed", s."EndsOn", s."IsLessBetter", s."Measured", s."Month", s."Name", s."StartsOn"
FROM service AS s
WHERE ((length(s."Month")::int = 4 AND s."StartsOn" <= @Value) OR (length(s."Month")::int <> 4 AND ((s."Month" LIKE '%-Q%' AND s."StartsOn" <= @Value1) OR (s."Month" NOT LIKE '%-Q%' AND ((s."Month" LIKE '%-H%' AND date_part('year', s."StartsOn")::int * 2 + (date_part('month', s."StartsOn")::int + 5) / 6 <= @Value2) OR (s."Month" NOT LIKE '%-H%' AND ((length(s."Month")::int = 7 AND s."StartsOn" <= @Value3) OR (length(s."Month")::int <> 7 AND s."StartsOn" <= @Value4)))))))) AND (length(s."Month")::int <> 4 OR s."StartsOn" >= @Value5) AND (length(s."Month")::int = 4 OR ((s."Month" NOT LIKE '%-Q%' OR s."StartsOn" >= @Value6) AND (s."Month" LIKE '%-Q%' OR ((s."Month" NOT LIKE '%-H%' OR date_part('year', s."StartsOn")::int * 2 + (date_part('month', s."StartsOn")::int + 5) / 6 >= @Value7) AND (s."Month" LIKE '%-H%' OR ((length(s."Month")::int <> 7 OR s."StartsOn" >= @Value8) AND (length(s."Month")::int = 7 OR s."EndsOn" >= @Value9))))))) AND s."Agreed" IS NOT NULL AND s."Agreed" > 0.0 AND s."Measured" IS NOT NULL AND ((s."IsLessBetter" AND s."Agreed" * 20.0 < s."Measured" * 21.0 AND s."Agreed" >= s."Measured") OR (NOT (s."IsLessBetter") AND s."Measured" * 20.0 < s."Agreed" * 21.0 AND s."Measured" >= s."Agreed"))

-- ## Where Met
-- @Value='12/31/2026' (DbType = Date)
-- @Value1='12/31/2026' (DbType = Date)
-- @Value2='4054'
-- @Value3='11/30/2026' (DbType = Date)
-- @Value4='11/21/2026' (DbType = Date)
-- @Value5='01/01/2026' (DbType = Date)
-- @Value6='10/01/2026' (DbType = Date)
-- @Value7='4054'
-- @Value8='11/01/2026' (DbType = Date)
-- @Value9='11/21/2026' (DbType = Date)
SELECT s."Id", s."Account", s."Agreed", s."EndsOn", s."IsLessBetter", s."Measured", s."Month", s."Name", s."StartsOn"
FROM service AS s
WHERE ((length(s."Month")::int = 4 AND s."StartsOn" <= @Value) OR (length(s."Month")::int <> 4 AND ((s."Month" LIKE '%-Q%' AND s."StartsOn" <= @Value1) OR (s."Month" NOT LIKE '%-Q%' AND ((s."Month" LIKE '%-H%' AND date_part('year', s."StartsOn")::int * 2 + (date_part('month', s."StartsOn")::int + 5) / 6 <= @Value2) OR (s."Month" NOT LIKE '%-H%' AND ((length(s."Month")::int = 7 AND s."StartsOn" <= @Value3) OR (length(s."Month")::int <> 7 AND s."StartsOn" <= @Value4)))))))) AND ((((length(s."Month")::int = 4 AND s."StartsOn" < @Value5) OR (length(s."Month")::int <> 4 AND ((s."Month" LIKE '%-Q%' AND s."StartsOn" < @Value6) OR (s."Month" NOT LIKE '%-Q%' AND ((s."Month" LIKE '%-H%' AND date_part('year', s."StartsOn")::int * 2 + (date_part('month', s."StartsOn")::int + 5) / 6 < @Value7) OR (s."Month" NOT LIKE '%-H%' AND ((length(s."Month")::int = 7 AND s."StartsOn" < @Value8) OR (length(s."Month")::int <> 7 AND s."EndsOn" < @Value9)))))))) AND s."Agreed" IS NOT NULL AND s."Agreed" > 0.0 AND s."Measured" IS NOT NULL AND ((s."IsLessBetter" AND (s."Agreed" * 20.0 >= s."Measured" * 21.0 OR (s."Agreed" * 20.0 < s."Measured" * 21.0 AND s."Agreed" >= s."Measured"))) OR (NOT (s."IsLessBetter") AND (s."Measured" * 20.0 >= s."Agreed" * 21.0 OR (s."Measured" * 20.0 < s."Agreed" * 21.0 AND s."Measured" >= s."Agreed"))))) OR ((length(s."Month")::int <> 4 OR s."StartsOn" >= @Value5) AND (length(s."Month")::int = 4 OR ((s."Month" NOT LIKE '%-Q%' OR s."StartsOn" >= @Value6) AND (s."Month" LIKE '%-Q%' OR ((s."Month" NOT LIKE '%-H%' OR date_part('year', s."StartsOn")::int * 2 + (date_part('month', s."StartsOn")::int + 5) / 6 >= @Value7) AND (s."Month" LIKE '%-H%' OR ((length(s."Month")::int <> 7 OR s."StartsOn" >= @Value8) AND (length(s."Month")::int = 7 OR s."EndsOn" >= @Value9))))))) AND s."Agreed" IS NOT NULL AND s."Agreed" > 0.0 AND s."Measured" IS NOT NULL AND ((s."IsLessBetter" AND s."Agreed" * 20.0 >= s."Measured" * 21.0) OR (NOT (s."IsLessBetter") AND s."Measured" * 20.0 >= s."Agreed" * 21.0))))

-- ## WhereBand Clear
-- @Value='12/31/2026' (DbType = Date)
-- @Value1='12/31/2026' (DbType = Date)
-- @Value2='4054'
-- @Value3='11/30/2026' (DbType = Date)
-- @Value4='11/21/2026' (DbType = Date)
SELECT s."Id", s."Account", s."Agreed", s."EndsOn", s."IsLessBetter", s."Measured", s."Month", s."Name", s."StartsOn"
FROM service AS s
WHERE ((length(s."Month")::int = 4 AND s."StartsOn" <= @Value) OR (length(s."Month")::int <> 4 AND ((s."Month" LIKE '%-Q%' AND s."StartsOn" <= @Value1) OR (s."Month" NOT LIKE '%-Q%' AND ((s."Month" LIKE '%-H%' AND date_part('year', s."StartsOn")::int * 2 + (date_part('month', s."StartsOn")::int + 5) / 6 <= @Value2) OR (s."Month" NOT LIKE '%-H%' AND ((length(s."Month")::int = 7 AND s."StartsOn" <= @Value3) OR (length(s."Month")::int <> 7 AND s."StartsOn" <= @Value4)))))))) AND s."Agreed" IS NOT NULL AND s."Agreed" > 0.0 AND s."Measured" IS NOT NULL AND ((s."IsLessBetter" AND s."Agreed" * 20.0 >= s."Measured" * 21.0) OR (NOT (s."IsLessBetter") AND s."Measured" * 20.0 >= s."Agreed" * 21.0))

-- ## CountByStanding
-- @Value='12/31/2026' (DbType = Date)
-- @Value1='12/31/2026' (DbType = Date)
-- @Value2='4054'
-- @Value3='11/30/2026' (DbType = Date)
-- @Value4='11/21/2026' (DbType = Date)
-- @Value5='01/01/2026' (DbType = Date)
-- @Value6='10/01/2026' (DbType = Date)
-- @Value7='4054'
-- @Value8='11/01/2026' (DbType = Date)
-- @Value9='11/21/2026' (DbType = Date)
SELECT s0."Standing", count(*) AS "Count"
FROM (
    SELECT CASE
        WHEN (length(s."Month")::int = 4 AND s."StartsOn" <= @Value) OR (length(s."Month")::int <> 4 AND ((s."Month" LIKE '%-Q%' AND s."StartsOn" <= @Value1) OR (s."Month" NOT LIKE '%-Q%' AND ((s."Month" LIKE '%-H%' AND date_part('year', s."StartsOn")::int * 2 + (date_part('month', s."StartsOn")::int + 5) / 6 <= @Value2) OR (s."Month" NOT LIKE '%-H%' AND ((length(s."Month")::int = 7 AND s."StartsOn" <= @Value3) OR (length(s."Month")::int <> 7 AND s."StartsOn" <= @Value4))))))) THEN CASE
            WHEN (length(s."Month")::int = 4 AND s."StartsOn" < @Value5) OR (length(s."Month")::int <> 4 AND ((s."Month" LIKE '%-Q%' AND s."StartsOn" < @Value6) OR (s."Month" NOT LIKE '%-Q%' AND ((s."Month" LIKE '%-H%' AND date_part('year', s."StartsOn")::int * 2 + (date_part('month', s."StartsOn")::int + 5) / 6 < @Value7) OR (s."Month" NOT LIKE '%-H%' AND ((length(s."Month")::int = 7 AND s."StartsOn" < @Value8) OR (length(s."Month")::int <> 7 AND s."EndsOn" < @Value9))))))) THEN CASE
                WHEN s."Agreed" IS NULL THEN 0
                WHEN s."Agreed" <= 0.0 THEN 0
                WHEN s."Measured" IS NULL THEN 0
                WHEN s."IsLessBetter" THEN CASE
                    WHEN s."Agreed" * 20.0 >= s."Measured" * 21.0 THEN 2
                    WHEN s."Agreed" >= s."Measured" THEN 2
                    ELSE 7
                END
                WHEN s."Measured" * 20.0 >= s."Agreed" * 21.0 THEN 2
                WHEN s."Measured" >= s."Agreed" THEN 2
                ELSE 7
            END
            WHEN s."Agreed" IS NULL THEN 0
            WHEN s."Agreed" <= 0.0 THEN 0
            WHEN s."Measured" IS NULL THEN 0
            WHEN s."IsLessBetter" THEN CASE
                WHEN s."Agreed" * 20.0 >= s."Measured" * 21.0 THEN 2
                WHEN s."Agreed" >= s."Measured" THEN 4
                ELSE 7
            END
            WHEN s."Measured" * 20.0 >= s."Agreed" * 21.0 THEN 2
            WHEN s."Measured" >= s."Agreed" THEN 4
            ELSE 7
        END
        ELSE 1
    END AS "Standing"
    FROM service AS s
) AS s0
GROUP BY s0."Standing"

-- ## Group
-- @Value='12/31/2026' (DbType = Date)
-- @Value1='12/31/2026' (DbType = Date)
-- @Value2='4054'
-- @Value3='11/30/2026' (DbType = Date)
-- @Value4='11/21/2026' (DbType = Date)
-- @Value5='01/01/2026' (DbType = Date)
-- @Value6='10/01/2026' (DbType = Date)
-- @Value7='4054'
-- @Value8='11/01/2026' (DbType = Date)
-- @Value9='11/21/2026' (DbType = Date)
SELECT s0."Subject", s0."Period", CASE
    WHEN count(*) FILTER (WHERE s0."Standing" <> 1 OR s0."Standing" IS NULL)::int > 0 THEN CASE
        WHEN count(*) FILTER (WHERE s0."Standing" = 7)::int > 0 THEN 7
        WHEN count(*) FILTER (WHERE s0."Standing" = 0)::int > 0 THEN 0
        WHEN count(*) FILTER (WHERE s0."Standing" = 4)::int > 0 THEN 4
        WHEN count(*) FILTER (WHERE s0."Standing" = 2)::int > 0 THEN 2
        ELSE 0
    END
    ELSE 1
END AS "Standing", count(*) FILTER (WHERE s0."IsProvisional")::int > 0 AS "IsProvisional", count(*) FILTER (WHERE s0."Standing" = 2)::int AS "Met", count(*) FILTER (WHERE s0."Standing" = 7)::int AS "Missed", count(*) FILTER (WHERE s0."Standing" = 0)::int AS "Undetermined", count(*) FILTER (WHERE s0."IsCopied")::int AS "Duplicates"
FROM (
    SELECT s."Account" AS "Subject", s."Month" AS "Period", CASE
        WHEN min(CAST(CASE
            WHEN (length(s."Month")::int = 4 AND s."StartsOn" <= @Value) OR (length(s."Month")::int <> 4 AND ((s."Month" LIKE '%-Q%' AND s."StartsOn" <= @Value1) OR (s."Month" NOT LIKE '%-Q%' AND ((s."Month" LIKE '%-H%' AND date_part('year', s."StartsOn")::int * 2 + (date_part('month', s."StartsOn")::int + 5) / 6 <= @Value2) OR (s."Month" NOT LIKE '%-H%' AND ((length(s."Month")::int = 7 AND s."StartsOn" <= @Value3) OR (length(s."Month")::int <> 7 AND s."StartsOn" <= @Value4))))))) THEN CASE
                WHEN (length(s."Month")::int = 4 AND s."StartsOn" < @Value5) OR (length(s."Month")::int <> 4 AND ((s."Month" LIKE '%-Q%' AND s."StartsOn" < @Value6) OR (s."Month" NOT LIKE '%-Q%' AND ((s."Month" LIKE '%-H%' AND date_part('year', s."StartsOn")::int * 2 + (date_part('month', s."StartsOn")::int + 5) / 6 < @Value7) OR (s."Month" NOT LIKE '%-H%' AND ((length(s."Month")::int = 7 AND s."StartsOn" < @Value8) OR (length(s."Month")::int <> 7 AND s."EndsOn" < @Value9))))))) THEN CASE
                    WHEN s."Agreed" IS NULL THEN 0
                    WHEN s."Agreed" <= 0.0 THEN 0
                    WHEN s."Measured" IS NULL THEN 0
                    WHEN s."IsLessBetter" THEN CASE
                        WHEN s."Agreed" * 20.0 >= s."Measured" * 21.0 THEN 2
                        WHEN s."Agreed" >= s."Measured" THEN 2
                        ELSE 7
                    END
                    WHEN s."Measured" * 20.0 >= s."Agreed" * 21.0 THEN 2
                    WHEN s."Measured" >= s."Agreed" THEN 2
                    ELSE 7
                END
                WHEN s."Agreed" IS NULL THEN 0
                WHEN s."Agreed" <= 0.0 THEN 0
                WHEN s."Measured" IS NULL THEN 0
                WHEN s."IsLessBetter" THEN CASE
                    WHEN s."Agreed" * 20.0 >= s."Measured" * 21.0 THEN 2
                    WHEN s."Agreed" >= s."Measured" THEN 4
                    ELSE 7
                END
                WHEN s."Measured" * 20.0 >= s."Agreed" * 21.0 THEN 2
                WHEN s."Measured" >= s."Agreed" THEN 4
                ELSE 7
            END
            ELSE 1
        END AS integer)) < max(CAST(CASE
            WHEN (length(s."Month")::int = 4 AND s."StartsOn" <= @Value) OR (length(s."Month")::int <> 4 AND ((s."Month" LIKE '%-Q%' AND s."StartsOn" <= @Value1) OR (s."Month" NOT LIKE '%-Q%' AND ((s."Month" LIKE '%-H%' AND date_part('year', s."StartsOn")::int * 2 + (date_part('month', s."StartsOn")::int + 5) / 6 <= @Value2) OR (s."Month" NOT LIKE '%-H%' AND ((length(s."Month")::int = 7 AND s."StartsOn" <= @Value3) OR (length(s."Month")::int <> 7 AND s."StartsOn" <= @Value4))))))) THEN CASE
                WHEN (length(s."Month")::int = 4 AND s."StartsOn" < @Value5) OR (length(s."Month")::int <> 4 AND ((s."Month" LIKE '%-Q%' AND s."StartsOn" < @Value6) OR (s."Month" NOT LIKE '%-Q%' AND ((s."Month" LIKE '%-H%' AND date_part('year', s."StartsOn")::int * 2 + (date_part('month', s."StartsOn")::int + 5) / 6 < @Value7) OR (s."Month" NOT LIKE '%-H%' AND ((length(s."Month")::int = 7 AND s."StartsOn" < @Value8) OR (length(s."Month")::int <> 7 AND s."EndsOn" < @Value9))))))) THEN CASE
                    WHEN s."Agreed" IS NULL THEN 0
                    WHEN s."Agreed" <= 0.0 THEN 0
                    WHEN s."Measured" IS NULL THEN 0
                    WHEN s."IsLessBetter" THEN CASE
                        WHEN s."Agreed" * 20.0 >= s."Measured" * 21.0 THEN 2
                        WHEN s."Agreed" >= s."Measured" THEN 2
                        ELSE 7
                    END
                    WHEN s."Measured" * 20.0 >= s."Agreed" * 21.0 THEN 2
                    WHEN s."Measured" >= s."Agreed" THEN 2
                    ELSE 7
                END
                WHEN s."Agreed" IS NULL THEN 0
                WHEN s."Agreed" <= 0.0 THEN 0
                WHEN s."Measured" IS NULL THEN 0
                WHEN s."IsLessBetter" THEN CASE
                    WHEN s."Agreed" * 20.0 >= s."Measured" * 21.0 THEN 2
                    WHEN s."Agreed" >= s."Measured" THEN 4
                    ELSE 7
                END
                WHEN s."Measured" * 20.0 >= s."Agreed" * 21.0 THEN 2
                WHEN s."Measured" >= s."Agreed" THEN 4
                ELSE 7
            END
            ELSE 1
        END AS integer)) THEN 0
        ELSE min(CAST(CASE
            WHEN (length(s."Month")::int = 4 AND s."StartsOn" <= @Value) OR (length(s."Month")::int <> 4 AND ((s."Month" LIKE '%-Q%' AND s."StartsOn" <= @Value1) OR (s."Month" NOT LIKE '%-Q%' AND ((s."Month" LIKE '%-H%' AND date_part('year', s."StartsOn")::int * 2 + (date_part('month', s."StartsOn")::int + 5) / 6 <= @Value2) OR (s."Month" NOT LIKE '%-H%' AND ((length(s."Month")::int = 7 AND s."StartsOn" <= @Value3) OR (length(s."Month")::int <> 7 AND s."StartsOn" <= @Value4))))))) THEN CASE
                WHEN (length(s."Month")::int = 4 AND s."StartsOn" < @Value5) OR (length(s."Month")::int <> 4 AND ((s."Month" LIKE '%-Q%' AND s."StartsOn" < @Value6) OR (s."Month" NOT LIKE '%-Q%' AND ((s."Month" LIKE '%-H%' AND date_part('year', s."StartsOn")::int * 2 + (date_part('month', s."StartsOn")::int + 5) / 6 < @Value7) OR (s."Month" NOT LIKE '%-H%' AND ((length(s."Month")::int = 7 AND s."StartsOn" < @Value8) OR (length(s."Month")::int <> 7 AND s."EndsOn" < @Value9))))))) THEN CASE
                    WHEN s."Agreed" IS NULL THEN 0
                    WHEN s."Agreed" <= 0.0 THEN 0
                    WHEN s."Measured" IS NULL THEN 0
                    WHEN s."IsLessBetter" THEN CASE
                        WHEN s."Agreed" * 20.0 >= s."Measured" * 21.0 THEN 2
                        WHEN s."Agreed" >= s."Measured" THEN 2
                        ELSE 7
                    END
                    WHEN s."Measured" * 20.0 >= s."Agreed" * 21.0 THEN 2
                    WHEN s."Measured" >= s."Agreed" THEN 2
                    ELSE 7
                END
                WHEN s."Agreed" IS NULL THEN 0
                WHEN s."Agreed" <= 0.0 THEN 0
                WHEN s."Measured" IS NULL THEN 0
                WHEN s."IsLessBetter" THEN CASE
                    WHEN s."Agreed" * 20.0 >= s."Measured" * 21.0 THEN 2
                    WHEN s."Agreed" >= s."Measured" THEN 4
                    ELSE 7
                END
                WHEN s."Measured" * 20.0 >= s."Agreed" * 21.0 THEN 2
                WHEN s."Measured" >= s."Agreed" THEN 4
                ELSE 7
            END
            ELSE 1
        END AS integer))::smallint
    END AS "Standing", count(*) FILTER (WHERE CASE
        WHEN (length(s."Month")::int = 4 AND s."StartsOn" <= @Value) OR (length(s."Month")::int <> 4 AND ((s."Month" LIKE '%-Q%' AND s."StartsOn" <= @Value1) OR (s."Month" NOT LIKE '%-Q%' AND ((s."Month" LIKE '%-H%' AND date_part('year', s."StartsOn")::int * 2 + (date_part('month', s."StartsOn")::int + 5) / 6 <= @Value2) OR (s."Month" NOT LIKE '%-H%' AND ((length(s."Month")::int = 7 AND s."StartsOn" <= @Value3) OR (length(s."Month")::int <> 7 AND s."StartsOn" <= @Value4))))))) THEN CASE
            WHEN (length(s."Month")::int = 4 AND s."StartsOn" < @Value5) OR (length(s."Month")::int <> 4 AND ((s."Month" LIKE '%-Q%' AND s."StartsOn" < @Value6) OR (s."Month" NOT LIKE '%-Q%' AND ((s."Month" LIKE '%-H%' AND date_part('year', s."StartsOn")::int * 2 + (date_part('month', s."StartsOn")::int + 5) / 6 < @Value7) OR (s."Month" NOT LIKE '%-H%' AND ((length(s."Month")::int = 7 AND s."StartsOn" < @Value8) OR (length(s."Month")::int <> 7 AND s."EndsOn" < @Value9))))))) THEN FALSE
            ELSE TRUE
        END
        ELSE FALSE
    END)::int > 0 AS "IsProvisional", count(*)::int > 1 AS "IsCopied"
    FROM service AS s
    GROUP BY s."Account", s."Month", s."Name"
) AS s0
GROUP BY s0."Subject", s0."Period"

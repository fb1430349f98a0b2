-- ## Where Missed
-- @Value='12/31/2026' (DbType = Date)
-- @Value1='12/31/2026' (DbType = Date)
-- @Value2='4054'
-- @Value3='11/30/2026' (DbType = Date)
-- @Value4='11/21/2026' (DbType = Date)
SELECT p."Id", p."Days", p."DaysInPeriod", p."Employee", p."EndsOn", p."Goal", p."IsLessBetter", p."Month", p."Name", p."Reached", p."StartsOn"
FROM prorated_kpi AS p
WHERE ((length(p."Month")::int = 4 AND p."StartsOn" <= @Value) OR (length(p."Month")::int <> 4 AND ((p."Month" LIKE '%-Q%' AND p."StartsOn" <= @Value1) OR (p."Month" NOT LIKE '%-Q%' AND ((p."Month" LIKE '%-H%' AND date_part('year', p."StartsOn")::int * 2 + (date_part('month', p."StartsOn")::int + 5) / 6 <= @Value2) OR (p."Month" NOT LIKE '%-H%' AND ((length(p."Month")::int = 7 AND p."StartsOn" <= @Value3) OR (length(p."Month")::int <> 7 AND p."StartsOn" <= @Value4)))))))) AND p."Goal" IS NOT NULL AND p."Goal" > 0.0 AND p."Reached" IS NOT NULL AND ((p."Days" IS NULL AND p."DaysInPeriod" IS NULL AND ((p."IsLessBetter" AND p."Goal" * 20.0 <= p."Reached" * 17.0) OR (NOT (p."IsLessBetter") AND p."Reached" * 20.0 <= p."Goal" * 17.0))) OR ((p."Days" IS NOT NULL OR p."DaysInPeriod" IS NOT NULL) AND (p."Days" IS NOT NULL OR p."DaysInPeriod" IS NULL) AND (p."Days" IS NULL OR (p."DaysInPeriod" IS NOT NULL AND p."Days" >= 1 AND p."DaysInPeriod" >= 1 AND p."Days" <= p."DaysInPeriod")) AND ((p."IsLessBetter" AND p."Goal" * p."Days"::numeric * 20.0 <= p."Reached" * p."DaysInPeriod"::numeric * 17.0) OR (NOT (p."IsLessBetter") AND p."Reached" * p."DaysInPeriod"::numeric * 20.0 <= p."Goal" * p."Days"::numeric * 17.0))))

-- ## Where Undetermined
-- @Value='12/31/2026' (DbType = Date)
-- @Value1='12/31/2026' (DbType = Date)
-- @Value2='4054'
-- @Value3='11/30/2026' (DbType = Date)
-- @Value4='11/21/2026' (DbType = Date)
SELECT p."Id", p."Days", p."DaysInPeriod", p."Employee", p."EndsOn", p."Goal", p."IsLessBetter", p."Month", p."Name", p."Reached", p."StartsOn"
FROM prorated_kpi AS p
WHERE ((length(p."Month")::int = 4 AND p."StartsOn" <= @Value) OR (length(p."Month")::int <> 4 AND ((p."Month" LIKE '%-Q%' AND p."StartsOn" <= @Value1) OR (p."Month" NOT LIKE '%-Q%' AND ((p."Month" LIKE '%-H%' AND date_part('year', p."StartsOn")::int * 2 + (date_part('month', p."StartsOn")::int + 5) / 6 <= @Value2) OR (p."Month" NOT LIKE '%-H%' AND ((length(p."Month")::int = 7 AND p."StartsOn" <= @Value3) OR (length(p."Month")::int <> 7 AND p."StartsOn" <= @Value4)))))))) AND (p."Goal" IS NULL OR p."Goal" <= 0.0 OR (p."Goal" > 0.0 AND (p."Reached" IS NULL OR ((p."Days" IS NOT NULL OR p."DaysInPeriod" IS NOT NULL) AND ((p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 1 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")))))))

-- ## WhereBand Met
-- @Value='12/31/2026' (DbType = Date)
-- @Value1='12/31/2026' (DbType = Date)
-- @Value2='4054'
-- @Value3='11/30/2026' (DbType = Date)
-- @Value4='11/21/2026' (DbType = Date)
SELECT p."Id", p."Days", p."DaysInPeriod", p."Employee", p."EndsOn", p."Goal", p."IsLessBetter", p."Month", p."Name", p."Reached", p."StartsOn"
FROM prorated_kpi AS p
WHERE ((length(p."Month")::int = 4 AND p."StartsOn" <= @Value) OR (length(p."Month")::int <> 4 AND ((p."Month" LIKE '%-Q%' AND p."StartsOn" <= @Value1) OR (p."Month" NOT LIKE '%-Q%' AND ((p."Month" LIKE '%-H%' AND date_part('year', p."StartsOn")::int * 2 + (date_part('month', p."StartsOn")::int + 5) / 6 <= @Value2) OR (p."Month" NOT LIKE '%-H%' AND ((length(p."Month")::int = 7 AND p."StartsOn" <= @Value3) OR (length(p."Month")::int <> 7 AND p."StartsOn" <= @Value4)))))))) AND p."Goal" IS NOT NULL AND p."Goal" > 0.0 AND p."Reached" IS NOT NULL AND ((p."Days" IS NULL AND p."DaysInPeriod" IS NULL AND ((p."IsLessBetter" AND p."Goal" * 20.0 > p."Reached" * 17.0) OR (NOT (p."IsLessBetter") AND p."Reached" * 20.0 > p."Goal" * 17.0))) OR ((p."Days" IS NOT NULL OR p."DaysInPeriod" IS NOT NULL) AND (p."Days" IS NOT NULL OR p."DaysInPeriod" IS NULL) AND (p."Days" IS NULL OR (p."DaysInPeriod" IS NOT NULL AND p."Days" >= 1 AND p."DaysInPeriod" >= 1 AND p."Days" <= p."DaysInPeriod")) AND ((p."IsLessBetter" AND p."Goal" * p."Days"::numeric * 20.0 > p."Reached" * p."DaysInPeriod"::numeric * 17.0) OR (NOT (p."IsLessBetter") AND p."Reached" * p."DaysInPeriod"::numeric * 20.0 > p."Goal" * p."Days"::numeric * 17.0))))

-- ## Grade
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
SELECT p."Id", p."Days", p."DaysInPeriod", p."Employee", p."EndsOn", p."Goal", p."IsLessBetter", p."Month", p."Name", p."Reached", p."StartsOn", CASE
    WHEN (length(p."Month")::int = 4 AND p."StartsOn" <= @Value) OR (length(p."Month")::int <> 4 AND ((p."Month" LIKE '%-Q%' AND p."StartsOn" <= @Value1) OR (p."Month" NOT LIKE '%-Q%' AND ((p."Month" LIKE '%-H%' AND date_part('year', p."StartsOn")::int * 2 + (date_part('month', p."StartsOn")::int + 5) / 6 <= @Value2) OR (p."Month" NOT LIKE '%-H%' AND ((length(p."Month")::int = 7 AND p."StartsOn" <= @Value3) OR (length(p."Month")::int <> 7 AND p."StartsOn" <= @Value4))))))) THEN CASE
        WHEN p."Goal" IS NULL THEN 0
        WHEN p."Goal" <= 0.0 THEN 0
        WHEN p."Reached" IS NULL THEN 0
        WHEN p."Days" IS NULL AND p."DaysInPeriod" IS NULL THEN CASE
            WHEN p."IsLessBetter" THEN CASE
                WHEN p."Goal" * 20.0 > p."Reached" * 17.0 THEN 2
                ELSE 7
            END
            WHEN p."Reached" * 20.0 > p."Goal" * 17.0 THEN 2
            ELSE 7
        END
        WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 1 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN 0
        WHEN p."IsLessBetter" THEN CASE
            WHEN p."Goal" * p."Days"::numeric * 20.0 > p."Reached" * p."DaysInPeriod"::numeric * 17.0 THEN 2
            ELSE 7
        END
        WHEN p."Reached" * p."DaysInPeriod"::numeric * 20.0 > p."Goal" * p."Days"::numeric * 17.0 THEN 2
        ELSE 7
    END
    ELSE 1
END AS "Standing", CASE
    WHEN (length(p."Month")::int = 4 AND p."StartsOn" <= @Value) OR (length(p."Month")::int <> 4 AND ((p."Month" LIKE '%-Q%' AND p."StartsOn" <= @Value1) OR (p."Month" NOT LIKE '%-Q%' AND ((p."Month" LIKE '%-H%' AND date_part('year', p."StartsOn")::int * 2 + (date_part('month', p."StartsOn")::int + 5) / 6 <= @Value2) OR (p."Month" NOT LIKE '%-H%' AND ((length(p."Month")::int = 7 AND p."StartsOn" <= @Value3) OR (length(p."Month")::int <> 7 AND p."StartsOn" <= @Value4))))))) THEN CASE
        WHEN (length(p."Month")::int = 4 AND p."StartsOn" < @Value5) OR (length(p."Month")::int <> 4 AND ((p."Month" LIKE '%-Q%' AND p."StartsOn" < @Value6) OR (p."Month" NOT LIKE '%-Q%' AND ((p."Month" LIKE '%-H%' AND date_part('year', p."StartsOn")::int * 2 + (date_part('month', p."StartsOn")::int + 5) / 6 < @Value7) OR (p."Month" NOT LIKE '%-H%' AND ((length(p."Month")::int = 7 AND p."StartsOn" < @Value8) OR (length(p."Month")::int <> 7 AND p."EndsOn" < @Value9))))))) THEN FALSE
        ELSE TRUE
    END
    ELSE FALSE
END AS "IsProvisional", CASE
    WHEN (length(p."Month")::int = 4 AND p."StartsOn" <= @Value) OR (length(p."Month")::int <> 4 AND ((p."Month" LIKE '%-Q%' AND p."StartsOn" <= @Value1) OR (p."Month" NOT LIKE '%-Q%' AND ((p."Month" LIKE '%-H%' AND date_part('year', p."StartsOn")::int * 2 + (date_part('month', p."StartsOn")::int + 5) / 6 <= @Value2) OR (p."Month" NOT LIKE '%-H%' AND ((length(p."Month")::int = 7 AND p."StartsOn" <= @Value3) OR (length(p."Month")::int <> 7 AND p."StartsOn" <= @Value4))))))) THEN CASE
        WHEN p."Goal" IS NULL THEN NULL
        WHEN p."Goal" <= 0.0 THEN NULL
        WHEN p."Reached" IS NULL THEN NULL
        WHEN p."Days" IS NULL AND p."DaysInPeriod" IS NULL THEN CASE
            WHEN p."IsLessBetter" THEN CASE
                WHEN p."Goal" * 20.0 > p."Reached" * 17.0 THEN 'Met'
                ELSE 'Missed'
            END
            WHEN p."Reached" * 20.0 > p."Goal" * 17.0 THEN 'Met'
            ELSE 'Missed'
        END
        WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 1 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN NULL
        WHEN p."IsLessBetter" THEN CASE
            WHEN p."Goal" * p."Days"::numeric * 20.0 > p."Reached" * p."DaysInPeriod"::numeric * 17.0 THEN 'Met'
            ELSE 'Missed'
        END
        WHEN p."Reached" * p."DaysInPeriod"::numeric * 20.0 > p."Goal" * p."Days"::numeric * 17.0 THEN 'Met'
        ELSE 'Missed'
    END
END AS "Band", CASE
    WHEN (length(p."Month")::int = 4 AND p."StartsOn" <= @Value) OR (length(p."Month")::int <> 4 AND ((p."Month" LIKE '%-Q%' AND p."StartsOn" <= @Value1) OR (p."Month" NOT LIKE '%-Q%' AND ((p."Month" LIKE '%-H%' AND date_part('year', p."StartsOn")::int * 2 + (date_part('month', p."StartsOn")::int + 5) / 6 <= @Value2) OR (p."Month" NOT LIKE '%-H%' AND ((length(p."Month")::int = 7 AND p."StartsOn" <= @Value3) OR (length(p."Month")::int <> 7 AND p."StartsOn" <= @Value4))))))) THEN CASE
        WHEN p."Goal" IS NULL THEN 4
        WHEN p."Goal" <= 0.0 THEN 5
        WHEN p."Reached" IS NULL THEN 6
        WHEN p."Days" IS NULL AND p."DaysInPeriod" IS NULL THEN 0
        WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 1 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN 23
        ELSE 0
    END
    ELSE 1
END AS "CauseNumber"
FROM prorated_kpi AS p
WHERE CASE
    WHEN (length(p."Month")::int = 4 AND p."StartsOn" <= @Value) OR (length(p."Month")::int <> 4 AND ((p."Month" LIKE '%-Q%' AND p."StartsOn" <= @Value1) OR (p."Month" NOT LIKE '%-Q%' AND ((p."Month" LIKE '%-H%' AND date_part('year', p."StartsOn")::int * 2 + (date_part('month', p."StartsOn")::int + 5) / 6 <= @Value2) OR (p."Month" NOT LIKE '%-H%' AND ((length(p."Month")::int = 7 AND p."StartsOn" <= @Value3) OR (length(p."Month")::int <> 7 AND p."StartsOn" <= @Value4))))))) THEN CASE
        WHEN (length(p."Month")::int = 4 AND p."StartsOn" < @Value5) OR (length(p."Month")::int <> 4 AND ((p."Month" LIKE '%-Q%' AND p."StartsOn" < @Value6) OR (p."Month" NOT LIKE '%-Q%' AND ((p."Month" LIKE '%-H%' AND date_part('year', p."StartsOn")::int * 2 + (date_part('month', p."StartsOn")::int + 5) / 6 < @Value7) OR (p."Month" NOT LIKE '%-H%' AND ((length(p."Month")::int = 7 AND p."StartsOn" < @Value8) OR (length(p."Month")::int <> 7 AND p."EndsOn" < @Value9))))))) THEN CASE
            WHEN p."Goal" IS NULL THEN -4
            WHEN p."Goal" <= 0.0 THEN -5
            WHEN p."Reached" IS NULL THEN -6
            WHEN p."Days" IS NULL AND p."DaysInPeriod" IS NULL THEN CASE
                WHEN p."IsLessBetter" THEN CASE
                    WHEN p."Goal" * 20.0 > p."Reached" * 17.0 THEN 1
                    ELSE 0
                END
                WHEN p."Reached" * 20.0 > p."Goal" * 17.0 THEN 1
                ELSE 0
            END
            WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 1 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN -23
            WHEN p."IsLessBetter" THEN CASE
                WHEN p."Goal" * p."Days"::numeric * 20.0 > p."Reached" * p."DaysInPeriod"::numeric * 17.0 THEN 1
                ELSE 0
            END
            WHEN p."Reached" * p."DaysInPeriod"::numeric * 20.0 > p."Goal" * p."Days"::numeric * 17.0 THEN 1
            ELSE 0
        END
        WHEN p."Goal" IS NULL THEN -4
        WHEN p."Goal" <= 0.0 THEN -5
        WHEN p."Reached" IS NULL THEN -6
        WHEN p."Days" IS NULL AND p."DaysInPeriod" IS NULL THEN CASE
            WHEN p."IsLessBetter" THEN CASE
                WHEN p."Goal" * 20.0 > p."Reached" * 17.0 THEN 3
                ELSE 2
            END
            WHEN p."Reached" * 20.0 > p."Goal" * 17.0 THEN 3
            ELSE 2
        END
        WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 1 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN -23
        WHEN p."IsLessBetter" THEN CASE
            WHEN p."Goal" * p."Days"::numeric * 20.0 > p."Reached" * p."DaysInPeriod"::numeric * 17.0 THEN 3
            ELSE 2
        END
        WHEN p."Reached" * p."DaysInPeriod"::numeric * 20.0 > p."Goal" * p."Days"::numeric * 17.0 THEN 3
        ELSE 2
    END
    ELSE -1
END <> -32769

-- ## CountByStanding
-- @Value='12/31/2026' (DbType = Date)
-- @Value1='12/31/2026' (DbType = Date)
-- @Value2='4054'
-- @Value3='11/30/2026' (DbType = Date)
-- @Value4='11/21/2026' (DbType = Date)
SELECT p0."Standing", count(*) AS "Count"
FROM (
    SELECT CASE
        WHEN (length(p."Month")::int = 4 AND p."StartsOn" <= @Value) OR (length(p."Month")::int <> 4 AND ((p."Month" LIKE '%-Q%' AND p."StartsOn" <= @Value1) OR (p."Month" NOT LIKE '%-Q%' AND ((p."Month" LIKE '%-H%' AND date_part('year', p."StartsOn")::int * 2 + (date_part('month', p."StartsOn")::int + 5) / 6 <= @Value2) OR (p."Month" NOT LIKE '%-H%' AND ((length(p."Month")::int = 7 AND p."StartsOn" <= @Value3) OR (length(p."Month")::int <> 7 AND p."StartsOn" <= @Value4))))))) THEN CASE
            WHEN p."Goal" IS NULL THEN 0
            WHEN p."Goal" <= 0.0 THEN 0
            WHEN p."Reached" IS NULL THEN 0
            WHEN p."Days" IS NULL AND p."DaysInPeriod" IS NULL THEN CASE
                WHEN p."IsLessBetter" THEN CASE
                    WHEN p."Goal" * 20.0 > p."Reached" * 17.0 THEN 2
                    ELSE 7
                END
                WHEN p."Reached" * 20.0 > p."Goal" * 17.0 THEN 2
                ELSE 7
            END
            WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 1 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN 0
            WHEN p."IsLessBetter" THEN CASE
                WHEN p."Goal" * p."Days"::numeric * 20.0 > p."Reached" * p."DaysInPeriod"::numeric * 17.0 THEN 2
                ELSE 7
            END
            WHEN p."Reached" * p."DaysInPeriod"::numeric * 20.0 > p."Goal" * p."Days"::numeric * 17.0 THEN 2
            ELSE 7
        END
        ELSE 1
    END AS "Standing"
    FROM prorated_kpi AS p
) AS p0
GROUP BY p0."Standing"

-- ## Where Overdue
.param set @Value '2026-11-21'
.param set @Before_Value '2026-11-16'
.param set @Before_Value4 '2026-10-22'

SELECT "f"."EscalationId", "f"."AccountId", "f"."Calendar", "f"."KnownOn", "f"."RaisedOn", "f"."ResolvedOn", "f"."RoutedOn", "f"."Severity"
FROM "fact_escalations" AS "f"
WHERE "f"."RaisedOn" IS NOT NULL AND "f"."RaisedOn" <= @Value AND "f"."Severity" IS NOT NULL AND (("f"."Severity" = 'high' AND ("f"."ResolvedOn" IS NULL OR "f"."ResolvedOn" > @Value) AND "f"."RaisedOn" < @Before_Value) OR ("f"."Severity" <> 'high' AND "f"."Severity" = 'low' AND ("f"."ResolvedOn" IS NULL OR "f"."ResolvedOn" > @Value) AND "f"."RaisedOn" < @Before_Value4))

-- ## Where Undetermined
.param set @Value '2026-11-21'

SELECT "f"."EscalationId", "f"."AccountId", "f"."Calendar", "f"."KnownOn", "f"."RaisedOn", "f"."ResolvedOn", "f"."RoutedOn", "f"."Severity"
FROM "fact_escalations" AS "f"
WHERE "f"."RaisedOn" IS NULL OR ("f"."RaisedOn" <= @Value AND ("f"."Severity" IS NULL OR ("f"."Severity" = 'high' AND "f"."ResolvedOn" IS NOT NULL AND "f"."ResolvedOn" <= @Value AND "f"."ResolvedOn" < "f"."RaisedOn") OR ("f"."Severity" <> 'high' AND (("f"."Severity" = 'low' AND "f"."ResolvedOn" IS NOT NULL AND "f"."ResolvedOn" <= @Value AND "f"."ResolvedOn" < "f"."RaisedOn") OR "f"."Severity" <> 'low'))))

-- ## WhereBand Late
.param set @Value '2026-11-21'
.param set @Before_Value '2026-11-16'
.param set @Before_Value5 '2026-10-22'

SELECT "f"."EscalationId", "f"."AccountId", "f"."Calendar", "f"."KnownOn", "f"."RaisedOn", "f"."ResolvedOn", "f"."RoutedOn", "f"."Severity"
FROM "fact_escalations" AS "f"
WHERE "f"."RaisedOn" IS NOT NULL AND "f"."RaisedOn" <= @Value AND "f"."Severity" IS NOT NULL AND (("f"."Severity" = 'high' AND ((("f"."ResolvedOn" IS NULL OR "f"."ResolvedOn" > @Value) AND "f"."RaisedOn" < @Before_Value) OR ("f"."ResolvedOn" IS NOT NULL AND "f"."ResolvedOn" <= @Value AND "f"."ResolvedOn" >= "f"."RaisedOn" AND date("f"."ResolvedOn", CAST(-5 AS TEXT) || ' days') > "f"."RaisedOn"))) OR ("f"."Severity" <> 'high' AND "f"."Severity" = 'low' AND ((("f"."ResolvedOn" IS NULL OR "f"."ResolvedOn" > @Value) AND "f"."RaisedOn" < @Before_Value5) OR ("f"."ResolvedOn" IS NOT NULL AND "f"."ResolvedOn" <= @Value AND "f"."ResolvedOn" >= "f"."RaisedOn" AND date("f"."ResolvedOn", CAST(-30 AS TEXT) || ' days') > "f"."RaisedOn"))))

-- ## CountByStanding
.param set @Value '2026-11-21'
.param set @Before_Value '2026-11-16'
.param set @Before_Value4 '2026-10-22'

SELECT "f0"."Standing", COUNT(*) AS "Count"
FROM (
    SELECT CASE
        WHEN "f"."RaisedOn" IS NULL THEN 0
        WHEN "f"."RaisedOn" > @Value THEN 1
        WHEN "f"."Severity" IS NULL THEN 0
        WHEN "f"."Severity" = 'high' THEN CASE
            WHEN "f"."ResolvedOn" IS NULL OR "f"."ResolvedOn" > @Value THEN CASE
                WHEN "f"."RaisedOn" < @Before_Value THEN 6
                ELSE 3
            END
            WHEN "f"."ResolvedOn" < "f"."RaisedOn" THEN 0
            WHEN date("f"."ResolvedOn", CAST(-5 AS TEXT) || ' days') > "f"."RaisedOn" THEN 5
            ELSE 2
        END
        WHEN "f"."Severity" = 'low' THEN CASE
            WHEN "f"."ResolvedOn" IS NULL OR "f"."ResolvedOn" > @Value THEN CASE
                WHEN "f"."RaisedOn" < @Before_Value4 THEN 6
                ELSE 3
            END
            WHEN "f"."ResolvedOn" < "f"."RaisedOn" THEN 0
            WHEN date("f"."ResolvedOn", CAST(-30 AS TEXT) || ' days') > "f"."RaisedOn" THEN 5
            ELSE 2
        END
        ELSE 0
    END AS "Standing"
    FROM "fact_escalations" AS "f"
) AS "f0"
GROUP BY "f0"."Standing"

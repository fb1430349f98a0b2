-- ## Where Overdue
.param set @Value '2026-11-21'
.param set @Before_Value '2026-11-14'
.param set @Before_Value4 '2026-11-21'

SELECT "f"."UpdateId", "f"."AccountId", "f"."AcknowledgeBy", "f"."AcknowledgedOn", "f"."Calendar", "f"."ImplementBy", "f"."ImplementedOn", "f"."IssuedOn", "f"."KnownOn"
FROM "fact_program_updates" AS "f"
WHERE ("f"."IssuedOn" IS NULL OR "f"."IssuedOn" <= @Value) AND (("f"."AcknowledgeBy" IS NULL AND "f"."IssuedOn" IS NOT NULL AND ("f"."AcknowledgedOn" IS NULL OR "f"."AcknowledgedOn" > @Value) AND "f"."IssuedOn" < @Before_Value) OR ("f"."AcknowledgeBy" IS NOT NULL AND ("f"."AcknowledgedOn" IS NULL OR "f"."AcknowledgedOn" > @Value) AND "f"."AcknowledgeBy" < @Before_Value4))

-- ## Where AtRisk
.param set @Value '2026-11-21'
.param set @Before_Value '2026-11-14'
.param set @Before_Value3 '2026-11-17'
.param set @Before_Value5 '2026-11-21'
.param set @Before_Value6 '2026-11-24'

SELECT "f"."UpdateId", "f"."AccountId", "f"."AcknowledgeBy", "f"."AcknowledgedOn", "f"."Calendar", "f"."ImplementBy", "f"."ImplementedOn", "f"."IssuedOn", "f"."KnownOn"
FROM "fact_program_updates" AS "f"
WHERE ("f"."IssuedOn" IS NULL OR "f"."IssuedOn" <= @Value) AND (("f"."AcknowledgeBy" IS NULL AND "f"."IssuedOn" IS NOT NULL AND ("f"."AcknowledgedOn" IS NULL OR "f"."AcknowledgedOn" > @Value) AND "f"."IssuedOn" >= @Before_Value AND "f"."IssuedOn" <= @Before_Value3) OR ("f"."AcknowledgeBy" IS NOT NULL AND ("f"."AcknowledgedOn" IS NULL OR "f"."AcknowledgedOn" > @Value) AND "f"."AcknowledgeBy" >= @Before_Value5 AND "f"."AcknowledgeBy" <= @Before_Value6))

-- ## WhereBand PastDue
.param set @Value '2026-11-21'
.param set @Before_Value '2026-11-14'
.param set @Before_Value5 '2026-11-21'

SELECT "f"."UpdateId", "f"."AccountId", "f"."AcknowledgeBy", "f"."AcknowledgedOn", "f"."Calendar", "f"."ImplementBy", "f"."ImplementedOn", "f"."IssuedOn", "f"."KnownOn"
FROM "fact_program_updates" AS "f"
WHERE ("f"."IssuedOn" IS NULL OR "f"."IssuedOn" <= @Value) AND (("f"."AcknowledgeBy" IS NULL AND "f"."IssuedOn" IS NOT NULL AND ((("f"."AcknowledgedOn" IS NULL OR "f"."AcknowledgedOn" > @Value) AND "f"."IssuedOn" < @Before_Value) OR ("f"."AcknowledgedOn" IS NOT NULL AND "f"."AcknowledgedOn" <= @Value AND "f"."AcknowledgedOn" >= "f"."IssuedOn" AND date("f"."AcknowledgedOn", CAST(-7 AS TEXT) || ' days') > "f"."IssuedOn"))) OR ("f"."AcknowledgeBy" IS NOT NULL AND ((("f"."AcknowledgedOn" IS NULL OR "f"."AcknowledgedOn" > @Value) AND "f"."AcknowledgeBy" < @Before_Value5) OR ("f"."AcknowledgedOn" IS NOT NULL AND "f"."AcknowledgedOn" <= @Value AND ("f"."IssuedOn" IS NULL OR "f"."AcknowledgedOn" >= "f"."IssuedOn") AND "f"."AcknowledgedOn" > "f"."AcknowledgeBy"))))

-- ## CountByStanding
.param set @Value '2026-11-21'
.param set @Before_Value '2026-11-14'
.param set @Before_Value3 '2026-11-17'
.param set @Before_Value5 '2026-11-21'
.param set @Before_Value6 '2026-11-24'

SELECT "f0"."Standing", COUNT(*) AS "Count"
FROM (
    SELECT CASE
        WHEN "f"."IssuedOn" IS NOT NULL AND "f"."IssuedOn" > @Value THEN 1
        WHEN "f"."AcknowledgeBy" IS NULL THEN CASE
            WHEN "f"."IssuedOn" IS NULL THEN 0
            WHEN "f"."AcknowledgedOn" IS NULL OR "f"."AcknowledgedOn" > @Value THEN CASE
                WHEN "f"."IssuedOn" < @Before_Value THEN 6
                WHEN "f"."IssuedOn" <= @Before_Value3 THEN 4
                ELSE 3
            END
            WHEN "f"."IssuedOn" IS NOT NULL AND "f"."AcknowledgedOn" < "f"."IssuedOn" THEN 0
            WHEN date("f"."AcknowledgedOn", CAST(-7 AS TEXT) || ' days') > "f"."IssuedOn" THEN 5
            ELSE 2
        END
        WHEN "f"."AcknowledgedOn" IS NULL OR "f"."AcknowledgedOn" > @Value THEN CASE
            WHEN "f"."AcknowledgeBy" < @Before_Value5 THEN 6
            WHEN "f"."AcknowledgeBy" <= @Before_Value6 THEN 4
            ELSE 3
        END
        WHEN "f"."IssuedOn" IS NOT NULL AND "f"."AcknowledgedOn" < "f"."IssuedOn" THEN 0
        WHEN "f"."AcknowledgedOn" > "f"."AcknowledgeBy" THEN 5
        ELSE 2
    END AS "Standing"
    FROM "fact_program_updates" AS "f"
) AS "f0"
GROUP BY "f0"."Standing"

-- ## Where Overdue
.param set @Value '2026-11-21'
.param set @Before_Value '2026-09-22'
.param set @Before_Value4 '2026-10-22'
.param set @Before_Value6 '2026-11-21'

SELECT "f"."InvoiceId", "f"."AccountId", "f"."Amount", "f"."Calendar", "f"."Currency", "f"."DueOn", "f"."IssuedOn", "f"."KnownOn", "f"."PaidOn"
FROM "fact_invoices" AS "f"
WHERE ("f"."IssuedOn" IS NULL OR "f"."IssuedOn" <= @Value) AND "f"."DueOn" IS NOT NULL AND ("f"."PaidOn" IS NULL OR "f"."PaidOn" > @Value) AND ("f"."DueOn" < @Before_Value OR ("f"."DueOn" >= @Before_Value AND ("f"."DueOn" < @Before_Value4 OR ("f"."DueOn" >= @Before_Value4 AND "f"."DueOn" < @Before_Value6))))

-- ## Where Undetermined
.param set @Value '2026-11-21'

SELECT "f"."InvoiceId", "f"."AccountId", "f"."Amount", "f"."Calendar", "f"."Currency", "f"."DueOn", "f"."IssuedOn", "f"."KnownOn", "f"."PaidOn"
FROM "fact_invoices" AS "f"
WHERE ("f"."IssuedOn" IS NULL OR "f"."IssuedOn" <= @Value) AND ("f"."DueOn" IS NULL OR ("f"."PaidOn" IS NOT NULL AND "f"."PaidOn" <= @Value AND "f"."IssuedOn" IS NOT NULL AND "f"."PaidOn" < "f"."IssuedOn"))

-- ## WhereBand Over60
.param set @Value '2026-11-21'
.param set @Before_Value '2026-09-22'

SELECT "f"."InvoiceId", "f"."AccountId", "f"."Amount", "f"."Calendar", "f"."Currency", "f"."DueOn", "f"."IssuedOn", "f"."KnownOn", "f"."PaidOn"
FROM "fact_invoices" AS "f"
WHERE ("f"."IssuedOn" IS NULL OR "f"."IssuedOn" <= @Value) AND "f"."DueOn" IS NOT NULL AND ((("f"."PaidOn" IS NULL OR "f"."PaidOn" > @Value) AND "f"."DueOn" < @Before_Value) OR ("f"."PaidOn" IS NOT NULL AND "f"."PaidOn" <= @Value AND ("f"."IssuedOn" IS NULL OR "f"."PaidOn" >= "f"."IssuedOn") AND date("f"."PaidOn", CAST(-60 AS TEXT) || ' days') > "f"."DueOn"))

-- ## CountByStanding
.param set @Value '2026-11-21'
.param set @Before_Value '2026-09-22'
.param set @Before_Value3 '2026-10-22'
.param set @Before_Value4 '2026-11-21'

SELECT "f0"."Standing", COUNT(*) AS "Count"
FROM (
    SELECT CASE
        WHEN "f"."IssuedOn" IS NOT NULL AND "f"."IssuedOn" > @Value THEN 1
        WHEN "f"."DueOn" IS NULL THEN 0
        WHEN "f"."PaidOn" IS NULL OR "f"."PaidOn" > @Value THEN CASE
            WHEN "f"."DueOn" < @Before_Value THEN 6
            WHEN "f"."DueOn" < @Before_Value3 THEN 6
            WHEN "f"."DueOn" < @Before_Value4 THEN 6
            ELSE 3
        END
        WHEN "f"."IssuedOn" IS NOT NULL AND "f"."PaidOn" < "f"."IssuedOn" THEN 0
        WHEN date("f"."PaidOn", CAST(-60 AS TEXT) || ' days') > "f"."DueOn" THEN 5
        WHEN date("f"."PaidOn", CAST(-30 AS TEXT) || ' days') > "f"."DueOn" THEN 5
        WHEN "f"."PaidOn" > "f"."DueOn" THEN 5
        ELSE 2
    END AS "Standing"
    FROM "fact_invoices" AS "f"
) AS "f0"
GROUP BY "f0"."Standing"

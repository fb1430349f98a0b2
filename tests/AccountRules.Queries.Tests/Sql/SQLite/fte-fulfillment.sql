-- ## Where Overdue
.param set @Value '2026-11-21'
.param set @Before_Value '2026-08-23'

SELECT "c"."Id", "c"."filled_on", "c"."order_no", "c"."placed_on"
FROM "crm_order" AS "c"
WHERE "c"."placed_on" <= @Value AND ("c"."filled_on" IS NULL OR "c"."filled_on" > @Value) AND "c"."placed_on" < @Before_Value

-- ## Where Met
.param set @Value '2026-11-21'

SELECT "c"."Id", "c"."filled_on", "c"."order_no", "c"."placed_on"
FROM "crm_order" AS "c"
WHERE "c"."placed_on" <= @Value AND "c"."filled_on" IS NOT NULL AND "c"."filled_on" <= @Value AND "c"."filled_on" >= "c"."placed_on" AND date("c"."filled_on", CAST(-90 AS TEXT) || ' days') <= "c"."placed_on"

-- ## WhereBand OverLimit
.param set @Value '2026-11-21'
.param set @Before_Value '2026-08-23'

SELECT "c"."Id", "c"."filled_on", "c"."order_no", "c"."placed_on"
FROM "crm_order" AS "c"
WHERE "c"."placed_on" <= @Value AND ((("c"."filled_on" IS NULL OR "c"."filled_on" > @Value) AND "c"."placed_on" < @Before_Value) OR ("c"."filled_on" IS NOT NULL AND "c"."filled_on" <= @Value AND "c"."filled_on" >= "c"."placed_on" AND date("c"."filled_on", CAST(-90 AS TEXT) || ' days') > "c"."placed_on"))

-- ## CountByStanding
.param set @Value '2026-11-21'
.param set @Before_Value '2026-08-23'
.param set @Before_Value3 '2026-09-06'

SELECT "c0"."Standing", COUNT(*) AS "Count"
FROM (
    SELECT CASE
        WHEN "c"."placed_on" > @Value THEN 1
        WHEN "c"."filled_on" IS NULL OR "c"."filled_on" > @Value THEN CASE
            WHEN "c"."placed_on" < @Before_Value THEN 6
            WHEN "c"."placed_on" <= @Before_Value3 THEN 4
            ELSE 3
        END
        WHEN "c"."filled_on" < "c"."placed_on" THEN 0
        WHEN date("c"."filled_on", CAST(-90 AS TEXT) || ' days') > "c"."placed_on" THEN 5
        ELSE 2
    END AS "Standing"
    FROM "crm_order" AS "c"
) AS "c0"
GROUP BY "c0"."Standing"

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

-- ## Grade
.param set @Value '2026-11-21'
.param set @Before_Value '2026-08-23'
.param set @Before_Value3 '2026-09-06'

SELECT "c"."Id", "c"."filled_on", "c"."order_no", "c"."placed_on", CASE
    WHEN "c"."placed_on" > @Value THEN 1
    WHEN "c"."filled_on" IS NULL OR "c"."filled_on" > @Value THEN CASE
        WHEN "c"."placed_on" < @Before_Value THEN 6
        WHEN "c"."placed_on" <= @Before_Value3 THEN 4
        ELSE 3
    END
    WHEN "c"."filled_on" < "c"."placed_on" THEN 0
    WHEN date("c"."filled_on", CAST(-90 AS TEXT) || ' days') > "c"."placed_on" THEN 5
    ELSE 2
END AS "Standing", 0 AS "IsProvisional", CASE
    WHEN "c"."placed_on" > @Value THEN NULL
    WHEN "c"."filled_on" IS NULL OR "c"."filled_on" > @Value THEN CASE
        WHEN "c"."placed_on" < @Before_Value THEN 'OverLimit'
        WHEN "c"."placed_on" <= @Before_Value3 THEN 'NearLimit'
        ELSE 'Clear'
    END
    WHEN "c"."filled_on" < "c"."placed_on" THEN NULL
    WHEN date("c"."filled_on", CAST(-90 AS TEXT) || ' days') > "c"."placed_on" THEN 'OverLimit'
    WHEN date("c"."filled_on", CAST(-76 AS TEXT) || ' days') >= "c"."placed_on" THEN 'NearLimit'
    ELSE 'Clear'
END AS "Band", CASE
    WHEN "c"."placed_on" > @Value THEN 1
    WHEN "c"."filled_on" IS NULL OR "c"."filled_on" > @Value THEN 0
    WHEN "c"."filled_on" < "c"."placed_on" THEN 3
    ELSE 0
END AS "CauseNumber"
FROM "crm_order" AS "c"
WHERE CASE
    WHEN "c"."placed_on" > @Value THEN -1
    WHEN "c"."filled_on" IS NULL OR "c"."filled_on" > @Value THEN CASE
        WHEN "c"."placed_on" < @Before_Value THEN 2
        WHEN "c"."placed_on" <= @Before_Value3 THEN 1
        ELSE 0
    END
    WHEN "c"."filled_on" < "c"."placed_on" THEN -3
    WHEN date("c"."filled_on", CAST(-90 AS TEXT) || ' days') > "c"."placed_on" THEN 5
    WHEN date("c"."filled_on", CAST(-76 AS TEXT) || ' days') >= "c"."placed_on" THEN 4
    ELSE 3
END <> -32769

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

-- ## CountByBand
.param set @Value '2026-11-21'
.param set @Before_Value '2026-08-23'
.param set @Before_Value3 '2026-09-06'

SELECT CASE
    WHEN "c0"."Number" = 0 THEN 1
    WHEN "c0"."Number" = 1 THEN 6
    WHEN "c0"."Number" = 2 THEN 4
    WHEN "c0"."Number" = 3 THEN 3
    WHEN "c0"."Number" = 4 THEN 0
    WHEN "c0"."Number" = 5 THEN 5
    WHEN "c0"."Number" = 6 THEN 2
    ELSE 2
END AS "Standing", CASE
    WHEN "c0"."Number" = 0 THEN NULL
    WHEN "c0"."Number" = 1 THEN 'OverLimit'
    WHEN "c0"."Number" = 2 THEN 'NearLimit'
    WHEN "c0"."Number" = 3 THEN 'Clear'
    WHEN "c0"."Number" = 4 THEN NULL
    WHEN "c0"."Number" = 5 THEN 'OverLimit'
    WHEN "c0"."Number" = 6 THEN 'NearLimit'
    ELSE 'Clear'
END AS "Band", COUNT(*) AS "Count"
FROM (
    SELECT CASE
        WHEN "c"."placed_on" > @Value THEN 0
        WHEN "c"."filled_on" IS NULL OR "c"."filled_on" > @Value THEN CASE
            WHEN "c"."placed_on" < @Before_Value THEN 1
            WHEN "c"."placed_on" <= @Before_Value3 THEN 2
            ELSE 3
        END
        WHEN "c"."filled_on" < "c"."placed_on" THEN 4
        WHEN date("c"."filled_on", CAST(-90 AS TEXT) || ' days') > "c"."placed_on" THEN 5
        WHEN date("c"."filled_on", CAST(-76 AS TEXT) || ' days') >= "c"."placed_on" THEN 6
        ELSE 7
    END AS "Number"
    FROM "crm_order" AS "c"
) AS "c0"
GROUP BY "c0"."Number"

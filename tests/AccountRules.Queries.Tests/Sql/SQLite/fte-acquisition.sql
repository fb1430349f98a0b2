-- ## Where AtRisk
.param set @Value '2026-11-21'
.param set @Before_Value '2026-08-23'

SELECT "f"."OrderId", "f"."AccountId", "f"."Calendar", "f"."FilledHeadcount", "f"."FulfilledOn", "f"."Headcount", "f"."KnownOn", "f"."OrderedOn"
FROM "fact_order" AS "f"
WHERE "f"."FilledHeadcount" IS NOT NULL AND "f"."OrderedOn" IS NOT NULL AND "f"."OrderedOn" <= @Value AND "f"."Headcount" IS NOT NULL AND "f"."Headcount" > 0 AND "f"."FilledHeadcount" >= 0 AND "f"."FilledHeadcount" < "f"."Headcount" AND date(@Value, CAST(-CASE
    WHEN "f"."Headcount" > 0 AND "f"."FilledHeadcount" >= 0 AND "f"."FilledHeadcount" <= "f"."Headcount" THEN CAST((CAST("f"."FilledHeadcount" AS INTEGER) * 90 - (CAST("f"."FilledHeadcount" AS INTEGER) * 90) % CAST("f"."Headcount" AS INTEGER)) / CAST("f"."Headcount" AS INTEGER) AS INTEGER)
    ELSE 0
END AS TEXT) || ' days') > "f"."OrderedOn" AND "f"."OrderedOn" >= @Before_Value

-- ## Where Missed
.param set @Value '2026-11-21'
.param set @Before_Value '2026-08-23'

SELECT "f"."OrderId", "f"."AccountId", "f"."Calendar", "f"."FilledHeadcount", "f"."FulfilledOn", "f"."Headcount", "f"."KnownOn", "f"."OrderedOn"
FROM "fact_order" AS "f"
WHERE "f"."FilledHeadcount" IS NOT NULL AND "f"."OrderedOn" IS NOT NULL AND "f"."OrderedOn" <= @Value AND "f"."Headcount" IS NOT NULL AND "f"."Headcount" > 0 AND "f"."FilledHeadcount" >= 0 AND "f"."FilledHeadcount" < "f"."Headcount" AND date(@Value, CAST(-CASE
    WHEN "f"."Headcount" > 0 AND "f"."FilledHeadcount" >= 0 AND "f"."FilledHeadcount" <= "f"."Headcount" THEN CAST((CAST("f"."FilledHeadcount" AS INTEGER) * 90 - (CAST("f"."FilledHeadcount" AS INTEGER) * 90) % CAST("f"."Headcount" AS INTEGER)) / CAST("f"."Headcount" AS INTEGER) AS INTEGER)
    ELSE 0
END AS TEXT) || ' days') > "f"."OrderedOn" AND "f"."OrderedOn" < @Before_Value

-- ## WhereBand NotFilled
.param set @Value '2026-11-21'
.param set @Before_Value '2026-08-23'

SELECT "f"."OrderId", "f"."AccountId", "f"."Calendar", "f"."FilledHeadcount", "f"."FulfilledOn", "f"."Headcount", "f"."KnownOn", "f"."OrderedOn"
FROM "fact_order" AS "f"
WHERE "f"."FilledHeadcount" IS NOT NULL AND "f"."OrderedOn" IS NOT NULL AND "f"."OrderedOn" <= @Value AND "f"."Headcount" IS NOT NULL AND "f"."Headcount" > 0 AND "f"."FilledHeadcount" >= 0 AND "f"."FilledHeadcount" < "f"."Headcount" AND date(@Value, CAST(-CASE
    WHEN "f"."Headcount" > 0 AND "f"."FilledHeadcount" >= 0 AND "f"."FilledHeadcount" <= "f"."Headcount" THEN CAST((CAST("f"."FilledHeadcount" AS INTEGER) * 90 - (CAST("f"."FilledHeadcount" AS INTEGER) * 90) % CAST("f"."Headcount" AS INTEGER)) / CAST("f"."Headcount" AS INTEGER) AS INTEGER)
    ELSE 0
END AS TEXT) || ' days') > "f"."OrderedOn" AND "f"."OrderedOn" < @Before_Value

-- ## CountByStanding
.param set @Value '2026-11-21'
.param set @Before_Value '2026-08-23'

SELECT "f0"."Standing", COUNT(*) AS "Count"
FROM (
    SELECT CASE
        WHEN "f"."FilledHeadcount" IS NOT NULL THEN CASE
            WHEN "f"."OrderedOn" IS NULL THEN 0
            WHEN "f"."OrderedOn" > @Value THEN 1
            WHEN "f"."Headcount" IS NULL THEN 0
            WHEN "f"."Headcount" IS NOT NULL AND "f"."Headcount" <= 0 THEN 0
            WHEN "f"."FilledHeadcount" < 0 THEN 0
            WHEN "f"."FilledHeadcount" >= "f"."Headcount" THEN 2
            WHEN date(@Value, COALESCE(CAST(-CASE
                WHEN "f"."Headcount" > 0 AND "f"."FilledHeadcount" >= 0 AND "f"."FilledHeadcount" <= "f"."Headcount" THEN CAST((CAST("f"."FilledHeadcount" AS INTEGER) * 90 - (CAST("f"."FilledHeadcount" AS INTEGER) * 90) % CAST("f"."Headcount" AS INTEGER)) / CAST("f"."Headcount" AS INTEGER) AS INTEGER)
                ELSE 0
            END AS TEXT), '') || ' days') <= "f"."OrderedOn" THEN 3
            WHEN "f"."OrderedOn" < @Before_Value THEN 7
            ELSE 4
        END
        ELSE 1
    END AS "Standing"
    FROM "fact_order" AS "f"
) AS "f0"
GROUP BY "f0"."Standing"

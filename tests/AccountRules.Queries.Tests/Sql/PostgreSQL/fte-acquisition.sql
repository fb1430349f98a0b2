-- ## Where AtRisk
-- @Value='11/21/2026' (DbType = Date)
-- @Before_Value='08/23/2026' (DbType = Date)
SELECT f."OrderId", f."AccountId", f."Calendar", f."FilledHeadcount", f."FulfilledOn", f."Headcount", f."KnownOn", f."OrderedOn"
FROM fact_order AS f
WHERE f."FilledHeadcount" IS NOT NULL AND f."OrderedOn" IS NOT NULL AND f."OrderedOn" <= @Value AND f."Headcount" IS NOT NULL AND f."Headcount" > 0 AND f."FilledHeadcount" >= 0 AND f."FilledHeadcount" < f."Headcount" AND @Value + -CASE
    WHEN f."Headcount" > 0 AND f."FilledHeadcount" >= 0 AND f."FilledHeadcount" <= f."Headcount" THEN CAST((f."FilledHeadcount"::bigint * 90 - (f."FilledHeadcount"::bigint * 90) % f."Headcount"::bigint) / f."Headcount"::bigint AS integer)
    ELSE 0
END > f."OrderedOn" AND f."OrderedOn" >= @Before_Value

-- ## Where Missed
-- @Value='11/21/2026' (DbType = Date)
-- @Before_Value='08/23/2026' (DbType = Date)
SELECT f."OrderId", f."AccountId", f."Calendar", f."FilledHeadcount", f."FulfilledOn", f."Headcount", f."KnownOn", f."OrderedOn"
FROM fact_order AS f
WHERE f."FilledHeadcount" IS NOT NULL AND f."OrderedOn" IS NOT NULL AND f."OrderedOn" <= @Value AND f."Headcount" IS NOT NULL AND f."Headcount" > 0 AND f."FilledHeadcount" >= 0 AND f."FilledHeadcount" < f."Headcount" AND @Value + -CASE
    WHEN f."Headcount" > 0 AND f."FilledHeadcount" >= 0 AND f."FilledHeadcount" <= f."Headcount" THEN CAST((f."FilledHeadcount"::bigint * 90 - (f."FilledHeadcount"::bigint * 90) % f."Headcount"::bigint) / f."Headcount"::bigint AS integer)
    ELSE 0
END > f."OrderedOn" AND f."OrderedOn" < @Before_Value

-- ## WhereBand NotFilled
-- @Value='11/21/2026' (DbType = Date)
-- @Before_Value='08/23/2026' (DbType = Date)
SELECT f."OrderId", f."AccountId", f."Calendar", f."FilledHeadcount", f."FulfilledOn", f."Headcount", f."KnownOn", f."OrderedOn"
FROM fact_order AS f
WHERE f."FilledHeadcount" IS NOT NULL AND f."OrderedOn" IS NOT NULL AND f."OrderedOn" <= @Value AND f."Headcount" IS NOT NULL AND f."Headcount" > 0 AND f."FilledHeadcount" >= 0 AND f."FilledHeadcount" < f."Headcount" AND @Value + -CASE
    WHEN f."Headcount" > 0 AND f."FilledHeadcount" >= 0 AND f."FilledHeadcount" <= f."Headcount" THEN CAST((f."FilledHeadcount"::bigint * 90 - (f."FilledHeadcount"::bigint * 90) % f."Headcount"::bigint) / f."Headcount"::bigint AS integer)
    ELSE 0
END > f."OrderedOn" AND f."OrderedOn" < @Before_Value

-- ## CountByStanding
-- @Value='11/21/2026' (DbType = Date)
-- @Before_Value='08/23/2026' (DbType = Date)
SELECT f0."Standing", count(*) AS "Count"
FROM (
    SELECT CASE
        WHEN f."FilledHeadcount" IS NOT NULL THEN CASE
            WHEN f."OrderedOn" IS NULL THEN 0
            WHEN f."OrderedOn" > @Value THEN 1
            WHEN f."Headcount" IS NULL THEN 0
            WHEN f."Headcount" IS NOT NULL AND f."Headcount" <= 0 THEN 0
            WHEN f."FilledHeadcount" < 0 THEN 0
            WHEN f."FilledHeadcount" >= f."Headcount" THEN 2
            WHEN @Value + -CASE
                WHEN f."Headcount" > 0 AND f."FilledHeadcount" >= 0 AND f."FilledHeadcount" <= f."Headcount" THEN CAST((f."FilledHeadcount"::bigint * 90 - (f."FilledHeadcount"::bigint * 90) % f."Headcount"::bigint) / f."Headcount"::bigint AS integer)
                ELSE 0
            END <= f."OrderedOn" THEN 3
            WHEN f."OrderedOn" < @Before_Value THEN 7
            ELSE 4
        END
        ELSE 1
    END AS "Standing"
    FROM fact_order AS f
) AS f0
GROUP BY f0."Standing"

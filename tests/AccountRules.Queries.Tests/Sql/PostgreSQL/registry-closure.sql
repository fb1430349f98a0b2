-- ## Where AtRisk
-- @Value='11/21/2026' (DbType = Date)
-- @Before_Value='09/22/2026' (DbType = Date)
-- @Before_Value3='10/22/2026' (DbType = Date)
SELECT a."Id", a."Added", a."Code", a."Done"
FROM action_item AS a
WHERE a."Added" IS NOT NULL AND a."Added" <= @Value AND (a."Done" IS NULL OR a."Done" > @Value) AND a."Added" >= @Before_Value AND a."Added" < @Before_Value3

-- ## Where Late
-- @Value='11/21/2026' (DbType = Date)
SELECT a."Id", a."Added", a."Code", a."Done"
FROM action_item AS a
WHERE a."Added" IS NOT NULL AND a."Added" <= @Value AND a."Done" IS NOT NULL AND a."Done" <= @Value AND a."Done" >= a."Added" AND a."Done" + -60 > a."Added"

-- ## WhereBand Breach
-- @Value='11/21/2026' (DbType = Date)
-- @Before_Value='09/22/2026' (DbType = Date)
SELECT a."Id", a."Added", a."Code", a."Done"
FROM action_item AS a
WHERE a."Added" IS NOT NULL AND a."Added" <= @Value AND (((a."Done" IS NULL OR a."Done" > @Value) AND a."Added" < @Before_Value) OR (a."Done" IS NOT NULL AND a."Done" <= @Value AND a."Done" >= a."Added" AND a."Done" + -60 > a."Added"))

-- ## CountByStanding
-- @Value='11/21/2026' (DbType = Date)
-- @Before_Value='09/22/2026' (DbType = Date)
-- @Before_Value3='10/22/2026' (DbType = Date)
SELECT a0."Standing", count(*) AS "Count"
FROM (
    SELECT CASE
        WHEN a."Added" IS NULL THEN 0
        WHEN a."Added" > @Value THEN 1
        WHEN a."Done" IS NULL OR a."Done" > @Value THEN CASE
            WHEN a."Added" < @Before_Value THEN 6
            WHEN a."Added" < @Before_Value3 THEN 4
            ELSE 3
        END
        WHEN a."Done" < a."Added" THEN 0
        WHEN a."Done" + -60 > a."Added" THEN 5
        ELSE 2
    END AS "Standing"
    FROM action_item AS a
) AS a0
GROUP BY a0."Standing"

-- ## Where Overdue
-- @Value='11/21/2026' (DbType = Date)
-- @Before_Value='08/23/2026' (DbType = Date)
SELECT c."Id", c.filled_on, c.order_no, c.placed_on
FROM crm_order AS c
WHERE c.placed_on <= @Value AND (c.filled_on IS NULL OR c.filled_on > @Value) AND c.placed_on < @Before_Value

-- ## Where Met
-- @Value='11/21/2026' (DbType = Date)
SELECT c."Id", c.filled_on, c.order_no, c.placed_on
FROM crm_order AS c
WHERE c.placed_on <= @Value AND c.filled_on IS NOT NULL AND c.filled_on <= @Value AND c.filled_on >= c.placed_on AND c.filled_on + -90 <= c.placed_on

-- ## WhereBand OverLimit
-- @Value='11/21/2026' (DbType = Date)
-- @Before_Value='08/23/2026' (DbType = Date)
SELECT c."Id", c.filled_on, c.order_no, c.placed_on
FROM crm_order AS c
WHERE c.placed_on <= @Value AND (((c.filled_on IS NULL OR c.filled_on > @Value) AND c.placed_on < @Before_Value) OR (c.filled_on IS NOT NULL AND c.filled_on <= @Value AND c.filled_on >= c.placed_on AND c.filled_on + -90 > c.placed_on))

-- ## CountByStanding
-- @Value='11/21/2026' (DbType = Date)
-- @Before_Value='08/23/2026' (DbType = Date)
-- @Before_Value3='09/06/2026' (DbType = Date)
SELECT c0."Standing", count(*) AS "Count"
FROM (
    SELECT CASE
        WHEN c.placed_on > @Value THEN 1
        WHEN c.filled_on IS NULL OR c.filled_on > @Value THEN CASE
            WHEN c.placed_on < @Before_Value THEN 6
            WHEN c.placed_on <= @Before_Value3 THEN 4
            ELSE 3
        END
        WHEN c.filled_on < c.placed_on THEN 0
        WHEN c.filled_on + -90 > c.placed_on THEN 5
        ELSE 2
    END AS "Standing"
    FROM crm_order AS c
) AS c0
GROUP BY c0."Standing"

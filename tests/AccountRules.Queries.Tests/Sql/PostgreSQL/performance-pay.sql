-- ## Where Graded
SELECT p."Id", p."Committed", p."Employee", p."Goal", p."Reached", p."StartsOn"
FROM pay AS p
WHERE p."Committed" IS NOT NULL AND p."Committed" >= 0.0 AND p."Committed" <= 720256022856948523577672275.0 AND p."Goal" IS NOT NULL AND p."Goal" > 0.0 AND p."Reached" IS NOT NULL

-- ## Where Undetermined
SELECT p."Id", p."Committed", p."Employee", p."Goal", p."Reached", p."StartsOn"
FROM pay AS p
WHERE p."Committed" IS NULL OR p."Committed" < 0.0 OR (p."Committed" >= 0.0 AND (p."Committed" > 720256022856948523577672275.0 OR (p."Committed" <= 720256022856948523577672275.0 AND (p."Goal" IS NULL OR p."Goal" <= 0.0 OR (p."Goal" > 0.0 AND p."Reached" IS NULL)))))

-- ## WhereBand Over
SELECT p."Id", p."Committed", p."Employee", p."Goal", p."Reached", p."StartsOn"
FROM pay AS p
WHERE p."Committed" IS NOT NULL AND p."Committed" >= 0.0 AND p."Committed" <= 720256022856948523577672275.0 AND p."Goal" IS NOT NULL AND p."Goal" > 0.0 AND p."Reached" IS NOT NULL AND p."Reached" > p."Goal"

-- ## Grade
SELECT p."Id", p."Committed", p."Employee", p."Goal", p."Reached", p."StartsOn", CASE
    WHEN p."Committed" IS NULL THEN 0
    WHEN p."Committed" < 0.0 THEN 0
    WHEN p."Committed" > 720256022856948523577672275.0 THEN 0
    WHEN p."Goal" IS NULL THEN 0
    WHEN p."Goal" <= 0.0 THEN 0
    WHEN p."Reached" IS NULL THEN 0
    ELSE 8
END AS "Standing", CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672275.0 THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN 'Over'
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN 'Full'
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN 'Partial'
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN 'Low'
    ELSE 'Pip'
END AS "Band", CASE
    WHEN p."Committed" IS NULL THEN 8
    WHEN p."Committed" < 0.0 THEN 20
    WHEN p."Committed" > 720256022856948523577672275.0 THEN 16
    WHEN p."Goal" IS NULL THEN 4
    WHEN p."Goal" <= 0.0 THEN 5
    WHEN p."Reached" IS NULL THEN 6
    ELSE 0
END AS "CauseNumber"
FROM pay AS p
WHERE CASE
    WHEN p."Committed" IS NULL THEN -8
    WHEN p."Committed" < 0.0 THEN -20
    WHEN p."Committed" > 720256022856948523577672275.0 THEN -16
    WHEN p."Goal" IS NULL THEN -4
    WHEN p."Goal" <= 0.0 THEN -5
    WHEN p."Reached" IS NULL THEN -6
    WHEN p."Reached" > p."Goal" THEN 4
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN 3
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN 2
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN 1
    ELSE 0
END <> -32769

-- ## CountByStanding
SELECT p0."Standing", count(*) AS "Count"
FROM (
    SELECT CASE
        WHEN p."Committed" IS NULL THEN 0
        WHEN p."Committed" < 0.0 THEN 0
        WHEN p."Committed" > 720256022856948523577672275.0 THEN 0
        WHEN p."Goal" IS NULL THEN 0
        WHEN p."Goal" <= 0.0 THEN 0
        WHEN p."Reached" IS NULL THEN 0
        ELSE 8
    END AS "Standing"
    FROM pay AS p
) AS p0
GROUP BY p0."Standing"

-- ## Pay
SELECT p."Id", p."Committed", p."Employee", p."Goal", p."Reached", p."StartsOn", CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672275.0 THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN 'Over'
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN 'Full'
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN 'Partial'
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN 'Low'
    ELSE 'Pip'
END AS "Band", CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672275.0 THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN 1.1
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN 1.0
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN 0.6
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN 0.4
    ELSE 0.0
END AS "Factor", CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672275.0 THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN floor(p."Committed" * 1.1 * 100.0 + 0.5) * 0.01
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN floor(p."Committed" * 1.0 * 100.0 + 0.5) * 0.01
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN floor(p."Committed" * 0.6 * 100.0 + 0.5) * 0.01
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN floor(p."Committed" * 0.4 * 100.0 + 0.5) * 0.01
    ELSE floor(p."Committed" * 0.0 * 100.0 + 0.5) * 0.01
END AS "Payable"
FROM pay AS p
WHERE CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672275.0 THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN floor(p."Committed" * 1.1 * 100.0 + 0.5) * 0.01
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN floor(p."Committed" * 1.0 * 100.0 + 0.5) * 0.01
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN floor(p."Committed" * 0.6 * 100.0 + 0.5) * 0.01
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN floor(p."Committed" * 0.4 * 100.0 + 0.5) * 0.01
    ELSE floor(p."Committed" * 0.0 * 100.0 + 0.5) * 0.01
END <> 0.001 OR CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672275.0 THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN floor(p."Committed" * 1.1 * 100.0 + 0.5) * 0.01
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN floor(p."Committed" * 1.0 * 100.0 + 0.5) * 0.01
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN floor(p."Committed" * 0.6 * 100.0 + 0.5) * 0.01
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN floor(p."Committed" * 0.4 * 100.0 + 0.5) * 0.01
    ELSE floor(p."Committed" * 0.0 * 100.0 + 0.5) * 0.01
END IS NULL

-- ## Pay, cut off
SELECT p."Id", p."Committed", p."Employee", p."Goal", p."Reached", p."StartsOn", CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672275.0 THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN 'Over'
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN 'Full'
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN 'Partial'
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN 'Low'
    ELSE 'Pip'
END AS "Band", CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672275.0 THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN 1.1
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN 1.0
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN 0.6
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN 0.4
    ELSE 0.0
END AS "Factor", CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672275.0 THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN floor(p."Committed" * 1.1 * 100.0) * 0.01
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN floor(p."Committed" * 1.0 * 100.0) * 0.01
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN floor(p."Committed" * 0.6 * 100.0) * 0.01
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN floor(p."Committed" * 0.4 * 100.0) * 0.01
    ELSE floor(p."Committed" * 0.0 * 100.0) * 0.01
END AS "Payable"
FROM pay AS p
WHERE CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672275.0 THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN floor(p."Committed" * 1.1 * 100.0) * 0.01
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN floor(p."Committed" * 1.0 * 100.0) * 0.01
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN floor(p."Committed" * 0.6 * 100.0) * 0.01
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN floor(p."Committed" * 0.4 * 100.0) * 0.01
    ELSE floor(p."Committed" * 0.0 * 100.0) * 0.01
END <> 0.001 OR CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672275.0 THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN floor(p."Committed" * 1.1 * 100.0) * 0.01
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN floor(p."Committed" * 1.0 * 100.0) * 0.01
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN floor(p."Committed" * 0.6 * 100.0) * 0.01
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN floor(p."Committed" * 0.4 * 100.0) * 0.01
    ELSE floor(p."Committed" * 0.0 * 100.0) * 0.01
END IS NULL

-- ## Pay, a share
SELECT p."Id", p."Committed", p."Days", p."DaysInPeriod", p."Employee", p."Goal", p."Reached", p."StartsOn", CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672275.0 THEN NULL
    WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 0 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN 'Over'
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN 'Full'
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN 'Partial'
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN 'Low'
    ELSE 'Pip'
END AS "Band", CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672275.0 THEN NULL
    WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 0 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN 1.1
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN 1.0
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN 0.6
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN 0.4
    ELSE 0.0
END AS "Factor", CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672275.0 THEN NULL
    WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 0 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN round(((p."Committed" * 1.1 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) - (p."Committed" * 1.1 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.01)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN round(((p."Committed" * 1.0 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) - (p."Committed" * 1.0 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.01)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN round(((p."Committed" * 0.6 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) - (p."Committed" * 0.6 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.01)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN round(((p."Committed" * 0.4 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) - (p."Committed" * 0.4 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.01)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    ELSE round(((p."Committed" * 0.0 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) - (p."Committed" * 0.0 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.01)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
END AS "Payable"
FROM prorated_pay AS p
WHERE CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672275.0 THEN NULL
    WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 0 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN round(((p."Committed" * 1.1 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) - (p."Committed" * 1.1 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.01)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN round(((p."Committed" * 1.0 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) - (p."Committed" * 1.0 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.01)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN round(((p."Committed" * 0.6 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) - (p."Committed" * 0.6 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.01)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN round(((p."Committed" * 0.4 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) - (p."Committed" * 0.4 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.01)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    ELSE round(((p."Committed" * 0.0 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) - (p."Committed" * 0.0 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.01)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
END <> 0.001 OR CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672275.0 THEN NULL
    WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 0 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN round(((p."Committed" * 1.1 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) - (p."Committed" * 1.1 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.01)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN round(((p."Committed" * 1.0 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) - (p."Committed" * 1.0 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.01)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN round(((p."Committed" * 0.6 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) - (p."Committed" * 0.6 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.01)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN round(((p."Committed" * 0.4 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) - (p."Committed" * 0.4 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.01)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    ELSE round(((p."Committed" * 0.0 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) - (p."Committed" * 0.0 * COALESCE(p."Days", 1)::numeric + COALESCE(p."DaysInPeriod", 1)::numeric * 0.005) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.01)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
END IS NULL

-- ## Pay, a share up to 0.05
SELECT p."Id", p."Committed", p."Days", p."DaysInPeriod", p."Employee", p."Goal", p."Reached", p."StartsOn", CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672274.0 THEN NULL
    WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 0 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN 'Over'
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN 'Full'
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN 'Partial'
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN 'Low'
    ELSE 'Pip'
END AS "Band", CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672274.0 THEN NULL
    WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 0 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN 1.1
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN 1.0
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN 0.6
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN 0.4
    ELSE 0.0
END AS "Factor", CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672274.0 THEN NULL
    WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 0 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN round((p."Committed" * 1.1 * COALESCE(p."Days", 1)::numeric + (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05 - (p."Committed" * 1.1 * COALESCE(p."Days", 1)::numeric) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN round((p."Committed" * 1.0 * COALESCE(p."Days", 1)::numeric + (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05 - (p."Committed" * 1.0 * COALESCE(p."Days", 1)::numeric) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN round((p."Committed" * 0.6 * COALESCE(p."Days", 1)::numeric + (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05 - (p."Committed" * 0.6 * COALESCE(p."Days", 1)::numeric) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN round((p."Committed" * 0.4 * COALESCE(p."Days", 1)::numeric + (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05 - (p."Committed" * 0.4 * COALESCE(p."Days", 1)::numeric) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    ELSE round((p."Committed" * 0.0 * COALESCE(p."Days", 1)::numeric + (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05 - (p."Committed" * 0.0 * COALESCE(p."Days", 1)::numeric) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
END AS "Payable"
FROM prorated_pay AS p
WHERE CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672274.0 THEN NULL
    WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 0 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN round((p."Committed" * 1.1 * COALESCE(p."Days", 1)::numeric + (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05 - (p."Committed" * 1.1 * COALESCE(p."Days", 1)::numeric) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN round((p."Committed" * 1.0 * COALESCE(p."Days", 1)::numeric + (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05 - (p."Committed" * 1.0 * COALESCE(p."Days", 1)::numeric) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN round((p."Committed" * 0.6 * COALESCE(p."Days", 1)::numeric + (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05 - (p."Committed" * 0.6 * COALESCE(p."Days", 1)::numeric) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN round((p."Committed" * 0.4 * COALESCE(p."Days", 1)::numeric + (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05 - (p."Committed" * 0.4 * COALESCE(p."Days", 1)::numeric) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    ELSE round((p."Committed" * 0.0 * COALESCE(p."Days", 1)::numeric + (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05 - (p."Committed" * 0.0 * COALESCE(p."Days", 1)::numeric) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
END <> 0.001 OR CASE
    WHEN p."Committed" IS NULL THEN NULL
    WHEN p."Committed" < 0.0 THEN NULL
    WHEN p."Committed" > 720256022856948523577672274.0 THEN NULL
    WHEN (p."Days" IS NULL AND p."DaysInPeriod" IS NOT NULL) OR (p."Days" IS NOT NULL AND (p."DaysInPeriod" IS NULL OR p."Days" < 0 OR p."DaysInPeriod" < 1 OR p."Days" > p."DaysInPeriod")) THEN NULL
    WHEN p."Goal" IS NULL THEN NULL
    WHEN p."Goal" <= 0.0 THEN NULL
    WHEN p."Reached" IS NULL THEN NULL
    WHEN p."Reached" > p."Goal" THEN round((p."Committed" * 1.1 * COALESCE(p."Days", 1)::numeric + (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05 - (p."Committed" * 1.1 * COALESCE(p."Days", 1)::numeric) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    WHEN p."Reached" * 5.0 > p."Goal" * 4.0 THEN round((p."Committed" * 1.0 * COALESCE(p."Days", 1)::numeric + (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05 - (p."Committed" * 1.0 * COALESCE(p."Days", 1)::numeric) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    WHEN p."Reached" * 5.0 > p."Goal" * 3.0 THEN round((p."Committed" * 0.6 * COALESCE(p."Days", 1)::numeric + (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05 - (p."Committed" * 0.6 * COALESCE(p."Days", 1)::numeric) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    WHEN p."Reached" * 20.0 > p."Goal" * 7.0 THEN round((p."Committed" * 0.4 * COALESCE(p."Days", 1)::numeric + (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05 - (p."Committed" * 0.4 * COALESCE(p."Days", 1)::numeric) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
    ELSE round((p."Committed" * 0.0 * COALESCE(p."Days", 1)::numeric + (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05 - (p."Committed" * 0.0 * COALESCE(p."Days", 1)::numeric) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) % (COALESCE(p."DaysInPeriod", 1)::numeric * 0.05)) / COALESCE(p."DaysInPeriod", 1)::numeric, 2)
END IS NULL

-- ## Where Graded
-- @Value='11/21/2026' (DbType = Date)
SELECT f."EmployeeId", f."KnownOn", f."Role", f."RoleSince"
FROM fact_employments AS f
WHERE f."RoleSince" IS NOT NULL AND f."RoleSince" <= @Value

-- ## Where NotApplicable
-- @Value='11/21/2026' (DbType = Date)
SELECT f."EmployeeId", f."KnownOn", f."Role", f."RoleSince"
FROM fact_employments AS f
WHERE f."RoleSince" IS NOT NULL AND f."RoleSince" > @Value

-- ## WhereBand BeyondTypical
-- @Value='11/21/2026' (DbType = Date)
-- @Value1='11/21/2020' (DbType = Date)
SELECT f."EmployeeId", f."KnownOn", f."Role", f."RoleSince"
FROM fact_employments AS f
WHERE f."RoleSince" IS NOT NULL AND f."RoleSince" <= @Value AND f."RoleSince" <= @Value1

-- ## Grade
-- @Value='11/21/2026' (DbType = Date)
-- @Value1='11/21/2020' (DbType = Date)
-- @Value2='11/21/2023' (DbType = Date)
SELECT f."EmployeeId", f."KnownOn", f."Role", f."RoleSince", CASE
    WHEN f."RoleSince" IS NULL THEN 0
    WHEN f."RoleSince" > @Value THEN 1
    ELSE 8
END AS "Standing", FALSE AS "IsProvisional", CASE
    WHEN f."RoleSince" IS NULL THEN NULL
    WHEN f."RoleSince" > @Value THEN NULL
    WHEN f."RoleSince" <= @Value1 THEN 'BeyondTypical'
    WHEN f."RoleSince" <= @Value2 THEN 'Eligible'
    ELSE 'Entry'
END AS "Band", CASE
    WHEN f."RoleSince" IS NULL THEN 2
    WHEN f."RoleSince" > @Value THEN 1
    ELSE 0
END AS "CauseNumber"
FROM fact_employments AS f
WHERE CASE
    WHEN f."RoleSince" IS NULL THEN -2
    WHEN f."RoleSince" > @Value THEN -1
    WHEN f."RoleSince" <= @Value1 THEN 2
    WHEN f."RoleSince" <= @Value2 THEN 1
    ELSE 0
END <> -32769

-- ## CountByStanding
-- @Value='11/21/2026' (DbType = Date)
SELECT f0."Standing", count(*) AS "Count"
FROM (
    SELECT CASE
        WHEN f."RoleSince" IS NULL THEN 0
        WHEN f."RoleSince" > @Value THEN 1
        ELSE 8
    END AS "Standing"
    FROM fact_employments AS f
) AS f0
GROUP BY f0."Standing"

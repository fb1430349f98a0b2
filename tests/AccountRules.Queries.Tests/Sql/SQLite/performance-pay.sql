-- ## Where Graded
.param set @Value '2026-11-30'
.param set @Value1 '2026-11-01'

SELECT "p"."Id", "p"."Committed", "p"."Employee", "p"."Goal", "p"."Grade", "p"."Reached", "p"."StartsOn"
FROM "pay" AS "p"
WHERE "p"."StartsOn" <= @Value AND "p"."StartsOn" < @Value1 AND "p"."Committed" IS NOT NULL AND ef_compare("p"."Committed", '0.0') >= 0 AND ef_compare("p"."Committed", '720256022856948523577672275.0') <= 0 AND "p"."Goal" IS NOT NULL AND ef_compare("p"."Goal", '0.0') > 0 AND "p"."Reached" IS NOT NULL

-- ## Where Undetermined
.param set @Value '2026-11-30'

SELECT "p"."Id", "p"."Committed", "p"."Employee", "p"."Goal", "p"."Grade", "p"."Reached", "p"."StartsOn"
FROM "pay" AS "p"
WHERE "p"."StartsOn" <= @Value AND ("p"."Committed" IS NULL OR ef_compare("p"."Committed", '0.0') < 0 OR (ef_compare("p"."Committed", '0.0') >= 0 AND (ef_compare("p"."Committed", '720256022856948523577672275.0') > 0 OR (ef_compare("p"."Committed", '720256022856948523577672275.0') <= 0 AND ("p"."Goal" IS NULL OR ef_compare("p"."Goal", '0.0') <= 0 OR (ef_compare("p"."Goal", '0.0') > 0 AND "p"."Reached" IS NULL))))))

-- ## WhereBand Over
.param set @Value '2026-11-30'

SELECT "p"."Id", "p"."Committed", "p"."Employee", "p"."Goal", "p"."Grade", "p"."Reached", "p"."StartsOn"
FROM "pay" AS "p"
WHERE "p"."StartsOn" <= @Value AND "p"."Committed" IS NOT NULL AND ef_compare("p"."Committed", '0.0') >= 0 AND ef_compare("p"."Committed", '720256022856948523577672275.0') <= 0 AND "p"."Goal" IS NOT NULL AND ef_compare("p"."Goal", '0.0') > 0 AND "p"."Reached" IS NOT NULL AND ef_compare("p"."Reached", "p"."Goal") > 0

-- ## Grade
.param set @Value '2026-11-30'
.param set @Value1 '2026-11-01'

SELECT "p"."Id", "p"."Committed", "p"."Employee", "p"."Goal", "p"."Grade", "p"."Reached", "p"."StartsOn", CASE
    WHEN "p"."StartsOn" <= @Value THEN CASE
        WHEN "p"."StartsOn" < @Value1 THEN CASE
            WHEN "p"."Committed" IS NULL THEN 0
            WHEN ef_compare("p"."Committed", '0.0') < 0 THEN 0
            WHEN ef_compare("p"."Committed", '720256022856948523577672275.0') > 0 THEN 0
            WHEN "p"."Goal" IS NULL THEN 0
            WHEN ef_compare("p"."Goal", '0.0') <= 0 THEN 0
            WHEN "p"."Reached" IS NULL THEN 0
            ELSE 8
        END
        WHEN "p"."Committed" IS NULL THEN 0
        WHEN ef_compare("p"."Committed", '0.0') < 0 THEN 0
        WHEN ef_compare("p"."Committed", '720256022856948523577672275.0') > 0 THEN 0
        WHEN "p"."Goal" IS NULL THEN 0
        WHEN ef_compare("p"."Goal", '0.0') <= 0 THEN 0
        WHEN "p"."Reached" IS NULL THEN 0
        ELSE 3
    END
    ELSE 1
END AS "Standing", CASE
    WHEN "p"."StartsOn" <= @Value THEN CASE
        WHEN "p"."StartsOn" < @Value1 THEN 0
        ELSE 1
    END
    ELSE 0
END AS "IsProvisional", CASE
    WHEN "p"."StartsOn" <= @Value THEN CASE
        WHEN "p"."Committed" IS NULL THEN NULL
        WHEN ef_compare("p"."Committed", '0.0') < 0 THEN NULL
        WHEN ef_compare("p"."Committed", '720256022856948523577672275.0') > 0 THEN NULL
        WHEN "p"."Goal" IS NULL THEN NULL
        WHEN ef_compare("p"."Goal", '0.0') <= 0 THEN NULL
        WHEN "p"."Reached" IS NULL THEN NULL
        WHEN ef_compare("p"."Reached", "p"."Goal") > 0 THEN 'Over'
        WHEN ef_compare(ef_multiply("p"."Reached", '5.0'), ef_multiply("p"."Goal", '4.0')) > 0 THEN 'Full'
        WHEN ef_compare(ef_multiply("p"."Reached", '5.0'), ef_multiply("p"."Goal", '3.0')) > 0 THEN 'Partial'
        WHEN ef_compare(ef_multiply("p"."Reached", '20.0'), ef_multiply("p"."Goal", '7.0')) > 0 THEN 'Low'
        ELSE 'Pip'
    END
END AS "Band", CASE
    WHEN "p"."StartsOn" <= @Value THEN CASE
        WHEN "p"."Committed" IS NULL THEN 8
        WHEN ef_compare("p"."Committed", '0.0') < 0 THEN 21
        WHEN ef_compare("p"."Committed", '720256022856948523577672275.0') > 0 THEN 16
        WHEN "p"."Goal" IS NULL THEN 4
        WHEN ef_compare("p"."Goal", '0.0') <= 0 THEN 5
        WHEN "p"."Reached" IS NULL THEN 6
        ELSE 0
    END
    ELSE 1
END AS "CauseNumber"
FROM "pay" AS "p"
WHERE CASE
    WHEN "p"."StartsOn" <= @Value THEN CASE
        WHEN "p"."StartsOn" < @Value1 THEN CASE
            WHEN "p"."Committed" IS NULL THEN -8
            WHEN ef_compare("p"."Committed", '0.0') < 0 THEN -21
            WHEN ef_compare("p"."Committed", '720256022856948523577672275.0') > 0 THEN -16
            WHEN "p"."Goal" IS NULL THEN -4
            WHEN ef_compare("p"."Goal", '0.0') <= 0 THEN -5
            WHEN "p"."Reached" IS NULL THEN -6
            WHEN ef_compare("p"."Reached", "p"."Goal") > 0 THEN 4
            WHEN ef_compare(ef_multiply("p"."Reached", '5.0'), ef_multiply("p"."Goal", '4.0')) > 0 THEN 3
            WHEN ef_compare(ef_multiply("p"."Reached", '5.0'), ef_multiply("p"."Goal", '3.0')) > 0 THEN 2
            WHEN ef_compare(ef_multiply("p"."Reached", '20.0'), ef_multiply("p"."Goal", '7.0')) > 0 THEN 1
            ELSE 0
        END
        WHEN "p"."Committed" IS NULL THEN -8
        WHEN ef_compare("p"."Committed", '0.0') < 0 THEN -21
        WHEN ef_compare("p"."Committed", '720256022856948523577672275.0') > 0 THEN -16
        WHEN "p"."Goal" IS NULL THEN -4
        WHEN ef_compare("p"."Goal", '0.0') <= 0 THEN -5
        WHEN "p"."Reached" IS NULL THEN -6
        WHEN ef_compare("p"."Reached", "p"."Goal") > 0 THEN 9
        WHEN ef_compare(ef_multiply("p"."Reached", '5.0'), ef_multiply("p"."Goal", '4.0')) > 0 THEN 8
        WHEN ef_compare(ef_multiply("p"."Reached", '5.0'), ef_multiply("p"."Goal", '3.0')) > 0 THEN 7
        WHEN ef_compare(ef_multiply("p"."Reached", '20.0'), ef_multiply("p"."Goal", '7.0')) > 0 THEN 6
        ELSE 5
    END
    ELSE -1
END <> -32769

-- ## CountByStanding
.param set @Value '2026-11-30'
.param set @Value1 '2026-11-01'

SELECT "p0"."Standing", COUNT(*) AS "Count"
FROM (
    SELECT CASE
        WHEN "p"."StartsOn" <= @Value THEN CASE
            WHEN "p"."StartsOn" < @Value1 THEN CASE
                WHEN "p"."Committed" IS NULL THEN 0
                WHEN ef_compare("p"."Committed", '0.0') < 0 THEN 0
                WHEN ef_compare("p"."Committed", '720256022856948523577672275.0') > 0 THEN 0
                WHEN "p"."Goal" IS NULL THEN 0
                WHEN ef_compare("p"."Goal", '0.0') <= 0 THEN 0
                WHEN "p"."Reached" IS NULL THEN 0
                ELSE 8
            END
            WHEN "p"."Committed" IS NULL THEN 0
            WHEN ef_compare("p"."Committed", '0.0') < 0 THEN 0
            WHEN ef_compare("p"."Committed", '720256022856948523577672275.0') > 0 THEN 0
            WHEN "p"."Goal" IS NULL THEN 0
            WHEN ef_compare("p"."Goal", '0.0') <= 0 THEN 0
            WHEN "p"."Reached" IS NULL THEN 0
            ELSE 3
        END
        ELSE 1
    END AS "Standing"
    FROM "pay" AS "p"
) AS "p0"
GROUP BY "p0"."Standing"

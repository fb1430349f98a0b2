-- ## Where Overdue
.param set @Value '2026-11-21'

SELECT "p"."Id", "p"."DoneOn", "p"."Employee", "p"."From", "p"."Goal", "p"."Reached", "p"."To"
FROM "plan" AS "p"
WHERE "p"."From" IS NOT NULL AND "p"."From" <= @Value AND "p"."To" IS NOT NULL AND "p"."To" >= "p"."From" AND ("p"."DoneOn" IS NULL OR "p"."DoneOn" >= "p"."From") AND ("p"."DoneOn" IS NULL OR "p"."DoneOn" > @Value OR "p"."Goal" IS NOT NULL) AND ("p"."DoneOn" IS NULL OR "p"."DoneOn" > @Value OR "p"."Goal" IS NULL OR ef_compare("p"."Goal", '0.0') > 0) AND ("p"."DoneOn" IS NULL OR "p"."DoneOn" > @Value OR "p"."Reached" IS NOT NULL) AND ("p"."DoneOn" IS NULL OR "p"."DoneOn" > @Value OR ef_compare(ef_multiply("p"."Reached", '20.0'), ef_multiply("p"."Goal", '7.0')) <= 0) AND ("p"."DoneOn" IS NULL OR "p"."DoneOn" > @Value) AND @Value > "p"."To"

-- ## Where Missed
.param set @Value '2026-11-21'

SELECT "p"."Id", "p"."DoneOn", "p"."Employee", "p"."From", "p"."Goal", "p"."Reached", "p"."To"
FROM "plan" AS "p"
WHERE "p"."From" IS NOT NULL AND "p"."From" <= @Value AND "p"."To" IS NOT NULL AND "p"."To" >= "p"."From" AND ("p"."DoneOn" IS NULL OR "p"."DoneOn" >= "p"."From") AND ("p"."DoneOn" IS NULL OR "p"."DoneOn" > @Value OR "p"."Goal" IS NOT NULL) AND ("p"."DoneOn" IS NULL OR "p"."DoneOn" > @Value OR "p"."Goal" IS NULL OR ef_compare("p"."Goal", '0.0') > 0) AND ("p"."DoneOn" IS NULL OR "p"."DoneOn" > @Value OR "p"."Reached" IS NOT NULL) AND ("p"."DoneOn" IS NULL OR "p"."DoneOn" > @Value OR ef_compare(ef_multiply("p"."Reached", '20.0'), ef_multiply("p"."Goal", '7.0')) <= 0) AND "p"."DoneOn" IS NOT NULL AND "p"."DoneOn" <= @Value

-- ## WhereBand DecidedToRetain
SELECT "p"."Id", "p"."DoneOn", "p"."Employee", "p"."From", "p"."Goal", "p"."Reached", "p"."To"
FROM "plan" AS "p"
WHERE 0

-- ## CountByStanding
.param set @Value '2026-11-21'

SELECT "p0"."Standing", COUNT(*) AS "Count"
FROM (
    SELECT CASE
        WHEN "p"."From" IS NULL THEN 0
        WHEN "p"."From" > @Value THEN 1
        WHEN "p"."To" IS NULL THEN 0
        WHEN ("p"."To" IS NOT NULL AND "p"."From" IS NOT NULL AND "p"."To" < "p"."From") OR ("p"."DoneOn" IS NOT NULL AND "p"."From" IS NOT NULL AND "p"."DoneOn" < "p"."From") THEN 0
        WHEN "p"."DoneOn" IS NOT NULL AND "p"."DoneOn" <= @Value AND "p"."Goal" IS NULL THEN 0
        WHEN "p"."DoneOn" IS NOT NULL AND "p"."DoneOn" <= @Value AND "p"."Goal" IS NOT NULL AND ef_compare("p"."Goal", '0.0') <= 0 THEN 0
        WHEN "p"."DoneOn" IS NOT NULL AND "p"."DoneOn" <= @Value AND "p"."Reached" IS NULL THEN 0
        WHEN "p"."DoneOn" IS NOT NULL AND "p"."DoneOn" <= @Value AND ef_compare(ef_multiply("p"."Reached", '20.0'), ef_multiply("p"."Goal", '7.0')) > 0 THEN 2
        WHEN "p"."DoneOn" IS NOT NULL AND "p"."DoneOn" <= @Value THEN 7
        WHEN "p"."To" IS NOT NULL AND @Value > "p"."To" THEN 6
        ELSE 3
    END AS "Standing"
    FROM "plan" AS "p"
) AS "p0"
GROUP BY "p0"."Standing"

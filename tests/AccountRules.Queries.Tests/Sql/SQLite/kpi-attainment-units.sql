-- ## Where Met
.param set @Value '2026-11-30'

SELECT "k"."Id", "k"."Employee", "k"."Goal", "k"."IsLessBetter", "k"."Month", "k"."Name", "k"."Reached", "k"."StartsOn"
FROM "kpi_units" AS "k"
WHERE "k"."StartsOn" <= @Value AND "k"."Goal" IS NOT NULL AND "k"."Goal" > 0 AND "k"."Reached" IS NOT NULL AND (("k"."IsLessBetter" AND "k"."Goal" * 20 > "k"."Reached" * 17) OR (NOT ("k"."IsLessBetter") AND "k"."Reached" * 20 > "k"."Goal" * 17))

namespace AccountRules.Benchmarks.Database;

/// <summary>
/// The count as one would write it for this policy alone: $1 is the evaluation date, $2 the last day of order that is not overdue, $3 the last that is at risk.
/// </summary>
internal static class HandWritten
{
    public const string Case = """
        SELECT CASE
                 WHEN placed_on IS NULL THEN 0
                 WHEN placed_on > $1 THEN 1
                 WHEN filled_on IS NULL OR filled_on > $1 THEN
                   CASE WHEN placed_on < $2 THEN 6 WHEN placed_on <= $3 THEN 4 ELSE 3 END
                 WHEN filled_on < placed_on THEN 0
                 WHEN filled_on - placed_on > 90 THEN 5
                 ELSE 2
               END AS standing, count(*)
        FROM orders
        GROUP BY standing
        """;

    /// <summary>The same by standing and band, of which a closed order has one too.</summary>
    public const string Bands = """
        SELECT CASE
                 WHEN placed_on IS NULL THEN '0'
                 WHEN placed_on > $1 THEN '1'
                 WHEN filled_on IS NULL OR filled_on > $1 THEN
                   CASE WHEN placed_on < $2 THEN '6 OverLimit' WHEN placed_on <= $3 THEN '4 NearLimit' ELSE '3 Clear' END
                 WHEN filled_on < placed_on THEN '0'
                 WHEN filled_on - placed_on > 90 THEN '5 OverLimit'
                 WHEN filled_on - placed_on >= 76 THEN '2 NearLimit'
                 ELSE '2 Clear'
               END AS band, count(*)
        FROM orders
        GROUP BY band
        """;

    public const string Filters = """
        SELECT count(*) FILTER (WHERE placed_on IS NULL OR (placed_on <= $1 AND filled_on < placed_on)),
               count(*) FILTER (WHERE placed_on > $1),
               count(*) FILTER (WHERE placed_on <= $1 AND filled_on <= $1 AND filled_on - placed_on BETWEEN 0 AND 90),
               count(*) FILTER (WHERE placed_on <= $1 AND placed_on > $3 AND (filled_on IS NULL OR filled_on > $1)),
               count(*) FILTER (WHERE placed_on <= $3 AND placed_on >= $2 AND (filled_on IS NULL OR filled_on > $1)),
               count(*) FILTER (WHERE filled_on <= $1 AND filled_on - placed_on > 90),
               count(*) FILTER (WHERE placed_on < $2 AND (filled_on IS NULL OR filled_on > $1))
        FROM orders
        """;

    public static readonly Standing[] FilterOrder =
        [Standing.Undetermined, Standing.NotApplicable, Standing.Met, Standing.OnTrack, Standing.AtRisk, Standing.Late, Standing.Overdue];
}

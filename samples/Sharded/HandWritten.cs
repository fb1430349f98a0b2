using Npgsql;

namespace AccountRules.Samples.Sharded;

/// <summary>
/// The same count written by hand from the policy's words, with differences of days where the library compares dates: it shares nothing with the library.
/// </summary>
internal static class HandWritten
{
    private const string Sql = """
        SELECT CASE
                 WHEN placed_on IS NULL THEN 'Undetermined'
                 WHEN placed_on > $1 THEN 'NotApplicable'
                 WHEN filled_on < placed_on THEN 'Undetermined'
                 WHEN filled_on <= $1 AND filled_on - placed_on <= 90 THEN 'Met'
                 WHEN filled_on <= $1 THEN 'Late'
                 WHEN $1 - placed_on <= 75 THEN 'OnTrack'
                 WHEN $1 - placed_on <= 90 THEN 'AtRisk'
                 ELSE 'Overdue'
               END, count(*)
        FROM orders GROUP BY 1
        """;

    /// <summary>A query to each shard at the same time, added up here.</summary>
    public static async Task<Dictionary<Standing, long>> CountAsync(IEnumerable<string> shards, DateOnly asOf, CancellationToken cancellation = default)
    {
        var counts = await Task.WhenAll(shards.Select(shard => CountAsync(shard, asOf, cancellation)));
        return counts.SelectMany(c => c).GroupBy(c => c.Standing).ToDictionary(g => g.Key, g => g.Sum(c => c.Count));
    }

    private static async Task<List<(Standing Standing, long Count)>> CountAsync(string shard, DateOnly asOf, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(shard);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(Sql, connection) { Parameters = { new() { Value = asOf } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var counts = new List<(Standing, long)>();
        while (await reader.ReadAsync(cancellation))
            counts.Add((Enum.Parse<Standing>(reader.GetString(0)), reader.GetInt64(1)));

        return counts;
    }
}

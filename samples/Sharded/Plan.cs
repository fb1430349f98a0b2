using Microsoft.EntityFrameworkCore;

namespace AccountRules.Samples.Sharded;

/// <summary>The plan by which PostgreSQL ran a query.</summary>
internal static class Plan
{
    private static readonly string[] Details = ["Output:", "Group Key:", "Batches:"];

    /// <summary>Runs the query and gives its plan, with the SQL that was sent to each shard, without the details of each step.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(OrdersDb db, IQueryable query, CancellationToken cancellation = default)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN (ANALYZE, VERBOSE, COSTS OFF, TIMING OFF, SUMMARY OFF) " + command.CommandText;
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            var lines = new List<string>();
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
                lines.Add(reader.GetString(0));

            return [.. lines.Where(line => !Details.Any(d => line.TrimStart().StartsWith(d, StringComparison.Ordinal)))];
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}

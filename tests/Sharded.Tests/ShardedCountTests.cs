using Microsoft.EntityFrameworkCore;

namespace AccountRules.Samples.Sharded.Tests;

/// <summary>The sample with fewer orders.</summary>
public class ShardedCountTests
{
    private const int Rows = 20_000;

    private static readonly DateOnly AsOf = new(2026, 11, 21);
    private static readonly DeadlineRule<CrmOrder> Rule = CrmOrder.Rule(Policy.Default);

    [PostgresFact]
    public async Task Counts_OverTwoShards_AreTheHandWrittenOnesWhateverTheWay()
    {
        using var sharded = await ShardedOrders.StartAsync(Rows, AsOf);
        await using var db = new OrdersDb(sharded.Coordinator);
        var expected = await HandWritten.CountAsync(sharded.Shards, AsOf);
        Assert.Equal(Rows, expected.Values.Sum());
        Assert.Equal(7, expected.Count);

        var (ofTable, ofPartitions, ofAccounts) = (
            Counting.OfTable(Rule, db, AsOf), Counting.OfPartitions(Rule, db, sharded.Partitions, AsOf), Counting.OfAccounts(Rule, db, AsOf));
        Assert.Equal(expected, AsDictionary(await ofTable.ToListAsync()));
        Assert.Equal(expected, AsDictionary(await ofPartitions.ToListAsync()));
        Assert.Equal(expected, AsDictionary(await ofAccounts.ToListAsync()));
        Assert.Equal(expected, AsDictionary(await Counting.OfShardsAsync(Rule, sharded.Shards, AsOf)));
        Assert.Equal((Rows / 4, 0), await Comparison.WithMemoryAsync(Rule, db, AsOf, every: 4));

        // What the documentation says of the plans.
        foreach (var query in (IQueryable[])[ofPartitions, ofAccounts])
            Assert.All(await SentToShardsAsync(db, query), sql => Assert.Matches("CASE .* count.* GROUP BY", sql));

        Assert.All(
            await SentToShardsAsync(db, ofTable), sql => Assert.EndsWith("SELECT placed_on, filled_on FROM public.orders", sql, StringComparison.Ordinal));
        Assert.All(await SentToShardsAsync(db, Rule.Where(db.Orders, AsOf, Standing.Overdue)), sql => Assert.Matches(@"WHERE .*placed_on < '2026-08-23'", sql));
    }

    private static async Task<IReadOnlyList<string>> SentToShardsAsync(OrdersDb db, IQueryable query)
    {
        var sent = (await Plan.OfAsync(db, query)).Where(line => line.Contains("Remote SQL", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, sent.Count);
        return sent;
    }

    private static Dictionary<Standing, long> AsDictionary(IEnumerable<StandingCount> counts) => counts.ToDictionary(c => c.Standing, c => c.Count);
}

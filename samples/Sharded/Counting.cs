using Microsoft.EntityFrameworkCore;

namespace AccountRules.Samples.Sharded;

/// <summary>Four ways to count orders by standing. Each is the library's query; they differ in what PostgreSQL does with it on the shards.</summary>
internal static class Counting
{
    /// <summary>One query over the whole table.</summary>
    public static IQueryable<StandingCount> OfTable(DeadlineRule<CrmOrder> rule, OrdersDb db, DateOnly asOf) =>
        rule.CountByStanding(db.Orders, asOf);

    /// <summary>One query over the partitions, each counted by itself and then added up.</summary>
    public static IQueryable<StandingCount> OfPartitions(DeadlineRule<CrmOrder> rule, OrdersDb db, IEnumerable<string> partitions, DateOnly asOf) =>
        partitions
            .Select(p => rule.CountByStanding(db.Partition(p), asOf))
            .Aggregate((counts, more) => counts.Concat(more))
            .GroupBy(c => c.Standing)
            .Select(g => new StandingCount { Standing = g.Key, Count = g.Sum(c => c.Count) });

    /// <summary>One query over the whole table, grouped by the account too: the column that says which shard a row is on.</summary>
    public static IQueryable<StandingCount> OfAccounts(DeadlineRule<CrmOrder> rule, OrdersDb db, DateOnly asOf) =>
        rule.Grade(db.Orders, asOf)
            .GroupBy(g => new { g.Fact.AccountId, g.Standing })
            .Select(g => new { g.Key.Standing, Count = g.Count() })
            .GroupBy(c => c.Standing)
            .Select(g => new StandingCount { Standing = g.Key, Count = g.Sum(c => c.Count) });

    /// <summary>A query to each shard at the same time, without a coordinator, added up here.</summary>
    public static async Task<IReadOnlyList<StandingCount>> OfShardsAsync(
        DeadlineRule<CrmOrder> rule, IEnumerable<string> shards, DateOnly asOf, CancellationToken cancellation = default)
    {
        var counts = await Task.WhenAll(shards.Select(async shard =>
        {
            await using var db = new OrdersDb(shard);
            return await rule.CountByStanding(db.Orders, asOf).ToListAsync(cancellation);
        }));

        return [.. counts.SelectMany(c => c).GroupBy(c => c.Standing).Select(g => new StandingCount { Standing = g.Key, Count = g.Sum(c => c.Count) })];
    }
}

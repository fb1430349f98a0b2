using AccountRules.Facts;
using AccountRules.Numbers;

namespace AccountRules;

/// <summary>Gathers the revenue of an account over all its periods, and sets the accounts beside each other.</summary>
internal static class LifetimeValues
{
    public static FactGathering<LifetimeValue> Gathering { get; } = new FactGathering<LifetimeValue>(Rows) { Together = Ranked }
        .From(AccountRevenue.Shape, revenue => [revenue.AccountId], revenue => revenue.Period.Start, revenue => revenue.Period.DayAfter);

    /// <summary>The same rows in a query, without ranks and shares.</summary>
    public static IQueryable<LifetimeValue> Rows(IQueryable<AccountRevenue> revenues) => revenues
        .GroupBy(r => r.AccountId)
        .Select(all => new { Account = all.Key, Count = all.Count(), Missing = all.Count(r => r.Revenue == null), Sum = all.Sum(r => r.Revenue) })
        .Select(all => new LifetimeValue
        {
            AccountId = all.Account,
            Periods = all.Count,
            Missing = all.Missing == 0 ? null : all.Missing,
            Overlap = false,
            Sum = all.Sum,
        });

    private static IEnumerable<LifetimeValue> Rows(GatheredFacts facts)
    {
        AccountRevenue[] revenues = [.. facts.Of<AccountRevenue>().OrderBy(r => r.Period.Start)];
        var (missing, sum) = (revenues.Count(r => r.Revenue is null), new ExactSum());
        foreach (var revenue in revenues)
            sum.Add(1, revenue.Revenue ?? 0, 1);

        yield return new()
        {
            AccountId = facts.Group.Subject,
            Periods = revenues.Length,
            Missing = missing > 0 ? missing : null,
            Overlap = revenues.Zip(revenues.Skip(1)).Any(pair => pair.Second.Period.Start <= pair.First.Period.End),
            Running = revenues.LastOrDefault(r => r.Period.End >= facts.AsOf)?.Period,
            Sum = missing > 0 ? null : sum.Value,
        };
    }

    /// <summary>An account whose sum is not known may have any place, and any part of the total.</summary>
    private static IReadOnlyList<LifetimeValue> Ranked(IReadOnlyList<(LifetimeValue Row, Standing Standing)> all, int unread)
    {
        if (all.Count(one => one.Standing == Standing.Undetermined) + unread is var unknown and > 0)
            return [.. all.Select(one => one.Row with { Unknown = unknown })];

        var (places, total) = (new Dictionary<decimal, int>(), new ExactSum());
        decimal[] sums = [.. all.Where(one => one.Standing == Standing.Graded).Select(one => one.Row.Sum!.Value).OrderDescending()];
        for (var i = 0; i < sums.Length; i++)
        {
            places.TryAdd(sums[i], i + 1);
            total.Add(1, sums[i], 1);
        }

        return [.. all.Select(one => one.Standing != Standing.Graded ? one.Row : one.Row with
        {
            Rank = places[one.Row.Sum!.Value],
            Accounts = sums.Length,
            Share = total.IsAbove0 ? total.PartOf(one.Row.Sum.Value) : null,
        })];
    }
}

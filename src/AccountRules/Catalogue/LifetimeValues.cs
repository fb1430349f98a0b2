using AccountRules.Facts;
using AccountRules.Numbers;

namespace AccountRules;

/// <summary>Gathers the revenue of an account over all its periods, and sets the accounts beside each other.</summary>
internal static class LifetimeValues
{
    /// <param name="currency">The currency of the bands, which accounts are of that name none; <c>null</c> where there is none.</param>
    public static FactGathering<LifetimeValue> Gathering(string? currency) =>
        new FactGathering<LifetimeValue>(Rows) { Together = (all, unread) => Ranked(all, unread, currency ?? "") }
        .From(AccountRevenue.Shape, revenue => [revenue.AccountId], revenue => revenue.Period.Start, revenue => revenue.Period.DayAfter);

    /// <summary>The same rows in a query, without ranks and shares.</summary>
    public static IQueryable<LifetimeValue> Rows(IQueryable<AccountRevenue> revenues) => revenues
        .GroupBy(r => r.AccountId)
        .Select(all => new
        {
            Account = all.Key,
            Count = all.Count(),
            Missing = all.Count(r => r.Revenue == null),
            Sum = all.Sum(r => r.Revenue),
            Named = all.Count(r => r.Currency != null),
            First = all.Min(r => r.Currency),
            Last = all.Max(r => r.Currency),
        })
        .Select(all => new LifetimeValue
        {
            AccountId = all.Account,
            Periods = all.Count,
            Missing = all.Missing == 0 ? null : all.Missing,
            Overlap = false,
            Sum = all.Named == 0 || (all.Named == all.Count && all.First == all.Last) ? all.Sum : null,
            Currency = all.First,
            LastCurrency = all.Named == all.Count ? all.Last : null,
        });

    private static IEnumerable<LifetimeValue> Rows(GatheredFacts facts)
    {
        AccountRevenue[] revenues = [.. facts.Of<AccountRevenue>().OrderBy(r => r.Period.Start)];
        var (missing, sum) = (revenues.Count(r => r.Revenue is null), new ExactSum());
        foreach (var revenue in revenues)
            sum.Add(1, revenue.Revenue ?? 0, 1);

        string?[] currencies = [.. revenues.Select(r => r.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        yield return new()
        {
            AccountId = facts.Group.Subject,
            Periods = revenues.Length,
            Missing = missing > 0 ? missing : null,
            Overlap = revenues.Zip(revenues.Skip(1)).Any(pair => pair.Second.Period.Start <= pair.First.Period.End),
            Running = revenues.LastOrDefault(r => r.Period.End >= facts.AsOf)?.Period,
            Sum = missing > 0 || currencies.Length > 1 ? null : sum.Value,
            Currency = Array.Find(currencies, currency => currency is not null),
            LastCurrency = currencies is [null, ..] ? null : currencies.LastOrDefault(),
        };
    }

    /// <summary>
    /// An account whose sum is not known may have any place, and any part of the total. A sum that is known, and in another currency than the bands, has its
    /// place among those of its own, without being told.
    /// </summary>
    private static IReadOnlyList<LifetimeValue> Ranked(IReadOnlyList<(LifetimeValue Row, Verdict Verdict)> all, int unread, string ofNone)
    {
        if (all.Count(one => one.Verdict.Standing == Standing.Undetermined && !IsOfOtherBands(one.Row, one.Verdict)) + unread is var unknown and > 0)
            return [.. all.Select(one => one.Row with { Unknown = unknown })];

        var rankings = all.Where(one => one.Verdict.Standing == Standing.Graded)
            .GroupBy(one => one.Row.Currency ?? ofNone, one => one.Row.Sum!.Value, StringComparer.Ordinal)
            .ToDictionary(sums => sums.Key, sums => new Ranking([.. sums.OrderDescending()]), StringComparer.Ordinal);
        return [.. all.Select(one => one.Verdict.Standing == Standing.Graded ? rankings[one.Row.Currency ?? ofNone].Of(one.Row) : one.Row)];
    }

    private static bool IsOfOtherBands(LifetimeValue row, Verdict verdict) => verdict.Cause == Cause.OtherCurrency && row.Sum is not null;

    /// <summary>The sums of one currency.</summary>
    private sealed class Ranking
    {
        private readonly Dictionary<decimal, int> places = [];
        private readonly ExactSum total = new();
        private readonly int count;

        public Ranking(decimal[] descending)
        {
            count = descending.Length;
            for (var i = 0; i < count; i++)
            {
                places.TryAdd(descending[i], i + 1);
                total.Add(1, descending[i], 1);
            }
        }

        public LifetimeValue Of(LifetimeValue row) => row with
        {
            Rank = places[row.Sum!.Value],
            Accounts = count,
            Share = total.IsAbove0 ? total.PartOf(row.Sum.Value) : null,
        };
    }
}

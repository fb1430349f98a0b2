using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>
/// "Revenue against that of the period before; above `1 + benchmark` Met, else Missed. A base of 0 or less: Undetermined. Deal size: revenue by deals,
/// likewise." Two currencies: Undetermined. An account without a row in a period of the data had revenue 0 then; revenue without deals
/// in both periods has no deal size.
/// </summary>
internal static class GrowthReading
{
    public static Dictionary<FactKey, Expected> OfRevenue(PolicyTerms terms, IEnumerable<object> facts, DateOnly asOf) =>
        Of(terms, facts, asOf, (now, before) => Revenue(now, before, terms.RevenueGrowth.Benchmark));

    public static Dictionary<FactKey, Expected> OfDealSize(PolicyTerms terms, IEnumerable<object> facts, DateOnly asOf) =>
        Of(terms, facts, asOf, (now, before) => now?.Deals is null && before?.Deals is null ? null : DealSize(now, before, terms.DealSize.Benchmark));

    /// <summary>Every account in every period of the data in which it has a row, or had one in the period before.</summary>
    private static Dictionary<FactKey, Expected> Of(
        PolicyTerms terms, IEnumerable<object> facts, DateOnly asOf, Func<AccountRevenue?, AccountRevenue?, Expected?> says)
    {
        var accounts = facts.OfType<AccountRevenue>().ToLookup(revenue => revenue.AccountId, StringComparer.Ordinal);
        Period[] periods = [.. accounts.SelectMany(account => account).Select(revenue => revenue.Period).Distinct()];
        var expected = new Dictionary<FactKey, Expected>();
        foreach (var account in accounts)
        {
            foreach (var period in periods)
            {
                var now = account.SingleOrDefault(r => r.Period == period);
                var before = account.SingleOrDefault(r => PeriodKind.IsPeriodBefore(r.Period, period));
                if ((now is not null || before is not null) && says(now, before) is { } said)
                    expected.Add(new(account.Key, period), Begun(terms, period, asOf, said));
            }
        }

        return expected;
    }

    /// <summary>A row of a period that has begun, under a policy that is in force.</summary>
    public static Expected Begun(PolicyTerms terms, Period period, DateOnly asOf, Expected says) => InForce.From(
        terms.EffectiveFrom, period.Start, period.Start > asOf ? Expected.NotBegun : says.In(period, asOf));

    /// <summary>Above the earlier one times 1 and the benchmark.</summary>
    public static Expected Grown(Fraction now, Fraction before, decimal benchmark) =>
        now > before * Fraction.Of(1 + benchmark) ? new(Standing.Met, "Grown") : new(Standing.Missed, "NotGrown");

    private static Expected Revenue(AccountRevenue? now, AccountRevenue? before, decimal benchmark) =>
        before?.Revenue is not > 0 ? Expected.Undetermined
        : now is null ? Grown(Fraction.Of(0), Fraction.Of(before.Revenue.Value), benchmark)
        : now.Revenue is { } revenue && now.Currency == before.Currency ? Grown(Fraction.Of(revenue), Fraction.Of(before.Revenue.Value), benchmark)
        : Expected.Undetermined;

    private static Expected DealSize(AccountRevenue? now, AccountRevenue? before, decimal benchmark) =>
        now is { Revenue: { } revenue, Deals: { } deals and > 0 } && before is { Revenue: { } earlier and > 0, Deals: { } dealsEarlier and > 0 }
            && now.Currency == before.Currency
            ? Grown(Fraction.Of(revenue) * Fraction.Of(dealsEarlier), Fraction.Of(earlier) * Fraction.Of(deals), benchmark)
            : Expected.Undetermined;
}

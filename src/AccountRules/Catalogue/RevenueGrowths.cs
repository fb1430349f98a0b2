using AccountRules.Facts;
using AccountRules.Gathering;

namespace AccountRules;

/// <summary>Gathers the revenue of accounts, and their deals, with those of the period before.</summary>
internal static class RevenueGrowths
{
    private static readonly Growths<AccountRevenue> Revenues = Of(row => true);

    /// <summary>Revenue that comes without deals in both periods has no deal size.</summary>
    private static readonly Growths<AccountRevenue> Deals = Of(row => row.Whole != null || row.WholeBefore != null);

    private static readonly Cause NoRevenueBefore = Cause.Of(nameof(NoRevenueBefore), "has no revenue in the period before to be compared with");
    private static readonly Cause BaseNotPositive = Cause.Of(
        nameof(BaseNotPositive), "had a revenue of 0 or less in the period before, and growth is told from a revenue above 0");

    public static FactGathering<Growth> Gathering => Revenues.Gathering;

    public static FactGathering<Growth> OfDeals => Deals.Gathering;

    /// <summary>What makes a row undetermined, whether or not it is divided by deals.</summary>
    public static IReadOnlyList<Guard<Growth>> Guards { get; } =
    [
        new((g, asOf) => g.PartBefore == null, NoRevenueBefore),
        new((g, asOf) => g.PartBefore <= 0, BaseNotPositive),
        new((g, asOf) => g.Part == null, Cause.NoAmount),
        Currencies.Differ<Growth>(g => g.Currency != g.CurrencyBefore),
    ];

    /// <summary>What was before, unless in another currency: it is never shown beside what is in this one.</summary>
    public static Detail<Growth> Before { get; } = new("before", g => g.Currency == g.CurrencyBefore ? g.PartBefore : null);

    /// <summary>The same rows in a query.</summary>
    public static IQueryable<Growth> Rows(IQueryable<AccountRevenue> before, IQueryable<AccountRevenue> now, Period period)
    {
        var (found, gone) = Columns(before, now);
        return GrowthColumns.Rows(found.Concat(gone), period);
    }

    /// <summary>Those of deals.</summary>
    public static IQueryable<Growth> RowsOfDeals(IQueryable<AccountRevenue> before, IQueryable<AccountRevenue> now, Period period)
    {
        var (found, gone) = Columns(before, now);
        return GrowthColumns.Rows(found.Where(g => g.Whole != null || g.WholeBefore != null).Concat(gone.Where(g => g.WholeBefore != null)), period);
    }

    /// <summary>As key-account reads it: no row in a period of the data is a revenue of 0.</summary>
    private static Growths<AccountRevenue> Of(Func<Growth, bool> says) => new(
        AccountRevenue.Shape, r => r.AccountId, r => r.Period, revenues => (revenues[0].Revenue, revenues[0].Deals))
    {
        WithoutFact = (0, null),
        CurrencyOf = r => r.Currency,
        Says = says,
    };

    /// <summary>Accounts with a row in the period, and those that have none any more.</summary>
    private static (IQueryable<GrowthColumns> Found, IQueryable<GrowthColumns> Gone) Columns(
        IQueryable<AccountRevenue> before, IQueryable<AccountRevenue> now)
    {
        var found = now
            .GroupJoin(before, n => n.AccountId, b => b.AccountId, (n, those) => new { Now = n, Those = those })
            .SelectMany(pair => pair.Those.DefaultIfEmpty(), (pair, b) => new GrowthColumns
            {
                AccountId = pair.Now.AccountId,
                Part = pair.Now.Revenue,
                Whole = pair.Now.Deals,
                HasBefore = b != null,
                PartBefore = b == null ? null : b.Revenue,
                WholeBefore = b == null ? null : b.Deals,
                Currency = pair.Now.Currency,
                CurrencyBefore = b == null ? pair.Now.Currency : b.Currency,
            });
        var gone = before.Where(b => now.Any() && !now.Any(n => n.AccountId == b.AccountId)).Select(b => new GrowthColumns
        {
            AccountId = b.AccountId,
            Part = 0,
            Whole = 0,
            HasBefore = true,
            PartBefore = b.Revenue,
            WholeBefore = b.Deals,
            Currency = b.Currency,
            CurrencyBefore = b.Currency,
        });
        return (found, gone);
    }
}

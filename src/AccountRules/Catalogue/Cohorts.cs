using AccountRules.Facts;

namespace AccountRules;

/// <summary>Gathers the accounts of a period with those of the period before.</summary>
internal static class Cohorts
{
    private const string Everybody = "portfolio";

    public static FactGathering<Cohort> Of(RetentionPer per) =>
        new FactGathering<Cohort>(facts => Rows(facts, per)) { By = $"per {per.ToString().ToLowerInvariant()}" }
            .From(AccountRevenue.Shape, revenue => revenue.Period.Next is { } next ? [KeyOf(revenue.Period), KeyOf(next)] : [KeyOf(revenue.Period)])
            .Beside(Account.Shape);

    /// <summary>The period is given back as a year and a part of it, which a database has types for.</summary>
    public static IQueryable<Cohort> Rows(IQueryable<AccountRevenue> before, IQueryable<AccountRevenue> now, Period period)
    {
        var (year, month) = (period.Start.Year, period.Start.Month);
        var counted = before.Where(b => b.Revenue > 0)
            .GroupJoin(now.Where(n => n.Revenue > 0), b => b.AccountId, n => n.AccountId, (b, found) => new { Before = b, Found = found })
            .SelectMany(pair => pair.Found.DefaultIfEmpty(), (pair, n) => new { Group = Everybody, Year = year, Month = month, IsKept = n != null })
            .GroupBy(account => new { account.Group, account.Year, account.Month })
            .Select(all => new { all.Key, Before = all.Count(), Kept = all.Count(account => account.IsKept) });
        return period.Months switch
        {
            12 => counted.Select(c => new Cohort { Group = c.Key.Group, Period = Period.Year(c.Key.Year), Before = c.Before, Kept = c.Kept }),
            3 => counted.Select(c => new Cohort
            {
                Group = c.Key.Group,
                Period = Period.Quarter(c.Key.Year, (c.Key.Month + 2) / 3),
                Before = c.Before,
                Kept = c.Kept,
            }),
            _ => counted.Select(c => new Cohort { Group = c.Key.Group, Period = Period.Month(c.Key.Year, c.Key.Month), Before = c.Before, Kept = c.Kept }),
        };
    }

    private static FactKey KeyOf(Period period) => new("", period);

    /// <summary>A period that no fact is of has no rows: the facts of the group are then all of the period before.</summary>
    private static IEnumerable<Cohort> Rows(GatheredFacts facts, RetentionPer per)
    {
        var (period, revenues) = (facts.Group.Period!.Value, facts.Of<AccountRevenue>().ToArray());
        if (!Array.Exists(revenues, r => r.Period == period))
            return [];

        var active = revenues.Where(r => r.Period == period && r.Revenue > 0).Select(r => r.AccountId).ToHashSet(StringComparer.Ordinal);
        var groups = per == RetentionPer.Portfolio
            ? []
            : facts.Of<Account>().ToDictionary(a => a.AccountId, a => (per == RetentionPer.Manager ? a.ManagerId : a.Tier) ?? "", StringComparer.Ordinal);
        return revenues
            .GroupBy(r => per == RetentionPer.Portfolio ? Everybody : groups.GetValueOrDefault(r.AccountId, ""), StringComparer.Ordinal)
            .OrderBy(those => those.Key, StringComparer.Ordinal)
            .Select(those => CohortOf(per, those.Key, period, [.. those.Where(r => r.Period != period && r.Revenue > 0)], active));
    }

    private static Cohort CohortOf(RetentionPer per, string group, Period period, AccountRevenue[] before, HashSet<string> active) => new()
    {
        Group = group,
        Per = per,
        Period = period,
        Before = before.Length,
        Kept = before.Count(r => active.Contains(r.AccountId)),
    };
}

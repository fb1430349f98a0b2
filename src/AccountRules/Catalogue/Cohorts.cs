using AccountRules.Facts;
using AccountRules.Gathering;

namespace AccountRules;

/// <summary>Gathers the accounts of a period with those of the period before.</summary>
internal static class Cohorts
{
    private const string Everybody = "portfolio";

    public static FactGathering<Cohort> Of(RetentionPer per) =>
        new FactGathering<Cohort>(facts => Rows(facts, per)) { By = $"per {per.ToString().ToLowerInvariant()}" }
            .From(AccountRevenue.Shape, revenue => PeriodPairs.GroupsOf("", revenue.Period))
            .Beside(Account.Shape);

    public static IQueryable<Cohort> Rows(IQueryable<AccountRevenue> before, IQueryable<AccountRevenue> now, Period period)
    {
        var counted = before.Where(b => b.Revenue > 0)
            .GroupJoin(now.Where(n => n.Revenue > 0), b => b.AccountId, n => n.AccountId, (b, found) => new { Before = b, Found = found })
            .SelectMany(pair => pair.Found.DefaultIfEmpty(), (pair, n) => new { Group = Everybody, IsKept = n != null })
            .GroupBy(account => account.Group)
            .Select(all => new { Group = all.Key, Before = all.Count(), Kept = all.Count(account => account.IsKept) });
        return PeriodPairs.Rows(counted, period, (c, of) => new Cohort { Group = c.Group, Period = of, Before = c.Before, Kept = c.Kept });
    }

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

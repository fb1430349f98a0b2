using AccountRules.Facts;

namespace AccountRules.Tests.Oracle;

/// <summary>"Roll-up per account and period: all met", read as the month of KPIs is; at risk where one is, and nothing is worse or unknown.</summary>
internal static class ServiceLevelsOracle
{
    public static Dictionary<FactKey, RolledUp> Of(PolicyTerms terms, IEnumerable<ServiceLevel> levels, DateOnly asOf)
    {
        var rows = new Dictionary<FactKey, RolledUp>();
        foreach (var group in levels.GroupBy(l => (l.AccountId, l.Period)).OrderBy(g => g.Key.Period.Start))
        {
            var (account, period) = group.Key;
            var standing = WhicheverIsRight([.. group.GroupBy(l => l.Service, l => Says(terms, l, asOf), StringComparer.Ordinal)
                .Select(copies => copies.Distinct().ToArray())]);
            var before = rows.Where(r => string.Equals(r.Key.Subject, account, StringComparison.Ordinal) && IsRightBefore(r.Key.Period!.Value, period));
            rows.Add(new(account, period), new(
                standing,
                standing == Standing.Met ? before.Select(r => r.Value.Streak).SingleOrDefault() + 1 : 0,
                period.Start <= asOf && asOf <= period.End && !InForce.IsBefore(terms.EffectiveFrom, period.Start)));
        }

        return rows;
    }

    private static Standing Says(PolicyTerms terms, ServiceLevel level, DateOnly asOf) =>
        InForce.From(terms.EffectiveFrom, level.Period.Start, ServiceLevelOracle.Of(level, asOf, terms.ServiceLevel.NearMargin)).Standing;

    /// <summary>"A group that hangs on which of them is right is Undetermined": every choice of one row for each service is tried.</summary>
    private static Standing WhicheverIsRight(Standing[][] services)
    {
        IEnumerable<Standing[]> choices = [[]];
        foreach (var copies in services)
            choices = choices.SelectMany(choice => copies, (choice, copy) => (Standing[])[.. choice, copy]);

        var standings = choices.Select(StandingOf).Distinct().ToArray();
        return standings.Length == 1 ? standings[0] : Standing.Undetermined;
    }

    private static Standing StandingOf(Standing[] all) =>
        Array.TrueForAll(all, s => s == Standing.NotApplicable) ? Standing.NotApplicable
        : all.Contains(Standing.Missed) ? Standing.Missed
        : all.Contains(Standing.Undetermined) ? Standing.Undetermined
        : all.Contains(Standing.AtRisk) ? Standing.AtRisk
        : Standing.Met;

    private static bool IsRightBefore(Period earlier, Period later) =>
        PeriodKind.Of(earlier) == PeriodKind.Of(later) && earlier.End.DayNumber + 1 == later.Start.DayNumber;
}

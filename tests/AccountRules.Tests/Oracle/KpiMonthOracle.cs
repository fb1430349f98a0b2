using AccountRules.Facts;

namespace AccountRules.Tests.Oracle;

/// <summary>"Month over month, across all KPIs": one row for each employee and period that the facts hold. A month
/// is judged as it stands while it runs, so it counts in the streak.</summary>
internal static class KpiMonthOracle
{
    public static Dictionary<(string Employee, Period Period), (Standing Standing, int Streak, bool IsProvisional)> Of(
        IReadOnlyCollection<KpiResult> results, DateOnly asOf, decimal above = 0.85m, DateOnly? inForceFrom = null)
    {
        var rows = new Dictionary<(string Employee, Period Period), (Standing Standing, int Streak, bool IsProvisional)>();
        foreach (var (employee, period) in results.Select(r => (r.EmployeeId, r.Period)).Distinct().OrderBy(key => key.Period.Start))
        {
            var standing = WhicheverIsRight([.. results
                .Where(r => string.Equals(r.EmployeeId, employee, StringComparison.Ordinal) && r.Period == period)
                .GroupBy(r => r.Kpi, r => InForce.From(inForceFrom, r.Period.Start, KpiAttainmentOracle.Of(r, asOf, above)).Standing, StringComparer.Ordinal)
                .Select(kpi => kpi.Distinct().ToArray())]);
            var before = rows.Where(row => string.Equals(row.Key.Employee, employee, StringComparison.Ordinal) && IsRightBefore(row.Key.Period, period))
                .Select(row => row.Value.Streak);
            rows.Add((employee, period), (
                standing,
                standing == Standing.Met ? before.SingleOrDefault() + 1 : 0,
                period.Start <= asOf && asOf <= period.End && !InForce.IsBefore(inForceFrom, period.Start)));
        }

        return rows;
    }

    /// <summary>"A group that hangs on which of them is right is Undetermined": every choice of one row for each KPI is tried.</summary>
    private static Standing WhicheverIsRight(Standing[][] kpis)
    {
        IEnumerable<Standing[]> choices = [[]];
        foreach (var copies in kpis)
            choices = choices.SelectMany(choice => copies, (choice, copy) => (Standing[])[.. choice, copy]);

        var standings = choices.Select(StandingOf).Distinct().ToArray();
        return standings.Length == 1 ? standings[0] : Standing.Undetermined;
    }

    private static Standing StandingOf(Standing[] all) =>
        Array.TrueForAll(all, s => s == Standing.NotApplicable) ? Standing.NotApplicable
        : all.Contains(Standing.Missed) ? Standing.Missed
        : Array.TrueForAll(all, s => s == Standing.Met) ? Standing.Met
        : Standing.Undetermined;

    private static bool IsRightBefore(Period earlier, Period later) =>
        PeriodKind.Of(earlier) == PeriodKind.Of(later) && earlier.End.DayNumber + 1 == later.Start.DayNumber;
}

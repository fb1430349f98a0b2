using AccountRules.Facts;

namespace AccountRules.Tests.Oracle;

/// <summary>"Month over month, across all KPIs": one row for each employee and period that the facts hold.</summary>
internal static class KpiMonthOracle
{
    public static Dictionary<(string Employee, Period Period), (Standing Standing, int Streak)> Of(
        IReadOnlyCollection<KpiResult> results, DateOnly asOf, decimal above = 0.85m, DateOnly? inForceFrom = null)
    {
        var rows = new Dictionary<(string Employee, Period Period), (Standing Standing, int Streak)>();
        foreach (var (employee, period) in results.Select(r => (r.EmployeeId, r.Period)).Distinct().OrderBy(key => key.Period.Start))
        {
            var standing = StandingOf([.. results
                .Where(r => string.Equals(r.EmployeeId, employee, StringComparison.Ordinal) && r.Period == period)
                .Select(r => InForce.From(inForceFrom, r.Period.Start, KpiAttainmentOracle.Of(r, asOf, above)).Standing)]);
            var before = rows.Where(row => string.Equals(row.Key.Employee, employee, StringComparison.Ordinal) && IsRightBefore(row.Key.Period, period))
                .Select(row => row.Value.Streak);
            rows.Add((employee, period), (standing, standing == Standing.Met ? before.SingleOrDefault() + 1 : 0));
        }

        return rows;
    }

    private static Standing StandingOf(Standing[] all) =>
        Array.TrueForAll(all, s => s == Standing.NotApplicable) ? Standing.NotApplicable
        : all.Contains(Standing.Missed) ? Standing.Missed
        : Array.TrueForAll(all, s => s == Standing.Met) ? Standing.Met
        : Standing.Undetermined;

    private static bool IsRightBefore(Period earlier, Period later) =>
        PeriodKind.Of(earlier) == PeriodKind.Of(later) && earlier.End.DayNumber + 1 == later.Start.DayNumber;
}

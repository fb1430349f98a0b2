using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>"Month over month, across all KPIs": met where every KPI is.</summary>
internal static class KpiMonthReading
{
    public static Dictionary<FactKey, RolledUp> Of(
        IEnumerable<KpiResult> results, DateOnly asOf, decimal above = 0.85m, DateOnly? inForceFrom = null) => Of(
        results, asOf, result => InForce.From(inForceFrom, result.Period.Start, KpiAttainmentReading.Of(result, asOf, above)).Standing, inForceFrom);

    /// <summary>The same, given what is said of each result.</summary>
    public static Dictionary<FactKey, RolledUp> Of(
        IEnumerable<KpiResult> results, DateOnly asOf, Func<KpiResult, Standing> says, DateOnly? inForceFrom, params Absence[] absences) =>
        RollUpReading.Of(
            results, result => (result.EmployeeId, result.Period, result.Kpi), says, Together, asOf, inForceFrom,
            (employee, day) => Array.Exists(absences, a => a.EmployeeId == employee && a.From <= day && day <= a.Until));

    private static Standing Together(Standing[] all) =>
        Array.TrueForAll(all, s => s == Standing.NotApplicable) ? Standing.NotApplicable
        : all.Contains(Standing.Missed) ? Standing.Missed
        : Array.TrueForAll(all, s => s == Standing.Met) ? Standing.Met
        : Standing.Undetermined;
}

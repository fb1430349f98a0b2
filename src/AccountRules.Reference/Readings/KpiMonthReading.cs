using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>"Month over month, across all KPIs": met where every KPI is.</summary>
internal static class KpiMonthReading
{
    /// <summary>By one policy.</summary>
    public static Dictionary<FactKey, RolledUp> Of(IEnumerable<KpiResult> results, DateOnly asOf, PolicyTerms terms) => Of(
        results, asOf,
        result => InForce.From(terms.EffectiveFrom, result.Period.Start, KpiAttainmentReading.Of(result, asOf, terms.KpiAttainment.Above)).Standing,
        terms.EffectiveFrom, _ => terms.Achievement.Kpis.Select(kpi => kpi.Name));

    /// <summary>The same, given what is said of each result.</summary>
    public static Dictionary<FactKey, RolledUp> Of(
        IEnumerable<KpiResult> results, DateOnly asOf, Func<KpiResult, Standing> says, DateOnly? inForceFrom,
        Func<Period, IEnumerable<string>> planOf, params Absence[] absences) =>
        RollUpReading.Of(
            results, result => (result.EmployeeId, result.Period, result.Kpi), says, Together, asOf, inForceFrom,
            (employee, day) => Array.Exists(absences, a => a.EmployeeId == employee && a.From <= day && day <= a.Until), planOf);

    private static Standing Together(Standing[] all) =>
        Array.TrueForAll(all, s => s == Standing.NotApplicable) ? Standing.NotApplicable
        : all.Contains(Standing.Missed) ? Standing.Missed
        : Array.TrueForAll(all, s => s == Standing.Met) ? Standing.Met
        : Standing.Undetermined;
}

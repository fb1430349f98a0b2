using AccountRules.Facts;

namespace AccountRules.Catalogue;

/// <summary>The terms of <c>kpi-attainment</c>: every KPI is attained above 85%, month over month, across all KPIs (expectations 3). Immutable; equal by value.</summary>
/// <param name="Above">The ratio of actual to target that must be exceeded; the ratio itself is missed.</param>
public sealed record KpiAttainmentTerms(decimal Above = 0.85m) : ITerms
{
    private static readonly Term[] Table =
    [
        new(nameof(Above), TermKind.Number, "The ratio of actual to target that must be exceeded; the ratio itself is missed.", min: 0, max: 100),
    ];

    Term[] ITerms.Terms => Table;

    object?[] ITerms.Values => [Above];

    ITerms ITerms.With(object?[] values) => new KpiAttainmentTerms((decimal)values[0]!);

    internal AttainmentRule<KpiResult> Rule(PolicyTerms policy) => new(
        new RuleInfo("kpi-attainment")
        {
            Title = "KPI attainment",
            Says = "Every KPI is attained above 85%, month over month, across all KPIs.",
            Reading = "Above is strict: exactly 85% is missed. Where lower is better, the target must exceed 85% of the actual, so an actual of 0 is met.",
            Noun = "KPI",
            Citation = new("expectations", "3"),
            PolicyVersion = policy.Version,
        },
        Measure.Ratio<KpiResult>(k => k.Actual, k => k.Target, lowerIsBetter: k => k.Direction == Direction.LowerIsBetter),
        new Scale(
            Band.Lowest("Missed", Standing.Missed),
            Band.Above(Above, "Met", Standing.Met)),
        new Facets<KpiResult>(k => k.EmployeeId) { Period = k => k.Period, Kpi = k => k.Kpi });

    internal static RollUpRule<KpiResult> MonthRule(AttainmentRule<KpiResult> attainment) => new(
        new RuleInfo("kpi-month")
        {
            Title = "KPI month",
            Says = "Every KPI is attained above 85%, month over month, across all KPIs.",
            Reading = "Met when all KPIs of an employee and period are met, and there is at least one; missed when any is missed; otherwise undetermined. "
                + "The streak counts consecutive periods met; a period without a result breaks it.",
            Noun = "Employee",
            Citation = new("expectations", "3"),
            PolicyVersion = attainment.Info.PolicyVersion,
        },
        of: attainment,
        outcomes: [Standing.Met, Standing.Missed],
        tally => tally.Missed > 0 ? Standing.Missed
            : tally.Met > 0 && tally.Undetermined == 0 ? Standing.Met
            : Standing.Undetermined);
}

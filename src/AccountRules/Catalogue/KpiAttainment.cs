using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// The terms of <c>kpi-attainment</c> and <c>kpi-month</c>: every KPI is attained above 85%, month over month, across all KPIs (expectations 3). Immutable;
/// equal by value.
/// </summary>
public sealed record KpiAttainmentTerms
{
    /// <summary>The ratio of actual to target that must be exceeded; the ratio itself is missed. From 0 to 10; 0.85 unless given.</summary>
    public decimal Above { get; init; } = 0.85m;
}

/// <summary>Declares <c>kpi-attainment</c> and <c>kpi-month</c>: every KPI is attained above 85%, month over month, across all KPIs (expectations 3).</summary>
public static class KpiAttainmentDeclaration
{
    private const string Says = "Every KPI is attained above 85%, month over month, across all KPIs.";

    /// <summary>The section of the policy document.</summary>
    public static TermSection<KpiAttainmentTerms> Section { get; } = new TermSection<KpiAttainmentTerms>("kpiAttainment", new())
        .Ratio(
            "above", "The ratio of actual to target that must be exceeded; the ratio itself is missed.", t => t.Above, (t, above) => t with { Above = above });

    /// <summary>The rule on each result.</summary>
    public static RuleDeclaration<AttainmentRule<KpiResult>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("kpi-attainment")
        {
            Title = "KPI attainment",
            Says = Says,
            Reading = "Above is strict: exactly 85% is missed. Where lower is better, the target must exceed 85% of the actual, so an actual of 0 is met.",
            Noun = "KPI",
            Citation = new("expectations", "3"),
        },
        Section,
        (info, terms, _) => new AttainmentRule<KpiResult>(
            info,
            Measure.Ratio<KpiResult>(
                k => k.Actual, k => k.Target, k => k.TargetShare, k => k.TargetShareOf, lowerIsBetter: k => k.Direction == Direction.LowerIsBetter),
            new Scale(
                Band.Lowest("Missed", Standing.Missed),
                Band.Above(terms.Above, "Met", Standing.Met)),
            KpiResult.Shape));

    /// <summary>The rule on all results of an employee and period.</summary>
    public static RuleDeclaration<RollUpRule<KpiResult>> MonthRule { get; } = RuleDeclaration.Of(
        new RuleInfo("kpi-month")
        {
            Title = "KPI month",
            Says = Says,
            Reading = "Met when all KPIs of an employee and period are met, and there is at least one; missed when any is missed; otherwise undetermined. "
                + "A KPI of the plan for everybody (`achievement.kpis`) that has no result is undetermined. "
                + "The streak counts consecutive periods met; a period without a result breaks it. One of which each day is an excused absence neither counts "
                + "nor breaks it.",
            Noun = "Employee",
            Citation = new("expectations", "3"),
        },
        Section,
        (info, _, policy) => new RollUpRule<KpiResult>(
            info,
            of: policy.KpiAttainment,
            outcomes: [Standing.Met, Standing.Missed],
            tally => tally.Missed > 0 ? Standing.Missed
                : tally.Met > 0 && tally.Undetermined == 0 ? Standing.Met
                : Standing.Undetermined)
            .Requiring(policy.Terms.Achievement.Kpis.Select(kpi => kpi.Name)));

    extension(Policy policy)
    {
        /// <summary>Every KPI is attained above 85% (expectations 3).</summary>
        public AttainmentRule<KpiResult> KpiAttainment => policy.Rule(Rule);

        /// <summary>All KPIs of an employee and period are met, with the streak of periods met (expectations 3).</summary>
        public RollUpRule<KpiResult> KpiMonth => policy.Rule(MonthRule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>kpi-attainment</c> and <c>kpi-month</c>.</summary>
        public KpiAttainmentTerms KpiAttainment => terms.Of(Section);
    }
}

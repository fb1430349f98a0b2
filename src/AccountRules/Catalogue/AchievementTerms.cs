using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// The KPIs that achievements are made of, which feed performance-linked pay (key-account-manager, PLP table): one plan for everybody, plans by name, or both.
/// The documents name none. Immutable; equal by value.
/// </summary>
public sealed record AchievementTerms
{
    /// <summary>The section of the policy document.</summary>
    internal static TermSection<AchievementTerms> Section { get; } = new TermSection<AchievementTerms>("achievement", new())
        .Sections(
            "kpis", "The KPIs of the plan that has no name, which `kpi-month` asks of everybody; their weights add up to exactly 1.",
            t => t.Kpis, (t, kpis) => t with { Kpis = kpis },
            KpiTerms.Section)
        .And(new OptionalChoiceTerm<AchievementTerms, PeriodRollUp>(
            "rollUp", "What a plan's `rollUp` is, of the plan that has no name.", t => t.RollUp, (t, rollUp) => t with { RollUp = rollUp }))
        .Sections("plans", "The plans that have names, each with its KPIs.", t => t.Plans, (t, plans) => t with { Plans = plans }, KpiPlanTerms.Section)
        .Checked((t, problems) => t.Check(problems));

    /// <summary>The KPIs of the plan that has no name, each of which <c>kpi-month</c> asks of everybody; none unless given.</summary>
    public TermList<KpiTerms> Kpis { get; init; } = [];

    /// <summary>How the plan that has no name makes an achievement of a longer period of results of months; <c>null</c>, not at all, unless given.</summary>
    public PeriodRollUp? RollUp { get; init; }

    /// <summary>The plans that have names; none unless given.</summary>
    public TermList<KpiPlanTerms> Plans { get; init; } = [];

    private void Check(TermProblems problems)
    {
        if (Kpis.Count > 0)
            CheckKpis(Kpis, "kpis", problems);

        for (var i = 0; i < Plans.Count; i++)
        {
            problems.CheckName(Plans[i].Name, Plans.Take(i).Select(p => p.Name), $"plans[{i}].name", "plan");
            if (Plans[i].Kpis.Count == 0)
                problems.Add($"plans[{i}].kpis", "no KPI", "at least one KPI, with weights that add up to exactly 1");
            else
                CheckKpis(Plans[i].Kpis, $"plans[{i}].kpis", problems);
        }
    }

    private static void CheckKpis(TermList<KpiTerms> kpis, string path, TermProblems problems)
    {
        for (var i = 0; i < kpis.Count; i++)
        {
            var kpi = kpis[i];
            problems.CheckName(kpi.Name, kpis.Take(i).Select(k => k.Name), $"{path}[{i}].name", "KPI");
            if (kpi.Cap is { } cap && kpi.Floor is { } floor && floor > cap)
                problems.Add($"{path}[{i}].floor", Texts.Number(floor), $"at most the cap, which is {Texts.Number(cap)}", $"{path}[{i}].cap");
        }

        problems.CheckWeights(kpis.Select(kpi => kpi.Weight), path);
    }
}

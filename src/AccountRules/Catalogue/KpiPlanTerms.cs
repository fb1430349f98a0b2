namespace AccountRules;

/// <summary>A plan: the KPIs that an achievement is made of, each with its weight. Immutable; equal by value.</summary>
public sealed record KpiPlanTerms
{
    internal static TermSection<KpiPlanTerms> Section { get; } = new TermSection<KpiPlanTerms>("plan", new() { Name = "" })
        .Text("name", "The plan's name.", t => t.Name, (t, name) => t with { Name = name! }, isRequired: true)
        .Sections("kpis", "The KPIs of the plan; their weights add up to exactly 1.", t => t.Kpis, (t, kpis) => t with { Kpis = kpis }, KpiTerms.Section)
        .And(new OptionalChoiceTerm<KpiPlanTerms, PeriodRollUp>(
            "rollUp",
            "How results of months become an achievement of a quarter, half-year or year: `sum` of the actuals over the sum of the targets, or the `mean` of "
                + "the months. Not at all unless given.",
            t => t.RollUp, (t, rollUp) => t with { RollUp = rollUp }));

    /// <summary>The plan's name; empty for the one that has none.</summary>
    public required string Name { get; init; }

    /// <summary>Its KPIs; their weights add up to exactly 1.</summary>
    public TermList<KpiTerms> Kpis { get; init; } = [];

    /// <summary>How results of months become an achievement of a longer period; <c>null</c>, not at all, unless given.</summary>
    public PeriodRollUp? RollUp { get; init; }
}

using AccountRules.Facts;

namespace AccountRules;

/// <summary>A KPI of a plan: what it counts for in an achievement. Immutable; equal by value.</summary>
public sealed record KpiTerms
{
    internal static TermSection<KpiTerms> Section { get; } = new TermSection<KpiTerms>("kpi", new() { Name = "" })
        .Text("name", "The KPI's name, as its results have it.", t => t.Name, (t, name) => t with { Name = name! }, isRequired: true)
        .Weight("The KPI's part of the achievement; those of a plan add up to exactly 1.", t => t.Weight, (t, weight) => t with { Weight = weight })
        .Choice("direction", "Whether more or less is better.", t => t.Direction, (t, direction) => t with { Direction = direction })
        .Ratio("cap", "The most that the KPI counts for, 1 being 100 % of its target; no limit unless given.", t => t.Cap, (t, cap) => t with { Cap = cap })
        .Ratio("floor", "The least that the KPI counts for; no limit unless given.", t => t.Floor, (t, floor) => t with { Floor = floor })
        .Ratio(
            "paysFrom", "What must be attained of the KPI, 1 being 100 % of its target, for any pay at all: the ratio itself is enough; no limit unless given.",
            t => t.PaysFrom, (t, from) => t with { PaysFrom = from });

    /// <summary>The KPI's name, as its results have it.</summary>
    public required string Name { get; init; }

    /// <summary>The KPI's part of the achievement, above 0 up to 1; those of a plan add up to exactly 1.</summary>
    public decimal Weight { get; init; }

    /// <summary>
    /// Whether more or less is better in achievements; more, unless given. <c>kpi-attainment</c> goes by each result's own <see cref="KpiResult.Direction"/>.
    /// </summary>
    public Direction Direction { get; init; }

    /// <summary>The most that the KPI counts for, 1 being 100 % of its target, from 0 to 10; <c>null</c>, no limit, unless given.</summary>
    public decimal? Cap { get; init; }

    /// <summary>
    /// The least that the KPI counts for, from 0 up to <see cref="Cap"/>: what is attained below it counts for it. <c>null</c>, no limit, unless given.
    /// </summary>
    public decimal? Floor { get; init; }

    /// <summary>
    /// The gate of the KPI: what must be attained of it, 1 being 100 % of its target, for any pay at all, from 0 to 10; the ratio itself is enough. Compared
    /// with what was attained, of a mean of months
    /// with the mean of what they counted; else before <see cref="Floor"/> and <see cref="Cap"/>. <c>null</c>, no gate, unless given.
    /// </summary>
    public decimal? PaysFrom { get; init; }
}

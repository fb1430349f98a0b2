namespace AccountRules.Facts;

/// <summary>One KPI of an employee in a period, with its target and what was reached (expectations 3). Immutable; equal by value.</summary>
public sealed record KpiResult : KnownFact
{
    /// <summary>Its files are <c>kpi-results</c>; employee, KPI and period tell it apart.</summary>
    public static FactShape<KpiResult> Shape { get; } = new(k => k.EmployeeId)
    {
        Name = "kpi-results",
        Employee = k => k.EmployeeId,
        Period = k => k.Period,
        Part = k => k.Kpi,
        PartName = "KPI",
        OptionalColumns = [nameof(Direction), nameof(Weight), nameof(TargetShare), nameof(TargetShareOf)],
    };

    /// <summary>The employee's id.</summary>
    public required string EmployeeId { get; init; }

    /// <summary>The KPI's name.</summary>
    public required string Kpi { get; init; }

    /// <summary>The period, most often a month.</summary>
    public required Period Period { get; init; }

    /// <summary>The target, above 0, in the KPI's own unit.</summary>
    public required decimal? Target { get; init; }

    /// <summary>What was reached, in the KPI's own unit.</summary>
    public required decimal? Actual { get; init; }

    /// <summary>Whether more or less is better; more, unless said.</summary>
    public Direction Direction { get; init; }

    /// <summary>The KPI's weight in an achievement, 0 or more; 1 where it is <c>null</c>.</summary>
    public decimal? Weight { get; init; }

    /// <summary>
    /// The share of the target that counts where it is prorated, such as 16 of 31 days: this is the 16, from 1 up to <see cref="TargetShareOf"/>. Both
    /// <c>null</c> is all of it. Give it here instead of dividing the target: actual, target and share are compared as one product, which nothing rounds.
    /// </summary>
    public int? TargetShare { get; init; }

    /// <summary>What <see cref="TargetShare"/> is a part of: the 31 of 16 of 31 days.</summary>
    public int? TargetShareOf { get; init; }
}

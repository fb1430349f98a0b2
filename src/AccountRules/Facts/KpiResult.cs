namespace AccountRules.Facts;

/// <summary>One KPI of an employee in a period, with its target and what was reached (expectations 3). Immutable; equal by value.</summary>
public sealed record KpiResult
{
    /// <summary>Its files are <c>kpi-results</c>; employee, KPI and period tell it apart.</summary>
    public static FactShape<KpiResult> Shape { get; } = new(k => k.EmployeeId)
    {
        Name = "kpi-results",
        Period = k => k.Period,
        Part = k => k.Kpi,
        PartName = "KPI",
        OptionalColumns = [nameof(Direction), nameof(Weight)],
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
}

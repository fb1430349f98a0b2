namespace AccountRules.Facts;

/// <summary>A Performance Improvement Plan of an employee (key-account-manager). Immutable; equal by value.</summary>
public sealed record ImprovementPlan : KnownFact
{
    /// <summary>Its files are <c>improvement-plans</c>; employee and start tell it apart.</summary>
    public static FactShape<ImprovementPlan> Shape { get; } = new(p => p.EmployeeId)
    {
        Name = "improvement-plans",
        Employee = p => p.EmployeeId,
        StartedOn = p => p.StartedOn,
    };

    /// <summary>The employee's id.</summary>
    public required string EmployeeId { get; init; }

    /// <summary>The date on which the plan started.</summary>
    public required DateOnly? StartedOn { get; init; }

    /// <summary>The last day of the plan.</summary>
    public required DateOnly? EndsOn { get; init; }

    /// <summary>The date on which the plan was completed; <c>null</c> before.</summary>
    public DateOnly? CompletedOn { get; init; }

    /// <summary>The target, above 0, set for the plan.</summary>
    public decimal? Target { get; init; }

    /// <summary>What was reached by its completion, in the target's unit.</summary>
    public decimal? Actual { get; init; }
}

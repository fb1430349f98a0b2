namespace AccountRules.Facts;

/// <summary>
/// A row of an employee who has come into a programme by pay periods in its band, one after the other, and of the plan that was started for it: what
/// <c>improvement-plan-start</c> judges. Immutable; equal by value.
/// </summary>
public sealed record PlanStart
{
    /// <summary>Employee, assignment and the last of the periods tell it apart.</summary>
    public static FactShape<PlanStart> Shape { get; } = new(s => s.EmployeeId)
    {
        Employee = s => s.EmployeeId,
        Period = s => s.Period,
        Part = s => s.AssignmentId,
        PartName = "assignment",
    };

    /// <summary>The employee's id.</summary>
    public required string EmployeeId { get; init; }

    /// <summary>The assignment whose pay periods they are, where the employee has several.</summary>
    public string? AssignmentId { get; init; }

    /// <summary>The day after the last of the periods, on which the plan is to be started at the earliest: day 0.</summary>
    public required DateOnly EnteredOn { get; init; }

    /// <summary>The last of the periods.</summary>
    public required Period Period { get; init; }

    /// <summary>The programme; <c>null</c> where it is not known whether one is entered.</summary>
    public string? Programme { get; init; }

    /// <summary>Whether the bands of all periods are known that it hangs on.</summary>
    public required bool IsKnown { get; init; }

    /// <summary>
    /// The day on which a plan was started, by the evaluation date; the day of entry where one was running then. <c>null</c> while there is none.
    /// </summary>
    public DateOnly? StartedOn { get; init; }

    /// <summary>Whether the employee has a plan that does not say when it started, and none that answers.</summary>
    public required bool IsUndated { get; init; }
}

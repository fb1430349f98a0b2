namespace AccountRules.Facts;

/// <summary>
/// A Performance Improvement Plan of an employee, from its start to what became of it (key-account-manager). What lies after an evaluation date has not
/// happened yet; of what happened, the earliest counts that ended the plan. Immutable; equal by value.
/// </summary>
public sealed record ImprovementPlan : KnownFact
{
    /// <summary>Its files are <c>improvement-plans</c>; employee and start tell it apart.</summary>
    public static FactShape<ImprovementPlan> Shape { get; } = new(p => p.EmployeeId)
    {
        Name = "improvement-plans",
        Employee = p => p.EmployeeId,
        StartedOn = p => p.StartedOn,
        OptionalColumns =
        [
            nameof(ExpectedAbove), nameof(ExtendedTo), nameof(ExtendedOn), nameof(WithdrawnOn), nameof(LeftOn), nameof(DecidedOn), nameof(DecidedBy),
            nameof(Decision),
        ],
    };

    /// <summary>The employee's id.</summary>
    public required string EmployeeId { get; init; }

    /// <summary>The date on which the plan started.</summary>
    public required DateOnly? StartedOn { get; init; }

    /// <summary>The last day of the plan, as it was agreed at its start.</summary>
    public required DateOnly? EndsOn { get; init; }

    /// <summary>The date on which the plan was completed; <c>null</c> before.</summary>
    public DateOnly? CompletedOn { get; init; }

    /// <summary>The target, above 0, set for the plan.</summary>
    public decimal? Target { get; init; }

    /// <summary>What was reached by its completion, in the target's unit.</summary>
    public decimal? Actual { get; init; }

    /// <summary>
    /// The achievement, actual to target, that was agreed at the start and must be exceeded at completion, from 0 to 10 (0.35 is 35 %): it counts in the place
    /// of the policy's, whatever that becomes. <c>null</c> where the policy's counts.
    /// </summary>
    [MayBeLeftOut]
    public decimal? ExpectedAbove { get; init; }

    /// <summary>The last day of the plan where it was extended, on <see cref="EndsOn"/> or later; <c>null</c> where it was not.</summary>
    [MayBeLeftOut]
    public DateOnly? ExtendedTo { get; init; }

    /// <summary>
    /// The day on which the extension was agreed, on which it counts already; not before the start. Before it the plan ends on <see cref="EndsOn"/>;
    /// <c>null</c>: the extension counts at all times.
    /// </summary>
    [MayBeLeftOut]
    public DateOnly? ExtendedOn { get; init; }

    /// <summary>The day on which the plan was withdrawn, also before it started; <c>null</c> where it was not.</summary>
    [MayBeLeftOut]
    public DateOnly? WithdrawnOn { get; init; }

    /// <summary>The day on which the employee left the company; <c>null</c> where that is not so, or not known.</summary>
    [MayBeLeftOut]
    public DateOnly? LeftOn { get; init; }

    /// <summary>The day on which it was decided what follows from the termination review; on or after <see cref="CompletedOn"/>.</summary>
    [MayBeLeftOut]
    public DateOnly? DecidedOn { get; init; }

    /// <summary>The name of the person who decided, or is to decide where nothing is decided yet. Without one there is no decision.</summary>
    [MayBeLeftOut]
    public string? DecidedBy { get; init; }

    /// <summary>What was decided; <c>null</c> where nothing is as yet.</summary>
    [MayBeLeftOut]
    public PlanDecision? Decision { get; init; }
}

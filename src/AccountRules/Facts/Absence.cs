namespace AccountRules.Facts;

/// <summary>
/// Days on which an employee was absent and is excused: that there is such a fact says so. A month of which each day is excused counts as neither met nor
/// missed (<see cref="RollUpRule{TFact}.Excusing"/>). Immutable; equal by value.
/// </summary>
public sealed record Absence : KnownFact
{
    /// <summary>Its files are <c>absences</c>; employee and first day tell it apart.</summary>
    public static FactShape<Absence> Shape { get; } = new(a => a.EmployeeId)
    {
        Name = "absences",
        Employee = a => a.EmployeeId,
        StartedOn = a => a.From,
        OptionalColumns = [nameof(Reason)],
    };

    /// <summary>The employee's id.</summary>
    public required string EmployeeId { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>The last day, which is in it.</summary>
    public required DateOnly? Until { get; init; }

    /// <summary>Why, if that is said, such as <c>parental leave</c>; no rule reads it.</summary>
    public string? Reason { get; init; }
}

namespace AccountRules.Facts;

/// <summary>
/// A row of the abilities that an employee has shown by the evaluation date, as levels: what <c>competency</c> judges. Immutable; equal by value.
/// </summary>
public sealed record Competency
{
    /// <summary>The employee's id tells it apart.</summary>
    public static FactShape<Competency> Shape { get; } = new(c => c.EmployeeId) { Employee = c => c.EmployeeId };

    /// <summary>The employee's id.</summary>
    public required string EmployeeId { get; init; }

    /// <summary>How many pieces of evidence there are by then.</summary>
    public required int Evidenced { get; init; }

    /// <summary>The highest level whose abilities, and those of every lower level, are evidenced; 1 is the lowest, 0 is none.</summary>
    public required int Level { get; init; }

    /// <summary>The name of the level after it; <c>null</c> at the highest, and in a query.</summary>
    public string? NextLevel { get; init; }

    /// <summary>The abilities of that level that are not evidenced; <c>null</c> at the highest, and in a query.</summary>
    public string? Missing { get; init; }

    /// <summary>The abilities that are evidenced, and that no level lists; <c>null</c> where there are none, and in a query.</summary>
    public string? Unlisted { get; init; }
}

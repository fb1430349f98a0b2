namespace AccountRules.Facts;

/// <summary>The role that an employee has, and since when (duties, Career Path). Immutable; equal by value.</summary>
public sealed record Employment : KnownFact
{
    /// <summary>Its files are <c>employments</c>; the employee's id tells it apart, since an employee has one role at a time.</summary>
    public static FactShape<Employment> Shape { get; } = new(e => e.EmployeeId)
    {
        Name = "employments",
        Employee = e => e.EmployeeId,
        OptionalColumns = [nameof(Role)],
    };

    /// <summary>The employee's id.</summary>
    public required string EmployeeId { get; init; }

    /// <summary>The role, such as <c>Account Manager</c>; <c>null</c> where it is not known.</summary>
    public string? Role { get; init; }

    /// <summary>The date since which the employee has had the role.</summary>
    public required DateOnly? RoleSince { get; init; }
}

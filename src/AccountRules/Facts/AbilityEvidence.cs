namespace AccountRules.Facts;

/// <summary>That an employee has shown an ability (competency). Immutable; equal by value.</summary>
public sealed record AbilityEvidence : KnownFact
{
    /// <summary>Its files are <c>ability-evidence</c>; employee, ability and day tell it apart.</summary>
    public static FactShape<AbilityEvidence> Shape { get; } = new(e => e.EmployeeId)
    {
        Name = "ability-evidence",
        Employee = e => e.EmployeeId,
        Part = e => e.Ability,
        PartName = "Ability",
        StartedOn = e => e.EvidencedOn,
    };

    /// <summary>The employee's id.</summary>
    public required string EmployeeId { get; init; }

    /// <summary>The ability, as a level of the policy lists it.</summary>
    public required string Ability { get; init; }

    /// <summary>The day on which it was shown; before it, it is not known.</summary>
    public required DateOnly EvidencedOn { get; init; }
}

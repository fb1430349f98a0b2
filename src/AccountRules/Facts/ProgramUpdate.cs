namespace AccountRules.Facts;

/// <summary>A programme update or task that an account is to acknowledge and to implement (expectations 2). Immutable; equal by value.</summary>
public sealed record ProgramUpdate : KnownFact
{
    /// <summary>Its files are <c>program-updates</c>; the update's id tells it apart.</summary>
    public static FactShape<ProgramUpdate> Shape { get; } = new(u => u.UpdateId)
    {
        Name = "program-updates",
        Account = u => u.AccountId,
        Pauses = u => u.Pauses,
        Calendar = u => u.Calendar,
        OptionalColumns = [nameof(AcknowledgeBy), nameof(ImplementBy), nameof(Pauses), nameof(Calendar)],
    };

    /// <summary>The update's id.</summary>
    public required string UpdateId { get; init; }

    /// <summary>The account that it concerns.</summary>
    public string? AccountId { get; init; }

    /// <summary>The date on which it was issued; before it the rules do not apply. An update that lacks it and has a due date of its own has begun.</summary>
    public required DateOnly? IssuedOn { get; init; }

    /// <summary>The last day on which acknowledging it is in time; <c>null</c> where the policy's days from its issue prescribe it.</summary>
    public DateOnly? AcknowledgeBy { get; init; }

    /// <summary>The date on which it was acknowledged; <c>null</c> while it was not.</summary>
    public DateOnly? AcknowledgedOn { get; init; }

    /// <summary>The last day on which implementing it is in time; <c>null</c> where the policy's days from its issue prescribe it.</summary>
    public DateOnly? ImplementBy { get; init; }

    /// <summary>The date on which it was implemented; <c>null</c> while it was not.</summary>
    public DateOnly? ImplementedOn { get; init; }

    /// <summary>The days on which its deadlines stood still; none unless given.</summary>
    public Pauses? Pauses { get; init; }

    /// <summary>The calendar of the policy by which its working days are counted; <c>null</c> for the rule's own.</summary>
    public string? Calendar { get; init; }
}

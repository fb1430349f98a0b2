namespace AccountRules.Facts;

/// <summary>An interaction with a client, such as a call or a meeting (expectations 1). Immutable; equal by value.</summary>
public sealed record Interaction : KnownFact
{
    /// <summary>Its files are <c>interactions</c>; the interaction's id tells it apart.</summary>
    public static FactShape<Interaction> Shape { get; } = new(i => i.InteractionId)
    {
        Name = "interactions",
        Account = i => i.AccountId,
        Pauses = i => i.Pauses,
        Calendar = i => i.Calendar,
        OptionalColumns = [nameof(Pauses), nameof(Calendar)],
    };

    /// <summary>The interaction's id.</summary>
    public required string InteractionId { get; init; }

    /// <summary>The account that it was with.</summary>
    public string? AccountId { get; init; }

    /// <summary>The date on which it was held, day 0.</summary>
    public required DateOnly? HeldOn { get; init; }

    /// <summary>The date on which it was documented; <c>null</c> while it was not.</summary>
    public DateOnly? DocumentedOn { get; init; }

    /// <summary>The days on which its deadlines stood still; none unless given.</summary>
    public Pauses? Pauses { get; init; }

    /// <summary>The calendar of the policy by which its working days are counted; <c>null</c> for the rule's own.</summary>
    public string? Calendar { get; init; }
}

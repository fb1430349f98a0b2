namespace AccountRules.Facts;

/// <summary>An interaction with a client, such as a call or a meeting (expectations 1). Immutable; equal by value.</summary>
public sealed record Interaction
{
    /// <summary>Its files are <c>interactions</c>; the interaction's id tells it apart.</summary>
    public static FactShape<Interaction> Shape { get; } = new(i => i.InteractionId) { Name = "interactions", Account = i => i.AccountId };

    /// <summary>The interaction's id.</summary>
    public required string InteractionId { get; init; }

    /// <summary>The account that it was with.</summary>
    public string? AccountId { get; init; }

    /// <summary>The date on which it was held, day 0.</summary>
    public required DateOnly? HeldOn { get; init; }

    /// <summary>The date on which it was documented; <c>null</c> while it was not.</summary>
    public DateOnly? DocumentedOn { get; init; }
}

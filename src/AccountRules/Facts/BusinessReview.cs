namespace AccountRules.Facts;

/// <summary>A business review held with a client (key-account-manager). Immutable; equal by value.</summary>
public sealed record BusinessReview : KnownFact
{
    /// <summary>Its files are <c>business-reviews</c>; account and day tell it apart.</summary>
    public static FactShape<BusinessReview> Shape { get; } = new(r => r.AccountId)
    {
        Name = "business-reviews",
        Account = r => r.AccountId,
        StartedOn = r => r.HeldOn,
    };

    /// <summary>The account that it was held with.</summary>
    public required string AccountId { get; init; }

    /// <summary>The day on which it was held.</summary>
    public required DateOnly HeldOn { get; init; }
}

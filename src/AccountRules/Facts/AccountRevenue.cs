namespace AccountRules.Facts;

/// <summary>The revenue of an account in a period (key-account-manager, KPIs). Immutable; equal by value.</summary>
public sealed record AccountRevenue
{
    /// <summary>The account's id.</summary>
    public required string AccountId { get; init; }

    /// <summary>The period; periods of one kind are compared with each other.</summary>
    public required Period Period { get; init; }

    /// <summary>The revenue in the period, in the host's currency.</summary>
    public required decimal? Revenue { get; init; }
}

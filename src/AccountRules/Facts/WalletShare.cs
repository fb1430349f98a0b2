namespace AccountRules.Facts;

/// <summary>What a client spends in a period, and how much of it with us (key-account-manager). Immutable; equal by value.</summary>
public sealed record WalletShare : KnownFact
{
    /// <summary>Its files are <c>wallet-shares</c>; account and period tell it apart.</summary>
    public static FactShape<WalletShare> Shape { get; } = new(w => w.AccountId) { Name = "wallet-shares", Account = w => w.AccountId, Period = w => w.Period };

    /// <summary>The account's id.</summary>
    public required string AccountId { get; init; }

    /// <summary>The period; periods of one kind are compared with each other.</summary>
    public required Period Period { get; init; }

    /// <summary>Our revenue from the client in the period, in the currency of <see cref="ClientSpend"/>.</summary>
    public required decimal? OurRevenue { get; init; }

    /// <summary>What the client spends on all that we could sell, ours included; above 0.</summary>
    public required decimal? ClientSpend { get; init; }
}

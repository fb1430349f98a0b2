namespace AccountRules.Facts;

/// <summary>What a client spends in a period, and how much of it with us (key-account-manager). Immutable; equal by value.</summary>
public sealed record WalletShare : KnownFact
{
    /// <summary>Its files are <c>wallet-shares</c>; account and period tell it apart.</summary>
    public static FactShape<WalletShare> Shape { get; } = new(w => w.AccountId)
    {
        Name = "wallet-shares",
        Account = w => w.AccountId,
        Period = w => w.Period,
        Currency = w => w.Currency,
        OptionalColumns = [nameof(Currency)],
    };

    /// <summary>The account's id.</summary>
    public required string AccountId { get; init; }

    /// <summary>The period; periods of one kind are compared with each other.</summary>
    public required Period Period { get; init; }

    /// <summary>Our revenue from the client in the period, in <see cref="Currency"/>.</summary>
    public required decimal? OurRevenue { get; init; }

    /// <summary>What the client spends on all that we could sell, ours included, in <see cref="Currency"/>; above 0.</summary>
    public required decimal? ClientSpend { get; init; }

    /// <summary>The currency of both amounts, such as <c>EUR</c>, compared letter by letter; <c>null</c> where none is named.</summary>
    [MayBeLeftOut]
    public string? Currency { get; init; }
}

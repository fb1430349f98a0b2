namespace AccountRules.Facts;

/// <summary>The revenue of an account in a period (key-account-manager, KPIs). Immutable; equal by value.</summary>
public sealed record AccountRevenue : KnownFact
{
    /// <summary>Its files are <c>account-revenue</c>; account and period tell it apart.</summary>
    public static FactShape<AccountRevenue> Shape { get; } = new(r => r.AccountId)
    {
        Name = "account-revenue",
        Account = r => r.AccountId,
        Period = r => r.Period,
        Currency = r => r.Currency,
        OptionalColumns = [nameof(Deals), nameof(Currency)],
    };

    /// <summary>The account's id.</summary>
    public required string AccountId { get; init; }

    /// <summary>The period; periods of one kind are compared with each other.</summary>
    public required Period Period { get; init; }

    /// <summary>The revenue in the period, in <see cref="Currency"/>.</summary>
    public required decimal? Revenue { get; init; }

    /// <summary>How many deals made the revenue; <c>null</c> where that is not known.</summary>
    public int? Deals { get; init; }

    /// <summary>The currency of <see cref="Revenue"/>, such as <c>EUR</c>, compared letter by letter; <c>null</c> where none is named.</summary>
    [MayBeLeftOut]
    public string? Currency { get; init; }
}

namespace AccountRules.Facts;

/// <summary>
/// A row of what an account has in a period beside what it had in the period before, such as its revenue: what a rule on growth judges. Immutable; equal by
/// value.
/// </summary>
public sealed record Growth
{
    /// <summary>Account and period tell it apart.</summary>
    public static FactShape<Growth> Shape { get; } = new(g => g.AccountId)
    {
        Account = g => g.AccountId,
        Period = g => g.Period,
        Currency = g => g.Currency,
        OtherCurrency = g => g.CurrencyBefore,
    };

    /// <summary>The account's id; empty for facts that are of no account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The period that is compared with the one before.</summary>
    public required Period Period { get; init; }

    /// <summary>What there is in the period: a revenue, or a sum of scores; <c>null</c> where it is not known.</summary>
    public decimal? Part { get; init; }

    /// <summary>
    /// By what <see cref="Part"/> is divided: the deals of a revenue, the client's spend, the number of scores; <c>null</c> where it is not known, or nothing
    /// is divided.
    /// </summary>
    public decimal? Whole { get; init; }

    /// <summary>Whether there is anything of the period before.</summary>
    public required bool HasBefore { get; init; }

    /// <summary>What there was in the period before, as <see cref="Part"/> is in this one.</summary>
    public decimal? PartBefore { get; init; }

    /// <summary>By what <see cref="PartBefore"/> is divided, as <see cref="Whole"/> is in this one.</summary>
    public decimal? WholeBefore { get; init; }

    /// <summary>The currency of the amounts of this period; <c>null</c> where none is named, or they are no money.</summary>
    [MayBeLeftOut]
    public string? Currency { get; init; }

    /// <summary>That of the amounts of the period before; where nothing is of one of the two periods, both are that of the other.</summary>
    [MayBeLeftOut]
    public string? CurrencyBefore { get; init; }
}

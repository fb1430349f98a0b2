namespace AccountRules.Facts;

/// <summary>A row of what an account has made over all its periods: what <c>lifetime-value</c> judges. Immutable; equal by value.</summary>
public sealed record LifetimeValue
{
    /// <summary>The account tells it apart.</summary>
    public static FactShape<LifetimeValue> Shape { get; } = new(v => v.AccountId)
    {
        Account = v => v.AccountId,
        Currency = v => v.Currency,
        OtherCurrency = v => v.LastCurrency,
    };

    /// <summary>The account's id.</summary>
    public required string AccountId { get; init; }

    /// <summary>How many periods with a row have begun.</summary>
    public required int Periods { get; init; }

    /// <summary>How many of them say no revenue, so that the sum is not known; <c>null</c> where all say one.</summary>
    public int? Missing { get; init; }

    /// <summary>Whether some of them share days, such as a month and its year, so that revenue may be there twice.</summary>
    public bool Overlap { get; init; }

    /// <summary>The last period that has begun and not ended: it counts as it stands; <c>null</c> where all have ended, and in rows of a query.</summary>
    public Period? Running { get; init; }

    /// <summary>The sum of the revenues; <c>null</c> where it is not known, larger than any decimal, or they are in several currencies.</summary>
    public decimal? Sum { get; init; }

    /// <summary>
    /// The place among all accounts with sums in <see cref="Currency"/>, 1 being the largest sum; accounts of the same sum share one, and the next has as many
    /// more as there are. <c>null</c> where the sum of any account is not known, and where not all accounts are at hand, as in a monitor, on an agenda or in a
    /// query.
    /// </summary>
    public int? Rank { get; init; }

    /// <summary>How many accounts are ranked; <c>null</c> where there is no rank.</summary>
    public int? Accounts { get; init; }

    /// <summary>The part of the total of all those accounts, 1 being all of it; <c>null</c> where there is no rank, and where the total is 0 or less.</summary>
    public decimal? Share { get; init; }

    /// <summary>How many accounts there are whose sums are not known, so that no account has a rank or share; <c>null</c> for none.</summary>
    public int? Unknown { get; init; }

    /// <summary>The currency of the revenues, of several the first in ordinal order; <c>null</c> where none of them names one.</summary>
    [MayBeLeftOut]
    public string? Currency { get; init; }

    /// <summary>
    /// Of several currencies the last in ordinal order, and <c>null</c> where some revenue names none: it is <see cref="Currency"/> where all are of one.
    /// </summary>
    [MayBeLeftOut]
    public string? LastCurrency { get; init; }
}

namespace AccountRules;

/// <summary>
/// What is open of facts that are about money, such as invoices, in one band of their rule and one currency: debts by age. Immutable; equal by value.
/// </summary>
public sealed record DebtBand
{
    /// <summary>The band of the rule, such as <c>Days31To60</c>; what is not late yet is in the first.</summary>
    public required string Band { get; init; }

    /// <summary>The currency of their amounts; <c>null</c> where they name none.</summary>
    public string? Currency { get; init; }

    /// <summary>How many facts are open in it.</summary>
    public required long Count { get; init; }

    /// <summary>The sum of their amounts, of those that have one; <c>null</c> where no decimal holds it.</summary>
    public required decimal? Amount { get; init; }

    /// <summary>How many of them have no amount, and so are not in the sum.</summary>
    public required long WithoutAmount { get; init; }
}

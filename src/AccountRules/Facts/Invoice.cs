namespace AccountRules.Facts;

/// <summary>A bill that an account is to pay (responsibilities, payment of bills). Immutable; equal by value.</summary>
public sealed record Invoice : KnownFact
{
    /// <summary>Its files are <c>invoices</c>; the invoice's id tells it apart.</summary>
    public static FactShape<Invoice> Shape { get; } = new(i => i.InvoiceId)
    {
        Name = "invoices",
        Account = i => i.AccountId,
        Amount = i => i.Amount,
        Currency = i => i.Currency,
        Pauses = i => i.Pauses,
        Calendar = i => i.Calendar,
        OptionalColumns = [nameof(IssuedOn), nameof(Amount), nameof(Pauses), nameof(Calendar), nameof(Currency)],
    };

    /// <summary>The invoice's id.</summary>
    public required string InvoiceId { get; init; }

    /// <summary>The account that is to pay it.</summary>
    public string? AccountId { get; init; }

    /// <summary>The last day on which paying it is in time.</summary>
    public required DateOnly? DueOn { get; init; }

    /// <summary>The date on which it was paid; <c>null</c> while it is open.</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>The date on which it was issued; before it the rule does not apply. <c>null</c> where it is not known.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The amount to pay, in <see cref="Currency"/>.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The days on which its deadlines stood still; none unless given.</summary>
    public Pauses? Pauses { get; init; }

    /// <summary>The calendar of the policy by which its working days are counted; <c>null</c> for the rule's own.</summary>
    public string? Calendar { get; init; }

    /// <summary>The currency of <see cref="Amount"/>, such as <c>EUR</c>, compared letter by letter; <c>null</c> where none is named.</summary>
    [MayBeLeftOut]
    public string? Currency { get; init; }
}

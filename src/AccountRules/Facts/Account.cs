namespace AccountRules.Facts;

/// <summary>An account, who manages it, and from when to when it is one (duties; key-account-manager). Immutable; equal by value.</summary>
public sealed record Account : KnownFact
{
    /// <summary>Its files are <c>accounts</c>; the account's id tells it apart.</summary>
    public static FactShape<Account> Shape { get; } = new(a => a.AccountId)
    {
        Name = "accounts",
        Account = a => a.AccountId,
        OptionalColumns = [nameof(ManagerId), nameof(Tier), nameof(EndedOn)],
    };

    /// <summary>The account's id.</summary>
    public required string AccountId { get; init; }

    /// <summary>The employee who manages it; <c>null</c> where nobody does.</summary>
    public string? ManagerId { get; init; }

    /// <summary>The tier that it is of, such as <c>gold</c>; <c>null</c> where it is of none.</summary>
    public string? Tier { get; init; }

    /// <summary>The first day on which it is an account.</summary>
    public required DateOnly? StartedOn { get; init; }

    /// <summary>The last day on which it is one; <c>null</c> while it goes on.</summary>
    public DateOnly? EndedOn { get; init; }
}

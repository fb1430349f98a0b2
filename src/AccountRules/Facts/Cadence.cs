namespace AccountRules.Facts;

/// <summary>
/// A row of an account and the newest of what it gets again and again, such as progress updates: what a rule on a cadence judges. Immutable; equal by value.
/// </summary>
public sealed record Cadence
{
    /// <summary>The account's id tells it apart.</summary>
    public static FactShape<Cadence> Shape { get; } = new(c => c.AccountId) { Account = c => c.AccountId };

    /// <summary>The account's id.</summary>
    public required string AccountId { get; init; }

    /// <summary>The employee who manages the account; <c>null</c> where nobody does.</summary>
    public string? ManagerId { get; init; }

    /// <summary>The account's tier; <c>null</c> where it is of none.</summary>
    public string? Tier { get; init; }

    /// <summary>Whether the account is in the list of accounts.</summary>
    public required bool IsListed { get; init; }

    /// <summary>The first day of the account; days are counted from it while there is nothing newer.</summary>
    public DateOnly? StartedOn { get; init; }

    /// <summary>The last day of the account; after it the rule does not apply. <c>null</c> while it goes on.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>The day of the newest by the evaluation date; <c>null</c> while there is none.</summary>
    public DateOnly? NewestOn { get; init; }
}

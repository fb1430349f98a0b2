namespace AccountRules.Facts;

/// <summary>
/// A row of an account's protocol runs that were due in a quarter, and those of them that were on time: what <c>bcp-consistency</c> judges. Immutable; equal by
/// value.
/// </summary>
public sealed record Consistency
{
    /// <summary>Account and quarter tell it apart.</summary>
    public static FactShape<Consistency> Shape { get; } = new(c => c.AccountId) { Account = c => c.AccountId, Period = c => c.Quarter };

    /// <summary>The account's id; empty for runs that say none.</summary>
    public required string AccountId { get; init; }

    /// <summary>The quarter in which the runs are due.</summary>
    public required Period Quarter { get; init; }

    /// <summary>How many runs were due by the evaluation date; one that is due on it and open is not counted yet.</summary>
    public required int Due { get; init; }

    /// <summary>How many of them were completed on or before their due date.</summary>
    public required int OnTime { get; init; }

    /// <summary>How many runs of the account have no due date, so that no quarter of it can be told; <c>null</c> where all have one.</summary>
    public int? Undated { get; init; }
}

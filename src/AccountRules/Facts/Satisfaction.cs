namespace AccountRules.Facts;

/// <summary>A row of the scores that an account gave in a period: what <c>satisfaction</c> judges. Immutable; equal by value.</summary>
public sealed record Satisfaction
{
    /// <summary>Account and period tell it apart.</summary>
    public static FactShape<Satisfaction> Shape { get; } = new(s => s.AccountId) { Account = s => s.AccountId, Period = s => s.Period };

    /// <summary>The account's id; empty for responses that are of none.</summary>
    public required string AccountId { get; init; }

    /// <summary>The period.</summary>
    public required Period Period { get; init; }

    /// <summary>How many responses have a score.</summary>
    public required int Responses { get; init; }

    /// <summary>The sum of their scores; <c>null</c> where it is withheld, since they are too few to stay anonymous.</summary>
    public decimal? Sum { get; init; }
}

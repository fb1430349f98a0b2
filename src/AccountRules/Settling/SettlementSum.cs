namespace AccountRules;

/// <summary>The amounts of some lines, exact. Immutable; equal by value.</summary>
/// <param name="Lines">How many lines there are, also of rules that do not pay.</param>
/// <param name="Settled">What was settled before.</param>
/// <param name="Difference">The differences.</param>
/// <param name="Now">What is settled now: <paramref name="Settled"/> and <paramref name="Difference"/> together.</param>
public sealed record SettlementSum(int Lines, decimal Settled, decimal Difference, decimal Now);

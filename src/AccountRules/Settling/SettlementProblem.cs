namespace AccountRules;

/// <summary>One reason why a ledger, or the facts of a run, cannot be settled. Immutable; equal by value.</summary>
/// <param name="Line">Which line of the ledger, from 1; <c>null</c> where it is about the facts of now.</param>
/// <param name="Message">What was found, and how to mend it.</param>
public sealed record SettlementProblem(int? Line, string Message)
{
    /// <summary>The problem in one line.</summary>
    public override string ToString() => Line is { } line ? $"line {line}: {Message}" : Message;
}

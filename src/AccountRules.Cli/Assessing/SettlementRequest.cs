namespace AccountRules.Cli.Assessing;

/// <summary>What the user asks to settle.</summary>
/// <param name="Policy">The policy to assess by.</param>
/// <param name="AsOf">The evaluation date, which is the day of the run too.</param>
/// <param name="Rules">The ids of the rules to settle by; one at the least.</param>
/// <param name="Periods">The periods to settle; all where there are none.</param>
/// <param name="Currency">The currency to settle; <c>null</c> for the one that there is.</param>
internal sealed record SettlementRequest(
    Policy Policy, DateOnly AsOf, IReadOnlySet<string> Rules, IReadOnlyList<Period> Periods, string? Currency = null)
{
    /// <summary>What the run is of.</summary>
    /// <param name="unreadable">The rows that could not be read.</param>
    public SettlementScope Scope(IReadOnlyList<UnreadableFact> unreadable) =>
        new() { Rules = [.. Rules], Periods = Periods.Count > 0 ? Periods : null, Unreadable = unreadable, Currency = Currency };
}

namespace AccountRules;

/// <summary>How many facts went from one outcome to another. Immutable; equal by value.</summary>
/// <param name="From">The outcome under the old policy, such as <c>Full, 100 %</c>.</param>
/// <param name="To">The outcome under the new policy.</param>
/// <param name="Count">How many facts; of a roll-up groups, of a track rows.</param>
public sealed record ImpactTransition(string From, string To, long Count)
{
    /// <summary>What they are paid more under the new policy, exact; negative where less. 0 for rules that pay nothing.</summary>
    public decimal Difference { get; init; }
}

namespace AccountRules;

/// <summary>What a change of policy does to pay. Immutable.</summary>
/// <param name="Old">What is paid under the old policy, each payable amount rounded as it would be paid.</param>
/// <param name="New">What is paid under the new policy.</param>
/// <param name="ByClause">
/// The difference by the clauses that changed. Where several act on one fact each gets the mean of what it adds over all orders in which the changes can be
/// made one after the other, each step being a policy that can be used (the Shapley value): no clause is favoured by its place.
/// </param>
/// <param name="Classes">How many facts gain and lose, by <see cref="PayClass"/>.</param>
public sealed record PayImpact(decimal Old, decimal New, IReadOnlyList<ClauseImpact> ByClause, IReadOnlyList<long> Classes)
{
    /// <summary>What is paid more under the new policy; negative where less.</summary>
    public decimal Difference => New - Old;
}

using AccountRules.Changes;

namespace AccountRules;

/// <summary>The ledger of a policy's boundaries: every cut of every rule, a host's own included. Safe for use by many threads.</summary>
public static class PolicyBoundaries
{
    /// <summary>
    /// The boundaries at which an outcome changes, in the order of the rules. What keeps a fact from being measured, such as a target of 0, is none.
    /// </summary>
    /// <param name="policy">The policy.</param>
    public static IReadOnlyList<PolicyBoundary> Of(Policy policy)
    {
        Policy.CheckIsSingle(policy, "A list of boundaries");
        return [.. policy.Rules.SelectMany(rule => rule.Accept(new BoundaryFinder()))];
    }
}

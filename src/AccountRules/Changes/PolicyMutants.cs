using AccountRules.Changes;

namespace AccountRules;

/// <summary>
/// Mutants of a policy: the same with one small mistake in its terms. Tests of the policy are good where each mutant makes one of them fail. They are made from
/// the tables of the terms, a host's own included. Safe for use by many threads.
/// </summary>
public static class PolicyMutants
{
    /// <summary>
    /// The mutants, in the order of the document, each another policy that can be used. Names and the version are as they are; what is not set stays so. A
    /// number that cannot change alone, such as a weight, changes with its neighbour's.
    /// </summary>
    /// <param name="policy">The policy.</param>
    public static IReadOnlyList<PolicyMutant> Of(Policy policy)
    {
        Policy.CheckIsSingle(policy, "A mutant");
        return new Mutations(policy).All();
    }
}

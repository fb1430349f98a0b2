namespace AccountRules.Testing;

/// <summary>
/// The cases beside a policy's edges as theory data: <c>[MemberData]</c> of xunit 2 and 3, <c>TestCaseSource</c> of NUnit and <c>DynamicData</c> of MSTest take
/// them. Each row is the rule's id, which facts, what is measured, the value in its unit (1 being 100 %), and the outcome that the policy states. Safe for use
/// by many threads.
/// </summary>
/// <remarks>
/// Cases that are made of the policy show that code around it keeps to it, such as a query or a mapping. They cannot show that its numbers are right: for that,
/// review the rows once and keep them in the test as literals, as <c>accountrules policy boundaries --format xunit</c> writes them.
/// </remarks>
public static class PolicyCases
{
    /// <summary>The rows of a rule: just below, at and just above each of its edges.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="ruleId">The rule's id, such as <c>performance-pay</c>.</param>
    /// <exception cref="ArgumentException">The policy has no such rule.</exception>
    public static IEnumerable<object[]> Of(Policy policy, string ruleId)
    {
        ArgumentNullException.ThrowIfNull(policy);
        if (policy.Rules.All(r => r.Id != ruleId))
            throw new ArgumentException($"The policy has no rule `{ruleId}`; it has {string.Join(", ", policy.Rules.Select(r => r.Id))}.", nameof(ruleId));

        return [
            .. from boundary in PolicyBoundaries.Of(policy)
               where boundary.Rule.Id == ruleId
               from one in boundary.Cases
               select new object[] { ruleId, boundary.Where, boundary.Measure, one.Value, one.Expected },
        ];
    }
}

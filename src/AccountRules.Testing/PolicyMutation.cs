using System.Diagnostics;

namespace AccountRules.Testing;

/// <summary>
/// Mutation of a policy: runs a host's checks on every mutant of its policy (<see cref="PolicyMutants"/>), each of which should make one of them fail. What no
/// check notices is told in the policy's words. Safe for use by many threads; the checks are run one after the other.
/// </summary>
/// <example>
/// <code>
/// PolicyMutation.Run(policy, TestMethods.Of(typeof(PayTests), typeof(OrderTests))).AtLeast(0.95m);
/// </code>
/// </example>
public static class PolicyMutation
{
    /// <summary>Runs the checks on the policy itself, where they must pass, and then on every mutant until one fails.</summary>
    /// <remarks>
    /// A check is run only on mutants that change an outcome of a rule which it asked for on the policy itself: quick checks first, and none after the one that
    /// notices. A check that asks for the policy and for no rule, but reads its terms, is run on every mutant; one that does not ask for the policy on none.
    /// </remarks>
    /// <param name="policy">The policy.</param>
    /// <param name="checks">The checks: of a host's test classes those of <see cref="TestMethods"/>.</param>
    /// <param name="ruleIds">The rules whose mutants are tried, such as those that a change of policy is about; all unless given.</param>
    /// <exception cref="PolicyAssertException">A check fails on the policy itself, or there is none; the message names them.</exception>
    /// <exception cref="ArgumentException">The policy has no such rule.</exception>
    public static PolicyMutationResult Run(Policy policy, IEnumerable<PolicyCheck> checks, params IEnumerable<string> ruleIds)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(checks);
        ArgumentNullException.ThrowIfNull(ruleIds);
        if (ruleIds.Except(policy.Rules.Select(r => r.Id), StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"The policy has no rule `{unknown}`; it has {string.Join(", ", policy.Rules.Select(r => r.Id))}.", nameof(ruleIds));

        if (PolicyUnderTest.Now is not null)
            throw new NestedRunException();

        var start = Stopwatch.GetTimestamp();
        var coverage = new PolicyCoverage(policy);
        var baseline = Baseline.Of(policy, [.. checks], coverage);
        var mutants = PolicyMutants.Of(policy).Where(m => !ruleIds.Any() || m.RuleIds.Intersect(ruleIds, StringComparer.Ordinal).Any());
        MutantResult[] results = [.. mutants.Select(mutant => Result(mutant, baseline.Checks))];
        return new(policy, results, baseline, coverage, Stopwatch.GetElapsedTime(start));
    }

    private static MutantResult Result(PolicyMutant mutant, IReadOnlyList<TouchingCheck> checks)
    {
        if (mutant.IsEquivalent)
            return new(mutant, MutantFate.Equivalent, null, 0);

        var (run, ids) = (0, mutant.RuleIds);
        foreach (var check in checks.Where(c => c.Touches(ids)))
        {
            run++;
            if (check.Notices(mutant.Policy))
                return new(mutant, MutantFate.Killed, check.Check.Name, run);
        }

        return new(mutant, MutantFate.Survived, null, run);
    }
}

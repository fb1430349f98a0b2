using AccountRules.Changes;

namespace AccountRules;

/// <summary>A policy with one small mistake in its terms, and what that changes. Immutable and safe for use by many threads.</summary>
public sealed class PolicyMutant
{
    private readonly Policy original;

    internal PolicyMutant(Policy original, Policy policy, MutationKind kind, TermChange change) =>
        (this.original, Policy, Kind, Change) = (original, policy, kind, change);

    /// <summary>The mutant as a policy, of the same name and version.</summary>
    public Policy Policy { get; }

    /// <summary>What it does.</summary>
    public MutationKind Kind { get; }

    /// <summary>The term that it changes. A side that the terms do not state is moved by the least that a decimal holds.</summary>
    public TermChange Change { get; }

    /// <summary>The ids of the rules by which some fact has another outcome, by <see cref="PolicyDiff"/>; found when first asked for.</summary>
    public IReadOnlyList<string> RuleIds => field ??= [
        .. original.Terms.Rules.Where(d => original.RuleOf(d).Accept(new RuleDiffer(Policy.RuleOf(d))).Count > 0).Select(d => d.Id),
    ];

    /// <summary>
    /// Whether no fact has another outcome, so that no test could notice. Of a term that is no rule's own, such as a weight of an achievement, that is never
    /// said.
    /// </summary>
    public bool IsEquivalent => IsOfRule && RuleIds.Count == 0;

    /// <summary>Whether the term is a rule's own.</summary>
    internal bool IsOfRule => Change.Section is null || original.Terms.Rules.Any(d => d.Section == Change.Section);

    /// <summary>The change in one line: <c>performancePay.bands[Full].above 0.8 -> 0.7999</c>.</summary>
    public override string ToString() => $"{Change.Path} {Change.Old} -> {Change.New}";
}

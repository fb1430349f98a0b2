namespace AccountRules.Changes;

/// <summary>
/// The clauses that changed and concern a rule, with the policy of each subset of them: what is attributed to a clause is what it adds to those before it, over
/// all orders in which they can be made.
/// </summary>
internal sealed class Clauses
{
    /// <summary>More policies than these many clauses make are not tried on each fact: the clauses of an item, then of a section, are then one.</summary>
    private const int Most = 8;

    private Clauses(IReadOnlyList<string> names, Policy?[] policies) => (Names, Policies) = (names, policies);

    /// <summary>The clauses, by their paths.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The policy of each subset, a bit for each clause that is changed in it; <c>null</c> where it cannot be used.</summary>
    public Policy?[] Policies { get; }

    public static Clauses Of(PolicyDiff diff, string ruleId)
    {
        var own = diff.Old.Terms.Rules.First(d => d.Id == ruleId).Section;
        var changes = diff.Terms.Where(t => t.Section == own || Concerns(diff, t, ruleId)).Select(t => (Name: t.Path, t.Apply)).ToList();
        changes = Fewer(changes, path => path[..(path.IndexOf(']', StringComparison.Ordinal) + 1)]);
        changes = Fewer(changes, path => path[..path.IndexOf('.', StringComparison.Ordinal)]);
        var clauses = Of(diff, changes);
        return Ways(clauses.Policies, changes.Count)[^1] > 0 ? clauses : Of(diff, [Joined(changes)]);
    }

    /// <summary>How often each step from a subset to one with a clause more is made, over all orders in which every step can be used.</summary>
    public static System.Numerics.BigInteger[] Ways(Policy?[] policies, int count)
    {
        var ways = new System.Numerics.BigInteger[policies.Length];
        ways[0] = 1;
        for (var subset = 1; subset < ways.Length; subset++)
        {
            for (var i = 0; i < count && policies[subset] is not null; i++)
            {
                if ((subset & (1 << i)) != 0)
                    ways[subset] += ways[subset ^ (1 << i)];
            }
        }

        return ways;
    }

    private static Clauses Of(PolicyDiff diff, List<(string Name, Func<PolicyTerms, PolicyTerms> Apply)> changes)
    {
        var policies = new Policy?[1 << changes.Count];
        (policies[0], policies[^1]) = (diff.Old, diff.New);

        // Terms that do not concern the rule change nothing of it, and may be what makes the others fit together.
        var others = diff.Terms.Where(
            t => !changes.Any(c => c.Name.Contains(t.Path, StringComparison.Ordinal) || t.Path.StartsWith(c.Name, StringComparison.Ordinal)))
            .Aggregate(diff.Old.Terms, (terms, change) => change.Apply(terms));
        for (var subset = 1; subset < policies.Length - 1; subset++)
        {
            Policy? With(PolicyTerms terms) => Made(changes.Where((_, i) => (subset & (1 << i)) != 0).Aggregate(terms, (all, change) => change.Apply(all)));
            policies[subset] = With(diff.Old.Terms) ?? With(others);
        }

        return new([.. changes.Select(c => c.Name)], policies);
    }

    private static List<(string Name, Func<PolicyTerms, PolicyTerms> Apply)> Fewer(
        List<(string Name, Func<PolicyTerms, PolicyTerms> Apply)> changes, Func<string, string> groupOf) =>
        changes.Count <= Most ? changes
            : [.. changes.GroupBy(c => groupOf(c.Name) is { Length: > 0 } group ? group : c.Name, StringComparer.Ordinal)
                .Select(g => g.Count() == 1 ? g.First() : (g.Key, Joined(g).Apply))];

    private static (string Name, Func<PolicyTerms, PolicyTerms> Apply) Joined(IEnumerable<(string Name, Func<PolicyTerms, PolicyTerms> Apply)> changes) =>
        (string.Join(" + ", changes.Select(c => c.Name)), terms => changes.Aggregate(terms, (all, change) => change.Apply(all)));

    /// <summary>Whether a term of another section concerns the rule: made alone, it changes an outcome.</summary>
    private static bool Concerns(PolicyDiff diff, TermChange change, string ruleId) => Made(change.Apply(diff.Old.Terms)) is { } made
        && diff.Old.RuleOf(ruleId)!.Accept(new RuleDiffer(made.RuleOf(ruleId)!)).Count > 0;

    private static Policy? Made(PolicyTerms terms)
    {
        try
        {
            return new(terms);
        }
        catch (PolicyException)
        {
            return null;
        }
    }
}

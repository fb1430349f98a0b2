namespace AccountRules;

/// <summary>How many standings of one kind there are under a rule. Immutable; equal by value.</summary>
/// <param name="RuleId">The rule's id.</param>
/// <param name="Standing">The standing.</param>
/// <param name="Count">How many there are.</param>
public readonly record struct RuleStandingCount(string RuleId, Standing Standing, int Count)
{
    internal static IReadOnlyList<RuleStandingCount> Of(IEnumerable<(string RuleId, Func<Standing, int> Count)> books) =>
    [
        .. from rule in books.GroupBy(b => b.RuleId, StringComparer.Ordinal)
           from standing in Standings.All
           let count = rule.Sum(b => b.Count(standing))
           where count > 0
           select new RuleStandingCount(rule.Key, standing, count),
    ];
}

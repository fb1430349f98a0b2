namespace AccountRules.Cli.Assessing;

/// <summary>Keeps the facts whose pay a change of policy changes most.</summary>
/// <param name="diff">The policies.</param>
/// <param name="asOf">The evaluation date.</param>
internal sealed class BiggestChanges(PolicyDiff diff, DateOnly asOf) : ISideJudges
{
    private const int Most = 10;
    private readonly PriorityQueue<PayChange, (decimal Size, int Age)> kept = new();
    private int taken;

    /// <summary>The changes, the biggest first; of as big ones those that came first.</summary>
    public IReadOnlyList<PayChange> All => [.. kept.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element)];

    /// <summary>How many facts are paid otherwise.</summary>
    public long Count { get; private set; }

    public bool Wants(Rule rule) => rule.Pays;

    public Judge Each<TFact>(Rule<TFact> rule)
        where TFact : class
    {
        var (old, @new) = (In<TFact>(diff.Old, rule), In<TFact>(diff.New, rule));
        return new AllFacts<TFact>(rule, fact => Take(old.Assess(fact, asOf), @new.Assess(fact, asOf)), _ => { }, takesFactsTogether: false);
    }

    public Judge RollUp<TFact>(RollUpRule<TFact> rule)
        where TFact : class => throw None(rule);

    public Judge Track<TFact>(LifecycleRule<TFact> rule)
        where TFact : class => throw None(rule);

    public Judge Gathered<TRow>(GatheredRule<TRow> rule)
        where TRow : class => throw None(rule);

    private static InvalidOperationException None(Rule rule) => new($"Rule `{rule.Id}` pays nothing.");

    private static Rule<TFact> In<TFact>(Policy policy, Rule rule)
        where TFact : class => (Rule<TFact>)policy.Rules.First(r => r.Id == rule.Id);

    private void Take(Assessment old, Assessment @new)
    {
        PayChange change = new(old, @new);
        if (change.Difference == 0)
            return;

        Count++;
        var size = (Math.Abs(change.Difference), -taken++);
        if (kept.Count < Most)
            kept.Enqueue(change, size);
        else
            kept.EnqueueDequeue(change, size);
    }
}

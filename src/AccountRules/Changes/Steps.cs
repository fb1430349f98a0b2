namespace AccountRules.Changes;

/// <summary>Counts from which outcome to which facts go, and what they are paid more.</summary>
internal sealed class Steps(Rule old, Rule @new)
{
    private readonly Dictionary<(Verdict?, Verdict?, Movement?, Movement?), Step> steps = [];

    private sealed class Step(bool isSame)
    {
        public bool IsSame => isSame;

        public long Count { get; set; }

        public ExactTotal Difference { get; } = new();
    }

    /// <summary>One fact more; a verdict is <c>null</c> where one of the policies has no row at all.</summary>
    public void Add(Verdict? was, Verdict? becomes, decimal difference = 0, Movement? from = null, Movement? to = null)
    {
        var key = (was, becomes, from, to);
        if (!steps.TryGetValue(key, out var step))
            steps[key] = step = new(from == to && Said(old, was) == Said(@new, becomes));

        step.Count++;
        if (difference != 0)
            step.Difference.Add(difference);
    }

    public RuleImpact Impact(PayImpact? pay = null)
    {
        var changed = steps.Where(s => !s.Value.IsSame).ToArray();
        return new(@new, steps.Sum(s => s.Value.Count), changed.Sum(s => s.Value.Count), [
            .. changed.Select(s => Transition(s.Key, s.Value)).OrderByDescending(t => t.Count).ThenBy(t => t.From, StringComparer.Ordinal)
                .ThenBy(t => t.To, StringComparer.Ordinal),
        ])
        { Pay = pay };
    }

    private ImpactTransition Transition((Verdict? Was, Verdict? Becomes, Movement? From, Movement? To) key, Step step)
    {
        var (one, other) = (Said(old, key.Was), Said(@new, key.Becomes));
        return new($"{one.Beside(other)}{Moved(key.From)}", $"{other.Beside(one)}{Moved(key.To)}", step.Count) { Difference = step.Difference.Value };
    }

    private static string Moved(Movement? movement) => movement is { } moved ? $", {moved}" : "";

    private static Outcome Said(Rule rule, Verdict? verdict) =>
        verdict is { } given ? Outcome.Of(rule, given.Grade) : new(Standing.Graded, "no row", "", null, null);
}

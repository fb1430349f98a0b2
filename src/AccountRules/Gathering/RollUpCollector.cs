using System.Runtime.InteropServices;

namespace AccountRules.Gathering;

internal sealed class RollUpCollector<TFact>(RollUpRule<TFact> rule, DateOnly asOf) : Collector<TFact>
    where TFact : class
{
    private readonly Dictionary<GroupKey, Tally> groups = [];
    private readonly Unreadable unreadable = new();

    public override void Add(TFact fact)
    {
        var verdict = rule.Of.Judge(fact, asOf);
        var key = KeyOf(fact);
        ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, key, out var isKnown);
        if (!isKnown)
            CheckId(key);

        tally = tally.With(verdict);
    }

    /// <summary>Once for a group; it is as if the fact had not been given.</summary>
    private void CheckId(GroupKey key)
    {
        if (Ids.Fault(key.Subject) is not { } fault)
            return;

        groups.Remove(key);
        throw new ArgumentException(fault);
    }

    public override void AddUnreadable(string? subject) => unreadable.Add(subject);

    internal override void Clear() => groups.Clear();

    internal override string SubjectOf(TFact fact) => rule.Of.Shape.Subject.Of(fact);

    public override IEnumerable<Assessment> Assess() => Assess(SortedKeys(), TallyOf, asOf);

    public GroupKey KeyOf(TFact fact) => new(rule.Of.Shape.Subject.Of(fact), rule.Of.Shape.Period?.Of(fact) ?? default);

    public Tally TallyOf(GroupKey key) => groups[key];

    public GroupKey[] SortedKeys()
    {
        var keys = groups.Keys.ToArray();
        Array.Sort(keys, GroupKey.Order);
        return keys;
    }

    /// <summary>The assessments of groups, with their streaks.</summary>
    /// <param name="keys">Sorted, with all groups of each of their subjects.</param>
    /// <param name="tallyOf">The tally of a group.</param>
    /// <param name="on">The evaluation date.</param>
    public IEnumerable<Assessment> Assess(IEnumerable<GroupKey> keys, Func<GroupKey, Tally> tallyOf, DateOnly on)
    {
        var streak = default(Streak);
        foreach (var key in keys)
        {
            var tally = unreadable.MayBeOf(key.Subject) ? tallyOf(key).With(Standing.Undetermined) : tallyOf(key);
            var verdict = rule.Judge(tally);
            yield return new(rule, streak.Next(new(key.Subject, key.Period == default ? null : key.Period, tally), verdict.Standing), on, verdict);
        }
    }
}

using System.Runtime.InteropServices;

namespace AccountRules.Gathering;

internal sealed class RollUpCollector<TFact>(RollUpRule<TFact> rule, DateOnly asOf) : Collector<TFact>
    where TFact : class
{
    private readonly Dictionary<GroupKey, Counted> groups = [];
    private readonly FirstFacts firsts = new();
    private readonly Unreadable unreadable = new();

    public override void Add(TFact fact) => Take(fact);

    /// <summary>Takes in one fact; <c>false</c> where it came before.</summary>
    public bool Take(TFact fact)
    {
        var verdict = rule.Of.Judge(fact, asOf);
        if (verdict.Cause == Cause.NotAsked)
            return true;

        var (group, identity) = (KeyOf(fact), rule.Of.Shape.IdentityOf(fact));
        if (identity is { Part.Length: > 0 } of && Ids.Fault(of.Part) is { } fault)
            throw new ArgumentException(fault);

        ref var counted = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, group, out var isKnown);
        if (!isKnown)
            CheckId(group);

        var first = identity is { } key ? firsts.Add(key, verdict.Standing) : null;
        counted = counted.With(identity.GetValueOrDefault(), verdict, first, rule.PartOf(fact));
        return first is null;
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

    internal override void Clear()
    {
        groups.Clear();
        firsts.Clear();
    }

    internal override string SubjectOf(TFact fact) => rule.Of.Shape.SubjectOf(fact);

    internal override Rule Rule => rule;

    public override IEnumerable<Assessment> Assess() => Assess(SortedKeys(), CountedOf, asOf);

    public GroupKey KeyOf(TFact fact) => new(rule.Of.Shape.SubjectOf(fact), rule.Of.Shape.Period?.Of(fact) ?? default);

    public Counted CountedOf(GroupKey key) => groups[key];

    public GroupKey[] SortedKeys()
    {
        var keys = groups.Keys.ToArray();
        Array.Sort(keys, GroupKey.Order);
        return keys;
    }

    /// <summary>The assessments of groups, with their streaks.</summary>
    /// <param name="keys">Sorted, with all groups of each of their subjects.</param>
    /// <param name="countedOf">What is counted of a group.</param>
    /// <param name="on">The evaluation date.</param>
    public IEnumerable<Assessment> Assess(IEnumerable<GroupKey> keys, Func<GroupKey, Counted> countedOf, DateOnly on)
    {
        var streak = default(Streak);
        foreach (var key in keys)
        {
            var period = key.Period == default ? (Period?)null : key.Period;
            var counted = rule.Complete(countedOf(key), period, on).WithUnread(unreadable.MayBeOf(key.Subject));
            var verdict = rule.Judge(key.Subject, counted, period, on);
            var group = new Group(key.Subject, period, counted.Tally) { Copied = counted.Copies?.Names, Missing = counted.Missing };
            yield return new(rule, streak.Next(group, verdict, rule.Absences), on, verdict);
        }
    }
}

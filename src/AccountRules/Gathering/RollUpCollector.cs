using System.Runtime.InteropServices;

namespace AccountRules.Gathering;

/// <summary>
/// Of each group it keeps what is counted. Of the facts that turn after the evaluation date and up to a horizon, it keeps the fact too.
/// </summary>
internal sealed class RollUpCollector<TFact>(RollUpRule<TFact> rule, DateOnly asOf, DateOnly until) : Collector<TFact>
    where TFact : class
{
    private readonly Dictionary<GroupKey, Counted> groups = [];
    private readonly Dictionary<string, List<(TFact Fact, bool IsFirst)>> turning = new(StringComparer.Ordinal);
    private readonly FirstFacts firsts = new();
    private readonly Unreadable unreadable = new();

    public override void Add(TFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var verdict = rule.Of.Judge(fact, asOf);
        if (verdict.Cause == Cause.NotAsked)
            return;

        var (group, identity) = (KeyOf(fact), rule.Of.Shape.IdentityOf(fact));
        if (identity is { Part.Length: > 0 } of && Ids.Fault(of.Part) is { } fault)
            throw new ArgumentException(fault);

        ref var counted = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, group, out var isKnown);
        if (!isKnown)
            CheckId(group);

        var first = identity is { } key ? firsts.Add(key, verdict.Standing) : null;
        counted = counted.With(identity.GetValueOrDefault(), verdict, first, rule.PartOf(fact));
        if (until > asOf && rule.Of.NextTurn(fact, asOf) <= until)
            (CollectionsMarshal.GetValueRefOrAddDefault(turning, group.Subject, out _) ??= []).Add((fact, first is null));
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
        turning.Clear();
        firsts.Clear();
    }

    internal override string SubjectOf(TFact fact) => rule.Of.Shape.SubjectOf(fact);

    internal override Rule Rule => rule;

    internal override Comparison<Assessment> Order => RowsInTime.ByKey;

    public override IEnumerable<Assessment> Assess()
    {
        var keys = groups.Keys.ToArray();
        Array.Sort(keys, GroupKey.Order);
        return Assess(keys, asOf);
    }

    /// <summary>Subject by subject, as a streak goes over the periods of one.</summary>
    internal override IEnumerable<RowsInTime> InTime() => groups.Keys.GroupBy(key => key.Subject, StringComparer.Ordinal).Select(subject =>
    {
        GroupKey[] keys = [.. subject.Order(GroupKey.Order)];
        return new RowsInTime(on => Assess(keys, on), after => NextTurn(keys, after), Order);
    });

    private DateOnly? NextTurn(GroupKey[] keys, DateOnly after)
    {
        var ends = keys.Aggregate((DateOnly?)null, (first, key) => Turns.First(after, first, key.Period == default ? null : key.Period.DayAfter));
        return Turning(keys[0].Subject).Aggregate(ends, (first, one) => Turns.First(after, first, rule.Of.NextTurn(one.Fact, after)));
    }

    private List<(TFact Fact, bool IsFirst)> Turning(string subject) => turning.GetValueOrDefault(subject) ?? [];

    private GroupKey KeyOf(TFact fact) => new(rule.Of.Shape.SubjectOf(fact), rule.Of.Shape.Period?.Of(fact) ?? default);

    private Counted CountedOf(GroupKey key, DateOnly on)
    {
        var counted = groups[key];
        if (on == asOf)
            return counted;

        foreach (var (fact, isFirst) in Turning(key.Subject))
        {
            if (KeyOf(fact) == key)
                counted = counted.Moved(rule.Of.Shape.IdentityOf(fact).GetValueOrDefault(), rule.Of.Judge(fact, asOf), rule.Of.Judge(fact, on), isFirst);
        }

        return counted;
    }

    /// <summary>The assessments of groups, with their streaks.</summary>
    /// <param name="keys">Sorted, with all groups of each of their subjects.</param>
    /// <param name="on">The evaluation date.</param>
    private IEnumerable<Assessment> Assess(GroupKey[] keys, DateOnly on)
    {
        var streak = default(Streak);
        foreach (var key in keys)
        {
            var period = key.Period == default ? (Period?)null : key.Period;
            var counted = rule.Complete(CountedOf(key, on), period, on).WithUnread(unreadable.MayBeOf(key.Subject));
            var verdict = rule.Judge(key.Subject, counted, period, on);
            var group = new Group(key.Subject, period, counted.Tally) { Copied = counted.Copies?.Names, Missing = counted.Missing };
            yield return new(rule, streak.Next(group, verdict, rule.Absences), on, verdict);
        }
    }
}

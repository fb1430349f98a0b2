using System.Runtime.InteropServices;

namespace AccountRules.RollUps;

internal sealed class RollUpCollector<TFact>(RollUpRule<TFact> rule, DateOnly asOf) : Collector<TFact>
    where TFact : class
{
    private readonly Dictionary<GroupKey, Tally> groups = [];

    public override void Add(TFact fact)
    {
        var standing = rule.Of.Judge(fact, asOf).Standing;
        ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, KeyOf(fact), out _);
        tally = tally.With(standing);
    }

    internal override void Clear() => groups.Clear();

    internal override string SubjectOf(TFact fact) => rule.Of.Facets.Subject.Of(fact);

    public override IEnumerable<Assessment> Assess() => Assess(SortedKeys(), TallyOf, asOf);

    public GroupKey KeyOf(TFact fact) => new(rule.Of.Facets.Subject.Of(fact), rule.Of.Facets.Period?.Of(fact) ?? default);

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
        var (last, streak) = (new GroupKey("", default), 0);
        foreach (var key in keys)
        {
            var tally = tallyOf(key);
            var verdict = rule.Judge(tally);
            var isSameSubject = string.Equals(last.Subject, key.Subject, StringComparison.Ordinal) && last.Period.Months == key.Period.Months;
            var isNext = isSameSubject && last.Period.IsFollowedBy(key.Period);
            var brokenAfter = streak > 0 && isSameSubject && !isNext && verdict.Standing == Standing.Met ? last.Period : (Period?)null;
            streak = verdict.Standing != Standing.Met ? 0 : isNext ? streak + 1 : 1;
            last = key;
            yield return new(rule, new Group(key.Subject, key.Period == default ? null : key.Period, tally, streak, brokenAfter), on, verdict);
        }
    }
}

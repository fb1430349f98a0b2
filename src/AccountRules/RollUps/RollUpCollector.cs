using System.Runtime.InteropServices;

namespace AccountRules.RollUps;

internal sealed class RollUpCollector<TFact>(RollUpRule<TFact> rule, DateOnly asOf) : Collector<TFact>
    where TFact : class
{
    private readonly Dictionary<(string Subject, Period Period), Tally> groups = [];

    public override void Add(TFact fact)
    {
        var standing = rule.Of.Judge(fact, asOf).Standing;
        ref var tally = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, (rule.Of.Facets.Subject.Of(fact), rule.Of.Facets.Period?.Of(fact) ?? default), out _);
        tally = tally.With(standing);
    }

    internal override void Clear() => groups.Clear();

    internal override string SubjectOf(TFact fact) => rule.Of.Facets.Subject.Of(fact);

    public override IEnumerable<Assessment> Assess()
    {
        var keys = groups.Keys.ToArray();
        Array.Sort(keys, static (a, b) => string.CompareOrdinal(a.Subject, b.Subject) is var bySubject and not 0 ? bySubject
            : a.Period.Months != b.Period.Months ? a.Period.Months.CompareTo(b.Period.Months) : a.Period.CompareTo(b.Period));

        var (last, streak) = (("", default(Period)), 0);
        foreach (var key in keys)
        {
            var tally = groups[key];
            var verdict = rule.Judge(tally);
            var isSameSubject = string.Equals(last.Item1, key.Subject, StringComparison.Ordinal) && last.Item2.Months == key.Period.Months;
            var isNext = isSameSubject && last.Item2.IsFollowedBy(key.Period);
            var brokenAfter = streak > 0 && isSameSubject && !isNext && verdict.Standing == Standing.Met ? last.Item2 : (Period?)null;
            streak = verdict.Standing != Standing.Met ? 0 : isNext ? streak + 1 : 1;
            last = key;
            yield return new(rule, new Group(key.Subject, key.Period == default ? null : key.Period, tally, streak, brokenAfter), asOf, verdict);
        }
    }
}

using System.Numerics;
using AccountRules.Gathering;

namespace AccountRules.Changes;

/// <summary>
/// The curve of a roll-up: of each group the courses of its facts are kept, and its tally is made anew at the places where one of them changes. A few
/// numbers of each fact are kept, never the fact.
/// </summary>
internal sealed class RollUpCurve<TFact>(RollUpRule<TFact> rule, CurveSum sum, Course<TFact> course, DateOnly asOf) : FactTaker<TFact>
    where TFact : class
{
    private readonly record struct Said(FactKey? Identity, BigInteger Part, (CurvePlace At, Verdict Verdict)[] Steps);

    private readonly Dictionary<GroupKey, List<Said>> groups = [];
    private readonly Unreadable unreadable = new();

    public override void Add(TFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var shape = rule.Of.Shape;
        var (key, identity) = (new GroupKey(shape.SubjectOf(fact), shape.Period?.Of(fact) ?? default), shape.IdentityOf(fact));
        if (Ids.Fault(key.Subject, identity?.Part) is { } fault)
            throw new ArgumentException(fault, nameof(fact));

        if (!groups.TryGetValue(key, out var group))
            groups[key] = group = [];

        group.Add(new(identity, rule.PartOf(fact), [.. course.Of(fact, asOf).Select(s => (s.At, s.Rule.VerdictOf(s.Code)))]));
    }

    public override void AddUnreadable(string? subject) => unreadable.Add(subject);

    /// <summary>All facts are there.</summary>
    public void Complete()
    {
        foreach (var (key, facts) in groups)
        {
            var before = sum.OutcomeOf(rule, VerdictAt(key, facts, at: null));
            sum.Start(before);
            foreach (var place in facts.SelectMany(f => f.Steps.Skip(1)).Select(s => s.At).Order(CurvePlace.Along))
            {
                var outcome = sum.OutcomeOf(rule, VerdictAt(key, facts, place));
                sum.Step(place, before, outcome);
                before = outcome;
            }
        }
    }

    private Verdict VerdictAt(GroupKey key, List<Said> facts, CurvePlace? at)
    {
        var counted = default(Counted);
        var firsts = new Dictionary<FactKey, Standing>();
        foreach (var (identity, part, steps) in facts)
        {
            var verdict = steps[0].Verdict;
            for (var i = 1; i < steps.Length && at is { } place && CurvePlace.Compare(steps[i].At, place) <= 0; i++)
                verdict = steps[i].Verdict;

            Standing? first = identity is { } own && !firsts.TryAdd(own, verdict.Standing) ? firsts[own] : null;
            counted = counted.With(identity.GetValueOrDefault(), verdict, first, part);
        }

        var period = key.Period == default ? (Period?)null : key.Period;
        counted = rule.Complete(counted, period, asOf);
        return rule.Judge(
            key.Subject, counted.WithUnread(unreadable.MayBeOf(key.Subject)), period, asOf);
    }
}

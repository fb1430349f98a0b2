namespace AccountRules.Changes;

/// <summary>The curve of a rule on rows that are each made of many facts: the facts are kept, and make the same rows at every value.</summary>
internal sealed class GatheredCurve<TRow>(GatheredRule<TRow> rule, EachCurve<TRow> each, Course<TRow> course, CliffSum? cliffs, DateOnly asOf)
    : GatheringTaker
    where TRow : class
{
    private readonly GatheringCollector<TRow> collector = rule.Collect(asOf);

    public override void Add<TFact>(TFact fact) => collector.Add(fact);

    public override void AddUnreadable<TFact>(TFact fact) => collector.AddUnreadable(fact);

    public override void AddUnreadable(string? subject) => collector.AddUnreadable(subject);

    /// <summary>All facts are there.</summary>
    public void Complete()
    {
        foreach (var (row, known, instead) in collector.Groups.Order().SelectMany(group => collector.Rows(group, asOf)))
        {
            var steps = course.Of(row, asOf);
            if (known != Cause.None)
            {
                each.Add(row, [(steps[0].At, rule.Of, rule.Of.VerdictOf(-known.Number))]);
                continue;
            }

            cliffs?.Add(row, asOf, rule.Of.Judge(row, asOf));
            each.Add(row, instead is null ? steps.Select(s => (s.At, s.Rule, s.Rule.VerdictOf(s.Code))) : Alike(row, steps, instead, course.Of(instead, asOf)));
        }
    }

    /// <summary>Where a row would be judged otherwise if another fact with the same key were the right one, it is a duplicate.</summary>
    private IEnumerable<(CurvePlace At, Rule Rule, Verdict Verdict)> Alike(
        TRow row, IReadOnlyList<CourseStep> steps, TRow instead, IReadOnlyList<CourseStep> others) =>
        steps.Concat(others).Select(s => s.At).Order(CurvePlace.Along).Select(at =>
        {
            var (own, other) = (steps.Last(s => CurvePlace.Compare(s.At, at) <= 0), others.Last(s => CurvePlace.Compare(s.At, at) <= 0));
            var (verdict, otherwise) = (own.Rule.VerdictOf(own.Code), other.Rule.VerdictOf(other.Code));
            var isAsGood = new Assessment(own.Rule, row, asOf, verdict).IsAsGoodAs(new(own.Rule, instead, asOf, otherwise));
            return (at, own.Rule, isAsGood ? verdict : own.Rule.VerdictOf(-Cause.Duplicate.Number));
        });
}

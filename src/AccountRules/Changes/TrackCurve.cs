using AccountRules.Gathering;

namespace AccountRules.Changes;

/// <summary>
/// The curve of a track: the facts of each subject are folded over the periods anew at the places where one of them leads elsewhere. A few numbers of each fact
/// are kept, never the fact.
/// </summary>
internal sealed class TrackCurve<TFact>(LifecycleRule<TFact> rule, CurveSum sum, Course<TFact> course, DateOnly asOf) : FactTaker<TFact>
    where TFact : class
{
    private sealed record Row(Period Period, IReadOnlyList<CourseStep> Steps);

    private readonly Dictionary<string, List<Row>> subjects = new(StringComparer.Ordinal);
    private readonly HashSet<Period> periods = [];
    private readonly Unreadable unreadable = new();

    public override void Add(TFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var (subject, period) = (rule.Shape.SubjectOf(fact), rule.Shape.Period!.Of(fact));
        if (!subjects.TryGetValue(subject, out var rows))
        {
            if (Ids.Fault(subject) is { } fault)
                throw new ArgumentException(fault, nameof(fact));

            subjects[subject] = rows = [];
        }

        periods.Add(period);
        rows.Add(new(period, course.Of(fact, asOf)));
    }

    public override void AddUnreadable(string? subject) => unreadable.Add(subject);

    /// <summary>All facts are there.</summary>
    public void Complete()
    {
        foreach (var kind in periods.GroupBy(p => p.Kind))
        {
            Period[] ordered = [.. kind.Order()];
            var first = Tracked.First(ordered, rule, given: null);
            foreach (var (subject, all) in subjects)
            {
                Row[] rows = [.. all.Where(r => r.Period.Kind == kind.Key).OrderBy(r => r.Period)];
                if (rows.Length == 0)
                    continue;

                var before = Fold(subject, ordered, first, rows, at: null);
                foreach (var outcome in before.Where(o => o != CurveSum.Nothing))
                    sum.Start(outcome);

                foreach (var place in rows.SelectMany(r => r.Steps.Skip(1)).Select(s => s.At).Order(CurvePlace.Along))
                {
                    var after = Fold(subject, ordered, first, rows, place);
                    for (var i = 0; i < after.Count; i++)
                        sum.Step(place, before[i], after[i]);

                    before = after;
                }
            }
        }
    }

    /// <summary>The outcomes of a subject's rows, and for each period the one of having none in it.</summary>
    private List<int> Fold(string subject, Period[] ordered, Period? first, Row[] rows, CurvePlace? at)
    {
        return [.. TrackStep<Row>
            .Through(ordered, before: 0, rows, row => row.Period, Lead, (unreadable.IsOf(subject), unreadable.MayBeOf(subject)), rule, asOf)
            .Select(step => step.Code is not { } code ? CurveSum.Nothing : sum.OutcomeOf(
                rule, rule.VerdictOf(code, step.Period, asOf), Tracked.MovementOf(step.Stage, code, step.Period == first)))];

        int Lead(Row row, int stage)
        {
            var step = row.Steps[0];
            for (var i = 1; i < row.Steps.Count && at is { } place && CurvePlace.Compare(row.Steps[i].At, place) <= 0; i++)
                step = row.Steps[i];

            return (sbyte)(step.Code >> (stage * 8));
        }
    }
}

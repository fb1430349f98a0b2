namespace AccountRules.Changes;

/// <summary>
/// The course of a fact while a cut moves through all numbers of a range: a fact that is past the cut at first is so up to its own value, and is not past it
/// from there on. So it is judged twice, however many values there are.
/// </summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
internal sealed class NumberCourse<TFact> : Course<TFact>
    where TFact : class
{
    private readonly CurveRule<TFact> rule;
    private readonly CurvePlace begin;
    private readonly decimal to;
    private readonly (AxisReader<TFact> Value, MovedCuts.Moved Cut, Func<TFact, DateOnly, int> Below)[] axes;

    /// <summary>Reads where the cut is compared.</summary>
    /// <exception cref="UnreadableException">The rules differ in more than a cut.</exception>
    public NumberCourse(CurveRule<TFact> from, CurveRule<TFact> until, decimal fromValue, decimal toValue)
    {
        (rule, begin, to) = (from, CurvePlace.Of(fromValue, Edge.From), toValue);
        var cuts = new MovedCuts(fromValue, toValue);
        if (from.Expressions.Count != until.Expressions.Count)
            throw new UnreadableException("it changes how many stages there are");

        foreach (var (at, other) in from.Expressions.Zip(until.Expressions))
            cuts.Pair(at, other);

        axes =
        [
            .. cuts.Axes.ToArray().Select(moved => (
                new AxisReader<TFact>(moved.Axis, CurveRule<TFact>.Fact),
                moved,
                CurveRule<TFact>.Compiled([.. from.Expressions.Zip(until.Expressions).Select(e => cuts.Pair(e.First, e.Second, moved.Axis.Key))]))),
        ];
    }

    public override IReadOnlyList<CourseStep> Of(TFact fact, DateOnly asOf)
    {
        var first = new CourseStep(begin, rule.Judge(fact, asOf), rule.Rule);
        CourseStep? moved = null;
        foreach (var (value, cut, below) in axes)
        {
            if (below(fact, asOf) is var code && code == first.Code)
                continue;

            // A whole of 0 or less is past every cut from 0 on; the rules see to it that others are not asked.
            if (value.Of(fact, asOf) is not var (top, bottom) || bottom.Sign <= 0)
                continue;

            // Up to its own value it is past a cut that the value itself must exceed, and no longer at it.
            (top, bottom) = (top * cut.Above.Bottom - cut.Above.Top * bottom, bottom * cut.Above.Bottom);
            if (CurvePlace.Of(top, bottom, cut.Edge == Edge.Above ? Edge.From : Edge.Above) is not { } place || !IsWithin(place))
                continue;

            if (moved is not null)
                throw new InvalidOperationException($"Rule `{rule.Rule.Id}` places a fact by two values at once, and only one can be followed.");

            moved = new(place, code, rule.Rule);
        }

        return moved is { } step ? [first, step] : [first];
    }

    private bool IsWithin(CurvePlace place) => CurvePlace.Compare(place, CurvePlace.Of(to, Edge.From)) <= 0;
}

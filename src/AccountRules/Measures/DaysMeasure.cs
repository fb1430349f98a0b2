using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.Measures;

/// <summary>Days from an origin to an end, or to the evaluation date: the origin is the start of the fact, or a due date of its own.</summary>
internal sealed class DaysMeasure<TFact>(
    Selector<TFact, DateOnly?> origin, Selector<TFact, DateOnly?>? until, Selector<TFact, DateOnly?>? begins, bool isPastDue) : Measure<TFact>(Unit.Days)
    where TFact : class
{
    internal override Selector<TFact, DateOnly?>? Begins => begins;

    /// <summary>The number of the day of an origin that may lie past the ends of the calendar.</summary>
    private readonly Selector<TFact, long?>? originDay = DayNumbers.MayLeaveCalendar(origin.Lambda.Body)
        ? new(Expression.Lambda(DayNumbers.Of(origin.Lambda.Body), origin.Lambda.Parameters))
        : null;

    internal override bool MayLackStart => isPastDue;

    internal override Selector<TFact, DateOnly?>? Ends => until;

    internal override Selector<TFact, DateOnly?> Origin => origin;

    /// <summary>The rule's base has seen to it that the fact has begun.</summary>
    internal override Expression Place(ParameterExpression fact, Scale scale, int firstClosed)
    {
        Expression PlaceAt(Expression date, Expression day, int first) =>
            Tree.Place(scale, first, cut => Tree.Past(cut, date, EitherDate.After(day, (int)cut.At)));

        if (until is null && isPastDue)
            return EitherDate.Of(origin.On(fact), Tree.Because(Cause.NoDue), day => PlaceAt(Tree.AsOf, day, first: 0));

        if (until is null)
            return PlaceAt(Tree.AsOf, Tree.ValueOf(origin.On(fact)), first: 0);

        var end = until.On(fact);
        Expression isOpen = Expression.GreaterThan(Tree.ValueOf(end), Tree.AsOf);
        if (Tree.ValueOf(end) != end)
            isOpen = Expression.OrElse(Tree.IsNull(end), isOpen);

        Expression PlaceFrom(Expression day) => Expression.Condition(isOpen,
            PlaceAt(Tree.AsOf, day, first: 0),
            EndsBefore(fact, Tree.ValueOf(end)) is { } tooEarly
                ? Expression.Condition(tooEarly, Tree.Because(Cause.EndBeforeStart), PlaceAt(Tree.ValueOf(end), day, firstClosed))
                : PlaceAt(Tree.ValueOf(end), day, firstClosed));

        return isPastDue ? EitherDate.Of(origin.On(fact), Tree.Because(Cause.NoDue), PlaceFrom) : PlaceFrom(Tree.ValueOf(origin.On(fact)));
    }

    internal override IEnumerable<RecordedValue> Inputs(TFact fact)
    {
        if (begins is not null)
            yield return RecordedValue.Of("start", begins.Of(fact));

        if (isPastDue)
            yield return RecordedValue.Of("due", origin.Of(fact));

        if (until is not null)
            yield return RecordedValue.Of("end", until.Of(fact));
    }

    internal override decimal? ValueOf(TFact fact, DateOnly asOf) =>
        DayOf(fact) is { } day ? (until?.Of(fact) is { } end && end <= asOf ? end : asOf).DayNumber - day : null;

    private long? DayOf(TFact fact) => originDay is null ? origin.Of(fact)?.DayNumber : originDay.Of(fact);

    internal override Measure<THost> Map<THost>(Mapping mapping) => new DaysMeasure<THost>(
        origin.Map<THost>(mapping), until?.Map<THost>(mapping), isPastDue ? begins?.MapIfBound<THost>(mapping) : begins?.Map<THost>(mapping), isPastDue);

    /// <summary>Whether the end lies before the start, where there is one; <c>null</c> where the fact has no start to ask for.</summary>
    private Expression? EndsBefore(ParameterExpression fact, Expression end)
    {
        if (begins is null)
            return null;

        var start = begins.On(fact);
        Expression isBefore = Expression.LessThan(end, Tree.ValueOf(start));
        return isPastDue && Tree.ValueOf(start) != start ? Expression.AndAlso(Expression.Not(Tree.IsNull(start)), isBefore) : isBefore;
    }
}

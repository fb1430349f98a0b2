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

    private Func<TFact, long, long?>? elapsed;
    private Func<TFact, long?>? countedFrom;

    internal override bool MayLackStart => isPastDue;

    internal override Selector<TFact, DateOnly?>? Ends => until;

    internal override Selector<TFact, DateOnly?> Origin => origin;

    /// <summary>How days are counted; <c>null</c> where every day is.</summary>
    private Counting<TFact>? Counted { get; init; }

    /// <summary>The same measure with days counted otherwise.</summary>
    public DaysMeasure<TFact> CountedBy(Counting<TFact>? counting) => new(origin, until, begins, isPastDue) { Counted = counting };

    /// <summary>The rule's base has seen to it that the fact has begun.</summary>
    internal override Expression Place(ParameterExpression fact, Scale scale, int firstClosed)
    {
        var counted = Counted?.On(fact);
        var place = isPastDue ? EitherDate.Of(origin.On(fact), Tree.Because(Cause.NoDue), PlaceFrom) : PlaceFrom(Tree.ValueOf(origin.On(fact)));
        return counted?.Known(place) ?? place;

        Expression PlaceFrom(Expression day) => counted?.From(day, PlaceUntil(day)) ?? PlaceUntil(day);

        Expression PlaceUntil(Expression day)
        {
            if (until?.On(fact) is not { } end || end is ConstantExpression { Value: null })
                return PlaceAt(Tree.AsOf, day, first: 0);

            Expression isOpen = Expression.GreaterThan(Tree.ValueOf(end), Tree.AsOf);
            if (Tree.ValueOf(end) != end)
                isOpen = Expression.OrElse(Tree.IsNull(end), isOpen);

            var closed = PlaceAt(Tree.ValueOf(end), day, firstClosed);
            return Expression.Condition(isOpen,
                PlaceAt(Tree.AsOf, day, first: 0),
                EndsBefore(fact, Tree.ValueOf(end)) is { } tooEarly ? Expression.Condition(tooEarly, Tree.Because(Cause.EndBeforeStart), closed) : closed);
        }

        Expression PlaceAt(Expression date, Expression day, int first)
        {
            var band = Tree.Place(scale, first, cut =>
                counted?.Past(cut, date, day) ?? Tree.Past(cut, date, EitherDate.After(day, (int)cut.At)));
            return counted?.Within(date, mayBeEarly: isPastDue, band) ?? band;
        }
    }

    internal override IEnumerable<RecordedValue> Inputs(TFact fact)
    {
        if (begins is not null)
            yield return RecordedValue.Of("start", begins.Of(fact));

        if (isPastDue)
            yield return RecordedValue.Of("due", origin.Of(fact));

        if (until is not null)
            yield return RecordedValue.Of("end", until.Of(fact));

        foreach (var input in Counted?.Inputs(fact) ?? [])
            yield return input;
    }

    internal override decimal? ValueOf(TFact fact, DateOnly asOf) =>
        DaysOf(fact, origin.Of(fact), EndOf(fact, asOf) ?? asOf, Counted?.IsPlain(fact) != false);

    /// <summary>The date on which the fact ended by another.</summary>
    public DateOnly? EndOf(TFact fact, DateOnly asOf) => until?.Of(fact) is { } end && end <= asOf ? end : null;

    /// <summary>The number of days from the origin up to a date; <paramref name="isPlain"/> where every one of the fact is counted.</summary>
    public long? DaysOf(TFact fact, DateOnly? start, DateOnly last, bool isPlain) =>
        Counted is not null && !(isPlain && originDay is null) ? Elapsed(Counted)(fact, last.DayNumber)
        : last.DayNumber - (originDay is null ? start?.DayNumber : originDay.Of(fact));

    /// <summary>The number of the day that counting begins with: of a due date that is counted from a start, that.</summary>
    public long? CountedFrom(TFact fact) => (countedFrom ??= MakeCountedFrom())(fact);

    private Func<TFact, long?> MakeCountedFrom()
    {
        var fact = Expression.Parameter(typeof(TFact), "fact");
        var first = EitherDate.Of(origin.On(fact), Expression.Constant(null, typeof(long?)), day => Expression.Convert(
            DayNumbers.Of(day is MethodCallExpression call && CountedDays.IsDate(call) ? call.Arguments[1] : day), typeof(long?)));
        return Expression.Lambda<Func<TFact, long?>>(first, fact).Compile();
    }

    private Func<TFact, long, long?> Elapsed(Counting<TFact> counting)
    {
        if (elapsed is not null)
            return elapsed;

        var (fact, end) = (Expression.Parameter(typeof(TFact), "fact"), Expression.Parameter(typeof(long), "end"));
        var days = EitherDate.Of(origin.On(fact), Expression.Constant(null, typeof(long?)), day => counting.On(fact).Elapsed(day, end));
        return elapsed = Expression.Lambda<Func<TFact, long, long?>>(days, fact, end).Compile();
    }

    /// <summary>The day that is so many days after the one that is counted from; <c>null</c> where there is none, or that is not known.</summary>
    public DateOnly? DayOn(TFact fact, DateOnly? from, int count, bool isPlain) => from is not { } start ? null
        : !isPlain ? Counted!.DayOn(fact, start, count)
        : start.DayNumber + count is >= 0 and var day && day <= DateOnly.MaxValue.DayNumber ? start.AddDays(count)
        : null;

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

using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.Measures;

/// <summary>Full calendar months or years from a date to an optional end, or to the evaluation date: compared as a date beside an anniversary.</summary>
internal sealed class MonthsMeasure<TFact>(Unit unit, Selector<TFact, DateOnly?> from, Selector<TFact, DateOnly?>? until) : Measure<TFact>(unit)
    where TFact : class
{
    internal override Selector<TFact, DateOnly?> Begins => from;

    internal override Selector<TFact, DateOnly?>? Ends => until;

    private string Shift => Unit == Unit.Years ? nameof(DateOnly.AddYears) : nameof(DateOnly.AddMonths);

    internal override Expression Place(ParameterExpression fact, Scale scale, int firstClosed)
    {
        var start = Tree.ValueOf(from.On(fact));
        Expression PlaceAt(Expression date) => Tree.Place(scale, 0, cut => Expression.GreaterThanOrEqual(
            date, Expression.Call(start, Shift, typeArguments: null, Expression.Constant(FirstFull(cut)))));

        if (until is null)
            return PlaceAt(Tree.AsOf);

        var end = until.On(fact);
        Expression isOpen = Expression.GreaterThan(Tree.ValueOf(end), Tree.AsOf);
        if (Tree.ValueOf(end) != end)
            isOpen = Expression.OrElse(Tree.IsNull(end), isOpen);

        return Expression.Condition(isOpen, PlaceAt(Tree.AsOf),
            Expression.Condition(Expression.LessThan(Tree.ValueOf(end), start), Tree.Because(Cause.EndBeforeStart), PlaceAt(Tree.ValueOf(end))));
    }

    internal override decimal? ValueOf(TFact fact, DateOnly asOf)
    {
        if (from.Of(fact) is not { } start)
            return null;

        var date = until?.Of(fact) is { } end && end <= asOf ? end : asOf;
        var ((year, month, day), (ofYear, ofMonth, ofDay)) = (date, start);
        var months = (year - ofYear) * 12 + month - ofMonth;
        if (months > 0 && day < ofDay && start.AddMonths(months) > date)
            months--;

        // A year from 29 February ends on 28 February, as twelve months do.
        return Unit == Unit.Years ? Math.Max(months, 0) / 12 : Math.Max(months, 0);
    }

    internal override IEnumerable<RecordedValue> Inputs(TFact fact)
    {
        yield return RecordedValue.Of("start", from.Of(fact));
        if (until is not null)
            yield return RecordedValue.Of("end", until.Of(fact));
    }

    internal override Measure<THost> Map<THost>(Mapping mapping) => new MonthsMeasure<THost>(Unit, from.Map<THost>(mapping), until?.Map<THost>(mapping));

    /// <summary>The first number of full months or years that is past a cut.</summary>
    private static int FirstFull(Cut cut) => cut.Edge == Edge.From ? (int)Math.Ceiling(cut.At) : (int)Math.Floor(cut.At) + 1;
}

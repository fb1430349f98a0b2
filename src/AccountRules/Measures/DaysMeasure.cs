using System.Linq.Expressions;
using AccountRules.Trees;

namespace AccountRules.Measures;

internal sealed class DaysMeasure<TFact>(Selector<TFact, DateOnly?> from, Selector<TFact, DateOnly?> until) : Measure<TFact>(Unit.Days)
    where TFact : class
{
    internal override Selector<TFact, DateOnly?> Begins => from;

    internal override Selector<TFact, DateOnly?> Ends => until;

    /// <summary>The rule's base has seen to it that the start is there, and not after the evaluation date.</summary>
    internal override Expression Place(ParameterExpression fact, Scale scale, int firstClosed)
    {
        var (start, end) = (Tree.ValueOf(from.On(fact)), until.On(fact));
        Expression PlaceAt(Expression date, int first) => Tree.Place(scale, first, cut => Tree.Past(cut, date, After(start, cut)));

        Expression isOpen = Expression.GreaterThan(Tree.ValueOf(end), Tree.AsOf);
        if (Tree.ValueOf(end) != end)
            isOpen = Expression.OrElse(Tree.IsNull(end), isOpen);

        return Expression.Condition(isOpen,
            PlaceAt(Tree.AsOf, first: 0),
            Expression.Condition(Expression.LessThan(Tree.ValueOf(end), start), Tree.Because(Cause.EndBeforeStart), PlaceAt(Tree.ValueOf(end), firstClosed)));
    }

    internal override decimal? ValueOf(TFact fact, DateOnly asOf) =>
        from.Of(fact) is { } start ? (until.Of(fact) is { } end && end <= asOf ? end : asOf).DayNumber - start.DayNumber : null;

    internal override Measure<THost> Map<THost>(Mapping mapping) => new DaysMeasure<THost>(from.Map<THost>(mapping), until.Map<THost>(mapping));

    private static MethodCallExpression After(Expression start, Cut cut) =>
        Expression.Call(start, nameof(DateOnly.AddDays), typeArguments: null, Expression.Constant((int)cut.At));
}

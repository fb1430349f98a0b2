using System.Linq.Expressions;
using AccountRules.Trees;

namespace AccountRules.Measures;

internal sealed class RatioMeasure<TFact>(Selector<TFact, decimal?> part, Selector<TFact, decimal?> whole, Selector<TFact, bool>? lowerIsBetter) : Measure<TFact>(Unit.Ratio)
    where TFact : class
{
    internal override Expression Place(ParameterExpression fact, Scale scale, int firstClosed)
    {
        var (p, w) = (part.On(fact), whole.On(fact));
        return Tree.OrElse(w, Cause.NoTarget, target =>
            Expression.Condition(Expression.LessThanOrEqual(target, Expression.Constant(0m)), Tree.Because(Cause.TargetNotPositive),
                Tree.OrElse(p, Cause.NoActual, actual => lowerIsBetter is null
                    ? PlaceRatio(actual, target)
                    : Expression.Condition(lowerIsBetter.On(fact), PlaceRatio(target, actual), PlaceRatio(actual, target)))));

        Expression PlaceRatio(Expression above, Expression below) =>
            Tree.Place(scale, 0, cut => Tree.Past(cut, above, Expression.Multiply(Expression.Constant(cut.At), below)));
    }

    internal override decimal? ValueOf(TFact fact, DateOnly asOf)
    {
        if (part.Of(fact) is not { } actual || whole.Of(fact) is not ({ } target and > 0))
            return null;

        if (lowerIsBetter?.Of(fact) is not true)
            return Exact.Quotient(actual, target);

        return actual > 0 ? Exact.Quotient(target, actual) : null;
    }

    internal override decimal? WholeOf(TFact fact) => whole.Of(fact);

    internal override Measure<THost> Map<THost>(Mapping mapping) =>
        new RatioMeasure<THost>(part.Map<THost>(mapping), whole.Map<THost>(mapping), lowerIsBetter?.MapIfBound<THost>(mapping));
}

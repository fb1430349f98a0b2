using System.Linq.Expressions;
using AccountRules.Expressions;
using AccountRules.Numbers;

namespace AccountRules.Measures;

internal sealed class RatioMeasure<TFact>(
    Selector<TFact, decimal?> part, Selector<TFact, decimal?> whole, Selector<TFact, bool>? lowerIsBetter) : Measure<TFact>(Unit.Ratio)
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

    internal override IEnumerable<RecordedValue> Inputs(TFact fact)
    {
        yield return RecordedValue.Of("actual", part.Of(fact));
        yield return RecordedValue.Of("target", whole.Of(fact));
        if (lowerIsBetter is not null)
            yield return RecordedValue.Of("lowerIsBetter", IsLowerBetter(fact));
    }

    internal override decimal? ValueOf(TFact fact, DateOnly asOf)
    {
        if (part.Of(fact) is not { } actual || whole.Of(fact) is not ({ } target and > 0))
            return null;

        if (!IsLowerBetter(fact))
            return Exact.Quotient(actual, target);

        return actual > 0 ? Exact.Quotient(target, actual) : null;
    }

    internal override bool HasNoEnd(TFact fact) => IsLowerBetter(fact) && part.Of(fact) <= 0;

    internal override string Unstated(TFact fact) => !IsLowerBetter(fact) && part.Of(fact) < 0 ? "less than can be stated" : "more than can be stated";

    internal override decimal? ActualToCut(TFact fact, decimal at)
    {
        if (part.Of(fact) is not { } actual || whole.Of(fact) is not { } target || (IsLowerBetter(fact) && at == 0))
            return null;

        var ((a, actualUnit), (t, targetUnit), (c, cutUnit)) = (Exact.Fraction(actual), Exact.Fraction(target), Exact.Fraction(at));
        var (reached, unit) = IsLowerBetter(fact) ? (t * cutUnit, targetUnit * c) : (t * c, targetUnit * cutUnit);
        return Exact.Quotient(reached * actualUnit - a * unit, unit * actualUnit) is { } change
            ? Exact.WithPlaces(change, Math.Max(actual.Scale, target.Scale))
            : null;
    }

    private bool IsLowerBetter(TFact fact) => lowerIsBetter?.Of(fact) is true;

    internal override Measure<THost> Map<THost>(Mapping mapping) =>
        new RatioMeasure<THost>(part.Map<THost>(mapping), whole.Map<THost>(mapping), lowerIsBetter?.MapIfBound<THost>(mapping));
}

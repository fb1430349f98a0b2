using System.Linq.Expressions;
using System.Numerics;
using AccountRules.Expressions;
using AccountRules.Numbers;
using AccountRules.Wording;

namespace AccountRules.Measures;

/// <summary>
/// A quotient beside another, such as a deal size beside that of the period before: compared as products, <c>part * wholeBefore</c> beside
/// <c>cut * (partBefore * whole)</c>, so that neither is divided. A base of 0 or less may be allowed: it has no ratio to tell, but lies above or below.
/// </summary>
internal sealed class GrowthMeasure<TFact>(
    Selector<TFact, decimal?> part, Selector<TFact, decimal?> whole, Selector<TFact, decimal?> partBefore, Selector<TFact, decimal?> wholeBefore,
    bool isOfAnyBase) : Measure<TFact>(Unit.Ratio)
    where TFact : class
{
    internal override Expression Place(ParameterExpression fact, Scale scale, int firstClosed)
    {
        return Above0(wholeBefore, earlier => Above0(whole, by => isOfAnyBase
            ? Tree.OrElse(partBefore.On(fact), Cause.NoTarget, before => PlaceBeside(before, earlier, by))
            : Above0(partBefore, before => PlaceBeside(before, earlier, by))));

        Expression PlaceBeside(Expression before, Expression earlier, Expression by) => Tree.OrElse(
            part.On(fact), Cause.NoActual, now => PlaceRatio(Expression.Multiply(now, earlier), Expression.Multiply(before, by)));

        Expression PlaceRatio(Expression above, Expression below) =>
            Tree.Place(scale, 0, cut => Tree.Past(cut, above, Expression.Multiply(Expression.Constant(cut.At), below)));

        Expression Above0(Selector<TFact, decimal?> read, Func<Expression, Expression> then) => Tree.OrElse(read.On(fact), Cause.NoTarget, number =>
            Expression.Condition(Expression.LessThanOrEqual(number, Expression.Constant(0m)), Tree.Because(Cause.TargetNotPositive), then(number)));
    }

    internal override IEnumerable<RecordedValue> Inputs(TFact fact) =>
    [
        RecordedValue.Of("actual", part.Of(fact)),
        RecordedValue.Of("actualOf", whole.Of(fact)),
        RecordedValue.Of("target", partBefore.Of(fact)),
        RecordedValue.Of("targetOf", wholeBefore.Of(fact)),
    ];

    internal override decimal? ValueOf(TFact fact, DateOnly asOf) => part.Of(fact) is { } now && Unchanged(fact) is var (top, bottom)
        && Exact.Fraction(now) is var (actual, unit) ? Exact.Quotient(actual * bottom, unit * top) : null;

    internal override string Unstated(TFact fact) => part.Of(fact) < 0 ? Message.Text("less than can be stated") : Message.Text("more than can be stated");

    internal override decimal? ActualToCut(TFact fact, decimal at) => part.Of(fact) is { } now && Unchanged(fact) is var (top, bottom)
        && Exact.Fraction(now) is var (actual, unit) && Exact.Fraction(at) is var (cut, cutUnit)
        ? Exact.Quotient(cut * top * unit - actual * cutUnit * bottom, cutUnit * bottom * unit)
        : null;

    internal override Measure<THost> Map<THost>(Mapping mapping) => new GrowthMeasure<THost>(
        part.Map<THost>(mapping), whole.Map<THost>(mapping), partBefore.Map<THost>(mapping), wholeBefore.Map<THost>(mapping), isOfAnyBase);

    /// <summary>The part that would be as much of its whole as the one before was of its own, as a fraction; <c>null</c> where there is none.</summary>
    private (BigInteger Top, BigInteger Bottom)? Unchanged(TFact fact)
    {
        if (whole.Of(fact) is not ({ } by and > 0) || partBefore.Of(fact) is not ({ } before and > 0) || wholeBefore.Of(fact) is not ({ } earlier and > 0))
            return null;

        var ((w, wUnit), (p, pUnit), (e, eUnit)) = (Exact.Fraction(by), Exact.Fraction(before), Exact.Fraction(earlier));
        return (p * w * eUnit, pUnit * wUnit * e);
    }
}

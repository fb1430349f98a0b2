using System.Linq.Expressions;
using System.Numerics;
using AccountRules.Expressions;
using AccountRules.Numbers;

namespace AccountRules.Measures;

internal sealed class AmountMeasure<TFact>(Selector<TFact, decimal?> amount, UnitName? unit) : Measure<TFact>(Unit.Amount, unit)
    where TFact : class
{
    internal override Expression Place(ParameterExpression fact, Scale scale, int firstClosed) =>
        Tree.OrElse(amount.On(fact), Cause.NoAmount, value => Tree.Place(scale, 0, cut => Tree.Past(cut, value, Expression.Constant(cut.At))));

    internal override Expression Past(ParameterExpression fact, Expression cuts, Func<Expression, Expression> place) =>
        Tree.OrElse(amount.On(fact), Cause.NoAmount, value => place(Lowering.Past(value, whole: null, cuts)));

    internal override Expression CutsIn(IEnumerable<Cut[]> scales) => Expression.Constant(scales.Select(cuts => new AmountCuts(cuts)).ToArray());

    internal override IEnumerable<RecordedValue> Inputs(TFact fact) => [RecordedValue.Of("amount", amount.Of(fact))];

    internal override decimal? ValueOf(TFact fact, DateOnly asOf) => amount.Of(fact);

    internal override bool IsFraction => true;

    internal override (BigInteger Numerator, BigInteger Denominator) FractionOf(TFact fact) => Exact.Fraction(amount.Of(fact)!.Value);

    internal override (Expression Numerator, Expression Denominator) FractionOn(ParameterExpression fact) =>
        (Tree.ValueOf(amount.On(fact)), Expression.Constant(1m));

    internal override Measure<THost> Map<THost>(Mapping mapping) => new AmountMeasure<THost>(amount.Map<THost>(mapping), UnitName);
}

using System.Linq.Expressions;
using AccountRules.Expressions;

namespace AccountRules.Measures;

internal sealed class AmountMeasure<TFact>(Selector<TFact, decimal?> amount) : Measure<TFact>(Unit.Amount)
    where TFact : class
{
    internal override Expression Place(ParameterExpression fact, Scale scale, int firstClosed) =>
        Tree.OrElse(amount.On(fact), Cause.NoAmount, value => Tree.Place(scale, 0, cut => Tree.Past(cut, value, Expression.Constant(cut.At))));

    internal override IEnumerable<RecordedValue> Inputs(TFact fact) => [RecordedValue.Of("amount", amount.Of(fact))];

    internal override decimal? ValueOf(TFact fact, DateOnly asOf) => amount.Of(fact);

    internal override Measure<THost> Map<THost>(Mapping mapping) => new AmountMeasure<THost>(amount.Map<THost>(mapping));
}

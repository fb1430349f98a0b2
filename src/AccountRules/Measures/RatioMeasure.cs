using System.Linq.Expressions;
using System.Numerics;
using AccountRules.Expressions;
using AccountRules.Numbers;
using AccountRules.Wording;

namespace AccountRules.Measures;

internal sealed class RatioMeasure<TFact>(
    Selector<TFact, decimal?> part, Selector<TFact, decimal?> whole, Selector<TFact, bool>? lowerIsBetter,
    Proportion<TFact>? share, Unit unit = Unit.Ratio, UnitName? unitName = null) : Measure<TFact>(unit, unitName)
    where TFact : class
{
    /// <summary>What a fact without an actual says of why, if it does.</summary>
    public WhyNoActual<TFact>? Why { get; init; }

    /// <summary>Of what several things part and whole are made, if of several: then they have no unit that a distance could be told in.</summary>
    public Selector<TFact, string?>? MadeOf { get; init; }

    /// <summary>A share of nothing is no target.</summary>
    private const int LeastShare = 1;

    internal override IEnumerable<LambdaExpression> Within => share is null ? [] : [share.Part.Lambda, share.Whole.Lambda];

    internal override Expression Place(ParameterExpression fact, Scale scale, int firstClosed) => Place(fact, (above, below) =>
        Tree.Place(scale, 0, cut => Tree.Past(cut, above, Expression.Multiply(Expression.Constant(cut.At), below))));

    internal override Expression Past(ParameterExpression fact, Expression cuts, Func<Expression, Expression> place) =>
        Place(fact, (above, below) => place(Lowering.Past(above, below, cuts)));

    internal override Expression CutsIn(IEnumerable<Cut[]> scales) => Expression.Constant(scales.Select(cuts => new RatioCuts(cuts)).ToArray());

    /// <summary>Asks whether there are a part and a whole, and places the one beside the other.</summary>
    private Expression Place(ParameterExpression fact, Func<Expression, Expression, Expression> placeRatio)
    {
        var (p, w) = (part.On(fact), whole.On(fact));
        return Tree.OrElse(w, Cause.NoTarget, target =>
            Expression.Condition(Expression.LessThanOrEqual(target, Expression.Constant(0m)), Tree.Because(Cause.TargetNotPositive),
                Tree.OrElse(p, Why?.Because(fact) ?? Tree.Because(Cause.NoActual), actual => share is null
                    ? PlaceWhole(actual, target)
                    : PlaceShare(actual, target))));

        // The target's share is compared as a whole number too: actual * 31 beside cut * target * 16.
        Expression PlaceShare(Expression actual, Expression target)
        {
            var (of, by) = share.Given(fact);
            var shared = Expression.Condition(share.IsImpossible(fact, LeastShare), Tree.Because(Cause.ImpossibleTargetShare),
                PlaceWhole(Times(actual, by), Times(target, of)));
            return share.IsAll(fact) is { } isAll ? Expression.Condition(isAll, PlaceWhole(actual, target), shared) : shared;
        }

        Expression PlaceWhole(Expression actual, Expression target) => lowerIsBetter is null
            ? placeRatio(actual, target)
            : Expression.Condition(lowerIsBetter.On(fact), placeRatio(target, actual), placeRatio(actual, target));
    }

    internal override IEnumerable<RecordedValue> Inputs(TFact fact)
    {
        yield return RecordedValue.Of(Unit == Unit.Ratio ? "actual" : "sum", part.Of(fact));
        yield return RecordedValue.Of(Unit == Unit.Ratio ? "target" : "count", whole.Of(fact));
        if (share?.Part.Of(fact) is { } of)
            yield return RecordedValue.Of("targetShare", of);

        if (share?.Whole.Of(fact) is { } by)
            yield return RecordedValue.Of("targetShareOf", by);

        if (lowerIsBetter is not null)
            yield return RecordedValue.Of("lowerIsBetter", IsLowerBetter(fact));
    }

    internal override decimal? ValueOf(TFact fact, DateOnly asOf)
    {
        if (part.Of(fact) is not { } actual || whole.Of(fact) is not ({ } target and > 0) || share?.IsPossible(fact, LeastShare) is false)
            return null;

        var (of, by) = ShareOf(fact);
        if (!IsLowerBetter(fact))
            return Exact.Quotient(actual, target, by, of);

        return actual > 0 ? Exact.Quotient(target, actual, of, by) : null;
    }

    internal override string? About(TFact fact, Cause cause) => part.Of(fact) is null ? Why?.About(fact, cause) : null;

    internal override bool HasNoEnd(TFact fact) => IsLowerBetter(fact) && part.Of(fact) <= 0;

    internal override string Unstated(TFact fact) => !IsLowerBetter(fact) && part.Of(fact) < 0
        ? Message.Text("less than can be stated")
        : Message.Text("more than can be stated");

    internal override string Basis(TFact fact) =>
        ShareOf(fact) is var (of, by) && of != by ? Message.Of($" of {of}/{by} of the target") : "";

    internal override decimal? ActualToCut(TFact fact, decimal at)
    {
        if (Unit != Unit.Ratio || MadeOf?.Of(fact) is not null || part.Of(fact) is not { } actual || whole.Of(fact) is not { } target
            || (IsLowerBetter(fact) && at == 0))
        {
            return null;
        }

        var (of, by) = ShareOf(fact);
        var ((a, actualUnit), (t, targetUnit), (c, cutUnit)) = (Exact.Fraction(actual), Exact.Fraction(target), Exact.Fraction(at));
        (t, targetUnit) = (t * of, targetUnit * by);
        var (reached, unit) = IsLowerBetter(fact) ? (t * cutUnit, targetUnit * c) : (t * c, targetUnit * cutUnit);
        return Exact.Quotient(reached * actualUnit - a * unit, unit * actualUnit) is { } change
            ? Exact.WithPlaces(change, Math.Max(actual.Scale, target.Scale))
            : null;
    }

    internal override bool IsFraction => lowerIsBetter is null;

    internal override (BigInteger Numerator, BigInteger Denominator) FractionOf(TFact fact)
    {
        var (of, by) = ShareOf(fact);
        var ((p, partUnit), (w, wholeUnit)) = (Exact.Fraction(part.Of(fact)!.Value), Exact.Fraction(whole.Of(fact)!.Value));
        return (p * by * wholeUnit, w * of * partUnit);
    }

    internal override (Expression Numerator, Expression Denominator) FractionOn(ParameterExpression fact)
    {
        var (actual, target) = (Tree.ValueOf(part.On(fact)), Tree.ValueOf(whole.On(fact)));
        return share?.On(fact) is var (of, by) ? (Times(actual, by), Times(target, of)) : (actual, target);
    }

    private bool IsLowerBetter(TFact fact) => lowerIsBetter?.Of(fact) is true;

    private (int Part, int Whole) ShareOf(TFact fact) => share?.Of(fact) ?? (1, 1);

    private static BinaryExpression Times(Expression value, Expression number) => Expression.Multiply(value, Expression.Convert(number, typeof(decimal)));

    internal override Measure<THost> Map<THost>(Mapping mapping) =>
        new RatioMeasure<THost>(
            part.Map<THost>(mapping), whole.Map<THost>(mapping), lowerIsBetter?.MapIfBound<THost>(mapping), share?.MapIfBound<THost>(mapping), Unit, UnitName)
        {
            Why = Why?.MapIfBound<THost>(mapping),
            MadeOf = MadeOf?.MapIfBound<THost>(mapping),
        };
}

using System.Linq.Expressions;
using System.Numerics;
using AccountRules.Expressions;

namespace AccountRules;

/// <summary>What a rule reads off a fact. Made by <see cref="Measure"/>; immutable and safe for use by many threads.</summary>
/// <typeparam name="TFact">The type of the fact.</typeparam>
public abstract class Measure<TFact>
    where TFact : class
{
    private protected Measure(Unit unit, UnitName? unitName = null) => (Unit, UnitName) = (unit, unitName);

    /// <summary>The unit of the value and of the cuts.</summary>
    public Unit Unit { get; }

    /// <summary>What the value is an amount of; <c>null</c> where it is none, or nothing is said of it.</summary>
    public UnitName? UnitName { get; }

    /// <summary>The date on which the fact begins, where the measure knows it.</summary>
    internal virtual Selector<TFact, DateOnly?>? Begins => null;

    /// <summary>Whether a fact may lack the date on which it begins, and is then taken as begun.</summary>
    internal virtual bool MayLackStart => false;

    /// <summary>The date that days are counted from.</summary>
    internal virtual Selector<TFact, DateOnly?>? Origin => null;

    /// <summary>The date on which the fact ends, where the measure knows it.</summary>
    internal virtual Selector<TFact, DateOnly?>? Ends => null;

    /// <summary>What the value is made of beside what is told of it, such as the share of a target: a place on the scale is said without it.</summary>
    internal virtual IEnumerable<LambdaExpression> Within => [];

    /// <summary>The index of the fact's band on the scale; a closed fact's counted from <paramref name="firstClosed"/>.</summary>
    internal abstract Expression Place(ParameterExpression fact, Scale scale, int firstClosed);

    /// <summary>
    /// The same in memory by cuts that another expression gives, of those that <see cref="CutsIn"/> makes: how many of them the value is past, or why there is
    /// none.
    /// <c>null</c> where the measure has no such cuts.
    /// </summary>
    internal virtual Expression? Past(ParameterExpression fact, Expression cuts, Func<Expression, Expression> place) => null;

    /// <summary>What <see cref="Past"/> takes for each of many scales, as an array; <c>null</c> where the measure has no such cuts.</summary>
    internal virtual Expression? CutsIn(IEnumerable<Cut[]> scales) => null;

    /// <summary>What is read off the fact, by the name of the part that it plays; also what is missing.</summary>
    internal abstract IEnumerable<RecordedValue> Inputs(TFact fact);

    /// <summary>The value for people; <c>null</c> where there is none.</summary>
    internal abstract decimal? ValueOf(TFact fact, DateOnly asOf);

    /// <summary>Whether the value has no end: it lies above every number.</summary>
    internal virtual bool HasNoEnd(TFact fact) => false;

    /// <summary>A value that no decimal holds, in words.</summary>
    internal virtual string Unstated(TFact fact) => "nothing";

    /// <summary>What a cause is about, such as a KPI, where it is not about the fact itself.</summary>
    internal virtual string? About(TFact fact, Cause cause) => null;

    /// <summary>What a ratio is taken of where that is a share of the target, in words that follow the value; empty otherwise.</summary>
    internal virtual string Basis(TFact fact) => "";

    /// <summary>
    /// How much more (less, where negative) a ratio's actual would be at a cut, in its own unit; <c>null</c> for other measures, and where no decimal holds it.
    /// </summary>
    internal virtual decimal? ActualToCut(TFact fact, decimal at) => null;

    /// <summary>Whether the value is a quotient of two numbers of the fact, of which the second is above 0: along a line only such a value pays.</summary>
    internal virtual bool IsFraction => false;

    /// <summary>The value as numerator and denominator, for a fact that has a band.</summary>
    internal virtual (BigInteger Numerator, BigInteger Denominator) FractionOf(TFact fact) => throw new NotSupportedException();

    /// <summary>The same in a query.</summary>
    internal virtual (Expression Numerator, Expression Denominator) FractionOn(ParameterExpression fact) => throw new NotSupportedException();

    internal abstract Measure<THost> Map<THost>(Mapping mapping)
        where THost : class;
}

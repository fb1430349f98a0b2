using System.Linq.Expressions;
using System.Numerics;
using AccountRules.Numbers;

namespace AccountRules;

/// <summary>
/// A factor that goes along a line: so much at the beginning of a band, and so much more for what the value lies above it. Exact: it is a fraction, since most
/// slopes are no decimals.
/// </summary>
/// <param name="Base">The factor where the line begins.</param>
/// <param name="At">The value where it begins.</param>
/// <param name="Rise">How much more the factor is where the value is <paramref name="Run"/> more; 0 or more.</param>
/// <param name="Run">Above 0.</param>
internal sealed record FactorLine(decimal Base, decimal At, decimal Rise, decimal Run)
{
    /// <summary>Whether a value below the beginning counts as one there, as below 0 in the lowest band.</summary>
    public bool IsCutBelow { get; init; }

    /// <summary>The factor at a value, both as numerator and denominator, the latter above 0.</summary>
    public (BigInteger Numerator, BigInteger Denominator) Of(BigInteger value, BigInteger of)
    {
        var ((b, bUnit), (at, atUnit)) = (Exact.Fraction(Base), Exact.Fraction(At));
        var ((rise, riseUnit), (run, runUnit)) = (Exact.Fraction(Rise), Exact.Fraction(Run));
        var (above, aboveUnit) = (value * atUnit - at * of, of * atUnit);
        if (IsCutBelow && above.Sign < 0)
            above = 0;

        var unit = riseUnit * run * aboveUnit;
        return (b * unit + rise * runUnit * above * bUnit, bUnit * unit);
    }

    /// <summary>The same in a query, whose value is a quotient of two columns or expressions.</summary>
    public (Expression Numerator, Expression Denominator) Of(Expression value, Expression of)
    {
        Expression above = Expression.Subtract(value, Times(At, of));
        if (IsCutBelow)
            above = Expression.Condition(Expression.LessThan(above, Expression.Constant(0m)), Expression.Constant(0m), above);

        var unit = Times(Run, of);
        return (Expression.Add(Times(Base, unit), Times(Rise, above)), unit);
    }

    private static Expression Times(decimal factor, Expression value) => factor == 1 ? value : Expression.Multiply(Expression.Constant(factor), value);
}

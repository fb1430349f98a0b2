using System.Numerics;

namespace AccountRules.Numbers;

/// <summary>A sum of fractions, without rounding.</summary>
internal sealed class ExactSum
{
    private BigInteger numerator = BigInteger.Zero;
    private BigInteger denominator = BigInteger.One;

    public bool IsZero => numerator.IsZero;

    /// <summary>Adds <c>factor * part / whole</c>.</summary>
    public void Add(decimal factor, decimal part, decimal whole)
    {
        var (f, fUnit) = Exact.Fraction(factor);
        var (p, pUnit) = Exact.Fraction(part);
        var (w, wUnit) = Exact.Fraction(whole);
        var (top, bottom) = (f * p * wUnit, fUnit * pUnit * w);
        (numerator, denominator) = (numerator * bottom + top * denominator, denominator * bottom);
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (numerator, denominator) = (numerator / common, denominator / common);
    }

    public decimal? DividedBy(ExactSum other) => Exact.Quotient(numerator * other.denominator, denominator * other.numerator);
}

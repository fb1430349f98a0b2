using System.Numerics;

namespace AccountRules.Numbers;

/// <summary>A sum of fractions, without rounding.</summary>
internal sealed class ExactSum
{
    private BigInteger numerator = BigInteger.Zero;
    private BigInteger denominator = BigInteger.One;

    public bool IsZero => numerator.IsZero;

    public bool IsAbove0 => numerator.Sign > 0;

    /// <summary>The sum; <c>null</c> where no decimal holds it, or it has no end.</summary>
    public decimal? Value => Exact.Quotient(numerator, denominator) is { } value && Exact.Fraction(value) is var (top, bottom)
        && top * denominator == numerator * bottom ? value : null;

    /// <summary>Adds <c>factor * part / whole</c>, the part and the whole each taken a number of times.</summary>
    public void Add(decimal factor, decimal part, decimal whole, int partTimes = 1, int wholeTimes = 1)
    {
        var (f, fUnit) = Exact.Fraction(factor);
        var (p, pUnit) = Exact.Fraction(part);
        var (w, wUnit) = Exact.Fraction(whole);
        Add(f * p * wUnit * partTimes, fUnit * pUnit * w * wholeTimes);
    }

    private void Add(BigInteger top, BigInteger bottom)
    {
        (numerator, denominator) = (numerator * bottom + top * denominator, denominator * bottom);
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (numerator, denominator) = (numerator / common, denominator / common);
    }

    /// <summary>The sum to as many digits as a decimal has; <c>null</c> where it is too large.</summary>
    public decimal? Nearest => Exact.Quotient(numerator, denominator);

    /// <summary>Adds another sum.</summary>
    public void Add(ExactSum other) => Add(other.numerator, other.denominator);

    /// <summary>Adds <c>factor * part / whole</c> of sums.</summary>
    public void Add(decimal factor, ExactSum part, ExactSum whole)
    {
        var (f, fUnit) = Exact.Fraction(factor);
        Add(f * part.numerator * whole.denominator, fUnit * part.denominator * whole.numerator);
    }

    /// <summary>Whether it is more (above 0), as much (0) or less (below 0) than another sum a number of times.</summary>
    public int CompareTo(decimal times, ExactSum other) => Exact.Fraction(times) is var (top, bottom)
        ? (numerator * other.denominator * bottom).CompareTo(top * other.numerator * denominator)
        : 0;

    /// <summary>What a part is of the sum, to as many digits as a decimal has.</summary>
    public decimal? PartOf(decimal part) => Exact.Fraction(part) is var (top, bottom) ? Exact.Quotient(top * denominator, bottom * numerator) : null;

    public decimal? DividedBy(ExactSum other) => Exact.Quotient(numerator * other.denominator, denominator * other.numerator);

    /// <summary>The quotient in lowest terms where it has no end as a decimal; <c>null</c> where it has one, and where no decimals hold the terms.</summary>
    public (decimal Numerator, decimal Denominator)? FractionOf(ExactSum other)
    {
        var (top, bottom) = (numerator * other.denominator, denominator * other.numerator);
        var common = BigInteger.GreatestCommonDivisor(top, bottom) * bottom.Sign;
        (top, bottom) = (top / common, bottom / common);
        return Exact.Quotient(top, bottom) is { } value && Exact.Fraction(value) is var (digits, places) && digits * bottom != top * places
            && Exact.Value(top, 0) is { } whole && Exact.Value(bottom, 0) is { } of ? (whole, of) : null;
    }
}

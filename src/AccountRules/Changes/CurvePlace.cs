using System.Globalization;
using System.Numerics;
using AccountRules.Numbers;

namespace AccountRules.Changes;

/// <summary>
/// A place on the line of a term's values, exact: a fraction, and whether what begins there holds at the place itself. Ordered along the line.
/// </summary>
internal readonly struct CurvePlace
{
    private readonly BigInteger top;
    private readonly BigInteger bottom;

    /// <summary>The value as far as a decimal holds it: of two places whose values differ here the order is theirs.</summary>
    private readonly decimal near;

    private CurvePlace(BigInteger top, BigInteger bottom, decimal near, Edge edge) => (this.top, this.bottom, this.near, Edge) = (top, bottom, near, edge);

    /// <summary>The order along the line.</summary>
    public static IComparer<CurvePlace> Along { get; } = Comparer<CurvePlace>.Create(Compare);

    /// <summary>Which side of the place owns the place itself.</summary>
    public Edge Edge { get; }

    /// <summary>A place at a fraction, whose denominator is above 0; <c>null</c> where it is larger than any decimal, and so than any term.</summary>
    public static CurvePlace? Of(BigInteger top, BigInteger bottom, Edge edge) =>
        Exact.Quotient(top, bottom) is { } near ? new(top, bottom, near, edge) : null;

    /// <summary>A place at a decimal.</summary>
    public static CurvePlace Of(decimal at, Edge edge)
    {
        var (top, bottom) = Exact.Fraction(at);
        return new(top, bottom, at, edge);
    }

    /// <summary>Which of two places comes first, as comparers have it.</summary>
    public static int Compare(CurvePlace one, CurvePlace other)
    {
        var order = one.near.CompareTo(other.near);
        if (order == 0)
            order = (one.top * other.bottom).CompareTo(other.top * one.bottom);

        return order != 0 ? order : one.Edge.CompareTo(other.Edge);
    }

    /// <summary>Whether a decimal lies at the place or behind it.</summary>
    public bool Holds(decimal value) => Compare(this, Of(value, Edge.From)) <= 0;

    /// <summary>The value: with every digit, or as a fraction in lowest terms where it has no end as a decimal.</summary>
    public override string ToString()
    {
        if (IsDecimal)
            return Exact.Trimmed(near).ToString(CultureInfo.InvariantCulture);

        var common = BigInteger.GreatestCommonDivisor(top, bottom);
        return string.Create(CultureInfo.InvariantCulture, $"{top / common}/{bottom / common}");
    }

    /// <summary>
    /// The place itself where it is a decimal and belongs to what begins there; else the decimal with the fewest places from here to where the next thing
    /// begins, or to the end of the range; <c>null</c> where there is none.
    /// </summary>
    public decimal? First(CurvePlace? next, decimal last)
    {
        if (IsDecimal && Edge == Edge.From)
            return Exact.Trimmed(near);

        for (var places = 0; places <= 28; places++)
        {
            var unit = BigInteger.Pow(10, places);
            var floor = BigInteger.DivRem(top * unit, bottom, out var rest);
            if (rest.Sign < 0)
                floor -= 1;

            if (Exact.Value(floor + 1, places) is { } value && value <= last && next?.Holds(value) is not true)
                return value;
        }

        return null;
    }

    private bool IsDecimal => Exact.Fraction(near) is var (nearTop, nearBottom) && nearTop * bottom == top * nearBottom;
}

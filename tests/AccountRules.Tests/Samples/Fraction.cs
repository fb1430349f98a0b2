using System.Globalization;
using System.Numerics;

namespace AccountRules.Tests.Samples;

/// <summary>A fraction of whole numbers, for a recomputation that rounds nothing on the way.</summary>
internal readonly record struct Fraction(BigInteger Over, BigInteger Under) : IComparable<Fraction>
{
    public static Fraction Parse(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? 0 : text.Length - point - 1;
        return new(BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), BigInteger.Pow(10, places));
    }

    public static implicit operator Fraction(int whole) => new(whole, 1);

    /// <summary>A number as a document writes it.</summary>
    public static implicit operator Fraction(decimal written) => Parse(written.ToString(CultureInfo.InvariantCulture));

    public static Fraction operator +(Fraction a, Fraction b) => new((a.Over * b.Under) + (b.Over * a.Under), a.Under * b.Under);

    public static Fraction operator -(Fraction a, Fraction b) => new((a.Over * b.Under) - (b.Over * a.Under), a.Under * b.Under);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Over * b.Over, a.Under * b.Under);

    /// <summary>By a number above 0.</summary>
    public static Fraction operator /(Fraction a, Fraction b) => new(a.Over * b.Under, a.Under * b.Over);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    public int CompareTo(Fraction other) => (Over * other.Under).CompareTo(other.Over * Under);

    /// <summary>The whole multiple of a unit, of a number that is not below 0.</summary>
    public Fraction Rounded(Fraction unit, string way)
    {
        var of = this / unit;
        var (whole, rest) = (BigInteger.Divide(of.Over, of.Under), of.Over % of.Under);
        var isUp = way switch
        {
            "up" => !rest.IsZero,
            "down" or "towardZero" => false,
            "halfToEven" => rest * 2 > of.Under || (rest * 2 == of.Under && !whole.IsEven),
            _ => rest * 2 >= of.Under,
        };
        return new Fraction(isUp ? whole + 1 : whole, 1) * unit;
    }

    /// <summary>A number that ends, with at most ten places.</summary>
    public decimal ToDecimal()
    {
        var (units, rest) = (Over * 10_000_000_000 / Under, Over * 10_000_000_000 % Under);
        return rest.IsZero ? (decimal)units / 10_000_000_000 : throw new InvalidOperationException($"{Over}/{Under} does not end.");
    }
}

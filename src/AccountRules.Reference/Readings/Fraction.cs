using System.Numerics;

namespace AccountRules.Reference;

/// <summary>An exact fraction; the oracle compares and multiplies nothing but these.</summary>
internal readonly record struct Fraction(BigInteger Numerator, BigInteger Denominator) : IComparable<Fraction>
{
    private static readonly BigInteger LargestMantissa = (BigInteger.One << 96) - 1;

    public static Fraction Of(decimal value)
    {
        var bits = decimal.GetBits(value);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        return new(bits[3] < 0 ? -mantissa : mantissa, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    public static Fraction operator *(Fraction left, Fraction right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>Whether a decimal holds it, of a power of ten as denominator: "an amount too large to state is Undetermined".</summary>
    public bool IsDecimal
    {
        get
        {
            var (digits, tenths) = (Numerator, Denominator);
            while (tenths > 1 && digits % 10 == 0)
                (digits, tenths) = (digits / 10, tenths / 10);

            return tenths <= BigInteger.Pow(10, 28) && BigInteger.Abs(digits) <= LargestMantissa;
        }
    }

    /// <summary>The sum.</summary>
    public Fraction Plus(Fraction other) =>
        new(Numerator * other.Denominator + other.Numerator * Denominator, Denominator * other.Denominator);

    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>Denominators are powers of ten, so they are above 0.</summary>
    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The fraction over a positive divisor.</summary>
    public Fraction Over(Fraction divisor) => divisor.Numerator.Sign > 0
        ? new(Numerator * divisor.Denominator, Denominator * divisor.Numerator)
        : throw new ArgumentOutOfRangeException(nameof(divisor));

    /// <summary>"A prorated share of the target, two whole numbers, such as 16 of 31": all of it without both; <c>null</c> where that is no share.</summary>
    public static Fraction? ShareOf(Fraction target, int? share, int? of) => (share, of) switch
    {
        (null, null) => target,
        ({ } part, { } whole) when part >= 1 && part <= whole => target * new Fraction(part, whole),
        _ => null,
    };

    /// <summary>Rounded to a number of places; <c>null</c> where no decimal holds the result.</summary>
    public decimal? Rounded(int places, Halves halves) => RoundedTo(new(1, BigInteger.Pow(10, places)), places, halves);

    /// <summary>Rounded to a whole number of steps, which have at most so many places; <c>null</c> where no decimal holds the result.</summary>
    public decimal? RoundedTo(Fraction step, int places, Halves halves)
    {
        var steps = new Fraction(BigInteger.Abs(Numerator), Denominator).Over(step);
        var down = steps.Numerator / steps.Denominator;
        var twiceTheRest = 2 * (steps.Numerator - down * steps.Denominator);
        var up = halves switch
        {
            Halves.AwayFromZero => twiceTheRest >= steps.Denominator,
            Halves.Up => twiceTheRest > 0,
            Halves.ToEven => twiceTheRest > steps.Denominator || (twiceTheRest == steps.Denominator && !down.IsEven),
            _ => false,
        };
        return ToDecimal((up ? down + 1 : down) * step.Numerator * BigInteger.Pow(10, places) / step.Denominator, places, Numerator.Sign < 0);
    }

    private static decimal? ToDecimal(BigInteger mantissa, int scale, bool isNegative)
    {
        while (scale > 0 && (mantissa % 10).IsZero)
            (mantissa, scale) = (mantissa / 10, scale - 1);

        if (mantissa > LargestMantissa)
            return null;

        return new decimal(
            (int)(uint)(mantissa & uint.MaxValue), (int)(uint)((mantissa >> 32) & uint.MaxValue), (int)(uint)(mantissa >> 64), isNegative, (byte)scale);
    }
}

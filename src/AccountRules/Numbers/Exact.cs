using System.Numerics;
using System.Runtime.CompilerServices;

namespace AccountRules.Numbers;

/// <summary>Decimal arithmetic without rounding: <c>decimal</c>'s own products and quotients round past 28 digits, and may overflow.</summary>
internal static class Exact
{
    /// <summary>The sign of <c>part - cut * whole</c>, for all decimals.</summary>
    public static int Compare(decimal part, decimal cut, decimal whole)
    {
        DecimalBits p = DecimalBits.Of(part), c = DecimalBits.Of(cut), w = DecimalBits.Of(whole);
        var scale = c.Scale + w.Scale - p.Scale;
        var product = (UInt128)c.Low * w.Low;
        // Quicker where 128 bits suffice.
        if ((p.High | c.High | w.High) == 0 && (scale is >= 0 and < 20 || (scale is < 0 and > -20 && product <= ulong.MaxValue)))
        {
            var left = (UInt128)p.Low * PowersOfTen.Of(Math.Max(scale, 0));
            var right = scale >= 0 ? product : product * PowersOfTen.Of(-scale);
            var (leftNegative, rightNegative) = (p.IsNegative && left != 0, c.IsNegative != w.IsNegative && right != 0);
            return leftNegative != rightNegative ? (leftNegative ? -1 : 1) : leftNegative ? right.CompareTo(left) : left.CompareTo(right);
        }

        return CompareWide(p, c, w, scale);
    }

    /// <summary>The sign of <c>part * partTimes - cut * whole * wholeTimes</c>, for all decimals and both numbers above 0.</summary>
    public static int CompareTimes(decimal part, int partTimes, decimal cut, decimal whole, int wholeTimes)
    {
        DecimalBits p = DecimalBits.Of(part), c = DecimalBits.Of(cut), w = DecimalBits.Of(whole);
        return CompareWide(p, c, w, c.Scale + w.Scale - p.Scale, (uint)partTimes, (uint)wholeTimes);
    }

    /// <summary>The sign of a decimal.</summary>
    public static int Sign(decimal value) => DecimalBits.Of(value).Sign;

    /// <summary>The first number that takes more than 64 bits.</summary>
    public const decimal PastLow = 18446744073709551616m;

    /// <summary>Whether a decimal is above another that is no less than <see cref="PastLow"/>: few have as many digits, and need to be compared.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAboveLarge(decimal value, decimal large) => DecimalBits.Of(value).High != 0 && value > large;

    /// <summary>1 for <c>true</c>, without a branch: sums of comparisons do not wait for a guess at each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int One(bool condition) => Unsafe.BitCast<bool, byte>(condition);

    /// <summary>
    /// The same for mantissas of up to 96 bits, without allocating: 10 limbs hold a product, a number of 31 bits that it is taken times, and the powers of ten
    /// that put both sides on one scale.
    /// </summary>
    private static int CompareWide(in DecimalBits p, in DecimalBits c, in DecimalBits w, int scale, uint partTimes = 1, uint wholeTimes = 1)
    {
        Span<uint> left = stackalloc uint[10], right = stackalloc uint[10], factor = stackalloc uint[3], addend = stackalloc uint[10];
        p.CopyTo(left);
        c.CopyTo(factor);
        for (var i = 0; i < factor.Length; i++)
        {
            addend.Clear();
            w.CopyTo(addend[i..]);
            Limbs.Multiply(addend, factor[i]);
            Limbs.Add(right, addend);
        }

        Limbs.Multiply(left, partTimes);
        Limbs.Multiply(right, wholeTimes);
        Limbs.MultiplyByPowerOfTen(scale >= 0 ? left : right, Math.Abs(scale));
        var (leftSign, rightSign) = (p.Sign, c.Sign * w.Sign);
        return leftSign != rightSign ? leftSign.CompareTo(rightSign) : leftSign * Limbs.Compare(left, right);
    }

    /// <summary>
    /// The quotient as a decimal: exact where it has an end, otherwise cut after its last digit that fits and made odd there, so that it lies on the same
    /// side as the true quotient of every number with fewer digits. <c>null</c> where it is too large.
    /// </summary>
    public static decimal? Quotient(BigInteger dividend, BigInteger divisor)
    {
        if (divisor.Sign < 0)
            (dividend, divisor) = (-dividend, -divisor);

        for (var scale = 28; scale >= 0; scale--)
        {
            var quotient = BigInteger.DivRem(BigInteger.Abs(dividend) * BigInteger.Pow(10, scale), divisor, out var rest);
            if (quotient >> 96 != 0)
                continue;

            if (!rest.IsZero)
                quotient |= BigInteger.One;

            return Make(quotient, scale, dividend.Sign < 0);
        }

        return null;
    }

    /// <inheritdoc cref="Quotient(BigInteger, BigInteger)"/>
    public static decimal? Quotient(decimal part, decimal whole, int partTimes = 1, int wholeTimes = 1)
    {
        DecimalBits p = DecimalBits.Of(part), w = DecimalBits.Of(whole);
        // Quicker where 64 bits suffice.
        if (partTimes == 1 && wholeTimes == 1 && Narrow.TryQuotient(p, w, out var quotient))
            return quotient;

        return Quotient(p.Mantissa * partTimes * BigInteger.Pow(10, w.Scale), w.Mantissa * wholeTimes * BigInteger.Pow(10, p.Scale));
    }

    /// <summary>
    /// A share of the product, rounded once to a number of places, or to whole increments, which have no more places; <c>null</c> where the result does not fit
    /// a decimal.
    /// </summary>
    public static decimal? RoundedProduct(
        decimal left, decimal right, int decimals, MidpointRounding rounding, long share = 1, long of = 1, decimal? increment = null)
    {
        DecimalBits l = DecimalBits.Of(left), r = DecimalBits.Of(right), step = DecimalBits.Of(increment ?? Unit(decimals));
        // Quicker where 64 bits suffice.
        if (Narrow.TryRoundedProduct(l, r, decimals, rounding, share, of, step, out var rounded))
            return rounded;

        var (product, scale) = (l.Mantissa * r.Mantissa, l.Scale + r.Scale);
        if (share != of || increment is not null)
        {
            product = Rounded(product * share * BigInteger.Pow(10, step.Scale), BigInteger.Pow(10, scale) * of * step.Mantissa, rounding) * step.Mantissa;
            scale = step.Scale;
        }
        else if (scale > decimals)
        {
            (product, scale) = (Rounded(product, BigInteger.Pow(10, scale - decimals), rounding), decimals);
        }

        return Value(product, scale) is { } value ? WithPlaces(value, decimals) : null;
    }

    /// <summary>
    /// A quotient, of which the divisor is above 0, rounded once to a number of places, or to whole increments; <c>null</c> where it does not fit a decimal.
    /// </summary>
    public static decimal? RoundedQuotient(BigInteger dividend, BigInteger divisor, int decimals, MidpointRounding rounding, decimal? increment)
    {
        var step = DecimalBits.Of(increment ?? Unit(decimals));
        var units = Rounded(dividend * BigInteger.Pow(10, step.Scale), divisor * step.Mantissa, rounding);
        return Value(units * step.Mantissa, step.Scale) is { } value ? WithPlaces(value, decimals) : null;
    }

    /// <summary>The largest whole number that times a factor, with so many places, fits a decimal.</summary>
    public static decimal LargestFor(decimal factor, int places)
    {
        var (top, bottom) = Fraction(factor);
        return (decimal)(((BigInteger.One << 96) - 1) * bottom / (top * BigInteger.Pow(10, places)));
    }

    /// <summary>The quotient, rounded to a whole number; the divisor is above 0.</summary>
    private static BigInteger Rounded(BigInteger dividend, BigInteger divisor, MidpointRounding rounding)
    {
        var whole = BigInteger.DivRem(dividend, divisor, out var rest);
        var half = (BigInteger.Abs(rest) * 2).CompareTo(divisor);
        return IsAway(rounding, half, !whole.IsEven, rest.Sign) ? whole + dividend.Sign : whole;
    }

    /// <summary>Whether a quotient is rounded away from zero.</summary>
    /// <param name="rounding">How it is rounded.</param>
    /// <param name="half">How its rest compares with half of the divisor, both without their signs.</param>
    /// <param name="isOdd">Whether what is whole of it is odd.</param>
    /// <param name="sign">The sign of the rest; 0 where there is none.</param>
    public static bool IsAway(MidpointRounding rounding, int half, bool isOdd, int sign) => rounding switch
    {
        MidpointRounding.AwayFromZero => half >= 0,
        MidpointRounding.ToEven => half > 0 || (half == 0 && isOdd),
        MidpointRounding.ToPositiveInfinity => sign > 0,
        MidpointRounding.ToNegativeInfinity => sign < 0,
        _ => false,
    };

    /// <summary>A whole number divided by a power of ten, as a decimal; <c>null</c> where it does not fit one.</summary>
    public static decimal? Value(BigInteger mantissa, int scale)
    {
        while (scale > 0 && (BigInteger.Abs(mantissa) >> 96 != 0 || scale > 28) && BigInteger.Remainder(mantissa, 10).IsZero)
            (mantissa, scale) = (mantissa / 10, scale - 1);

        return BigInteger.Abs(mantissa) >> 96 == 0 && scale <= 28 ? Make(BigInteger.Abs(mantissa), scale, mantissa.Sign < 0) : null;
    }

    /// <summary>The numerator and denominator of a decimal.</summary>
    public static (BigInteger Numerator, BigInteger Denominator) Fraction(decimal value)
    {
        var parts = DecimalBits.Of(value);
        return (parts.Mantissa, BigInteger.Pow(10, parts.Scale));
    }

    /// <summary>The numerator and denominator of a product.</summary>
    public static (BigInteger Numerator, BigInteger Denominator) Product(decimal left, decimal right)
    {
        var ((l, lUnit), (r, rUnit)) = (Fraction(left), Fraction(right));
        return (l * r, lUnit * rUnit);
    }

    /// <summary>One in the last of so many places, such as 0.01 for 2.</summary>
    public static decimal Unit(int places) => new(1, 0, 0, isNegative: false, (byte)places);

    /// <summary>The same value without zeros at its end.</summary>
    public static decimal Trimmed(decimal value)
    {
        var bits = DecimalBits.Of(value);
        return bits.Scale == 0 || bits.LastDigit != 0 ? value : value / 1.0000000000000000000000000000m;
    }

    /// <summary>The same value with zeros at its end up to so many places, as many of them as fit.</summary>
    public static decimal WithPlaces(decimal value, int places) => value + new decimal(0, 0, 0, isNegative: false, (byte)places);

    /// <summary>A hundredth of a whole number without places.</summary>
    public static decimal Hundredth(decimal whole)
    {
        var bits = DecimalBits.Of(whole);
        return new((int)bits.Low, (int)(bits.Low >> 32), (int)bits.High, bits.IsNegative, scale: 2);
    }

    private static decimal Make(BigInteger magnitude, int scale, bool negative)
    {
        var (high, low) = ((uint)(magnitude >> 64), (ulong)(magnitude & ulong.MaxValue));
        return Trimmed(new((int)low, (int)(low >> 32), (int)high, negative, (byte)scale));
    }
}

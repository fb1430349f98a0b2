namespace AccountRules.Numbers;

/// <summary>
/// Quotients and rounded products of <see cref="Exact"/> where whole numbers of 64 bits hold the parts: the same results, without a number on the heap.
/// <c>false</c> where they do not suffice.
/// </summary>
internal static class Narrow
{
    private const int MostPlaces = 28;

    /// <summary>Of this many digits, a mantissa of 96 bits becomes longer within 128.</summary>
    private const int MostDigits = 9;

    /// <inheritdoc cref="Exact.Quotient(System.Numerics.BigInteger, System.Numerics.BigInteger)"/>
    public static bool TryQuotient(in DecimalBits part, in DecimalBits whole, out decimal quotient)
    {
        quotient = 0;
        // Quicker where 64 bits suffice.
        if ((part.High | whole.High) != 0 || whole.Low == 0
            || !Fit(part.Low, whole.Scale - part.Scale, out var dividend) || !Fit(whole.Low, part.Scale - whole.Scale, out var divisor))
        {
            return false;
        }

        // Long division, as many digits at once as 64 bits hold of the rest, and the decimal of the quotient.
        var (digits, rest) = Math.DivRem(dividend, divisor);
        var (mantissa, places, step) = ((UInt128)digits, 0, Math.Min(MostDigits, PowersOfTen.Most(ulong.MaxValue / divisor)));
        if (step == 0)
            return false;

        while (rest != 0 && places < MostPlaces && step > 0)
        {
            step = Math.Min(step, MostPlaces - places);
            (digits, var next) = Math.DivRem(rest * PowersOfTen.Of(step), divisor);
            var longer = mantissa * PowersOfTen.Of(step) + digits;
            if (longer >> 96 != 0)
                step--;
            else
                (mantissa, places, rest) = (longer, places + step, next);
        }

        var odd = rest == 0 ? mantissa : mantissa | 1;
        var isNegative = part.IsNegative != whole.IsNegative && odd != 0;
        quotient = Exact.Trimmed(new((int)(uint)odd, (int)(uint)(odd >> 32), (int)(uint)(odd >> 64), isNegative, (byte)places));
        return true;
    }

    /// <inheritdoc cref="Exact.RoundedProduct"/>
    public static bool TryRoundedProduct(
        in DecimalBits left, in DecimalBits right, int decimals, MidpointRounding rounding, long share, long of, in DecimalBits step, out decimal rounded)
    {
        rounded = 0;
        var places = left.Scale + right.Scale - step.Scale;
        // Quicker where 64 bits suffice.
        if ((left.High | right.High | step.High) != 0 || share < 0 || of <= 0 || !Fit(left.Low, right.Low, out var product)
            || !Fit(product, (ulong)share, out product) || !Fit(product, -places, out var dividend)
            || !Fit(step.Low, (ulong)of, out var divisor) || !Fit(divisor, places, out divisor))
        {
            return false;
        }

        var (whole, rest) = Math.DivRem(dividend, divisor);
        var isNegative = left.IsNegative != right.IsNegative;
        if (Exact.IsAway(rounding, rest >= divisor - rest ? (rest == divisor - rest ? 0 : 1) : -1, whole % 2 != 0, rest == 0 ? 0 : isNegative ? -1 : 1))
            whole++;

        if (!Fit(whole, step.Low, out var magnitude) || decimals < step.Scale || !Fit(magnitude, decimals - step.Scale, out magnitude))
            return false;

        rounded = new((int)magnitude, (int)(magnitude >> 32), 0, isNegative && magnitude != 0, (byte)decimals);
        return true;
    }

    private static bool Fit(ulong number, int places, out ulong product)
    {
        product = number;
        return places <= 0 || (places < PowersOfTen.Count && Fit(number, PowersOfTen.Of(places), out product));
    }

    private static bool Fit(ulong left, ulong right, out ulong product) => Math.BigMul(left, right, out product) == 0;
}

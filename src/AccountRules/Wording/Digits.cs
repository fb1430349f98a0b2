using System.Globalization;
using AccountRules.Numbers;

namespace AccountRules.Wording;

/// <summary>Writes a decimal as it is, without zeros at its end, or with as many as money has.</summary>
internal static class Digits
{
    private const int MostPlaces = 28;

    /// <summary>Writes a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="places">How many places it has at least; with more it has no zero at its end.</param>
    /// <param name="destination">Takes the characters.</param>
    /// <param name="written">How many they are.</param>
    /// <returns>Whether there was room.</returns>
    public static bool TryWrite(decimal number, int places, Span<char> destination, out int written)
    {
        var bits = DecimalBits.Of(number);
        if (bits.High == 0 && bits.Sign >= 0 && bits.Scale < PowersOfTen.Count - 1
            && WithPlaces(bits.Low, bits.Scale, places) is var (mantissa, scale) && scale >= places)
        {
            return TryWrite(mantissa, scale, destination, out written);
        }

        number = Exact.Trimmed(number);
        if (number.Scale < places)
            number = Exact.WithPlaces(number, places);

        return number.Scale >= places && number != 0
            ? number.TryFormat(destination, out written, default, CultureInfo.InvariantCulture)
            : number.TryFormat(destination, out written, $"0.{new string('0', places)}{new string('#', MostPlaces - places)}", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The number without zeros at its end beyond so many places, and with as many as are missing; with fewer places where 64 bits do not hold it.
    /// </summary>
    private static (ulong Mantissa, int Scale) WithPlaces(ulong mantissa, int scale, int places)
    {
        while (scale > places && mantissa % 10 == 0)
            (mantissa, scale) = (mantissa / 10, scale - 1);

        while (scale < places && mantissa <= ulong.MaxValue / 10)
            (mantissa, scale) = (mantissa * 10, scale + 1);

        return (mantissa, scale);
    }

    private static bool TryWrite(ulong mantissa, int scale, Span<char> destination, out int written)
    {
        if (scale == 0)
            return mantissa.TryFormat(destination, out written, default, CultureInfo.InvariantCulture);

        var (whole, rest) = Math.DivRem(mantissa, PowersOfTen.Of(scale));
        if (!whole.TryFormat(destination, out written, default, CultureInfo.InvariantCulture) || destination.Length <= written + scale)
            return false;

        destination[written] = '.';
        for (var i = written + scale; i > written; i--)
            (rest, destination[i]) = (rest / 10, (char)('0' + rest % 10));

        written += scale + 1;
        return true;
    }
}

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
        number = Exact.Trimmed(number);
        if (number.Scale < places)
            number = Exact.WithPlaces(number, places);

        var bits = DecimalBits.Of(number);
        if (bits.High == 0 && bits.Sign >= 0 && bits.Scale >= places && bits.Scale < PowersOfTen.Count - 1)
            return TryWrite(bits.Low, bits.Scale, destination, out written);

        return bits.Scale >= places && bits.Sign != 0
            ? number.TryFormat(destination, out written, default, CultureInfo.InvariantCulture)
            : number.TryFormat(destination, out written, $"0.{new string('0', places)}{new string('#', MostPlaces - places)}", CultureInfo.InvariantCulture);
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

using System.Buffers;
using System.Globalization;
using System.Text;

namespace AccountRules.Cli.Input;

/// <summary>Reads dates, numbers and periods from UTF-8, each written in one way only, and never rounded.</summary>
internal static class Values
{
    private const int LongestNumber = 200;
    private const int LongestPeriod = 21;
    private static readonly SearchValues<byte> OfWholeNumbers = SearchValues.Create("+-0123456789"u8);
    private static readonly SearchValues<byte> OfNumbers = SearchValues.Create("+-.0123456789eE"u8);

    /// <summary>Reads <c>yyyy-MM-dd</c>.</summary>
    public static bool TryDate(ReadOnlySpan<byte> utf8, out DateOnly date)
    {
        date = default;
        if (utf8.Length != 10 || utf8[4] != '-' || utf8[7] != '-')
            return false;

        var (year, month, day) = (TwoDigits(utf8) * 100 + TwoDigits(utf8[2..]), TwoDigits(utf8[5..]), TwoDigits(utf8[8..]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || (day > 28 && day > DateTime.DaysInMonth(year, month)))
            return false;

        date = new(year, month, day);
        return true;
    }

    /// <summary>How a period is written, in a few words.</summary>
    public const string Periods = "a period as 2026, 2026-H1, 2026-Q2, 2026-05, 2026-W14, 2026-04/2027-03 or 2026-04-01/2026-04-15";

    /// <summary>Reads a period as <see cref="Period.Parse(string)"/> does.</summary>
    public static bool TryPeriod(ReadOnlySpan<byte> utf8, out Period period)
    {
        Span<char> text = stackalloc char[LongestPeriod];
        period = default;
        return utf8.Length <= text.Length && Ascii.ToUtf16(utf8, text, out var length) == OperationStatus.Done
            && Period.TryParse(text[..length], CultureInfo.InvariantCulture, out period);
    }

    /// <summary>Reads a number with <c>.</c> as its decimal point, and an exponent if it has one; a number that a decimal would round is not read.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> utf8, out decimal number)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        number = 0;
        if (TryShortNumber(utf8, ref number))
            return true;

        return utf8.Length <= LongestNumber
            && !utf8.ContainsAnyExcept(OfNumbers)
            && decimal.TryParse(utf8, style, CultureInfo.InvariantCulture, out number)
            && number.Scale >= PlacesOf(utf8);
    }

    /// <summary>Whether it is a number, of whatever size.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> utf8)
    {
        Take(ref utf8, (byte)'+', (byte)'-');
        var digits = TakeDigits(ref utf8);
        if (Take(ref utf8, (byte)'.', (byte)'.'))
            digits += TakeDigits(ref utf8);

        if (digits == 0 || !Take(ref utf8, (byte)'e', (byte)'E'))
            return digits > 0 && utf8.IsEmpty;

        Take(ref utf8, (byte)'+', (byte)'-');
        return TakeDigits(ref utf8) > 0 && utf8.IsEmpty;
    }

    /// <summary>Reads a whole number that fits 32 bits.</summary>
    public static bool TryWholeNumber(ReadOnlySpan<byte> utf8, out int number) =>
        (utf8.Length is > 0 and <= 9 && TryDigits(utf8, out number))
        || !utf8.ContainsAnyExcept(OfWholeNumbers) & int.TryParse(utf8, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    /// <summary>Reads what most numbers are: up to 18 digits, with a point among them or none.</summary>
    private static bool TryShortNumber(ReadOnlySpan<byte> utf8, ref decimal number)
    {
        if (utf8.Length is 0 or > 19)
            return false;

        var (digits, places, hasPoint) = (0L, 0, false);
        foreach (var c in utf8)
        {
            if (c is >= (byte)'0' and <= (byte)'9')
                (digits, places) = (digits * 10 + c - '0', hasPoint ? places + 1 : 0);
            else if (c == '.' && !hasPoint)
                hasPoint = true;
            else
                return false;
        }

        if (hasPoint ? utf8[0] == '.' || places == 0 : utf8.Length == 19)
            return false;

        number = new((int)digits, (int)(digits >> 32), 0, isNegative: false, (byte)places);
        return true;
    }

    /// <summary>How many decimal places a number needs, zeros at its end aside; none for a zero.</summary>
    private static long PlacesOf(ReadOnlySpan<byte> utf8)
    {
        long exponent = 0;
        if (utf8.IndexOfAny((byte)'e', (byte)'E') is var e and >= 0)
        {
            exponent = int.TryParse(utf8[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power) ? power : int.MinValue;
            utf8 = utf8[..e];
        }

        if (!utf8.ContainsAnyInRange((byte)'1', (byte)'9'))
            return 0;

        var point = utf8.IndexOf((byte)'.');
        var last = utf8.LastIndexOfAnyInRange((byte)'1', (byte)'9');
        var places = point < 0 ? last + 1 - utf8.Length : last > point ? last - point : last + 1 - point;
        return places - exponent;
    }

    /// <summary>Reads digits and nothing else, few enough to fit.</summary>
    private static bool TryDigits(ReadOnlySpan<byte> utf8, out int number)
    {
        number = 0;
        foreach (var c in utf8)
        {
            if (c is < (byte)'0' or > (byte)'9')
                return false;

            number = number * 10 + c - '0';
        }

        return true;
    }

    /// <summary>The number that the first two bytes are; where they are not two digits, one that no number of two digits makes up for.</summary>
    private static int TwoDigits(ReadOnlySpan<byte> utf8)
    {
        var (tens, ones) = (utf8[0] - '0', utf8[1] - '0');
        return (uint)tens <= 9 && (uint)ones <= 9 ? tens * 10 + ones : -1_000_000;
    }

    /// <summary>Takes the digits at the front away, and says how many there were.</summary>
    private static int TakeDigits(ref ReadOnlySpan<byte> utf8)
    {
        var other = utf8.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var digits = other < 0 ? utf8.Length : other;
        utf8 = utf8[digits..];
        return digits;
    }

    private static bool Take(ref ReadOnlySpan<byte> utf8, byte either, byte or)
    {
        if (utf8.IsEmpty || (utf8[0] != either && utf8[0] != or))
            return false;

        utf8 = utf8[1..];
        return true;
    }
}

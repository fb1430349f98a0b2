using System.Diagnostics.CodeAnalysis;

namespace AccountRules;

public readonly partial record struct Period
{
    /// <summary>How a period is written, as messages say it.</summary>
    internal const string Allowed =
        "a year as 2026, a half-year as 2026-H1, a quarter as 2026-Q2, a month as 2026-05, a week as 2026-W14, other whole months as 2026-04/2027-03, "
        + "other days as 2026-04-01/2026-04-15, both in it";

    private const int Longest = 21;

    /// <summary>
    /// Reads <c>yyyy</c>, <c>yyyy-Hn</c>, <c>yyyy-Qn</c>, <c>yyyy-MM</c>, <c>yyyy-Wnn</c>, <c>yyyy-MM/yyyy-MM</c> or <c>yyyy-MM-dd/yyyy-MM-dd</c>, and nothing
    /// else. Months or days that have a shorter text are read too: <c>2026-05-01/2026-05-31</c> is <c>2026-05</c>.
    /// </summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used; a period is written alike everywhere.</param>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static Period Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var period) ? period : throw new FormatException($"`{s}` is not a period: write {Allowed}.");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static Period Parse(string s) => Parse(s, provider: null);

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static Period Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <summary>Reads what <see cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/> reads; <c>false</c> for anything else.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used; a period is written alike everywhere.</param>
    /// <param name="result">The period read.</param>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Period result)
    {
        result = Read(s) ?? default;
        return result != default;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, IFormatProvider?, out Period)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Period result) => TryParse(s.AsSpan(), provider, out result);

    /// <summary>The period as it is written in data, such as <c>1998</c>, <c>1998-Q2</c>, <c>1998-05</c> or <c>1998-04-01/1998-04-15</c>.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[Longest];
        TryWrite(text, out var length);
        return new(text[..length]);
    }

    /// <summary>Writes it as it is written in data; <c>false</c> where there is too little room.</summary>
    internal bool TryWrite(Span<char> destination, out int charsWritten)
    {
        Span<char> text = stackalloc char[Longest];
        var written = text[..Write(text)];
        charsWritten = written.TryCopyTo(destination) ? written.Length : 0;
        return charsWritten == written.Length;
    }

    private int Write(Span<char> text)
    {
        if (bits == 0)
            return 0;

        var (start, months) = (First, MonthCount);
        if (months == 0 && IsWeek)
        {
            var thursday = start.AddDays(3);
            return Part(text, thursday.Year, 'W', (thursday.DayOfYear - 1) / DaysOfAWeek + 1, digits: 2);
        }

        var isWholePart = months is 3 or 6 or 12 && (start.Month - 1) % months == 0;
        if (isWholePart && months == 12)
            return Number(text, start.Year, 4);

        if (isWholePart)
            return Part(text, start.Year, months == 3 ? 'Q' : 'H', start.Month / months + 1, digits: 1);

        var length = Day(text, start, months == 0);
        if (months == 1)
            return length;

        text[length] = '/';
        return length + 1 + Day(text[(length + 1)..], Last, months == 0);
    }

    private static int Part(Span<char> text, int year, char letter, int part, int digits)
    {
        Number(text, year, 4);
        (text[4], text[5]) = ('-', letter);
        return 6 + Number(text[6..], part, digits);
    }

    private static int Day(Span<char> text, DateOnly day, bool saysDay)
    {
        Number(text, day.Year, 4);
        text[4] = '-';
        Number(text[5..], day.Month, 2);
        if (!saysDay)
            return 7;

        text[7] = '-';
        return 8 + Number(text[8..], day.Day, 2);
    }

    private static int Number(Span<char> text, int number, int digits)
    {
        for (var i = digits - 1; i >= 0; i--)
            (text[i], number) = ((char)('0' + number % 10), number / 10);

        return digits;
    }

    private static Period? Read(ReadOnlySpan<char> s) => s.Length switch
    {
        4 => Digits(s) is var year and > 0 ? Year(year) : null,
        7 when s[5] is 'H' or 'Q' => s[4] == '-' && Digits(s[..4]) is var year and > 0 && Digits(s[6..]) is var part and > 0
            ? s[5] == 'H' ? part <= 2 ? HalfYear(year, part) : null : part <= 4 ? Quarter(year, part) : null
            : null,
        7 => ReadMonth(s) is { } month ? OfMonths(month, 1) : null,
        8 => s[4] == '-' && s[5] == 'W' ? WeekOrNone(Digits(s[..4]), Digits(s[6..])) : null,
        15 => s[7] == '/' && ReadMonth(s[..7]) is { } from && ReadMonth(s[8..]) is { } until && until >= from ? OfMonths(from, until - from + 1) : null,
        Longest => s[10] == '/' && ReadDay(s[..10]) is { } first && ReadDay(s[11..]) is { } last && last >= first ? Days(first, last) : null,
        _ => null,
    };

    private static int? ReadMonth(ReadOnlySpan<char> s) =>
        s[4] == '-' && Digits(s[..4]) is var year and > 0 && Digits(s[5..]) is var month and >= 1 and <= 12 ? MonthOf(year, month) : null;

    private static DateOnly? ReadDay(ReadOnlySpan<char> s) =>
        ReadMonth(s[..7]) is { } month && s[7] == '-' && Digits(s[8..]) is var day and > 0
        && (month / 12 + 1, month % 12 + 1) is var (year, inYear) && day <= DateTime.DaysInMonth(year, inYear) ? new(year, inYear, day) : null;

    /// <summary>The number of digits and nothing else; -1 of anything else.</summary>
    private static int Digits(ReadOnlySpan<char> s)
    {
        var number = 0;
        foreach (var c in s)
        {
            if (c is < '0' or > '9')
                return -1;

            number = number * 10 + c - '0';
        }

        return number;
    }
}

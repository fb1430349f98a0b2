using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// A calendar year, quarter or month: <c>1998</c>, <c>1998-Q2</c>, <c>1998-05</c>. Ordered by its first day, then the shorter first.
/// Immutable; equal by value. <c>default(Period)</c> is no period: it prints as an empty text, and its days mean nothing. In JSON it is its text.
/// </summary>
[JsonConverter(typeof(PeriodJsonConverter))]
public readonly record struct Period : IComparable<Period>, ISpanParsable<Period>
{
    private const int Longest = 7;

    private readonly int firstMonth;   // months since January of the year 1
    private readonly short months;       // 1, 3 or 12; 0 in no period

    private Period(int firstMonth, int months) => (this.firstMonth, this.months) = (firstMonth, (short)months);

    private static int MonthOf(int year, int month)
    {
        if (year is < 1 or > 9999)
            throw new ArgumentOutOfRangeException(nameof(year), year, "A year is from 1 to 9999.");

        return (year - 1) * 12 + month - 1;
    }

    /// <summary>The calendar year.</summary>
    /// <param name="year">From 1 to 9999.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such year.</exception>
    public static Period Year(int year) => new(MonthOf(year, 1), 12);

    /// <summary>The quarter of a calendar year.</summary>
    /// <param name="year">From 1 to 9999.</param>
    /// <param name="quarter">From 1 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such quarter.</exception>
    public static Period Quarter(int year, int quarter) =>
        quarter is >= 1 and <= 4
            ? new(MonthOf(year, quarter * 3 - 2), 3)
            : throw new ArgumentOutOfRangeException(nameof(quarter), quarter, "A quarter is from 1 to 4.");

    /// <summary>The month of a calendar year.</summary>
    /// <param name="year">From 1 to 9999.</param>
    /// <param name="month">From 1 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public static Period Month(int year, int month) =>
        month is >= 1 and <= 12 ? new(MonthOf(year, month), 1) : throw new ArgumentOutOfRangeException(nameof(month), month, "A month is from 1 to 12.");

    internal int Months => months;

    /// <summary>The month of <see cref="Start"/>, counted from January of the year 1.</summary>
    internal int FirstMonth => firstMonth;

    /// <summary>The month of <see cref="End"/>, counted from January of the year 1.</summary>
    internal int LastMonth => firstMonth + Math.Max((int)months, 1) - 1;

    /// <summary>The day after <see cref="End"/>; <c>null</c> where the calendar has none.</summary>
    internal DateOnly? DayAfter => End is var end && end < DateOnly.MaxValue ? end.AddDays(1) : null;

    /// <summary>Whether the two have a day in common.</summary>
    internal bool Overlaps(Period other) => firstMonth <= other.LastMonth && other.firstMonth <= LastMonth;

    /// <summary>A period starts after a date, or ends before it, exactly when its first, or its last, month lies after, or before, the date's.</summary>
    internal static int MonthAt(DateOnly date) => MonthOf(date.Year, date.Month);

    /// <summary>A period starts before a date exactly when its first month lies before this one, the first that begins on the date or later.</summary>
    internal static int FirstMonthFrom(DateOnly date) => MonthAt(date) + (date.Day > 1 ? 1 : 0);

    /// <summary>The first day, which is in the period.</summary>
    public DateOnly Start => new(firstMonth / 12 + 1, firstMonth % 12 + 1, 1);

    /// <summary>The last day, which is in the period.</summary>
    public DateOnly End
    {
        get
        {
            var (year, month) = (LastMonth / 12 + 1, LastMonth % 12 + 1);
            return new(year, month, DateTime.DaysInMonth(year, month));
        }
    }

    /// <summary>The period of the same kind that follows at once; <c>null</c> at the end of the calendar, and for <c>default</c>.</summary>
    public Period? Next => months != 0 && firstMonth + (2 * months) <= MonthOf(9999, 12) + 1 ? new(firstMonth + months, months) : null;

    /// <summary>Whether another period of the same length follows this one without a gap.</summary>
    /// <param name="later">The later period.</param>
    public bool IsFollowedBy(Period later) => months != 0 && months == later.months && later.firstMonth == firstMonth + months;

    /// <summary>Orders periods by their first day, then the shorter first.</summary>
    /// <param name="other">The period to compare with.</param>
    public int CompareTo(Period other) => firstMonth != other.firstMonth ? firstMonth.CompareTo(other.firstMonth) : months.CompareTo(other.months);

    /// <summary>Reads <c>yyyy</c>, <c>yyyy-Qn</c> or <c>yyyy-MM</c>, and nothing else.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used; a period is written alike everywhere.</param>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static Period Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var period)
            ? period
            : throw new FormatException($"`{s}` is not a period: write a year as 2026, a quarter as 2026-Q2, a month as 2026-05.");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static Period Parse(string s) => Parse(s, provider: null);

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static Period Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <summary>Reads <c>yyyy</c>, <c>yyyy-Qn</c> or <c>yyyy-MM</c>; <c>false</c> for anything else.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used; a period is written alike everywhere.</param>
    /// <param name="result">The period read.</param>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Period result)
    {
        result = default;
        if (s.Contains('\0'))   // int.TryParse passes over nulls at the end of a number
            return false;

        if (s.Length < 4 || !int.TryParse(s[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year == 0)
            return false;

        if (s.Length == 4)
        {
            result = Year(year);
        }
        else if (s.Length == 7 && s[4] == '-' && s[5] == 'Q' && s[6] is >= '1' and <= '4')
        {
            result = Quarter(year, s[6] - '0');
        }
        else if (s.Length == 7
            && s[4] == '-'
            && int.TryParse(s[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && month is >= 1 and <= 12)
        {
            result = Month(year, month);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, IFormatProvider?, out Period)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Period result) => TryParse(s.AsSpan(), provider, out result);

    /// <summary>The period as it is written in data: <c>1998</c>, <c>1998-Q2</c> or <c>1998-05</c>.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[Longest];
        TryWrite(text, out var length);
        return new(text[..length]);
    }

    /// <summary>Writes it as it is written in data; <c>false</c> where there is too little room.</summary>
    internal bool TryWrite(Span<char> destination, out int charsWritten)
    {
        var length = months switch { 0 => 0, 12 => 4, _ => Longest };
        charsWritten = destination.Length < length ? 0 : length;
        if (charsWritten == 0)
            return length == 0;

        var (year, month) = (firstMonth / 12 + 1, firstMonth % 12 + 1);
        (destination[0], destination[1], destination[2], destination[3]) = (Digit(year / 1000), Digit(year / 100), Digit(year / 10), Digit(year));
        if (length == Longest)
            (destination[4], destination[5], destination[6]) = ('-', months == 3 ? 'Q' : Digit(month / 10), Digit(months == 3 ? month / 3 + 1 : month));

        return true;

        static char Digit(int number) => (char)('0' + number % 10);
    }

    /// <summary>Whether the first period begins before the second.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first period begins after the second.</summary>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first period begins before the second, or is it.</summary>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first period begins after the second, or is it.</summary>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;
}

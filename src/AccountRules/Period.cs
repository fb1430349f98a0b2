using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// A period of whole days: a calendar year, half-year, quarter or month (<c>1998</c>, <c>1998-H1</c>, <c>1998-Q2</c>, <c>1998-05</c>), a week
/// (<c>1998-W14</c>), other whole months, such as a fiscal year (<c>1998-04/1999-03</c>), or other days (<c>1998-04-01/1998-04-15</c>). Ordered by its first
/// day, then the shorter first. Immutable; equal by value. <c>default(Period)</c> is no period: it prints as an empty text, and has no days, so that a fact
/// with it is refused wherever it is read. In JSON it is its text.
/// </summary>
/// <remarks>
/// A period is its days: the first and the last are in it, and two periods of the same days are one, which has one text. Days that are a calendar month are
/// that month, and whole months that are a quarter are that quarter, however they were given. A week is one of ISO 8601: from Monday to Sunday, of the year
/// that its Thursday is in.
/// </remarks>
[JsonConverter(typeof(PeriodJsonConverter))]
public readonly partial record struct Period : IComparable<Period>, ISpanParsable<Period>
{
    private const int BitsOfMonths = 20;
    private const int BitsOfDays = 22;
    private const int MonthsOfCalendar = 9999 * 12;

    // The number of the first day, how many days, and how many months where these are whole, from the highest bit down: periods are in the order of numbers.
    private readonly ulong bits;

    private Period(int firstDay, int days, int months) =>
        bits = ((ulong)(uint)firstDay << (BitsOfDays + BitsOfMonths)) | ((ulong)(uint)days << BitsOfMonths) | (uint)months;

    /// <summary>The first day, which is in the period.</summary>
    /// <exception cref="InvalidOperationException">It is <c>default(Period)</c>, which is no period.</exception>
    public DateOnly Start => bits == 0 ? throw None() : First;

    /// <summary>The last day, which is in the period.</summary>
    /// <exception cref="InvalidOperationException">It is <c>default(Period)</c>, which is no period.</exception>
    public DateOnly End => bits == 0 ? throw None() : Last;

    private DateOnly First => DateOnly.FromDayNumber(FirstDay);

    private DateOnly Last => DateOnly.FromDayNumber(LastDay);

    /// <summary>The number of <see cref="Start"/>, of a period that is one.</summary>
    internal int StartDay => bits == 0 ? throw None() : FirstDay;

    /// <summary>The number of <see cref="Start"/>.</summary>
    internal int FirstDay => (int)(bits >> (BitsOfDays + BitsOfMonths));

    /// <summary>The number of <see cref="End"/>.</summary>
    internal int LastDay => FirstDay + Math.Max(DayCount, 1) - 1;

    /// <summary>How many days it has.</summary>
    internal int DayCount => (int)(bits >> BitsOfMonths) & ((1 << BitsOfDays) - 1);

    /// <summary>The day after <see cref="End"/>; <c>null</c> where the calendar has none.</summary>
    internal DateOnly? DayAfter => Last is var end && end < DateOnly.MaxValue ? end.AddDays(1) : null;

    /// <summary>The period itself; refuses one that is none.</summary>
    internal Period Checked => bits == 0 ? throw None() : this;

    private static InvalidOperationException None() =>
        new("default(Period) is no period, and has no days: give the period that the fact is of, such as Period.Month(2026, 3).");

    /// <summary>Whether the two have a day in common.</summary>
    internal bool Overlaps(Period other) => FirstDay <= other.LastDay && other.FirstDay <= LastDay;

    /// <summary>Whether each day of the other is in this one.</summary>
    internal bool Holds(Period other) => FirstDay <= other.FirstDay && other.LastDay <= LastDay;

    /// <summary>Orders periods by their first day, then the shorter first.</summary>
    /// <param name="other">The period to compare with.</param>
    public int CompareTo(Period other) => bits.CompareTo(other.bits);

    /// <summary>Whether the first period begins before the second.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first period begins after the second.</summary>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first period begins before the second, or is it.</summary>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first period begins after the second, or is it.</summary>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;
}

namespace AccountRules;

public readonly partial record struct Period
{
    private const long KindOfDays = 1;
    private const long KindOfWeeks = 2;
    private const int DaysOfAWeek = 7;

    /// <summary>The calendar year.</summary>
    /// <param name="year">From 1 to 9999.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such year.</exception>
    public static Period Year(int year) => OfMonths(MonthOf(year, 1), 12);

    /// <summary>The half of a calendar year.</summary>
    /// <param name="year">From 1 to 9999.</param>
    /// <param name="half">1 or 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such half-year.</exception>
    public static Period HalfYear(int year, int half) => FiscalHalfYear(year, half, startMonth: 1);

    /// <summary>The quarter of a calendar year.</summary>
    /// <param name="year">From 1 to 9999.</param>
    /// <param name="quarter">From 1 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such quarter.</exception>
    public static Period Quarter(int year, int quarter) => FiscalQuarter(year, quarter, startMonth: 1);

    /// <summary>The month of a calendar year.</summary>
    /// <param name="year">From 1 to 9999.</param>
    /// <param name="month">From 1 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public static Period Month(int year, int month) => OfMonths(MonthOf(year, month), 1);

    /// <summary>
    /// The week of ISO 8601: from Monday to Sunday, the first one of a year being that with its first Thursday. Its days may lie in the year before or after.
    /// </summary>
    /// <param name="year">The year of the week's Thursday, from 1 to 9999.</param>
    /// <param name="week">From 1 to 52, or 53 in years that have so many Thursdays.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such week; the last one of 9999 does not end in the calendar.</exception>
    public static Period Week(int year, int week) => WeekOrNone(year, week) is { } there
        ? there
        : throw new ArgumentOutOfRangeException(
            nameof(week), $"{year} {week}", "A week is from 1 to 52, or 53 where the year has 53 Thursdays; a year is from 1 to 9999, whose last week is 51.");

    /// <summary>
    /// Days from one on up to another, both included. Days that are a year, half-year, quarter, month, week or other whole months are that period, so that the
    /// same days are never two periods: those from 1 to 31 May are <c>2026-05</c>.
    /// </summary>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day, which is in the period.</param>
    /// <exception cref="ArgumentOutOfRangeException">The last day is before the first.</exception>
    public static Period Days(DateOnly from, DateOnly until) => until >= from
        ? OfDays(from.DayNumber, until.DayNumber - from.DayNumber + 1)
        : throw new ArgumentOutOfRangeException(nameof(until), until, "The last day of a period is in it, and not before the first.");

    /// <summary>
    /// The year that begins with a month, such as from April 2026 to March 2027, which is <c>2026-04/2027-03</c>; from January it is the calendar's.
    /// </summary>
    /// <param name="year">The calendar year in which it begins, from 1 to 9999.</param>
    /// <param name="startMonth">The month with which it begins, from 1 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such year, or it does not end in the calendar.</exception>
    public static Period FiscalYear(int year, int startMonth) => OfMonths(MonthOf(year, startMonth), 12);

    /// <summary>The half of a year that begins with a month; where it is a calendar half-year it is that, such as <c>2026-H2</c>.</summary>
    /// <param name="year">The calendar year in which the fiscal year begins, from 1 to 9999.</param>
    /// <param name="half">1 or 2.</param>
    /// <param name="startMonth">The month with which the fiscal year begins, from 1 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such half-year, or it does not end in the calendar.</exception>
    public static Period FiscalHalfYear(int year, int half, int startMonth) => half is 1 or 2
        ? OfMonths(MonthOf(year, startMonth) + 6 * (half - 1), 6)
        : throw new ArgumentOutOfRangeException(nameof(half), half, "A half-year is 1 or 2.");

    /// <summary>
    /// The quarter of a year that begins with a month; where it is a calendar quarter it is that: the first quarter of a year from April is <c>2026-Q2</c>.
    /// </summary>
    /// <param name="year">The calendar year in which the fiscal year begins, from 1 to 9999.</param>
    /// <param name="quarter">From 1 to 4.</param>
    /// <param name="startMonth">The month with which the fiscal year begins, from 1 to 12.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such quarter, or it does not end in the calendar.</exception>
    public static Period FiscalQuarter(int year, int quarter, int startMonth) => quarter is >= 1 and <= 4
        ? OfMonths(MonthOf(year, startMonth) + 3 * (quarter - 1), 3)
        : throw new ArgumentOutOfRangeException(nameof(quarter), quarter, "A quarter is from 1 to 4.");

    /// <summary>
    /// The period of the same kind that follows at once: the next year, quarter, month or week, as many months where they are whole, the other half of the
    /// month after days from its first to its 15th or from its 16th to its last, and as many weeks after days that are whole weeks. <c>null</c> of other days,
    /// since the calendar does not say how these go on; at the end of the calendar; and for <c>default</c>.
    /// </summary>
    public Period? Next => Beside(1);

    /// <summary>The period of the same kind that ends the day before this one begins; <c>null</c> where <see cref="Next"/> would be.</summary>
    public Period? Previous => Beside(-1);

    /// <summary>
    /// Whether another period of the same kind follows this one without a gap. Days that are no whole months and no week are of one kind, whatever their
    /// number: of a payroll from the 26th on to the 25th, or in halves of a month, each period is followed by the next.
    /// </summary>
    /// <param name="later">The later period.</param>
    public bool IsFollowedBy(Period later) => IsOfSameKindAs(later) && later.FirstDay == FirstDay + DayCount;

    /// <summary>
    /// Whether the two are of one kind: both weeks; both as many whole months that lie alike in their years (quarters from January are of another kind than
    /// those from February); or both other days. Periods of different kinds have streaks and tracks of their own. <c>default</c> is of none.
    /// </summary>
    /// <param name="other">The period to compare with.</param>
    public bool IsOfSameKindAs(Period other) => Kind != 0 && Kind == other.Kind;

    /// <summary>
    /// A number of the kind: 0 for <c>default</c>, then days, weeks, months, quarters and so on, ordered by the number of months, and of those with as many by
    /// where they lie.
    /// </summary>
    internal long Kind => bits == 0 ? 0
        : MonthCount is var months and > 0 ? ((long)months << BitsOfMonths) | (uint)(FirstMonth % months)
        : IsWeek ? KindOfWeeks : KindOfDays;

    /// <summary>How many months it has where these are whole, otherwise 0.</summary>
    private int MonthCount => (int)bits & ((1 << BitsOfMonths) - 1);

    /// <summary>The month of <see cref="Start"/>, counted from January of the year 1.</summary>
    private int FirstMonth => MonthOf(First.Year, First.Month);

    /// <summary>Its months, where these are whole.</summary>
    internal IEnumerable<Period> InMonths
    {
        get
        {
            var first = FirstMonth;
            return Enumerable.Range(first, MonthCount).Select(month => OfMonths(month, 1));
        }
    }

    /// <summary>The months that have days of it.</summary>
    internal IEnumerable<Period> MonthsTouched =>
        Enumerable.Range(FirstMonth, MonthOf(Last.Year, Last.Month) - FirstMonth + 1).Select(month => OfMonths(month, 1));

    /// <summary>The first day of the year 1 is a Monday.</summary>
    private bool IsWeek => DayCount == DaysOfAWeek && FirstDay % DaysOfAWeek == 0;

    private bool IsHalfOfMonth => MonthCount == 0 && DayCount < 17
        && (First.Day == 1 ? DayCount == 15 : First.Day == 16 && Last.Day == DateTime.DaysInMonth(Last.Year, Last.Month));

    private Period? Beside(int by)
    {
        if (MonthCount is var months and > 0)
            return FirstMonth + by * months is var month and >= 0 && month + months <= MonthsOfCalendar ? OfMonths(month, months) : null;

        if (bits == 0 || (by > 0 && DayAfter is null) || (by < 0 && FirstDay == 0))
            return null;

        if (IsHalfOfMonth)
            return by > 0 ? HalfOfMonth(DayAfter!.Value) : HalfOfMonth(First.AddDays(-1));

        // Weeks that fill a February, or are a half of it, are no weeks any more.
        var (first, last) = (FirstDay + by * DayCount, LastDay + by * DayCount);
        return DayCount % DaysOfAWeek == 0 && first >= 0 && last <= DateOnly.MaxValue.DayNumber && OfDays(first, DayCount) is { IsHalfOfMonth: false } weeks
            && weeks.Kind == Kind ? weeks : null;
    }

    /// <summary>The half of a month that a day is in.</summary>
    private static Period HalfOfMonth(DateOnly day) => day.Day <= 15
        ? new(new DateOnly(day.Year, day.Month, 1).DayNumber, 15, 0)
        : new(new DateOnly(day.Year, day.Month, 16).DayNumber, DateTime.DaysInMonth(day.Year, day.Month) - 15, 0);

    private static Period OfMonths(int firstMonth, int months)
    {
        if (firstMonth + months > MonthsOfCalendar)
            throw new ArgumentOutOfRangeException(nameof(months), "The period does not end in the calendar, which is up to 9999-12-31.");

        var first = FirstDayOf(firstMonth);
        return new(first, FirstDayOf(firstMonth + months) - first, months);

        static int FirstDayOf(int month) =>
            month == MonthsOfCalendar ? DateOnly.MaxValue.DayNumber + 1 : new DateOnly(month / 12 + 1, month % 12 + 1, 1).DayNumber;
    }

    /// <summary>The period of some days, which says its months where these are whole.</summary>
    private static Period OfDays(int first, int days)
    {
        var plain = new Period(first, days, months: 0);
        var (start, end) = (plain.First, plain.Last);
        return start.Day == 1 && end.Day == DateTime.DaysInMonth(end.Year, end.Month)
            ? new(first, days, (end.Year - start.Year) * 12 + end.Month - start.Month + 1)
            : plain;
    }

    private static Period? WeekOrNone(int year, int week)
    {
        if (year is < 1 or > 9999 || week is < 1 or > 53)
            return null;

        // The fourth of January is always in the first week.
        var fourth = new DateOnly(year, 1, 4).DayNumber;
        var monday = fourth - fourth % DaysOfAWeek + DaysOfAWeek * (week - 1);
        var isThere = monday + DaysOfAWeek - 1 <= DateOnly.MaxValue.DayNumber && DateOnly.FromDayNumber(monday + 3).Year == year;
        return isThere ? new(monday, DaysOfAWeek, 0) : null;
    }

    private static int MonthOf(int year, int month)
    {
        if (year is < 1 or > 9999)
            throw new ArgumentOutOfRangeException(nameof(year), year, "A year is from 1 to 9999.");

        if (month is < 1 or > 12)
            throw new ArgumentOutOfRangeException(nameof(month), month, "A month is from 1 to 12.");

        return (year - 1) * 12 + month - 1;
    }
}

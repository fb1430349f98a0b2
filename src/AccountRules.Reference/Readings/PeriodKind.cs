namespace AccountRules.Reference;

/// <summary>The kinds of periods are told apart by how they are written.</summary>
internal static class PeriodKind
{
    /// <summary>What periods of one kind have in common, in words.</summary>
    public static string Of(Period period) => period.ToString() switch
    {
        { Length: 4 } => "year",
        { Length: 21 } => "days",
        { Length: 8 } => "week",
        [_, _, _, _, '-', 'H', _] => "half-year",
        [_, _, _, _, '-', 'Q', _] => "quarter",
        { Length: 7 } => "month",
        _ => $"{MonthsOf(period)} months, {MonthAt(period.Start) % MonthsOf(period)} after those of January of the year 1",
    };

    /// <summary>Whether a period of the same kind follows at once.</summary>
    public static bool IsRightBefore(Period earlier, Period later) =>
        Of(earlier) == Of(later) && earlier.End.DayNumber + 1 == later.Start.DayNumber;

    /// <summary>
    /// Whether one is the period before another, as the calendar tells it: of days that are no months and no week only halves of a month and whole weeks go on
    /// in a way of their own.
    /// </summary>
    public static bool IsPeriodBefore(Period earlier, Period later) => IsRightBefore(earlier, later)
        && (Of(earlier) != "days" || (IsHalfOfMonth(earlier)
            ? IsHalfOfMonth(later)
            : !IsHalfOfMonth(later) && DaysOf(earlier) % 7 == 0 && DaysOf(earlier) == DaysOf(later)));

    private static bool IsHalfOfMonth(Period period) => MonthsOf(period) == 1
        && ((period.Start.Day, period.End.Day) == (1, 15)
            || (period.Start.Day, period.End.Day) == (16, DateTime.DaysInMonth(period.End.Year, period.End.Month)));

    private static int DaysOf(Period period) => period.End.DayNumber - period.Start.DayNumber + 1;

    private static int MonthsOf(Period period) => MonthAt(period.End) - MonthAt(period.Start) + 1;

    private static int MonthAt(DateOnly day) => day.Year * 12 + day.Month - 13;
}

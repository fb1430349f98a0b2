namespace AccountRules.Reference;

/// <summary>
/// "A deadline counts calendar days, or working days by a calendar in the terms (weekend days, holidays; several by key), and can be paused." Day 0 is the
/// start. Counted one day after the other; <c>null</c> where the calendar is unknown or does not know a day, or a pause ends before it begins.
/// </summary>
internal sealed record DayReading(PolicyTerms Terms, string? Rules, string? Named, Pauses? Pauses)
{
    /// <summary>All days, without pauses.</summary>
    public static DayReading Plain { get; } = new(new(), null, null, null);

    public int? Between(DateOnly start, DateOnly end)
    {
        foreach (var pause in Pauses ?? [])
        {
            if (pause.Until < pause.From)
                return null;
        }

        if (Rules is null)
            return end.DayNumber - start.DayNumber - PausedDays(start, end);

        CalendarTerms? calendar = null;
        foreach (var one in Terms.WorkingDays.Calendars)
        {
            if (one.Name == (Named ?? Rules))
                calendar = one;
        }

        if (calendar is null || !Knows(calendar, start) || !Knows(calendar, end))
            return null;

        var days = 0;
        for (var day = start; day < end; day = day.AddDays(1))
            days += IsWorked(calendar, day.AddDays(1)) && !IsPaused(day.AddDays(1)) ? 1 : 0;

        for (var day = start; day > end; day = day.AddDays(-1))
            days -= IsWorked(calendar, day) ? 1 : 0;

        return days;
    }

    /// <summary>The same from a day that is a number of days after another.</summary>
    public int? After(DateOnly start, int within, DateOnly end) => Between(start, end) - within;

    private static bool IsWorked(CalendarTerms calendar, DateOnly day) => !calendar.Weekend.Contains(day.DayOfWeek) && !calendar.Holidays.Contains(day);

    private static bool Knows(CalendarTerms calendar, DateOnly day)
    {
        var first = calendar.Holidays.Count == 0 ? 1900 : calendar.Holidays.Min(h => h.Year);
        var last = calendar.Holidays.Count == 0 ? 2199 : calendar.Holidays.Max(h => h.Year);
        return day >= (calendar.From ?? new DateOnly(first, 1, 1)) && day <= (calendar.Until ?? new DateOnly(last, 12, 31));
    }

    private bool IsPaused(DateOnly day) => Pauses?.Any(p => p.From <= day && (p.Until is null || day <= p.Until)) == true;

    /// <summary>The days after the start, up to the end, in some pause.</summary>
    private int PausedDays(DateOnly start, DateOnly end)
    {
        HashSet<DateOnly> paused = [];
        foreach (var pause in Pauses ?? [])
        {
            for (var day = pause.From; day <= (pause.Until ?? end) && day <= end; day = day.AddDays(1))
            {
                if (day > start)
                    paused.Add(day);

                if (day == DateOnly.MaxValue)
                    break;
            }
        }

        return paused.Count;
    }
}

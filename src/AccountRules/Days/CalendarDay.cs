namespace AccountRules;

/// <summary>
/// A date of a calendar, as a row of a table by which a database counts working days: <see cref="WorkingCalendar.Days"/> gives them all. Immutable; equal by
/// value.
/// </summary>
public sealed record CalendarDay
{
    /// <summary>The calendar's name.</summary>
    public required string Calendar { get; init; }

    /// <summary>The date; with the calendar the key of the table.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>How many working days there are from the calendar's first date up to this one, itself included.</summary>
    public required int Number { get; init; }
}

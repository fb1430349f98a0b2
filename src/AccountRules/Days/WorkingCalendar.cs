using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// A calendar of working days, ready to count: numbers of days from the first date that it knows to the last. Immutable and safe for use by many threads.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly int first;

    /// <summary>How many working days there are from the first date up to each.</summary>
    private readonly int[] counts;

    /// <summary>The numbers of the working days, in order.</summary>
    private readonly int[] days;

    /// <summary>Makes a calendar.</summary>
    /// <param name="name">Its name, by which facts choose it.</param>
    /// <param name="weekend">The days of the week on which nobody works; Saturday and Sunday unless given.</param>
    /// <param name="holidays">The dates on which nobody works; none unless given.</param>
    /// <param name="from">The first date that it knows; the first day of the first holiday's year unless given, 1900-01-01 where there is none.</param>
    /// <param name="until">The last date that it knows; the last day of the last holiday's year unless given, 2199-12-31 where there is none.</param>
    /// <exception cref="ArgumentException">The name is empty, or the calendar ends before it begins.</exception>
    public WorkingCalendar(
        string name, IEnumerable<DayOfWeek>? weekend = null, IEnumerable<DateOnly>? holidays = null, DateOnly? from = null, DateOnly? until = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, Weekend, Holidays) = (name, [.. weekend ?? [DayOfWeek.Saturday, DayOfWeek.Sunday]], [.. (holidays ?? []).Distinct().Order()]);
        (From, Until) = Bounds(Holidays, from, until);
        if (Until < From)
        {
            throw new ArgumentException(
                $"Calendar `{name}` ends on {Texts.Date(Until)}, before it begins on {Texts.Date(From)}: give it a later end.", nameof(until));
        }

        var (dates, found) = (Holidays.ToHashSet(), new List<int>());
        first = From.DayNumber;
        counts = new int[Until.DayNumber - first + 1];
        for (var i = 0; i < counts.Length; i++)
        {
            var date = DateOnly.FromDayNumber(first + i);
            if (!Weekend.Contains(date.DayOfWeek) && !dates.Contains(date))
                found.Add(first + i);

            counts[i] = found.Count;
        }

        days = [.. found];
    }

    /// <summary>The name, by which facts choose it; compared letter by letter.</summary>
    public string Name { get; }

    /// <summary>The version of its list of holidays, which reasons and records tell; none unless given.</summary>
    public string? Version { get; init; }

    /// <summary>The days of the week on which nobody works.</summary>
    public IReadOnlyList<DayOfWeek> Weekend { get; }

    /// <summary>The dates on which nobody works, in order; some may lie on a weekend.</summary>
    public IReadOnlyList<DateOnly> Holidays { get; }

    /// <summary>The first date that it knows; the date itself is one.</summary>
    public DateOnly From { get; }

    /// <summary>The last date that it knows; the date itself is one.</summary>
    public DateOnly Until { get; }

    /// <summary>Whether people work on a date.</summary>
    /// <param name="date">The date.</param>
    /// <exception cref="ArgumentOutOfRangeException">The calendar does not know the date.</exception>
    public bool IsWorkingDay(DateOnly date) => Count(Known(date)) > (date == From ? 0 : Count(date.DayNumber - 1));

    /// <summary>How many working days there are after a date up to another: 0 on the date itself, negative where the other lies before it.</summary>
    /// <param name="start">Day 0, whether a working day or not.</param>
    /// <param name="end">The other date, which is counted where it is a working day.</param>
    /// <exception cref="ArgumentOutOfRangeException">The calendar does not know one of the dates.</exception>
    public int DaysBetween(DateOnly start, DateOnly end) => Count(Known(end)) - Count(Known(start));

    /// <summary>The working day that is so many after a date; the date itself for 0. <c>null</c> where the calendar does not know it.</summary>
    /// <param name="start">Day 0, whether a working day or not.</param>
    /// <param name="count">How many working days after it, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The calendar does not know the start, or the count is negative.</exception>
    public DateOnly? DayAfter(DateOnly start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return count == 0 ? DateOnly.FromDayNumber(Known(start)) : Day(Count(Known(start)) + (long)count) is { } day ? DateOnly.FromDayNumber(day) : null;
    }

    /// <summary>Every date that the calendar knows, as a row of a table by which a database counts working days.</summary>
    public IEnumerable<CalendarDay> Days()
    {
        for (var i = 0; i < counts.Length; i++)
            yield return new() { Calendar = Name, Date = DateOnly.FromDayNumber(first + i), Number = counts[i] };
    }

    /// <summary>The calendar's name and version.</summary>
    public override string ToString() => Version is null ? Name : $"{Name} {Version}";

    /// <summary>The first and the last date that a calendar knows, given or not.</summary>
    internal static (DateOnly From, DateOnly Until) Bounds(IReadOnlyCollection<DateOnly> holidays, DateOnly? from, DateOnly? until) => holidays.Count == 0
        ? (from ?? new(1900, 1, 1), until ?? new(2199, 12, 31))
        : (from ?? new(holidays.Min().Year, 1, 1), until ?? new(holidays.Max().Year, 12, 31));

    /// <summary>Whether both know the same days, and work on the same.</summary>
    internal bool IsSame(WorkingCalendar other) => From == other.From && Until == other.Until && days.AsSpan().SequenceEqual(other.days);

    internal bool Knows(long day) => day >= first && day < first + counts.Length;

    /// <summary>How many working days there are from the first date up to a day that the calendar knows.</summary>
    internal int Count(long day) => counts[(int)(day - first)];

    /// <summary>The working day up to which there are so many; <c>null</c> where the calendar does not reach it.</summary>
    internal int? Day(long count) => count >= 1 && count <= days.Length ? days[(int)count - 1] : null;

    private int Known(DateOnly date) => Knows(date.DayNumber) ? date.DayNumber : throw new ArgumentOutOfRangeException(
        nameof(date), $"Calendar {this} knows the days from {Texts.Date(From)} to {Texts.Date(Until)}, and not {Texts.Date(date)}.");
}

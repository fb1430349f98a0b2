using System.Security.Cryptography;
using System.Text;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// How a deadline counts days: calendar days, or the working days of a calendar, of which a fact may choose another by its name. Day 0 is the start, whether a
/// working day or not; day 1 is the first working day after it, as WORKDAY of spreadsheets counts. On days that are not counted the number stays, so that what
/// is in time at the end of a working day is so until the next one begins. Immutable and safe for use by many threads.
/// </summary>
public sealed class DayCount
{
    /// <summary>A day that never comes: past the end of every calendar.</summary>
    internal const long Never = 3_652_059;

    private readonly Dictionary<string, WorkingCalendar> byName;

    private DayCount(WorkingCalendar? standard, WorkingCalendar[] named) =>
        (Standard, Named, byName) = (standard, named, named.ToDictionary(c => c.Name, StringComparer.Ordinal));

    /// <summary>Every day is counted, whatever calendar a fact names.</summary>
    public static DayCount CalendarDays { get; } = new(standard: null, []);

    /// <summary>The calendar by which facts are counted that name none; <c>null</c> where calendar days are counted.</summary>
    public WorkingCalendar? Standard { get; }

    /// <summary>The calendars that facts may name, the standard one among them.</summary>
    public IReadOnlyList<WorkingCalendar> Named { get; }

    /// <summary>Counts the working days of a calendar.</summary>
    /// <param name="standard">The calendar of facts that name none.</param>
    /// <param name="named">The calendars that facts may name beside it, each with a name of its own.</param>
    /// <exception cref="ArgumentException">Two calendars have the same name.</exception>
    public static DayCount Working(WorkingCalendar standard, params IEnumerable<WorkingCalendar> named)
    {
        ArgumentNullException.ThrowIfNull(standard);
        WorkingCalendar[] all = [.. named];
        if (!all.Contains(standard))
            all = [standard, .. all];

        return all.GroupBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault(c => c.Count() > 1) is { Key: var name }
            ? throw new ArgumentException($"Two calendars are called `{name}`: give each a name of its own.", nameof(named))
            : new(standard, all);
    }

    /// <summary>How days are counted: two that say the same count alike.</summary>
    public override string ToString() => Description;

    private string Description => field ??= Standard is null ? "calendar days" : $"working days of {Standard.Name} ({Digest})";

    /// <summary>The names of the calendars of one that are not in the other, or have other days there.</summary>
    internal IReadOnlyList<string> OtherThan(DayCount other) =>
        [.. Named.Where(c => !other.byName.TryGetValue(c.Name, out var same) || !c.IsSame(same)).Select(c => c.Name)];

    /// <summary>Whether all days are counted.</summary>
    internal bool IsCalendarDays => Standard is null;

    /// <summary>Whether a fact's calendar is known.</summary>
    internal bool Knows(string? calendar) => IsCalendarDays || calendar is null || byName.ContainsKey(calendar);

    /// <summary>The calendar of a fact that names one, or none; <c>null</c> where all days are counted, or the name is unknown.</summary>
    internal WorkingCalendar? Of(string? calendar) => calendar is null || IsCalendarDays ? Standard : byName.GetValueOrDefault(calendar);

    /// <summary>The first date that a fact's calendar knows.</summary>
    internal DateOnly From(string? calendar) => Of(calendar)?.From ?? DateOnly.MinValue;

    /// <summary>The last date that a fact's calendar knows.</summary>
    internal DateOnly Until(string? calendar) => Of(calendar)?.Until ?? DateOnly.MaxValue;

    /// <summary>
    /// The last day on which no more than a number of days are counted: the next day is the first with one more. <see cref="Never"/> where the calendar does
    /// not reach it, or a pause has no end.
    /// </summary>
    internal long LastDay(long start, int count, Pauses? pauses, string? calendar)
    {
        var by = Of(calendar);
        if (!IsCounted(start, by, pauses, calendar))
            return Outside(start, by);

        if (count >= 0)
            return Counted(by, start, count + 1L, pauses) is { } next and < Never ? next - 1 : Never;

        return by is null ? start + count
            : Count(by, start) + count < 0 ? by.From.DayNumber - 1L
            : by.Day(Count(by, start) + count + 1) - 1 ?? Never;
    }

    /// <summary>
    /// The day that is so many, 0 or more, counted days after another: that day itself for 0. <see cref="Never"/>, or -1, where it is not known.
    /// </summary>
    internal long DayOn(long start, int count, Pauses? pauses, string? calendar)
    {
        var by = Of(calendar);
        return !IsCounted(start, by, pauses, calendar) ? Outside(start, by) : count == 0 ? start : Counted(by, start, count, pauses);
    }

    /// <summary>How many days are counted after one up to another, both known: negative where the other lies before it, where no pause has begun.</summary>
    internal long Elapsed(long start, long end, Pauses? pauses, string? calendar)
    {
        var by = Of(calendar);
        var days = Count(by, end) - Count(by, start);
        if (pauses is null || end <= start)
            return days;

        foreach (var (from, until) in pauses.Merged)
        {
            if (until > start && from <= end)
                days -= Count(by, Math.Min(end, until)) - Count(by, Math.Max(start, from - 1));
        }

        return days;
    }

    /// <summary>The same of any days; <c>null</c> where the calendar does not know them, it is unknown itself, or a pause is impossible.</summary>
    internal long? ElapsedIfKnown(long start, long end, Pauses? pauses, string? calendar) =>
        !Knows(calendar) || pauses is { IsPossible: false } || (Of(calendar) is { } by && !(by.Knows(start) && by.Knows(end)))
            ? null
            : Elapsed(start, end, pauses, calendar);

    /// <summary>A number of days in words.</summary>
    internal CountPhrase Days(int count) => IsCalendarDays ? Texts.Days(count) : Texts.WorkingDays(count);

    private bool IsCounted(long start, WorkingCalendar? by, Pauses? pauses, string? calendar) =>
        Knows(calendar) && pauses is not { IsPossible: false } && by?.Knows(start) != false;

    /// <summary>Before every day, or after every day, as the start lies before or after those that the calendar knows.</summary>
    private static long Outside(long start, WorkingCalendar? by) => start < by?.From.DayNumber ? -1 : Never;

    /// <summary>The day on which a number of days, 1 or more, have been counted after another.</summary>
    private static long Counted(WorkingCalendar? by, long start, long count, Pauses? pauses)
    {
        var (day, rest) = (start, count);
        foreach (var (from, until) in pauses?.Merged ?? [])
        {
            if (until <= day)
                continue;

            var before = Math.Max(day, from - 1);
            if (by?.Knows(before) == false || Count(by, before) - Count(by, day) is var counted && counted >= rest)
                break;

            rest -= counted;
            day = until;
            if (until > DateOnly.MaxValue.DayNumber || by?.Knows(day) == false)
                return Never;
        }

        return by is null ? Math.Min(day + rest, Never) : by.Day(Count(by, day) + rest) ?? Never;
    }

    private static long Count(WorkingCalendar? by, long day) => by?.Count(day) ?? day;

    /// <summary>What tells calendars of the same names apart: a digest of their days. How they say them, and their versions, do not matter.</summary>
    private string Digest
    {
        get
        {
            var said = string.Join(';', Named.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c =>
                $"{c.Name} {c.From.DayNumber} {c.Until.DayNumber} {string.Join(' ', c.Days().Select(d => d.Number))}"));
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, 4));
        }
    }
}

using System.Globalization;

namespace AccountRules;

/// <summary>
/// Dates in columns, one row for each fact, for a deadline: as <see cref="DateOnly.DayNumber"/>, <see cref="Missing"/> where there is no date. A view of the
/// caller's memory.
/// </summary>
public readonly ref struct DayColumns
{
    /// <summary>Stands for a date that is not there: -1, which is no day's number.</summary>
    public const int Missing = -1;

    /// <summary>Views two columns.</summary>
    /// <param name="from">The start of each fact.</param>
    /// <param name="until">The end of each fact.</param>
    /// <exception cref="ArgumentException">
    /// The columns differ in length, or a number is neither a day's nor <see cref="Missing"/>; the message says where.
    /// </exception>
    public DayColumns(ReadOnlySpan<int> from, ReadOnlySpan<int> until)
    {
        if (from.Length != until.Length)
            throw new ArgumentException($"The columns have {from.Length} starts and {until.Length} ends: give one of each for every fact.", nameof(until));

        Check(from, "start", nameof(from));
        Check(until, "end", nameof(until));
        From = from;
        Until = until;
    }

    /// <summary>The start of each fact.</summary>
    public ReadOnlySpan<int> From { get; }

    /// <summary>The end of each fact.</summary>
    public ReadOnlySpan<int> Until { get; }

    /// <summary>How many facts there are.</summary>
    public int Count => From.Length;

    private static void Check(ReadOnlySpan<int> days, string what, string parameter)
    {
        var outside = days.IndexOfAnyExceptInRange(Missing, DateOnly.MaxValue.DayNumber);
        if (outside >= 0)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The {what} at row {outside} is {days[outside]}, which is no day's number: give one from 0 to {DateOnly.MaxValue.DayNumber}, "
                    + $"or {Missing} where there is none."),
                parameter);
        }
    }
}

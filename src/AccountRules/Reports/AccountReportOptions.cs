using System.Runtime.CompilerServices;

namespace AccountRules;

/// <summary>How much an <see cref="AccountReport"/> shows of each account, manager and tier: it keeps no more than that. Immutable; equal by value.</summary>
public sealed record AccountReportOptions
{
    /// <summary>How many assessments in need of attention are shown; 5 unless given, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Worst { get; init => field = Checked(value); } = 5;

    /// <summary>How many changes to come are shown; 5 unless given, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Next { get; init => field = Checked(value); } = 5;

    /// <summary>How many days after the evaluation date are looked at for what comes next; 30 unless given, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Days { get; init => field = Checked(value); } = 30;

    /// <summary>How many periods of each rule are kept, the newest; 13 unless given, which is a year of months and the one before. 2 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 2, so that there is nothing to compare with.</exception>
    public int Periods
    {
        get;
        init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(
            nameof(Periods), value, "A report keeps 2 periods or more, so that the newest can be put beside the one before.");
    } = 13;

    /// <summary>Earlier dates on which the score is told too, for its <see cref="AccountReport.Trend"/>, in any order; none unless given.</summary>
    public TermList<DateOnly> ScoredOn { get; init; } = [];

    /// <summary>
    /// The waivers; none unless given. What one excuses is no cause for attention, and is shown as waived (<see cref="ReportSheet.Waived"/>).
    /// </summary>
    public Waivers Waivers { get; init; } = Waivers.None;

    private static int Checked(int value, [CallerMemberName] string name = "") =>
        value >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, "A report shows 0 or more.");
}

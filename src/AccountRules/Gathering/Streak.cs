namespace AccountRules.Gathering;

/// <summary>Counts consecutive periods met over groups that come ordered by subject, then by the kind of their period, then by period.</summary>
internal struct Streak
{
    private string? subject;
    private Period last;
    private int length;

    /// <summary>The group with its streak. Days between two periods that are excused are no gap, and an excused period leaves the streak as it is.</summary>
    public Group Next(Group group, Verdict verdict, Absences? absences)
    {
        var standing = verdict.Standing;
        var period = group.Period.GetValueOrDefault();
        var isSameSubject = string.Equals(subject, group.Subject, StringComparison.Ordinal) && last.Kind == period.Kind;
        var isNext = isSameSubject && (last.IsFollowedBy(period) || absences?.Bridge(group.Subject, last, period) is true);
        if (verdict.Cause == Cause.Excused)
        {
            (subject, last, length) = (group.Subject, period, isNext ? length : 0);
            return group with { Streak = length };
        }

        var brokenAfter = length > 0 && isSameSubject && !isNext && standing == Standing.Met ? last : (Period?)null;
        (subject, last, length) = (group.Subject, period, standing != Standing.Met ? 0 : isNext ? length + 1 : 1);
        return group with { Streak = length, StreakBrokenAfter = brokenAfter };
    }
}

namespace AccountRules.Gathering;

/// <summary>Counts consecutive periods met over groups that come ordered by subject, then by the kind of their period, then by period.</summary>
internal struct Streak
{
    private string? subject;
    private Period last;
    private int length;
    private Period? brokenAfter;

    /// <summary>The group with its streak.</summary>
    public Group Next(Group group, Verdict verdict, Absences? absences)
    {
        Take(group, verdict, absences);
        return Of(group);
    }

    /// <summary>The group that was taken last, with its streak.</summary>
    public readonly Group Of(Group group) => group with { Streak = length, StreakBrokenAfter = brokenAfter };

    /// <summary>Takes the next group. Days between two periods that are excused are no gap, and an excused period leaves the streak as it is.</summary>
    public void Take(Group group, Verdict verdict, Absences? absences)
    {
        var standing = verdict.Standing;
        var period = group.Period.GetValueOrDefault();
        var isSameSubject = string.Equals(subject, group.Subject, StringComparison.Ordinal) && last.Kind == period.Kind;
        var isNext = isSameSubject && (last.IsFollowedBy(period) || absences?.Bridge(group.Subject, last, period) is true);
        if (verdict.Cause == Cause.Excused)
        {
            (subject, last, length, brokenAfter) = (group.Subject, period, isNext ? length : 0, null);
            return;
        }

        brokenAfter = length > 0 && isSameSubject && !isNext && standing == Standing.Met ? last : null;
        (subject, last, length) = (group.Subject, period, standing != Standing.Met ? 0 : isNext ? length + 1 : 1);
    }
}

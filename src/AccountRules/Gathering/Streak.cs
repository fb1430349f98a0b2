namespace AccountRules.Gathering;

/// <summary>Counts consecutive periods met over groups that come ordered by subject, then by the kind of their period, then by period.</summary>
internal struct Streak
{
    private string? subject;
    private Period last;
    private int length;

    /// <summary>The group with its streak.</summary>
    public Group Next(Group group, Standing standing)
    {
        var period = group.Period.GetValueOrDefault();
        var isSameSubject = string.Equals(subject, group.Subject, StringComparison.Ordinal) && last.Kind == period.Kind;
        var isNext = isSameSubject && last.IsFollowedBy(period);
        var brokenAfter = length > 0 && isSameSubject && !isNext && standing == Standing.Met ? last : (Period?)null;
        (subject, last, length) = (group.Subject, period, standing != Standing.Met ? 0 : isNext ? length + 1 : 1);
        return group with { Streak = length, StreakBrokenAfter = brokenAfter };
    }
}

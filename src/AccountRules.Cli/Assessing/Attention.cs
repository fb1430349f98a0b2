namespace AccountRules.Cli.Assessing;

/// <summary>
/// What needs attention now under one rule, as in an account report: of what is of periods, that of the newest, and of the one before while that runs.
/// </summary>
/// <param name="asOf">The evaluation date.</param>
/// <param name="most">How many it keeps; it counts all.</param>
internal sealed class Attention(DateOnly asOf, int most)
{
    private readonly MostUrgent always = new(most);
    private (Period Period, MostUrgent Rows)? newest;
    private (Period Period, MostUrgent Rows)? before;

    /// <summary>Takes an assessment, in need of attention or not: it tells which period is the newest.</summary>
    /// <param name="assessment">The assessment.</param>
    public void Add(Assessment assessment)
    {
        var rows = always;
        if (assessment.Period is { } period)
        {
            if (period.Start > asOf || assessment.Standing == Standing.NotApplicable || RowsOf(period) is not { } own)
                return;

            rows = own;
        }

        if (Urgency.IsAttentionNeeded(assessment) || assessment.Programme is not null)
            rows.Add(assessment);
    }

    /// <summary>All of it together.</summary>
    public MostUrgent Rows()
    {
        var all = new MostUrgent(most);
        all.Add(always);
        if (newest is { } now)
        {
            all.Add(now.Rows);
            if (asOf <= now.Period.End && before is { } last && last.Period.IsFollowedBy(now.Period))
                all.Add(last.Rows);
        }

        return all;
    }

    /// <summary>The rows of one of the two newest periods; <c>null</c> for an older one.</summary>
    private MostUrgent? RowsOf(Period period)
    {
        if (newest is null || period > newest.Value.Period)
            (before, newest) = (newest, (period, new(most)));
        else if (period != newest.Value.Period && (before is null || period > before.Value.Period))
            before = (period, new(most));

        return period == newest.Value.Period ? newest.Value.Rows : period == before?.Period ? before.Value.Rows : null;
    }
}

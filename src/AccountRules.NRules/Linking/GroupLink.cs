using NRules.RuleModel;

namespace AccountRules.NRules.Linking;

/// <summary>Links to a group of facts the assessments of what they make together.</summary>
internal static class GroupLink
{
    /// <param name="context">The group's match.</param>
    /// <param name="assessments">All assessments of the group as of the session's date, a subject's periods in order.</param>
    /// <param name="standings">The standings that are asked for; all where there are none.</param>
    public static void Link(IContext context, IEnumerable<Assessment> assessments, Standing[] standings)
    {
        var rows = assessments.ToArray();
        var latest = rows.Where(a => a.Band is not null).GroupBy(a => LengthOf(a.Period)).ToDictionary(kind => kind.Key, kind => kind.Last().Period);
        var gone = new HashSet<object>(context.GetLinkedKeys());
        var ordinal = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            // Two facts of one subject and period have a row each.
            ordinal = i > 0 && rows[i].Period == rows[i - 1].Period ? ordinal + 1 : 0;
            var key = (rows[i].Period, ordinal);
            if (standings.Length == 0 || standings.Contains(rows[i].Standing))
            {
                gone.Remove(key);
                Link(context, key, rows[i], isLatest: rows[i].Band is not null && latest[LengthOf(rows[i].Period)] == rows[i].Period);
            }
        }

        foreach (var key in gone)
            context.RetractLinked(key, context.GetLinked(key)!);
    }

    /// <summary>Links the assessments of rows of many subjects, each by its key.</summary>
    public static void LinkByKey(IContext context, IEnumerable<Assessment> assessments, Standing[] standings)
    {
        var gone = new HashSet<object>(context.GetLinkedKeys());
        var rows = assessments.ToArray();
        var latest = rows.Where(a => a.Band is not null)
            .GroupBy(a => (a.Subject, LengthOf(a.Period))).ToDictionary(kind => kind.Key, kind => kind.Max(a => a.Period.GetValueOrDefault()));
        foreach (var row in rows.Where(a => standings.Length == 0 || standings.Contains(a.Standing)))
        {
            gone.Remove(row.Key);
            var isLatest = row.Band is not null && latest[(row.Subject, LengthOf(row.Period))] == row.Period.GetValueOrDefault();
            Link(context, row.Key, row, isLatest);
        }

        foreach (var key in gone)
            context.RetractLinked(key, context.GetLinked(key)!);
    }

    private static void Link(IContext context, object key, in Assessment now, bool isLatest)
    {
        if (context.GetLinked(key) is not AssessmentFact linked)
            context.InsertLinked(key, new AssessmentFact(now, isLatest));
        else if (linked.Take(now, then: now, isLatest))
            context.UpdateLinked(key, linked);
    }

    /// <summary>Months, quarters and years have histories of their own.</summary>
    private static int LengthOf(Period? period) => period is { } p ? (p.End.DayNumber - p.Start.DayNumber) / 50 : 0;
}

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
                Link(context, key, rows[i], isLatest: IsLatest(rows[i], rows));
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
        var bySubject = rows.ToLookup(a => a.Subject, StringComparer.Ordinal);
        foreach (var row in rows.Where(a => standings.Length == 0 || standings.Contains(a.Standing)))
        {
            gone.Remove(row.Key);
            Link(context, row.Key, row, IsLatest(row, bySubject[row.Subject]));
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

    /// <summary>Whether no row with a band is of a later period; periods of each kind, such as months and quarters, have a history of their own.</summary>
    private static bool IsLatest(Assessment row, IEnumerable<Assessment> rows) => row.Band is not null
        && !rows.Any(other => other.Band is not null && other.Period > row.Period && other.Period.Value.IsOfSameKindAs(row.Period.Value));
}

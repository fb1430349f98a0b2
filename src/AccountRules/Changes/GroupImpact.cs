using AccountRules.Gathering;

namespace AccountRules.Changes;

/// <summary>What facts make together, under both policies: they come in one order, so that they are compared row by row.</summary>
internal sealed class GroupImpact<TFact>(Rule old, Rule @new, Collector<TFact> before, Collector<TFact> after, Func<ImpactGroups?> groups)
    : FactTaker<TFact>
    where TFact : class
{
    public override void Add(TFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        before.Add(fact);
        after.Add(fact);
    }

    public override void AddUnreadable(string? subject)
    {
        before.AddUnreadable(subject);
        after.AddUnreadable(subject);
    }

    public RuleImpact Impact()
    {
        var steps = new Steps(old, @new, groups());
        using var olds = before.Assess().GetEnumerator();
        using var news = after.Assess().GetEnumerator();
        var (hasOld, hasNew) = (olds.MoveNext(), news.MoveNext());
        while (hasOld || hasNew)
        {
            // Only a track has a row of a subject that one policy lets leave, and the other does not.
            var order = !hasOld ? 1 : !hasNew ? -1 : olds.Current.Judged is Tracked ? Tracked.Compare(olds.Current, news.Current) : 0;
            steps.Add(order <= 0 ? olds.Current : null, order >= 0 ? news.Current : null);
            hasOld = order <= 0 ? olds.MoveNext() : hasOld;
            hasNew = order >= 0 ? news.MoveNext() : hasNew;
        }

        return steps.Impact();
    }
}

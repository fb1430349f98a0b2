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
        foreach (var (was, becomes) in RowsInTime.Pair(before.Assess(), after.Assess(), before.Order))
            steps.Add(was, becomes);

        return steps.Impact();
    }
}

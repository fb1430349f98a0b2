namespace AccountRules.Changes;

/// <summary>The rows that facts make under both policies; one that only one policy makes is compared with nothing.</summary>
internal sealed class GatheringImpact<TRow>(GatheredRule<TRow> old, GatheredRule<TRow> @new, DateOnly asOf, Func<ImpactGroups?> groups) : GatheringTaker
    where TRow : class
{
    private readonly GatheringCollector<TRow> before = old.Collect(asOf);
    private readonly GatheringCollector<TRow> after = @new.Collect(asOf);

    public override void Add<TFact>(TFact fact)
    {
        before.Add(fact);
        after.Add(fact);
    }

    public override void AddUnreadable<TFact>(TFact fact)
    {
        before.AddUnreadable(fact);
        after.AddUnreadable(fact);
    }

    public override void AddUnreadable(string? subject)
    {
        before.AddUnreadable(subject);
        after.AddUnreadable(subject);
    }

    public RuleImpact Impact()
    {
        var steps = new Steps(old, @new, groups());
        var olds = before.Assess().ToDictionary(a => a.Key);
        foreach (var row in after.Assess())
            steps.Add(olds.Remove(row.Key, out var other) ? other : null, row);

        foreach (var row in olds.Values)
            steps.Add(row, becomes: null);

        return steps.Impact();
    }
}

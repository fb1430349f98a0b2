namespace AccountRules.Changes;

/// <summary>Each fact by itself, under both policies.</summary>
internal class EachImpact<TFact>(Rule<TFact> old, Rule<TFact> @new, DateOnly asOf) : ImpactCollector<TFact>
    where TFact : class
{
    protected Steps Steps { get; } = new(old, @new);

    public override void Add(TFact fact)
    {
        var before = old.Judge(fact, asOf);
        if (before.Cause != Cause.NotAsked)
            Steps.Add(before, @new.Judge(fact, asOf));
    }

    public virtual RuleImpact Impact() => Steps.Impact();
}

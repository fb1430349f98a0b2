namespace AccountRules.Changes;

/// <summary>Each fact by itself, under both policies.</summary>
internal class EachImpact<TFact>(Rule<TFact> old, Rule<TFact> @new, DateOnly asOf, ImpactGroups? groups) : FactTaker<TFact>
    where TFact : class
{
    private readonly Steps steps = new(old, @new, groups);

    public override void Add(TFact fact)
    {
        var before = old.Judge(fact, asOf);
        if (before.Cause != Cause.NotAsked)
            Add(fact, before, @new.Judge(fact, asOf));
    }

    public virtual RuleImpact Impact() => steps.Impact();

    protected void Add(TFact fact, Verdict was, Verdict becomes, decimal paid = 0, decimal pays = 0) => steps.Add(
        was, becomes, steps.AreGrouped ? @new.Shape.Account?.Of(fact) : null, steps.AreGrouped ? @new.Shape.Employee?.Of(fact) : null, paid, pays);

    protected RuleImpact Impact(PayImpact pay) => steps.Impact(pay);
}

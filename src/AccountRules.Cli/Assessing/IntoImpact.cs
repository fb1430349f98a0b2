namespace AccountRules.Cli.Assessing;

/// <summary>Takes the facts through both policies.</summary>
internal sealed class IntoImpact<TFact>(Rule rule, ImpactCollector<TFact> impact, bool takesFactsTogether) : Judge<TFact>(rule)
    where TFact : class
{
    public override bool TakesFactsTogether => takesFactsTogether;

    public override void Take(TFact fact) => impact.Add(fact);

    public override void TakeUnidentified(string? subject) => impact.AddUnreadable(subject);

    public override void TakeUnreadable(TFact fact)
    {
        if (takesFactsTogether)
            impact.Add(fact);
    }
}

namespace AccountRules.Cli.Assessing;

/// <summary>Assesses what the facts make together, once they are all there.</summary>
internal sealed class AllFacts<TFact>(Rule rule, Collector<TFact> collector, Action<Assessment> emit) : Judge<TFact>(rule)
    where TFact : class
{
    public override bool TakesFactsTogether => true;

    public override void Take(TFact fact) => collector.Add(fact);

    public override void TakeUnreadable(TFact fact) => collector.Add(fact);

    public override void TakeAgain(TFact fact) => collector.Add(fact);

    public override void TakeUnidentified(string? subject) => collector.AddUnreadable(subject);

    public override void Complete()
    {
        foreach (var assessment in collector.Assess())
            emit(assessment);
    }
}

namespace AccountRules.Cli.Assessing;

/// <summary>Puts the facts on an agenda.</summary>
internal sealed class IntoAgenda<TFact>(Rule rule, AgendaCollector<TFact> agenda, bool takesFactsTogether) : Judge<TFact>(rule)
    where TFact : class
{
    public override bool TakesFactsTogether => takesFactsTogether;

    public override void Take(TFact fact) => agenda.Add(fact);

    public override void TakeUnidentified(string? subject) => agenda.AddUnreadable(subject);

    public override void TakeUnreadable(TFact fact) => TakeAgain(fact);

    public override void TakeAgain(TFact fact)
    {
        if (takesFactsTogether)
            agenda.Add(fact);
    }
}

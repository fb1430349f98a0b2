namespace AccountRules.Cli.Assessing;

/// <summary>Takes the facts of all kinds that a rule makes rows of, and completes it once all files are read.</summary>
internal sealed class GatheredJudge<TRow>(GatheredRule<TRow> rule, GatheringTaker taker, Action? complete = null) : Judge(rule), IGatheredJudge
    where TRow : class
{
    public override bool TakesFactsTogether => true;

    public Judge<TFact> Of<TFact>()
        where TFact : class => new Taker<TFact>(rule, taker);

    public override void Complete() => complete?.Invoke();

    private sealed class Taker<TFact>(Rule rule, GatheringTaker taker) : Judge<TFact>(rule)
        where TFact : class
    {
        public override bool TakesFactsTogether => true;

        public override void Take(TFact fact) => taker.Add(fact);

        public override void TakeAgain(TFact fact) => taker.Add(fact);

        public override void TakeUnreadable(TFact fact) => taker.AddUnreadable(fact);

        public override void TakeUnidentified(string? subject) => taker.AddUnreadable(subject);
    }
}

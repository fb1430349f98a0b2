namespace AccountRules.Cli.Assessing;

/// <summary>The facts that a rule takes together, kept to be read a second time.</summary>
internal sealed class KeptFacts
{
    private readonly List<object> facts = [];

    /// <summary>The facts.</summary>
    public IReadOnlyList<object> Facts => facts;

    /// <summary>Whether all that the rule took is among them.</summary>
    public bool AreAll { get; private set; } = true;

    /// <summary>A judge that keeps what another one takes, and hands it on.</summary>
    /// <param name="judge">The other one, of a rule on facts of one kind or of several.</param>
    public Judge Before(Judge judge) =>
        judge is IGatheredJudge gathered ? new OfKinds(judge.Rule, gathered, this) : judge.Rule.Accept(new OfOneKind(judge, this));

    private sealed class OfOneKind(Judge judge, KeptFacts kept) : IRuleVisitor<Judge>
    {
        public Judge Each<TFact>(Rule<TFact> rule)
            where TFact : class => throw new InvalidOperationException($"Rule `{rule.Id}` takes no facts together.");

        public Judge RollUp<TFact>(RollUpRule<TFact> rule)
            where TFact : class => new Keeping<TFact>((Judge<TFact>)judge, kept, keepsCopies: true);

        public Judge Track<TFact>(LifecycleRule<TFact> rule)
            where TFact : class => new Keeping<TFact>((Judge<TFact>)judge, kept, keepsCopies: true);

        public Judge Gathered<TRow>(GatheredRule<TRow> rule)
            where TRow : class => throw new InvalidOperationException($"Rule `{rule.Id}` takes facts of several kinds.");
    }

    private sealed class OfKinds(Rule rule, IGatheredJudge judge, KeptFacts kept) : Judge(rule), IGatheredJudge
    {
        public override bool TakesFactsTogether => true;

        public Judge<TFact> Of<TFact>()
            where TFact : class => new Keeping<TFact>(judge.Of<TFact>(), kept, keepsCopies: false);

        public override void Complete() => judge.Complete();
    }

    /// <param name="judge">Takes the facts in the end.</param>
    /// <param name="kept">Where they are kept.</param>
    /// <param name="keepsCopies">Whether a fact that came again, or whose row was rejected, is one more fact without what was measured.</param>
    private sealed class Keeping<TFact>(Judge<TFact> judge, KeptFacts kept, bool keepsCopies) : Judge<TFact>(judge.Rule)
        where TFact : class
    {
        public override bool TakesFactsTogether => judge.TakesFactsTogether;

        public override void Take(TFact fact)
        {
            kept.facts.Add(fact);
            judge.Take(fact);
        }

        public override void TakeUnreadable(TFact fact)
        {
            Keep(fact);
            judge.TakeUnreadable(fact);
        }

        public override void TakeAgain(TFact fact)
        {
            Keep(fact);
            judge.TakeAgain(fact);
        }

        public override void TakeUnidentified(string? subject)
        {
            kept.AreAll = false;
            judge.TakeUnidentified(subject);
        }

        public override void Complete() => judge.Complete();

        private void Keep(TFact fact)
        {
            if (keepsCopies)
                kept.facts.Add(fact);
            else
                kept.AreAll = false;
        }
    }
}

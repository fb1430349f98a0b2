namespace AccountRules.Cli.Assessing;

/// <summary>Hands the facts of a rule to several who each make something of them.</summary>
internal static class EveryJudge
{
    /// <summary>One judge for all of them, which are on the same facts.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="all">The judges; one at the least.</param>
    public static Judge Of(Rule rule, IReadOnlyList<Judge> all) => all.Count == 1 ? all[0] : rule.Accept(new Joined(all));

    private sealed class Joined(IReadOnlyList<Judge> all) : IRuleVisitor<Judge>
    {
        public Judge Each<TFact>(Rule<TFact> rule)
            where TFact : class => new Many<TFact>(rule, [.. all.Cast<Judge<TFact>>()]);

        public Judge RollUp<TFact>(RollUpRule<TFact> rule)
            where TFact : class => new Many<TFact>(rule, [.. all.Cast<Judge<TFact>>()]);

        public Judge Track<TFact>(LifecycleRule<TFact> rule)
            where TFact : class => new Many<TFact>(rule, [.. all.Cast<Judge<TFact>>()]);

        public Judge Gathered<TRow>(GatheredRule<TRow> rule)
            where TRow : class => new ManyGathered(rule, [.. all.Cast<IGatheredJudge>()]);
    }

    private sealed class Many<TFact>(Rule rule, IReadOnlyList<Judge<TFact>> all) : Judge<TFact>(rule)
        where TFact : class
    {
        public override bool TakesFactsTogether => all.Any(j => j.TakesFactsTogether);

        public override bool TakesUnreadable => all.Any(j => j.TakesUnreadable);

        public override void Take(TFact fact) => Do(j => j.Take(fact));

        public override void TakeUnreadable(TFact fact) => Do(j => j.TakeUnreadable(fact));

        public override void TakeAgain(TFact fact) => Do(j => j.TakeAgain(fact));

        public override void TakeUnidentified(string? subject) => Do(j => j.TakeUnidentified(subject));

        public override void Complete() => Do(j => j.Complete());

        private void Do(Action<Judge<TFact>> what)
        {
            foreach (var judge in all)
                what(judge);
        }
    }

    private sealed class ManyGathered(Rule rule, IReadOnlyList<IGatheredJudge> all) : Judge(rule), IGatheredJudge
    {
        public override bool TakesFactsTogether => true;

        public Judge<TFact> Of<TFact>()
            where TFact : class => new Many<TFact>(Rule, [.. all.Select(j => j.Of<TFact>())]);

        public override void Complete()
        {
            foreach (var judge in all)
                judge.Complete();
        }
    }
}

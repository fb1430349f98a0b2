namespace AccountRules.Cli.Assessing;

/// <summary>Assesses each fact by itself.</summary>
internal sealed class EachFact<TFact>(Rule<TFact> rule) : Judge<TFact>(rule)
    where TFact : class
{
    public override void Take(TFact fact, AssessmentRun run) => run.Emit(rule.Assess(fact, run.AsOf));

    public override void TakeUnreadable(TFact fact)
    {
        // A rejected row has been told, and is not assessed.
    }

    public override void Complete(AssessmentRun run)
    {
        // Each was assessed when it came.
    }
}

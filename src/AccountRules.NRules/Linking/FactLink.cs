using NRules.RuleModel;

namespace AccountRules.NRules.Linking;

/// <summary>Links to each fact its assessment.</summary>
internal sealed class FactLink<TFact>(Rule<TFact> rule, Standing[] standings)
    where TFact : class
{
    private const string Key = "assessment";

    /// <summary>Whether the fact has a standing that is asked for.</summary>
    public bool Has(TFact fact, EvaluationDate today) => standings.Contains(rule.Judge(fact, today.AsOf).Standing);

    public void Link(IContext context, TFact fact, EvaluationDate today)
    {
        if (context.GetLinked(Key) is not AssessmentFact<TFact> linked)
            context.InsertLinked(Key, new AssessmentFact<TFact>(rule.Assess(fact, today.AsOf), fact, today));
        else if (linked.Take(rule, fact, today))
            context.UpdateLinked(Key, linked);
    }
}

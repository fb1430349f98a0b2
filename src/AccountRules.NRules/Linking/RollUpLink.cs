using NRules.RuleModel;

namespace AccountRules.NRules.Linking;

/// <summary>Links to the facts of a subject the roll-ups of its periods.</summary>
internal sealed class RollUpLink<TFact>(RollUpRule<TFact> rule, Standing[] standings)
    where TFact : class
{
    /// <summary>The subject of a fact; it is the same on every date.</summary>
    public string SubjectOf(TFact fact) => rule.Of.Assess(fact, DateOnly.MinValue).Subject;

    public void Link(IContext context, IGrouping<string, TFact> facts, EvaluationDate today)
    {
        var collector = rule.Collect(today.AsOf);
        foreach (var fact in facts)
            collector.Add(fact);

        GroupLink.Link(context, collector.Assess(), standings);
    }
}

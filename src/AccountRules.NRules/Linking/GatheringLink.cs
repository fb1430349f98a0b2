using NRules.RuleModel;

namespace AccountRules.NRules.Linking;

/// <summary>Links to all facts of a gathering the assessments of the rows that they make.</summary>
internal sealed class GatheringLink<TRow>(GatheredRule<TRow> rule, Standing[] standings)
    where TRow : class
{
    /// <param name="context">The match of all facts.</param>
    /// <param name="facts">The facts, source by source.</param>
    /// <param name="today">The session's date.</param>
    public void Link(IContext context, IEnumerable<object>[] facts, EvaluationDate today)
    {
        var collector = rule.Collect(today.AsOf);
        for (var source = 0; source < facts.Length; source++)
            rule.Gathering.Sources[source].Accept(new Adding(collector, facts[source]));

        GroupLink.LinkByKey(context, collector.Assess(), standings);
    }

    private sealed class Adding(GatheringCollector<TRow> collector, IEnumerable<object> facts) : IGatheringVisitor<object>
    {
        public object Source<TFact>(GatheringSource source)
            where TFact : class => collector.AddRange(facts.Cast<TFact>());
    }
}

namespace AccountRules.Tests.Cases;

/// <inheritdoc/>
internal sealed class GatheredCase<TRow>(Func<Policy, GatheredRule<TRow>> rule) : GatheredCase
    where TRow : class
{
    public override string Id { get; } = rule(Policy.Default).Id;

    public Func<Policy, GatheredRule<TRow>> Rule { get; } = rule;

    public override IReadOnlyList<GatheringSource> Sources => Rule(Policy.Default).Gathering.Sources;

    public override IEnumerable<Assessment> Assess(Policy policy, IEnumerable<object> facts, DateOnly asOf) =>
        Filled(Rule(policy).Collect(asOf), facts).Assess();

    public override Agenda Agenda(Policy policy, IEnumerable<object> facts, DateOnly asOf, int days)
    {
        var agenda = new Agenda(asOf, days);
        Filled(agenda.Collect(Rule(policy)), facts);
        return agenda;
    }

    private GatheringCollector<TRow> Filled(GatheringCollector<TRow> collector, IEnumerable<object> facts)
    {
        foreach (var source in Sources)
            source.Accept(new Adding(collector, facts));

        return collector;
    }

    private sealed class Adding(GatheringCollector<TRow> collector, IEnumerable<object> facts) : IGatheringVisitor<object>
    {
        public object Source<TFact>(GatheringSource source)
            where TFact : class => collector.AddRange(facts.OfType<TFact>());
    }
}

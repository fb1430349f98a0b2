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

    public override void Collect(PolicyCurve curve, IEnumerable<object> facts) => Filled(curve.Collect(Rule(curve.Policy)), facts);

    private TTaker Filled<TTaker>(TTaker collector, IEnumerable<object> facts)
        where TTaker : GatheringTaker
    {
        foreach (var source in Sources)
            source.Accept(new Adding(collector, facts));

        return collector;
    }

    private sealed class Adding(GatheringTaker taker, IEnumerable<object> facts) : IGatheringVisitor<object?>
    {
        public object? Source<TFact>(GatheringSource source)
            where TFact : class
        {
            foreach (var fact in facts.OfType<TFact>())
                taker.Add(fact);

            return null;
        }
    }
}

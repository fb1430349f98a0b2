using AccountRules.Facts;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using Xunit.Abstractions;

namespace AccountRules.Tests.Monitoring;

/// <summary>A monitor that takes the facts in a hundred days before the evaluation date and then comes to it.</summary>
public sealed class MonitorConformanceTests(ITestOutputHelper output) : ConformanceSuite(output)
{
    protected override bool TakesDuplicates => false;

    protected override IReadOnlyList<Answer> Evaluate<TFact>(Rule<TFact> rule, IReadOnlyList<TFact> facts, DateOnly asOf)
    {
        var own = RuleCase.Of<TFact>();
        TFact[] keyed = [.. facts.Select((fact, i) => own.WithSubject(fact, $"{i}"))];
        var monitor = Arrived(MonitoredRules.None.With(_ => rule), keyed, asOf);
        return [.. keyed.Select(fact => monitor.Find(rule.Id, ((FactShape<TFact>)rule.FactShape!).KeyOf(fact)) is { } held ? Answer.Of(held) : NotAsked(fact))];

        Answer NotAsked(TFact fact)
        {
            var assessed = rule.Assess(fact, asOf);
            Assert.Equal(Cause.NotAsked, assessed.Cause);
            return Answer.Of(assessed);
        }
    }

    protected override IEnumerable<MonthAnswer> RollUp(Policy policy, IReadOnlyList<KpiResult> facts, DateOnly asOf) =>
        Arrived(MonitoredRules.None.With(_ => policy.KpiMonth), [.. facts], asOf)
            .Snapshot().FindAll("kpi-month").Select(MonthAnswer.Of);

    protected override IEnumerable<TrackAnswer> Track(Policy policy, IReadOnlyList<AccountRevenue> facts, DateOnly asOf) =>
        Arrived(MonitoredRules.None.With(_ => policy.KeyAccount), [.. facts], asOf).Snapshot().FindAll("key-account").Select(TrackAnswer.Of);

    private static PolicyMonitor Arrived<TFact>(MonitoredRules rules, TFact[] facts, DateOnly asOf)
        where TFact : class
    {
        var monitor = new PolicyMonitor(Policy.Default, Dates.Shift(asOf, -100, Reach.Full), rules);
        monitor.AddRange(facts);
        monitor.AdvanceTo(asOf);
        return monitor;
    }
}

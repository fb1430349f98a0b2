using AccountRules.Facts;
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
        TFact[] keyed = [.. facts.Select((fact, i) => (TFact)Keyed(fact, $"{i}"))];
        var monitor = Arrived(MonitoredRules.None.With(_ => rule), keyed, asOf);
        return [.. keyed.Select((fact, i) => Answer.Of(monitor.Find(rule.Id, new($"{i}", PeriodOf(fact), (fact as KpiResult)?.Kpi))!.Value))];
    }

    protected override IEnumerable<MonthAnswer> RollUp(Policy policy, IReadOnlyList<KpiResult> facts, DateOnly asOf) =>
        Arrived(MonitoredRules.None.With(_ => policy.KpiMonth), [.. facts.Select((fact, i) => fact with { Kpi = $"{i}" })], asOf)
            .Snapshot().Where("kpi-month").Select(a => new MonthAnswer(a.Subject, a.Period!.Value, a.Standing, a.Streak));

    protected override IEnumerable<TrackAnswer> Track(Policy policy, IReadOnlyList<AccountRevenue> facts, DateOnly asOf) =>
        Arrived(MonitoredRules.None.With(_ => policy.KeyAccount), [.. facts], asOf).Snapshot().Where("key-account").Select(TrackAnswer.Of);

    private static PolicyMonitor Arrived<TFact>(MonitoredRules rules, TFact[] facts, DateOnly asOf)
        where TFact : class
    {
        var monitor = new PolicyMonitor(Policy.Default, Dates.Shift(asOf, -100, Reach.Full), rules);
        monitor.AddRange(facts);
        monitor.AdvanceTo(asOf);
        return monitor;
    }

    private static Period? PeriodOf(object fact) => fact switch
    {
        KpiResult r => r.Period,
        AccountRevenue r => r.Period,
        PayPeriod p => p.Period,
        _ => null,
    };

    /// <summary>The generated facts of a rule have one id.</summary>
    private static object Keyed(object fact, string id) => fact switch
    {
        FteOrder o => o with { OrderId = id },
        RegistryItem i => i with { ItemId = id },
        KpiResult r => r with { EmployeeId = id },
        AccountRevenue r => r with { AccountId = id },
        PayPeriod p => p with { EmployeeId = id },
        ImprovementPlan p => p with { EmployeeId = id },
        _ => throw new ArgumentException($"No key for {fact}.", nameof(fact)),
    };
}

using AccountRules.Facts;
using BenchmarkDotNet.Attributes;

namespace AccountRules.Benchmarks.Monitoring;

/// <summary>A day goes by in a monitor of a million orders, of which so many change, beside assessing all of them anew.</summary>
[InvocationCount(1)]
public class MonitorAdvance
{
    private readonly Policy policy = new(new PolicyTerms().With(new FteFulfillmentTerms { LimitDays = 3600, AtRiskFromDay = 3000 }));
    private FteOrder[] orders = [];
    private PolicyMonitor monitor = new(Policy.Default, MonitoredOrders.Day);
    private Standing[] standings = [];

    [Params(0, 100, 10_000)]
    public int Changes { get; set; }

    [GlobalSetup]
    public void Load()
    {
        orders = MonitoredOrders.Random();
        standings = new Standing[orders.Length];
        monitor = MonitoredOrders.Monitored(orders, policy);
    }

    /// <summary>The orders that change lie all over the table, and are to turn on the next day.</summary>
    [IterationSetup(Target = nameof(Advance))]
    public void Turn()
    {
        for (var i = 0; i < Changes; i++)
            monitor.Update(orders[(int)((long)i * orders.Length / Changes)] with { OrderedOn = monitor.AsOf.AddDays(-2999), FulfilledOn = null });
    }

    [Benchmark(Baseline = true, Description = "assessing every order anew"), BenchmarkCategory("monitor: a day")]
    public int AssessAll()
    {
        var changes = 0;
        for (var i = 0; i < orders.Length; i++)
        {
            var standing = policy.FteFulfillment.Judge(orders[i], MonitoredOrders.Day).Standing;
            changes += standing != standings[i] ? 1 : 0;
            standings[i] = standing;
        }

        return changes;
    }

    [Benchmark(Description = "monitor.AdvanceTo(the next day)"), BenchmarkCategory("monitor: a day")]
    public int Advance()
    {
        var changes = monitor.AdvanceTo(monitor.AsOf.AddDays(1)).Count;
        return changes == Changes ? changes : throw new InvalidOperationException($"{changes} orders changed.");
    }
}

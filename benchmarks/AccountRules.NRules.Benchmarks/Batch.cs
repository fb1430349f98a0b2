using BenchmarkDotNet.Attributes;

namespace AccountRules.NRules.Benchmarks;

/// <summary>All orders, none known before.</summary>
public class Batch
{
    private CrmOrder[] orders = [];

    [GlobalSetup]
    public void Setup() => orders = Workload.Orders();

    [Benchmark(Baseline = true, Description = "library: Assess, in a loop")]
    public int Library()
    {
        var overdue = 0;
        foreach (var order in orders)
        {
            if (Workload.Rule.Assess(order, Workload.AsOf).Standing == Standing.Overdue)
                overdue++;
        }

        return overdue;
    }

    [Benchmark(Description = "NRules: the policy's rule")]
    public object ThePolicy() => Workload.Filled(Workload.ThePolicy, orders, Workload.AsOf);

    [Benchmark(Description = "NRules: the policy's rule, overdue orders only")]
    public object TheOverdue() => Workload.Filled(Workload.TheOverdue, orders, Workload.AsOf);

    [Benchmark(Description = "NRules: rules written by hand")]
    public object ByHand() => Workload.Filled(Workload.ByHand, orders, Workload.AsOf);
}

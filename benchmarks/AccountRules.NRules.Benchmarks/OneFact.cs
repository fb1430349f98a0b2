using BenchmarkDotNet.Attributes;

namespace AccountRules.NRules.Benchmarks;

/// <summary>One order, in a session of its own.</summary>
public class OneFact
{
    private static readonly CrmOrder[] order = [new() { Number = "1042", PlacedOn = Workload.AsOf.AddDays(-91) }];

    [Benchmark(Baseline = true, Description = "library: Assess")]
    public Standing Library() => Workload.Rule.Assess(order[0], Workload.AsOf).Standing;

    [Benchmark(Description = "NRules: the policy's rule")]
    public Standing ThePolicy() => Workload.Filled(Workload.ThePolicy, order, Workload.AsOf).Query<AssessmentFact>().AsEnumerable().Single().Standing;

    [Benchmark(Description = "NRules: rules written by hand")]
    public Standing ByHand() => Workload.Filled(Workload.ByHand, order, Workload.AsOf).Query<OrderStanding>().AsEnumerable().Single().Standing;
}

using AccountRules.Facts;
using BenchmarkDotNet.Attributes;

namespace AccountRules.Benchmarks.Objects;

/// <summary>A million findings, every order having one, kept in a list: how many bytes each costs.</summary>
public class KeptFindings
{
    private const int Count = 1_000_000;

    private readonly FteOrder[] orders = MixedFacts.Orders(Count);

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("findings kept")]
    public object ByHand()
    {
        var found = new List<(FteOrder, HandVerdict)>(Count);
        foreach (var order in orders)
            found.Add((order, Hand.FteFulfillment(order, MixedFacts.AsOf)));

        return found;
    }

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("findings kept")]
    public object Kept()
    {
        var found = new List<Assessment>(Count);
        found.AddRange(Workloads.Policy.FteFulfillment.Assess(orders, MixedFacts.AsOf));
        return found;
    }
}

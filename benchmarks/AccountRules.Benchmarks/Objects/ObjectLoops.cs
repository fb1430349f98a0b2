using BenchmarkDotNet.Attributes;

namespace AccountRules.Benchmarks.Objects;

/// <summary>A million objects of each rule: verdicts into a buffer, and counts; as they are, and through a host's mapping.</summary>
public class ObjectLoops
{
    private const int Count = 1_000_000;

    private Workload[] workloads = [];

    [Params("fte-fulfillment", "kpi-attainment", "performance-pay", "all six rules")]
    public string Rule { get; set; } = "";

    [GlobalSetup]
    public void Setup() => workloads = Workloads.Of(Rule, Count);

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("verdicts")]
    public void VerdictsByHand()
    {
        foreach (var workload in workloads)
            workload.HandVerdicts(0, 100);
    }

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("verdicts")]
    public void Verdicts()
    {
        foreach (var workload in workloads)
            workload.Verdicts(threads: 1);
    }

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("verdicts")]
    public void VerdictsMapped()
    {
        foreach (var workload in workloads)
            workload.MappedVerdicts();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("counts")]
    public void CountsByHand()
    {
        foreach (var workload in workloads)
            workload.HandCount();
    }

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("counts")]
    public void Counts()
    {
        foreach (var workload in workloads)
            workload.Count();
    }

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("counts")]
    public void CountsMapped()
    {
        foreach (var workload in workloads)
            workload.MappedCount();
    }
}

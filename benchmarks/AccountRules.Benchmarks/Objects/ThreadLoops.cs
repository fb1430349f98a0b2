using BenchmarkDotNet.Attributes;

namespace AccountRules.Benchmarks.Objects;

/// <summary>The six rules, a million objects each, on one thread and on two. What two threads gain by hand is what the machine has to give.</summary>
public class ThreadLoops
{
    private const int Count = 1_000_000;

    private Workload[] workloads = [];

    [GlobalSetup]
    public void Setup() => workloads = Workloads.Of("all six rules", Count);

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("threads by hand")]
    public void OneThreadByHand()
    {
        foreach (var workload in workloads)
            workload.HandVerdicts(0, 100);
    }

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("threads by hand")]
    public void TwoThreadsByHand()
    {
        foreach (var workload in workloads)
            Parallel.Invoke(() => workload.HandVerdicts(0, 50), () => workload.HandVerdicts(50, 100));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("threads")]
    public void OneThread()
    {
        foreach (var workload in workloads)
            workload.Verdicts(threads: 1);
    }

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("threads")]
    public void TwoThreads()
    {
        foreach (var workload in workloads)
            workload.Verdicts(threads: 2);
    }
}

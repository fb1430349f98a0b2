using System.Runtime.CompilerServices;
using AccountRules.Facts;
using BenchmarkDotNet.Attributes;

namespace AccountRules.Benchmarks.Objects;

/// <summary>One fact at a time, warm, out of a handful that lie in the cache: a call each.</summary>
public class SingleFact
{
    private const int Count = 1024;

    private readonly FteOrder[] orders = MixedFacts.Orders(Count);
    private readonly PayPeriod[] pay = MixedFacts.Pay(Count);
    private readonly HandVerdict[] hand = new HandVerdict[Count];
    private readonly Verdict[] verdicts = new Verdict[Count];

    [Benchmark(Baseline = true, OperationsPerInvoke = Count * Rounds), BenchmarkCategory("one deadline")]
    public void DeadlineByHand()
    {
        for (var i = 0; i < Count * Rounds; i++)
            hand[i % Count] = Call(orders[i % Count]);
    }

    [Benchmark(OperationsPerInvoke = Count * Rounds), BenchmarkCategory("one deadline")]
    public void Deadline()
    {
        var rule = Workloads.Policy.FteFulfillment;
        for (var i = 0; i < Count * Rounds; i++)
            verdicts[i % Count] = rule.Judge(orders[i % Count], MixedFacts.AsOf);
    }

    [Benchmark(OperationsPerInvoke = Count * Rounds), BenchmarkCategory("one deadline")]
    public void DeadlineAssessed()
    {
        var rule = Workloads.Policy.FteFulfillment;
        for (var i = 0; i < Count * Rounds; i++)
            verdicts[i % Count] = rule.Assess(orders[i % Count], MixedFacts.AsOf).Verdict;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count * Rounds), BenchmarkCategory("one pay period")]
    public void PayByHand()
    {
        for (var i = 0; i < Count * Rounds; i++)
            hand[i % Count] = Call(pay[i % Count]);
    }

    [Benchmark(OperationsPerInvoke = Count * Rounds), BenchmarkCategory("one pay period")]
    public void Pay()
    {
        var rule = Workloads.Policy.PerformancePay;
        for (var i = 0; i < Count * Rounds; i++)
            verdicts[i % Count] = rule.Judge(pay[i % Count], MixedFacts.AsOf);
    }

    private const int Rounds = 200;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static HandVerdict Call(FteOrder order) => Hand.FteFulfillment(order, MixedFacts.AsOf);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static HandVerdict Call(PayPeriod period) => Hand.PerformancePay(period, MixedFacts.AsOf);
}

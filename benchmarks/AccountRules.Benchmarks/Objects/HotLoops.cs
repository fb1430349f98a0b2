using AccountRules.Facts;
using BenchmarkDotNet.Attributes;

namespace AccountRules.Benchmarks.Objects;

/// <summary>
/// What the favourable case is not: verdicts on a thousand facts that lie in the cache, so that there is no memory to be sent for; and of orders that all stand
/// alike, so that there is nothing to be foreseen either.
/// </summary>
public class HotLoops
{
    private const int Count = 1024;
    private const int Rounds = 200;

    private readonly FteOrder[] orders = MixedFacts.Orders(Count);
    private readonly FteOrder[] alike = [.. MixedFacts.Orders(Count).Select(o => o with { OrderedOn = MixedFacts.AsOf.AddDays(-10), FulfilledOn = null })];
    private readonly PayPeriod[] pay = MixedFacts.Pay(Count);
    private readonly HandVerdict[] hand = new HandVerdict[Count];
    private readonly Verdict[] verdicts = new Verdict[Count];

    [Benchmark(Baseline = true, OperationsPerInvoke = Count * Rounds), BenchmarkCategory("1,024 deadlines, mixed")]
    public void MixedByHand() => ByHand(orders);

    [Benchmark(OperationsPerInvoke = Count * Rounds), BenchmarkCategory("1,024 deadlines, mixed")]
    public void Mixed() => Judge(Workloads.Policy.FteFulfillment, orders);

    [Benchmark(Baseline = true, OperationsPerInvoke = Count * Rounds), BenchmarkCategory("1,024 deadlines, all alike")]
    public void AlikeByHand() => ByHand(alike);

    [Benchmark(OperationsPerInvoke = Count * Rounds), BenchmarkCategory("1,024 deadlines, all alike")]
    public void Alike() => Judge(Workloads.Policy.FteFulfillment, alike);

    [Benchmark(Baseline = true, OperationsPerInvoke = Count * Rounds), BenchmarkCategory("1,024 pay periods")]
    public void PayByHand()
    {
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < pay.Length; i++)
                hand[i] = Hand.PerformancePay(pay[i], MixedFacts.AsOf);
        }
    }

    [Benchmark(OperationsPerInvoke = Count * Rounds), BenchmarkCategory("1,024 pay periods")]
    public void Pay() => Judge(Workloads.Policy.PerformancePay, pay);

    private void ByHand(FteOrder[] facts)
    {
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < facts.Length; i++)
                hand[i] = Hand.FteFulfillment(facts[i], MixedFacts.AsOf);
        }
    }

    private void Judge<TFact>(Rule<TFact> rule, TFact[] facts)
        where TFact : class
    {
        for (var round = 0; round < Rounds; round++)
            rule.Judge(facts, MixedFacts.AsOf, verdicts);
    }
}

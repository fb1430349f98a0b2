using BenchmarkDotNet.Attributes;

namespace AccountRules.Benchmarks.Changes;

/// <summary>What a change of policy does to ten million pay periods, and to ten million orders, in columns.</summary>
public class ImpactLoops
{
    private const int Count = ImpactColumns.Count;

    private readonly Verdict[] olds = new Verdict[Count];
    private readonly Verdict[] news = new Verdict[Count];
    private ImpactColumns rows = null!;

    [GlobalSetup]
    public void Setup()
    {
        rows = new();
        foreach (var (hand, impact) in new[] { (PayByHand(), PayImpact()), (PayTwice(), PayImpactOnTwoThreads()) })
        {
            var pay = impact.Pay!;
            if ((pay.Old, pay.New) != (hand.Old, hand.New) || !pay.Classes.SequenceEqual(hand.Classes))
                throw new InvalidOperationException($"By hand {hand.Old} -> {hand.New}, by the library {pay.Old} -> {pay.New}.");

            if (impact.Changed != hand.Steps[2, 2] + hand.Steps[3, 2])
                throw new InvalidOperationException($"By hand {hand.Steps[2, 2] + hand.Steps[3, 2]} change, by the library {impact.Changed}.");
        }

        foreach (var (hand, impact) in new[] { (OrdersByHand(), OrdersImpact()), (OrdersTwice(), OrdersImpactOnTwoThreads()) })
        {
            var changed = hand.Cast<long>().Sum() - Enumerable.Range(0, 7).Sum(i => hand[i, i]);
            if (impact.Changed != changed || impact.Facts != Count)
                throw new InvalidOperationException($"By hand {changed} orders change, by the library {impact.Changed}.");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("pay")]
    public object PayInOneLoop() => PayByHand();

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("pay")]
    public object PayByTwoEvaluations() => PayTwice();

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("pay")]
    public RuleImpact PayImpact() => rows.Pay(parts: 1).Rules[0];

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("pay")]
    public RuleImpact PayImpactOnTwoThreads() => rows.Pay(parts: 2).Rules[0];

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("orders")]
    public long[,] OrdersInOneLoop() => OrdersByHand();

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("orders")]
    public long[,] OrdersByTwoEvaluations() => OrdersTwice();

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("orders")]
    public RuleImpact OrdersImpact() => rows.Orders(parts: 1).Rules[0];

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("orders")]
    public RuleImpact OrdersImpactOnTwoThreads() => rows.Orders(parts: 2).Rules[0];

    private HandImpact.Result PayByHand() => HandImpact.Pay(rows);

    private HandImpact.Result PayTwice() => HandImpact.Pay(rows, olds, news);

    private long[,] OrdersByHand() => HandImpact.Orders(rows);

    private long[,] OrdersTwice() => HandImpact.Orders(rows, olds, news);
}

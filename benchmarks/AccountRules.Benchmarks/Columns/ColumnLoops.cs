using AccountRules.Benchmarks.Objects;
using AccountRules.Facts;
using BenchmarkDotNet.Attributes;

namespace AccountRules.Benchmarks.Columns;

/// <summary>The same million facts as objects and as columns of numbers.</summary>
public class ColumnLoops
{
    private const int Count = 1_000_000;

    private readonly int[] from = new int[Count];
    private readonly int[] until = new int[Count];
    private readonly long[] part = new long[Count];
    private readonly long[] whole = new long[Count];
    private readonly Verdict[] verdicts = new Verdict[Count];
    private FteOrder[] orders = [];
    private PayPeriod[] pay = [];
    private HandVerdict[] hand = [];

    [GlobalSetup]
    public void Setup()
    {
        (orders, pay, hand) = (MixedFacts.Orders(Count), MixedFacts.Pay(Count), new HandVerdict[Count]);
        for (var i = 0; i < Count; i++)
        {
            (from[i], until[i]) = (orders[i].OrderedOn?.DayNumber ?? DayColumns.Missing, orders[i].FulfilledOn?.DayNumber ?? DayColumns.Missing);
            (part[i], whole[i]) = ((long)(pay[i].Actual!.Value * 100), (long)(pay[i].Target!.Value * 100));
        }

        Check(DeadlineObjectsByHand, DeadlineColumns);
        Check(TierObjectsByHand, TierColumns);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("deadline")]
    public void DeadlineObjectsByHand()
    {
        for (var i = 0; i < orders.Length; i++)
            hand[i] = Hand.FteFulfillment(orders[i], MixedFacts.AsOf);
    }

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("deadline")]
    public void DeadlineObjects() => Workloads.Policy.FteFulfillment.Judge(orders, MixedFacts.AsOf, verdicts);

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("deadline")]
    public void DeadlineColumns() => Workloads.Policy.FteFulfillment.Judge(new DayColumns(from, until), MixedFacts.AsOf, verdicts);

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("deadline")]
    public StandingCounts DeadlineColumnsCounted() => Workloads.Policy.FteFulfillment.CountByStanding(new DayColumns(from, until), MixedFacts.AsOf);

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("tier")]
    public void TierObjectsByHand()
    {
        for (var i = 0; i < pay.Length; i++)
            hand[i] = Hand.PerformancePay(pay[i], DateOnly.MaxValue);
    }

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("tier")]
    public void TierObjects() => Workloads.Policy.PerformancePay.Judge(pay, DateOnly.MaxValue, verdicts);

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("tier")]
    public void TierColumns() => Workloads.Policy.PerformancePay.Judge(new RatioColumns(part, whole), verdicts);

    private void Check(Action byHand, Action columns)
    {
        byHand();
        columns();
        for (var i = 0; i < Count; i++)
        {
            if (hand[i].Standing != verdicts[i].Standing || (hand[i].Grade >= 0 && hand[i].Grade != verdicts[i].Grade))
                throw new InvalidOperationException($"Row {i}: by hand {hand[i]}, in columns {verdicts[i]}.");
        }
    }
}

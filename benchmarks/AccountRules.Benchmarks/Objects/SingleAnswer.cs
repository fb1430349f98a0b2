using AccountRules.Facts;
using BenchmarkDotNet.Attributes;

namespace AccountRules.Benchmarks.Objects;

/// <summary>What an assessment says when it is asked, one fact at a time, warm, out of a handful that lie in the cache.</summary>
public class SingleAnswer
{
    private const int Count = 1024;
    private const int Rounds = 20;

    private readonly Assessment[] deadlines =
    [
        .. MixedFacts.Orders(Count).Select(o => Workloads.Policy.FteFulfillment.Assess(o, MixedFacts.AsOf)).Where(a => a.Cause.IsNone),
    ];

    private readonly Assessment[] pay =
    [
        .. MixedFacts.Pay(Count).Select(p => Workloads.Policy.PerformancePay.Assess(p, MixedFacts.AsOf)).Where(a => a.Cause.IsNone && !a.IsProvisional),
    ];

    private readonly FteOrder[] orders;
    private readonly PayPeriod[] periods;

    /// <summary>Takes the facts that have an answer.</summary>
    /// <exception cref="InvalidOperationException">The sentences or amounts made by hand are others.</exception>
    public SingleAnswer()
    {
        (orders, periods) = ([.. deadlines.Select(a => a.FactAs<FteOrder>()!)], [.. pay.Select(a => a.FactAs<PayPeriod>()!)]);
        for (var i = 0; i < orders.Length; i++)
            Same(HandAnswers.Reason(orders[i], MixedFacts.AsOf), deadlines[i].Reason);

        for (var i = 0; i < periods.Length; i++)
        {
            Same(HandAnswers.Reason(periods[i]), pay[i].Reason);
            Same(HandAnswers.Payable(periods[i]), pay[i].Payable!.Value);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Rounds), BenchmarkCategory("reason of a deadline, 1,024 of them")]
    public int DeadlineReasonByHand() => Sum(orders, order => HandAnswers.Reason(order, MixedFacts.AsOf).Length);

    [Benchmark(OperationsPerInvoke = Rounds), BenchmarkCategory("reason of a deadline, 1,024 of them")]
    public int DeadlineReason() => Sum(deadlines, assessment => assessment.Reason.Length);

    [Benchmark(Baseline = true, OperationsPerInvoke = Rounds), BenchmarkCategory("reason of pay, 1,024 of them")]
    public int PayReasonByHand() => Sum(periods, period => HandAnswers.Reason(period).Length);

    [Benchmark(OperationsPerInvoke = Rounds), BenchmarkCategory("reason of pay, 1,024 of them")]
    public int PayReason() => Sum(pay, assessment => assessment.Reason.Length);

    [Benchmark(Baseline = true, OperationsPerInvoke = Rounds), BenchmarkCategory("value of pay, 1,024 of them")]
    public int ValueByHand() => Sum(periods, period => (int)(period.Actual!.Value / period.Target!.Value));

    [Benchmark(OperationsPerInvoke = Rounds), BenchmarkCategory("value of pay, 1,024 of them")]
    public int Value() => Sum(pay, assessment => (int)assessment.Value!.Value);

    [Benchmark(Baseline = true, OperationsPerInvoke = Rounds), BenchmarkCategory("payable, 1,024 of them")]
    public int PayableByHand() => Sum(periods, period => (int)HandAnswers.Payable(period));

    [Benchmark(OperationsPerInvoke = Rounds), BenchmarkCategory("payable, 1,024 of them")]
    public int Payable() => Sum(pay, assessment => (int)assessment.Payable!.Value);

    private static int Sum<T>(T[] items, Func<T, int> ask)
    {
        var sum = 0;
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var item in items)
                sum += ask(item);
        }

        return sum;
    }

    private static void Same<T>(T byHand, T ours)
    {
        if (!EqualityComparer<T>.Default.Equals(byHand, ours))
            throw new InvalidOperationException($"By hand: {byHand}. Library: {ours}.");
    }
}

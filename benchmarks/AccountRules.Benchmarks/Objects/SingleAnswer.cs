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
        .. MixedFacts.Pay(Count).Select(p => Workloads.Policy.PerformancePay.Assess(p, MixedFacts.AsOf)).Where(HasEnded),
    ];

    private readonly Assessment[] attainments =
        [.. MixedFacts.Results(Count).Select(r => Workloads.Policy.KpiAttainment.Assess(r, MixedFacts.AsOf)).Where(HasEnded)];

    private readonly Assessment[] amounts =
        [.. MixedFacts.Revenues(Count).Select(r => Workloads.Policy.KeyAccount.Assess(r, MixedFacts.AsOf)).Where(HasEnded)];

    private readonly Assessment[] years = [.. MixedFacts.Employments(Count).Select(e => Workloads.Policy.Career.Assess(e, MixedFacts.AsOf))];

    private readonly FteOrder[] orders;
    private readonly PayPeriod[] periods;
    private readonly KpiResult[] results;
    private readonly AccountRevenue[] revenues;
    private readonly Employment[] employments;

    /// <summary>Takes the facts that have an answer.</summary>
    /// <exception cref="InvalidOperationException">The sentences or amounts made by hand are others.</exception>
    public SingleAnswer()
    {
        (orders, periods) = ([.. deadlines.Select(a => a.FactAs<FteOrder>()!)], [.. pay.Select(a => a.FactAs<PayPeriod>()!)]);
        (results, revenues) = ([.. attainments.Select(a => a.FactAs<KpiResult>()!)], [.. amounts.Select(a => a.FactAs<AccountRevenue>()!)]);
        employments = [.. years.Select(a => a.FactAs<Employment>()!)];
        for (var i = 0; i < orders.Length; i++)
            Same(HandAnswers.Reason(orders[i], MixedFacts.AsOf), deadlines[i].Reason);

        for (var i = 0; i < results.Length; i++)
            Same(HandAnswers.Reason(results[i]), attainments[i].Reason);

        for (var i = 0; i < revenues.Length; i++)
            Same(HandAnswers.Reason(revenues[i]), amounts[i].Reason);

        for (var i = 0; i < employments.Length; i++)
            Same(HandAnswers.Reason(employments[i], MixedFacts.AsOf), years[i].Reason);

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

    [Benchmark(Baseline = true, OperationsPerInvoke = Rounds), BenchmarkCategory("reason of an attainment, 1,024 of them")]
    public int AttainmentReasonByHand() => Sum(results, result => HandAnswers.Reason(result).Length);

    [Benchmark(OperationsPerInvoke = Rounds), BenchmarkCategory("reason of an attainment, 1,024 of them")]
    public int AttainmentReason() => Sum(attainments, assessment => assessment.Reason.Length);

    [Benchmark(Baseline = true, OperationsPerInvoke = Rounds), BenchmarkCategory("reason of an amount, 1,024 of them")]
    public int AmountReasonByHand() => Sum(revenues, row => HandAnswers.Reason(row).Length);

    [Benchmark(OperationsPerInvoke = Rounds), BenchmarkCategory("reason of an amount, 1,024 of them")]
    public int AmountReason() => Sum(amounts, assessment => assessment.Reason.Length);

    [Benchmark(Baseline = true, OperationsPerInvoke = Rounds), BenchmarkCategory("reason of years, 1,024 of them")]
    public int YearsReasonByHand() => Sum(employments, employment => HandAnswers.Reason(employment, MixedFacts.AsOf).Length);

    [Benchmark(OperationsPerInvoke = Rounds), BenchmarkCategory("reason of years, 1,024 of them")]
    public int YearsReason() => Sum(years, assessment => assessment.Reason.Length);

    [Benchmark(Baseline = true, OperationsPerInvoke = Rounds), BenchmarkCategory("value of pay, 1,024 of them")]
    public int ValueByHand() => Sum(periods, period => (int)(period.Actual!.Value / period.Target!.Value));

    [Benchmark(OperationsPerInvoke = Rounds), BenchmarkCategory("value of pay, 1,024 of them")]
    public int Value() => Sum(pay, assessment => (int)assessment.Value!.Value);

    [Benchmark(Baseline = true, OperationsPerInvoke = Rounds), BenchmarkCategory("payable, 1,024 of them")]
    public int PayableByHand() => Sum(periods, period => (int)HandAnswers.Payable(period));

    [Benchmark(OperationsPerInvoke = Rounds), BenchmarkCategory("payable, 1,024 of them")]
    public int Payable() => Sum(pay, assessment => (int)assessment.Payable!.Value);

    private static bool HasEnded(Assessment assessment) => assessment is { Cause.IsNone: true, IsProvisional: false };

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

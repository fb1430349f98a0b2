using AccountRules.Benchmarks.Objects;
using AccountRules.Facts;
using BenchmarkDotNet.Attributes;

namespace AccountRules.Benchmarks.Groups;

/// <summary>Facts that count together: KPI months with streaks, and the portfolio over periods, a million rows each.</summary>
public class GroupLoops
{
    private const int Count = 1_000_000;

    private readonly KpiResult[] results = GroupedFacts.Results(Count);
    private readonly AccountRevenue[] revenues = GroupedFacts.Revenues(Count);
    private KpiResult[] sortedResults = [];
    private AccountRevenue[] sortedRevenues = [];
    private Period[] periods = [];

    [GlobalSetup]
    public void Setup()
    {
        sortedResults = [.. results.OrderBy(r => r.EmployeeId, StringComparer.Ordinal)];
        sortedRevenues = [.. revenues.OrderBy(r => r.AccountId, StringComparer.Ordinal)];
        periods = [.. revenues.Select(r => r.Period).Distinct()];
        if (MonthsByHand() != Months() || Months() != MonthsSorted() || PortfolioByHand() != Portfolio() || Portfolio() != PortfolioSorted())
            throw new InvalidOperationException("The ways do not agree.");
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("kpi-month")]
    public int MonthsByHand() => HandMonths.Met(results, MixedFacts.AsOf);

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("kpi-month")]
    public int Months() => Workloads.Policy.KpiMonth.Assess(results, MixedFacts.AsOf).Sum(a => a.Streak!.Value);

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("kpi-month")]
    public int MonthsSorted() => Workloads.Policy.KpiMonth.AssessSorted(sortedResults, MixedFacts.AsOf).Sum(a => a.Streak!.Value);

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("portfolio")]
    public (int Entered, int Stayed, int Left) PortfolioByHand() => HandPortfolio.Movements(revenues, MixedFacts.AsOf);

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("portfolio")]
    public (int Entered, int Stayed, int Left) Portfolio() => Counted(Workloads.Policy.KeyAccount.Track(revenues, MixedFacts.AsOf));

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("portfolio")]
    public (int Entered, int Stayed, int Left) PortfolioSorted() => Counted(Workloads.Policy.KeyAccount.TrackSorted(sortedRevenues, MixedFacts.AsOf, periods));

    private static (int Entered, int Stayed, int Left) Counted(IEnumerable<Assessment> track)
    {
        var counts = new int[4];
        foreach (var assessment in track)
        {
            if (assessment.Movement is { } movement)
                counts[(int)movement]++;
        }

        return (counts[(int)Movement.Entered], counts[(int)Movement.Stayed], counts[(int)Movement.Left]);
    }
}

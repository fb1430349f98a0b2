using AccountRules.Benchmarks.Objects;
using AccountRules.Facts;
using BenchmarkDotNet.Attributes;

namespace AccountRules.Benchmarks.Groups;

/// <summary>Facts that count together: KPI months with streaks, and the portfolio over periods, a million rows each.</summary>
public class GroupLoops
{
    private const int Count = 1_000_000;

    // Made and checked once for all of the benchmarks.
    private static readonly KpiResult[] Results = GroupedFacts.Results(Count);
    private static readonly AccountRevenue[] Revenues = GroupedFacts.Revenues(Count);
    private static readonly KpiResult[] SortedResults = [.. Results.OrderBy(r => r.EmployeeId, StringComparer.Ordinal)];
    private static readonly AccountRevenue[] SortedRevenues = [.. Revenues.OrderBy(r => r.AccountId, StringComparer.Ordinal)];
    private static readonly Period[] Periods = [.. Revenues.Select(r => r.Period).Distinct()];
    private static bool isChecked;

    [GlobalSetup]
    public void Setup()
    {
        if (!isChecked && (MonthsByHand() != Months() || Months() != MonthsSorted() || PortfolioByHand() != Portfolio() || Portfolio() != PortfolioSorted()))
            throw new InvalidOperationException("The ways do not agree.");

        isChecked = true;
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("kpi-month")]
    public int MonthsByHand() => HandMonths.Met(Results, MixedFacts.AsOf);

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("kpi-month")]
    public int Months() => Workloads.Policy.KpiMonth.Assess(Results, MixedFacts.AsOf).Sum(a => a.Streak!.Value);

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("kpi-month")]
    public int MonthsSorted() => Workloads.Policy.KpiMonth.AssessSorted(SortedResults, MixedFacts.AsOf).Sum(a => a.Streak!.Value);

    [Benchmark(Baseline = true, OperationsPerInvoke = Count), BenchmarkCategory("portfolio")]
    public (int Entered, int Stayed, int Left) PortfolioByHand() => HandPortfolio.Movements(Revenues, MixedFacts.AsOf);

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("portfolio")]
    public (int Entered, int Stayed, int Left) Portfolio() => Counted(Workloads.Policy.KeyAccount.Track(Revenues, MixedFacts.AsOf));

    [Benchmark(OperationsPerInvoke = Count), BenchmarkCategory("portfolio")]
    public (int Entered, int Stayed, int Left) PortfolioSorted() => Counted(Workloads.Policy.KeyAccount.TrackSorted(SortedRevenues, MixedFacts.AsOf, Periods));

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

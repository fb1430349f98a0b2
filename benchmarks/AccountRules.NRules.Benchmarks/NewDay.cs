using BenchmarkDotNet.Attributes;
using NRules;

namespace AccountRules.NRules.Benchmarks;

/// <summary>All orders are known, and the date moves by a day.</summary>
public class NewDay
{
    private CrmOrder[] orders = [];
    private ISession thePolicy = null!;
    private ISession theOverdue = null!;
    private ISession byHand = null!;
    private int day;

    private DateOnly Next => Workload.AsOf.AddDays(++day % 30);

    [GlobalSetup]
    public void Setup()
    {
        orders = Workload.Orders();
        thePolicy = Workload.Filled(Workload.ThePolicy, orders, Workload.AsOf);
        theOverdue = Workload.Filled(Workload.TheOverdue, orders, Workload.AsOf);
        byHand = Workload.Filled(Workload.ByHand, orders, Workload.AsOf);
    }

    [Benchmark(Baseline = true, Description = "library: Assess, in a loop")]
    public int Library()
    {
        var (overdue, asOf) = (0, Next);
        foreach (var order in orders)
        {
            if (Workload.Rule.Assess(order, asOf).Standing == Standing.Overdue)
                overdue++;
        }

        return overdue;
    }

    [Benchmark(Description = "NRules: the policy's rule")]
    public int ThePolicy() => Move(thePolicy);

    [Benchmark(Description = "NRules: the policy's rule, overdue orders only")]
    public int TheOverdue() => Move(theOverdue);

    [Benchmark(Description = "NRules: rules written by hand")]
    public int ByHand() => Move(byHand);

    private int Move(ISession session)
    {
        session.SetEvaluationDate(Next);
        return session.Fire();
    }
}

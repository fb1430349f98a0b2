using BenchmarkDotNet.Attributes;
using NRules;

namespace AccountRules.NRules.Benchmarks;

/// <summary>One of all orders is filled, or opened again.</summary>
public class UpdateOne
{
    private readonly DateOnly[] today = [Workload.AsOf];
    private CrmOrder[] orders = [];
    private ISession thePolicy = null!;
    private ISession byHand = null!;
    private int next;

    [GlobalSetup]
    public void Setup()
    {
        orders = Workload.Orders();
        thePolicy = Workload.Filled(Workload.ThePolicy, orders, today[0]);
        byHand = Workload.Filled(Workload.ByHand, orders, today[0]);
    }

    [Benchmark(Baseline = true, Description = "library: Assess the one")]
    public Standing Library() => Workload.Rule.Assess(Changed(), today[0]).Standing;

    [Benchmark(Description = "NRules: the policy's rule")]
    public int ThePolicy() => Update(thePolicy);

    [Benchmark(Description = "NRules: rules written by hand")]
    public int ByHand() => Update(byHand);

    private int Update(ISession session)
    {
        session.Update(Changed());
        return session.Fire();
    }

    private CrmOrder Changed()
    {
        var order = orders[next];
        next = (next + 7919) % orders.Length;
        order.FilledOn = order.FilledOn is null ? order.PlacedOn.AddDays(30) : null;
        return order;
    }
}

using AccountRules.Facts;
using Xunit.Abstractions;

namespace AccountRules.Tests.Monitoring;

/// <summary>The tests that read the size of the whole heap, run when no other test does.</summary>
[CollectionDefinition(nameof(WholeHeap), DisableParallelization = true)]
public sealed class WholeHeap;

/// <summary>What a monitor allocates: bytes, never times.</summary>
[Collection(nameof(WholeHeap))]
public sealed class MonitorCostTests(ITestOutputHelper output)
{
    private const int Orders = 300_000;
    private static readonly DateOnly Day = new(2026, 6, 1);

    [Fact]
    public void Monitor_OfManyOrders_TakesAtMostAHundredBytesForEach()
    {
        // Every order of an account of its own is the worst case of the index by account; the size lies just past a doubling of the indices.
        var facts = Enumerable.Range(0, 400_000).Select(i => Order(i, Day.AddDays(-i % 200))).ToArray();
        var monitor = new PolicyMonitor(Policy.Default, Day);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var fact in facts)
            monitor.Add(fact);

        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (decimal)facts.Length;
        output.WriteLine($"{bytes:0.0} bytes for each of {facts.Length} orders");
        Assert.InRange(bytes, 1, 100);
        Assert.Equal(facts.Length, monitor.Counts.Sum(c => c.Count));
    }

    [Fact]
    public void Date_MovedOnWithNothingToChange_AllocatesNothing()
    {
        var monitor = Filled();
        monitor.Add(new KpiResult { EmployeeId = "a", Kpi = "k", Period = Period.Month(2026, 1), Target = 1, Actual = 1 });
        monitor.Add(new AccountRevenue { AccountId = "a", Period = Period.Month(2026, 1), Revenue = 1 });
        for (var i = 1; i <= 40; i++)
            monitor.AdvanceTo(monitor.AsOf.AddDays(1));

        var changes = 0;
        Assert.Equal(0, Allocations.Of(() =>
        {
            for (var i = 0; i < 5; i++)
                changes += monitor.AdvanceTo(monitor.AsOf.AddDays(1)).Count;
        }));
        Assert.Equal(0, changes);
    }

    [Fact]
    public void Update_ThatChangesNoStanding_AllocatesNothing()
    {
        var monitor = Filled();
        var facts = Enumerable.Range(0, 500).Select(i => Order(i, Day.AddDays(-1))).ToArray();
        foreach (var fact in facts)
            monitor.Update(fact);

        var changes = 0;
        Assert.Equal(0, Allocations.Of(() =>
        {
            for (var round = 0; round < 10; round++)
            {
                foreach (var fact in facts)
                    changes += monitor.Update(fact).Count;
            }
        }));
        Assert.Equal(0, changes);
    }

    /// <summary>A swap that planned all facts took 40 bytes for each, or 1.2 MB.</summary>
    [Fact]
    public void Swap_ThatChangesFewStandings_TakesMemoryForTheseOnly()
    {
        var orders = Enumerable.Range(0, 30_000).Select(i => Order(i, Day.AddDays(-i % 200))).ToArray();
        var monitor = new PolicyMonitor(Policy.Default, Day, MonitoredRules.None.With(policy => policy.FteFulfillment));
        monitor.AddRange(orders);
        Policy[] policies = [new(new PolicyTerms().With(new FteFulfillmentTerms { LimitDays = 89 })), Policy.Default];

        // Of each 200 days one is past a limit of 89 and not past one of 90.
        Assert.Equal(150, monitor.Swap(policies[0]).Count);
        Assert.Equal(150, monitor.Swap(policies[1]).Count);
        Assert.InRange(Allocations.Of(() => Array.ForEach(policies, policy => monitor.Swap(policy))), 1, 2 * 150 * 1_000);
    }

    [Fact]
    public void Update_ThatChangesAStanding_AllocatesItsChangeOnly()
    {
        var monitor = Filled();
        FteOrder[][] facts = [[.. Enumerable.Range(0, 500).Select(i => Order(i, Day, Day))], [.. Enumerable.Range(0, 500).Select(i => Order(i, Day))]];
        var changes = 0;
        for (var round = 0; round < 10; round++)
            Run(round);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 20; round++)
            Run(round);

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / (20 * 500m), 1, 120);
        Assert.Equal(30 * 500, changes);

        void Run(int round)
        {
            foreach (var fact in facts[round % 2])
                changes += monitor.Update(fact).Count;
        }
    }

    [Fact]
    public void Snapshot_OfManyOrders_TakesNoCopyOfThem()
    {
        var monitor = new PolicyMonitor(Policy.Default, Day);
        monitor.AddRange(Enumerable.Range(0, Orders).Select(i => Order(i, Day.AddDays(-i % 200))));
        monitor.Snapshot();
        monitor.Update(Order(1, Day));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var snapshot = monitor.Snapshot();
        monitor.Update(Order(1, Day, Day));
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine($"{bytes} bytes for a snapshot of {Orders} orders and the write after it");
        Assert.InRange(bytes, 1, 150_000);
        Assert.Equal(Standing.OnTrack, snapshot.Find("fte-fulfillment", "1")!.Value.Standing);
    }

    private static PolicyMonitor Filled()
    {
        var monitor = new PolicyMonitor(Policy.Default, Day);
        monitor.AddRange(Enumerable.Range(0, 1000).Select(i => Order(i, Day)));
        return monitor;
    }

    private static FteOrder Order(int id, DateOnly placed, DateOnly? filled = null) =>
        new() { OrderId = $"{id}", AccountId = $"A{id}", OrderedOn = placed, FulfilledOn = filled };
}

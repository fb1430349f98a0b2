using AccountRules.Facts;
using BenchmarkDotNet.Attributes;

namespace AccountRules.Benchmarks.Monitoring;

/// <summary>
/// Orders of a million are added to or updated in a monitor, in random order, beside doing so in a dictionary that keeps no standings. Every order is
/// raised or changes its standing, but where the update says that it does not. Times are of one order.
/// </summary>
[InvocationCount(1)]
public class MonitorUpdate
{
    private const int Orders = 100_000;
    private const int AtOnce = 1000;

    private readonly Dictionary<string, FteOrder> kept = new(StringComparer.Ordinal);
    private FteOrder[] orders = [];
    private readonly Lock gate = new();
    private FteOrder[][] updates = [];
    private FteOrder[][][] ranges = [];
    private FteOrder[] more = [];
    private PolicyMonitor monitor = new(Policy.Default, MonitoredOrders.Day);
    private int round;

    [GlobalSetup]
    public void Load()
    {
        orders = MonitoredOrders.Random();
        monitor = MonitoredOrders.Monitored(orders, Policy.Default);
        foreach (var order in orders)
            kept.Add(order.OrderId, order);

        var random = new Random(11);
        var chosen = Enumerable.Range(0, orders.Length).ToArray();
        random.Shuffle(chosen);
        updates =
        [
            [.. chosen.Take(Orders).Select(i => orders[i] with { FulfilledOn = orders[i].FulfilledOn is null ? MonitoredOrders.Day : null })],
            [.. chosen.Take(Orders).Select(i => orders[i] with { FulfilledOn = orders[i].FulfilledOn })],
        ];
        ranges = Array.ConvertAll(updates, all => all.Chunk(AtOnce).ToArray());
        more = [.. Enumerable.Range(0, Orders).Select(i => orders[chosen[i]] with { OrderId = $"N{i}" })];
    }

    [IterationSetup]
    public void Clear()
    {
        round++;
        foreach (var order in more)
        {
            kept.Remove(order.OrderId);
            if (monitor.Fact<FteOrder>(order.OrderId) is not null)
                monitor.Remove<FteOrder>(order.OrderId);
        }
    }

    [Benchmark(Baseline = true, Description = "dictionary[id] = order", OperationsPerInvoke = Orders), BenchmarkCategory("monitor: update")]
    public int Keep()
    {
        foreach (var order in updates[round % 2])
            kept[order.OrderId] = order;

        return kept.Count;
    }

    [Benchmark(Description = "dictionary[id] = order, behind a lock", OperationsPerInvoke = Orders), BenchmarkCategory("monitor: update")]
    public int KeepLocked()
    {
        foreach (var order in updates[round % 2])
        {
            lock (gate)
                kept[order.OrderId] = order;
        }

        return kept.Count;
    }

    [Benchmark(Description = "monitor.Update(order)", OperationsPerInvoke = Orders), BenchmarkCategory("monitor: update")]
    public int Update()
    {
        var changes = 0;
        foreach (var order in updates[round % 2])
            changes += monitor.Update(order).Count;

        return changes;
    }

    [Benchmark(Description = "monitor.Update(order), standing as before", OperationsPerInvoke = Orders), BenchmarkCategory("monitor: update")]
    public int UpdateInVain()
    {
        var changes = 0;
        foreach (var order in updates[1])
            changes += monitor.Update(order).Count;

        return changes;
    }

    [Benchmark(Description = "monitor.UpdateRange(1,000 orders)", OperationsPerInvoke = Orders), BenchmarkCategory("monitor: update")]
    public int UpdateRange()
    {
        var changes = 0;
        foreach (var range in ranges[round % 2])
            changes += monitor.UpdateRange(range).Count;

        return changes;
    }

    [Benchmark(Description = "monitor.UpdateRange, standings as before", OperationsPerInvoke = Orders), BenchmarkCategory("monitor: update")]
    public int UpdateRangeInVain()
    {
        var changes = 0;
        foreach (var range in ranges[1])
            changes += monitor.UpdateRange(range).Count;

        return changes;
    }

    [Benchmark(Baseline = true, Description = "dictionary.Add(id, order)", OperationsPerInvoke = Orders), BenchmarkCategory("monitor: add")]
    public int KeepMore()
    {
        foreach (var order in more)
            kept.Add(order.OrderId, order);

        return kept.Count;
    }

    [Benchmark(Description = "monitor.Add(order)", OperationsPerInvoke = Orders), BenchmarkCategory("monitor: add")]
    public int Add()
    {
        var changes = 0;
        foreach (var order in more)
            changes += monitor.Add(order).Count;

        return changes;
    }

    [Benchmark(Description = "monitor.AddRange(1,000 orders)", OperationsPerInvoke = Orders), BenchmarkCategory("monitor: add")]
    public int AddRange()
    {
        var changes = 0;
        foreach (var range in more.Chunk(AtOnce))
            changes += monitor.AddRange(range).Count;

        return changes;
    }
}

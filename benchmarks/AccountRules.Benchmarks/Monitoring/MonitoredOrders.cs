using AccountRules.Facts;

namespace AccountRules.Benchmarks.Monitoring;

/// <summary>Orders of a firm with 20,000 accounts, half of them fulfilled, and the policy that they stand under.</summary>
internal static class MonitoredOrders
{
    public static int Count => RunSettings.IsShort ? 100_000 : 1_000_000;

    public static DateOnly Day { get; } = new(2026, 6, 1);

    public static FteOrder[] Random()
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, Count).Select(i =>
        {
            var age = random.Next(200);
            return new FteOrder
            {
                OrderId = $"O{i}",
                AccountId = $"A{random.Next(20_000)}",
                OrderedOn = Day.AddDays(-age),
                FulfilledOn = random.Next(2) == 0 ? null : Day.AddDays(-random.Next(age + 1)),
            };
        })];
    }

    /// <summary>A monitor of the orders; says what it takes.</summary>
    public static PolicyMonitor Monitored(FteOrder[] orders, Policy policy)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var monitor = new PolicyMonitor(policy, Day);
        foreach (var order in orders)
            monitor.Add(order);

        Console.WriteLine(
            $"// The monitor takes {(GC.GetTotalMemory(forceFullCollection: true) - before) / (decimal)orders.Length:0.0} bytes for each "
            + $"of {orders.Length:N0} orders.");
        return monitor;
    }
}

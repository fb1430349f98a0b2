using AccountRules.Facts;

namespace AccountRules.Tests.Monitoring;

/// <summary>What readers see: snapshots that stay as they are, and streams of changes that lose nothing silently.</summary>
public sealed class MonitorReadersTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private readonly PolicyMonitor monitor = new(new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 })), Day);

    [Fact]
    public void Snapshot_WhileTheMonitorGoesOn_StaysAsItWas()
    {
        monitor.AddRange(Enumerable.Range(0, 3000).Select(i => Order(i, Day.AddDays(-i % 100))));
        var taken = new List<(MonitorSnapshot Snapshot, Assessment[] Standings, RuleStandingCount[] Counts)>();
        for (var round = 0; round < 40; round++)
        {
            taken.Add((monitor.Snapshot(), [.. monitor.Snapshot().FindAll()], [.. monitor.Counts]));
            monitor.AdvanceTo(monitor.AsOf.AddDays(1));
            for (var i = 0; i < 60; i++)
            {
                var id = round * 60 + i;
                if (i % 3 == 0)
                    monitor.Remove<FteOrder>($"{id}");
                else if (i % 3 == 1)
                    monitor.Update(Order(id, Day.AddDays(-i), filled: Day));
                else
                    monitor.Add(Order(10_000 + id, Day.AddDays(-i)));
            }
        }

        foreach (var (snapshot, standings, counts) in taken)
        {
            Assert.Equal(standings, snapshot.FindAll());
            Assert.Equal(counts, snapshot.Counts);
            Assert.Equal(standings.Where(a => a.Account == "A7"), snapshot.FindAll(account: "A7"));
            Assert.All(standings.Take(50), a => Assert.Equal(a, snapshot.Find("fte-fulfillment", a.Subject)));
        }
    }

    [Fact]
    public void Snapshot_OfAMonitorThatHasNotBeenWrittenTo_IsTheSame()
    {
        monitor.Add(Order(1, Day));
        var snapshot = monitor.Snapshot();
        Assert.Same(snapshot, monitor.Snapshot());
        monitor.AdvanceTo(Day.AddDays(1));
        Assert.NotSame(snapshot, monitor.Snapshot());
        Assert.Equal((Day, Day.AddDays(1)), (snapshot.AsOf, monitor.Snapshot().AsOf));
    }

    [Fact]
    public async Task Readers_WhileAWriterWrites_SeeStandingsOfOneMoment()
    {
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var read = 0;
            while (!done.IsCancellationRequested || read == 0)
            {
                // Every order has an item of the same date, added in the call after it.
                var now = monitor.Snapshot();
                var (orders, items) = (now.FindAll("fte-fulfillment"), now.FindAll("registry-closure"));
                Assert.InRange(orders.Count - items.Count, 0, 1);
                Assert.Equal(now.Counts.Sum(c => c.Count), orders.Count + items.Count);
                Assert.All(orders, a => Assert.Equal(
                    now.Policy.FteFulfillment.Assess(Order(int.Parse(a.Subject, null), Day.AddDays(-int.Parse(a.Subject, null) % 100)), now.AsOf).Standing,
                    a.Standing));
                monitor.Find("fte-fulfillment", "7");
                read++;
            }
        })).ToArray();

        for (var i = 0; i < 600; i++)
        {
            monitor.Add(Order(i, Day.AddDays(-i % 100)));
            monitor.Add(new RegistryItem { ItemId = $"{i}", AddedOn = Day.AddDays(-i % 100) });
            if (i % 20 == 0)
                monitor.AdvanceTo(monitor.AsOf.AddDays(1));
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(1200, monitor.Counts.Sum(c => c.Count));
    }

    [Fact]
    public async Task Subscription_FromAnyMomentOn_AddsUpToTheStandings()
    {
        monitor.AddRange([Order(1, Day), Order(2, Day)]);
        using var subscription = monitor.Subscribe();
        monitor.Remove<FteOrder>("1");
        monitor.Add(Order(3, Day));
        monitor.AdvanceTo(Day.AddDays(80));
        subscription.Dispose();
        monitor.Add(Order(4, Day));

        var standings = subscription.Start.FindAll().ToDictionary(a => a.Subject, a => a.Standing);
        var told = new List<string>();
        await foreach (var change in subscription)
        {
            told.Add($"{change.Kind} {change.Subject}");
            if (change.To is { } to)
                standings[change.Subject] = to;
            else
                standings.Remove(change.Subject);
        }

        Assert.Equal(["Cleared 1", "Raised 3", "Changed 2", "Changed 3"], told);
        Assert.Equal([("2", Standing.AtRisk), ("3", Standing.AtRisk)], standings.Select(s => (s.Key, s.Value)).Order());
    }

    [Fact]
    public async Task Reader_ThatFallsTooFarBehind_ReadsWhatItWasGivenAndIsThenTold()
    {
        using var slow = monitor.Subscribe(capacity: 2);
        using var quick = monitor.Subscribe(capacity: 5);
        for (var i = 0; i < 5; i++)
            monitor.Add(Order(i, Day));

        var read = new List<string>();
        var e = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var change in slow)
                read.Add(change.Subject);
        });

        Assert.Equal(["0", "1"], read);
        Assert.Equal(
            "The reader fell more than 2 changes behind and was cut off: subscribe again, which begins with the standings of that moment, "
            + "or with a greater capacity.",
            e.Message);
        quick.Dispose();
        Assert.Equal(5, await CountAsync(quick));
        Assert.Throws<ArgumentOutOfRangeException>(() => monitor.Subscribe(capacity: 0));
    }

    [Fact]
    public async Task Reader_ThatIsCancelled_Stops()
    {
        using var subscription = monitor.Subscribe();
        using var cancel = new CancellationTokenSource();
        var reading = CountAsync(subscription, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    private static async Task<int> CountAsync(ChangeSubscription subscription, CancellationToken cancellation = default)
    {
        var count = 0;
        await foreach (var _ in subscription.WithCancellation(cancellation))
            count++;

        return count;
    }

    private static FteOrder Order(int id, DateOnly placed, DateOnly? filled = null) =>
        new() { OrderId = $"{id}", AccountId = $"A{id % 10}", OrderedOn = placed, FulfilledOn = filled };
}

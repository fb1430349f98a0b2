using AccountRules.Facts;

namespace AccountRules.Tests.Monitoring;

/// <summary>A snapshot shares the monitor's memory: taking one, however often and at whatever size, changes nothing that the monitor says afterwards.</summary>
public sealed class MonitorSnapshotTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private readonly PolicyMonitor monitor = new(new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 })), Day);

    [Theory]
    [InlineData(0)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public void Monitor_SnapshotBeforeEachOf1000Adds_StandsAsWithoutThem(int loaded)
    {
        monitor.AddRange(Enumerable.Range(0, loaded).Select(i => Order(i)));
        var taken = new List<MonitorSnapshot>();
        for (var i = loaded; i < loaded + 1000; i++)
        {
            taken.Add(monitor.Snapshot());
            Assert.Single(monitor.Add(Order(i)));
        }

        Check(monitor.Snapshot(), loaded + 1000);
        for (var i = 0; i < taken.Count; i += 250)
            Check(taken[i], loaded + i);
    }

    [Fact]
    public void Monitor_SubscribedToBeforeEachOf1000Adds_StandsAsWithoutThem()
    {
        for (var i = 0; i < 1000; i++)
        {
            monitor.Subscribe().Dispose();
            Assert.Single(monitor.Add(Order(i)));
        }

        Check(monitor.Snapshot(), 1000);
    }

    [Fact]
    public void Monitor_SnapshotBeforeEachOf3000AddsOfGroupsAndTracks_StandsAsAssessingFromScratch()
    {
        var followed = new Followed(monitor);
        for (var i = 0; i < 3000; i++)
        {
            monitor.Snapshot();
            var (id, month) = ($"{i}", Period.Month(2026, 1 + (i / 3 % 2)));
            if (i % 3 == 0)
            {
                followed.Add(
                    followed.Ledger.Results, new(id, month, "calls"), new() { EmployeeId = id, Kpi = "calls", Period = month, Target = 10, Actual = i % 11 });
            }
            else if (i % 3 == 1)
            {
                followed.Add(followed.Ledger.Revenues, new(id, month), new() { AccountId = id, Period = month, Revenue = 90 + (i % 20) });
            }
            else
            {
                followed.Add(followed.Ledger.Pay, new(id, month), new() { EmployeeId = id, Period = month, Target = 10, Actual = i % 11, CommittedPay = 1000 });
            }
        }

        followed.Check();
    }

    [Fact]
    public void Monitor_OrdersLetGoOfInAnyOrder_KeepsTheOthersByKeyAndByAccount()
    {
        var random = new Random(1);
        var held = Enumerable.Range(0, 1000).ToHashSet();
        monitor.AddRange(held.Select(Order));
        for (var call = 1; call <= 2000; call++)
        {
            var id = random.Next(1000);
            if (held.Remove(id))
                Assert.Single(monitor.Remove<FteOrder>($"{id}"));
            else if (held.Add(id))
                Assert.Single(monitor.Add(Order(id)));

            if (call % 400 != 0)
                continue;

            var snapshot = monitor.Snapshot();
            Assert.All(Enumerable.Range(0, 1000), order => Assert.Equal(held.Contains(order), snapshot.Find("fte-fulfillment", $"{order}") is not null));
            Assert.All(Enumerable.Range(0, 100), account => Assert.Equal(
                held.Where(order => order % 100 == account).Select(order => $"{order}").Order(StringComparer.Ordinal),
                snapshot.FindAll(account: $"A{account}").Select(a => a.Subject)));
        }
    }

    private static void Check(MonitorSnapshot snapshot, int count)
    {
        Assert.Equal(count, snapshot.Counts.Sum(c => c.Count));
        var found = snapshot.FindAll();
        Assert.Equal(Enumerable.Range(0, count).Select(i => $"{i}").Order(StringComparer.Ordinal), found.Select(a => a.Subject));
        Assert.All(found, a => Assert.Equal(Policy.Default.FteFulfillment.Assess(Order(int.Parse(a.Subject, null)), Day).Verdict, a.Verdict));
        if (count > 0)
            Assert.NotNull(snapshot.Find("fte-fulfillment", $"{count - 1}"));

        Assert.Null(snapshot.Find("fte-fulfillment", $"{count}"));
    }

    private static FteOrder Order(int id) => new() { OrderId = $"{id}", AccountId = $"A{id % 100}", OrderedOn = Day.AddDays(-id % 100) };
}

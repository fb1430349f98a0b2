using AccountRules.Facts;
using AccountRules.Monitoring;

namespace AccountRules.Tests.Monitoring;

/// <summary>A call that fails at any moment changes nothing; where that cannot be kept, the monitor refuses every call after it.</summary>
public sealed class MonitorFailureTests
{
    private static readonly DateOnly Day = new(2026, 2, 20);
    private static readonly Policy Policy = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 }));
    private static readonly Policy Stricter = new(new PolicyTerms().With(new FteFulfillmentTerms { LimitDays = 10, AtRiskFromDay = 5 })
        .With(new KpiAttainmentTerms { Above = 0.95m })
        .With(new KeyAccountTerms { EntryThreshold = 200 }));

    private int? readsLeft;

    /// <summary>One class of the host's that all rules read.</summary>
    private MonitoredRules Rules => MonitoredRules.None
        .With(p =>
            p.FteFulfillment.For<Row>(r => new FteOrder { OrderId = Read(r.Id), AccountId = Read(r.Account), OrderedOn = Read(r.Day), FulfilledOn = null }))
        .With(p =>
            p.RegistryClosure.For<Row>(r => new RegistryItem { ItemId = Read(r.Id), AccountId = Read(r.Account), AddedOn = Read(r.Day), ClosedOn = null }))
        .With(Months)
        .With(p => p.KeyAccount.For<Row>(r => new AccountRevenue { AccountId = Read(r.Id), Period = Read(r.Month), Revenue = Read(r.Amount) }))
        .With(p => p.RevenueGrowth.For<AccountRevenue, Row>(
            r => new AccountRevenue { AccountId = Read(r.Id), Period = Read(r.Month), Revenue = Read(r.Amount) }))
        .With(p => p.PerformancePay.For<Row>(
            r => new PayPeriod { EmployeeId = Read(r.Id), Period = Read(r.Month), Target = 10, Actual = Read(r.Amount), CommittedPay = Read(r.Amount) }));

    private static readonly Dictionary<string, Func<PolicyMonitor, IReadOnlyList<StandingChange>>> Calls = new()
    {
        ["add"] = m => m.Add(new Row("new", "B", Day, Period.Month(2026, 3), 9)),
        ["add many"] = m => m.AddRange([new Row("8", "A", Day, Period.Month(2026, 2), 9), new Row("9", "A", Day.AddDays(-80), Period.Month(2026, 3), 120)]),
        ["update many"] = m =>
            m.UpdateRange([new Row("0", "A", Day.AddDays(-100), Period.Month(2026, 1), 1), new Row("1", "A", null, Period.Month(2026, 2), 300)]),
        ["remove"] = m => m.Remove<Row>(new("A", Period.Month(2026, 1), "0")),
        ["advance"] = m => m.AdvanceTo(Day.AddDays(60)),
        ["swap"] = m => m.Swap(Stricter),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Call_ThatFailsAtAnyReadingOfAFact_ChangesNothing(string name)
    {
        // A key removes what has that key under every rule that reads the class.
        var rules = name == "remove" ? MonitoredRules.None.With(Months) : Rules;
        var (monitor, untouched) = (Filled(), Filled());
        using var subscription = monitor.Subscribe();
        var (before, counts) = (Said(monitor), monitor.Counts);
        var failures = 0;
        IReadOnlyList<StandingChange>? changes = null;
        while (changes is null)
        {
            readsLeft = failures;
            try
            {
                changes = Calls[name](monitor);
                readsLeft = null;
            }
            catch (Exception e)
            {
                readsLeft = null;
                Assert.Contains("the host's class is broken", e.ToString(), StringComparison.Ordinal);
                Assert.Equal((Day, Policy), (monitor.AsOf, monitor.Policy));
                Assert.Equal(before, Said(monitor));
                Assert.Equal(counts, monitor.Counts);
                failures++;
            }
        }

        Assert.True(failures > 1, $"only {failures} readings failed");
        Assert.Equal(Calls[name](untouched).Select(c => $"{c}"), changes.Select(c => $"{c}"));
        Assert.Equal(Said(untouched), Said(monitor));

        PolicyMonitor Filled()
        {
            var filled = new PolicyMonitor(Policy, Day, rules);
            filled.AddRange(
                Enumerable.Range(0, 6).Select(i => new Row($"{i}", i < 3 ? "A" : "B", Day.AddDays(-30 * i), Period.Month(2026, 1 + (i % 3)), 50 * i)));
            return filled;
        }
    }

    [Fact]
    public async Task Monitor_ThatFailsWhileACallIsMadeSo_RefusesEveryCallAfterIt()
    {
        var breaking = new BreakingBook();
        var monitor = new PolicyMonitor(Policy, Day, new([p => [new FactBook<FteOrder>(q => q.FteFulfillment, p.FteFulfillment), breaking]]));
        monitor.Add(new FteOrder { OrderId = "1", OrderedOn = Day });
        var subscription = monitor.Subscribe();
        var snapshot = monitor.Snapshot();
        var said = snapshot.FindAll().Select(a => $"{a}").ToArray();
        breaking.Breaks = true;

        var order = new FteOrder { OrderId = "2", OrderedOn = Day };
        var failed = Assert.Throws<InvalidOperationException>(() => monitor.Add(order));
        breaking.Breaks = false;

        Assert.Equal(
            "The monitor failed in the middle of a call and is not to be relied on any more: load a new one. It failed with: no room is left", failed.Message);
        Assert.IsType<IOException>(failed.InnerException);
        Action[] calls =
        [
            () => monitor.Add(order), () => monitor.AddRange([order]), () => monitor.Update(order), () => monitor.UpdateRange([order]),
            () => monitor.AddOrUpdate(order),
            () => monitor.AddOrUpdateRange([order]), () => monitor.Remove<FteOrder>("1"), () => monitor.AdvanceTo(Day), () => monitor.Swap(Policy),
            () => monitor.Fact<FteOrder>("1"),
            () => monitor.Find("fte-fulfillment", "1"), () => monitor.Snapshot(), () => monitor.Subscribe(), () => _ = monitor.Counts,
        ];
        Assert.All(calls, call => Assert.Equal(failed.Message, Assert.Throws<InvalidOperationException>(call).Message));

        Assert.Equal((Day, Policy), (monitor.AsOf, monitor.Policy));
        Assert.Equal(said, snapshot.FindAll().Select(a => $"{a}"));
        var told = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var change in subscription)
                Assert.Fail($"{change}");
        });
        Assert.Equal(failed.Message, told.Message);
        subscription.Dispose();
    }

    private static string[] Said(PolicyMonitor monitor) => [.. monitor.Snapshot().FindAll().Select(a => $"{a} {a.ChangesOn} {a.Payable}")];

    private RollUpRule<Row> Months(Policy policy) => policy.KpiMonth.Over(policy.KpiAttainment.For<Row>(
        r => new KpiResult { EmployeeId = Read(r.Account), Kpi = Read(r.Id), Period = Read(r.Month), Target = 10, Actual = Read(r.Amount) }));

    private T Read<T>(T value) =>
        readsLeft is { } left && (readsLeft = left - 1) < 0 ? throw new InvalidOperationException("the host's class is broken") : value;

    private sealed record Row(string Id, string Account, DateOnly? Day, Period Month, decimal? Amount);

    /// <summary>A book whose plans cannot be made so.</summary>
    private sealed class BreakingBook : Book, IReads<FteOrder>
    {
        private readonly FactBook<FteOrder> empty = new(p => p.FteFulfillment, Policy.FteFulfillment);

        public bool Breaks { get; set; }

        public override Rule Rule => empty.Rule;

        public override int Count(Standing standing) => 0;

        public override void PlanAdvance(DateOnly asOf, DateOnly to)
        {
        }

        public override void PlanSwap(Policy policy, DateOnly asOf)
        {
        }

        public override void Note(DateOnly asOf, DateOnly to, List<StandingChange> changes)
        {
        }

        public override void Commit(DateOnly asOf, DateOnly to, List<StandingChange> changes)
        {
            if (Breaks)
                throw new IOException("no room is left");
        }

        public override void Discard()
        {
        }

        public override BookView View(DateOnly asOf, bool isForGood) => empty.View(asOf, isForGood);
    }
}

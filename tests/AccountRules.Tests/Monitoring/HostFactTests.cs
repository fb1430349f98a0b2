using AccountRules.Facts;

namespace AccountRules.Tests.Monitoring;

/// <summary>A monitor of a host's own classes.</summary>
public sealed class HostFactTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static readonly MonitoredRules Rules = MonitoredRules.None
        .With(p =>
            p.FteFulfillment.For<CrmOrder>(o => new FteOrder { OrderId = o.Number, AccountId = o.Customer, OrderedOn = o.PlacedOn, FulfilledOn = o.FilledOn }))
        .With(p =>
            p.RegistryClosure.For<CrmOrder>(o => new RegistryItem { ItemId = o.Number, AccountId = o.Customer, AddedOn = o.PlacedOn, ClosedOn = o.FilledOn }))
        .With(p => p.KpiMonth.Over(
            p.KpiAttainment.For<Score>(s => new KpiResult { EmployeeId = s.Who, Kpi = s.What, Period = s.When, Target = s.Goal, Actual = s.Reached })))
        .With(p => p.KeyAccount.For<Sales>(s => new AccountRevenue { AccountId = s.Customer, Period = s.Month, Revenue = s.Sum }));

    private Action meanwhile = () => { };

    private readonly PolicyMonitor monitor = new(new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 })), Day, Rules);

    /// <summary>A host's own way of reading, with something else beside it.</summary>
    private DateOnly? Placed(CrmOrder order)
    {
        meanwhile();
        return order.PlacedOn;
    }

    [Fact]
    public void HostsClass_UnderTwoRules_StandsUnderBoth()
    {
        var changes = monitor.Add(new CrmOrder("1", Day));

        Assert.Equal(["fte-fulfillment", "registry-closure"], changes.Select(c => c.Rule.Id));
        Assert.Equal(["registry-closure AtRisk"], monitor.AdvanceTo(Day.AddDays(31)).Select(c => $"{c.Rule.Id} {c.To}"));
        Assert.Equal(
            ["fte-fulfillment Met", "registry-closure Met"],
            monitor.Update(new CrmOrder("1", Day) { FilledOn = Day.AddDays(31) }).Select(c => $"{c.Rule.Id} {c.To}"));
        Assert.Equal(2, monitor.Remove<CrmOrder>("1").Count);
    }

    [Theory]
    [InlineData("2", "The Row that is monitored as `1` says another key by now, `2`: an object that is monitored keeps its key; load a new monitor.")]
    [InlineData(null, "The Row that is monitored as `1` says another key by now: an object that is monitored keeps its key; load a new monitor.")]
    public void Sync_WhereAnObjectThatIsHeldSaysAnotherKey_IsRefused_AndChangesNothing(string? key, string message)
    {
        var held = new Row { Key = "1" };
        var own = new PolicyMonitor(Policy.Default, Day, MonitoredRules.None.With(p => p.FteFulfillment.For<Row>(
            r => new FteOrder { OrderId = r.Key!, AccountId = null, OrderedOn = Day, FulfilledOn = null })));
        own.Add(held);
        held.Key = key;

        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => own.Sync<Row>([])).Message);
        Assert.Equal(1, own.Counts.Sum(c => c.Count));
    }

    [Fact]
    public void HostsClasses_InGroupsAndTracks_RollUpAndMove()
    {
        Assert.Equal(
            ["kpi-attainment Met", "kpi-month Met"], monitor.Add(new Score("ann", "calls", Period.Month(2026, 2), 10, 9)).Select(c => $"{c.Rule.Id} {c.To}"));
        Assert.Equal(["key-account Stayed"], monitor.Add(new Sales("A", Period.Month(2026, 2), 100)).Select(c => $"{c.Rule.Id} {c.After!.Value.Movement}"));
        Assert.Equal(["kpi-attainment Missed", "kpi-month Missed", "key-account Outside"],
            monitor.Swap(new Policy(new PolicyTerms().With(new KpiAttainmentTerms { Above = 0.95m }).With(new KeyAccountTerms { EntryThreshold = 200 })))
                .Select(c => $"{c.Rule.Id} {c.After!.Value.Movement?.ToString() ?? $"{c.To}"}"));
    }

    [Fact]
    public void SameObject_ChangedAndHandedInAgain_TellsTheChange()
    {
        var order = new CrmOrder("1", Day.AddDays(-80));
        monitor.Add(order);

        order.FilledOn = Day;

        Assert.Equal(["AtRisk Met", "Overdue Late"], monitor.Update(order).Select(c => $"{c.From} {c.To}"));
    }

    [Fact]
    public void FactThatThrows_InAnyCall_ChangesNothing()
    {
        var broken = new CrmOrder("2", Day.AddDays(-100));
        monitor.AddRange([new CrmOrder("1", Day.AddDays(-75)), broken, new CrmOrder("3", Day.AddDays(-90))]);
        var before = monitor.Snapshot().FindAll();

        Assert.Throws<InvalidOperationException>(() => monitor.Add(new CrmOrder("4", Day) { Breaks = true }));
        Assert.Throws<InvalidOperationException>(() => monitor.AddRange([new CrmOrder("5", Day), new CrmOrder("6", Day) { Breaks = true }]));
        broken.Breaks = true;
        Assert.Throws<InvalidOperationException>(
            () => monitor.Swap(new Policy(new PolicyTerms().With(new FteFulfillmentTerms { LimitDays = 10, AtRiskFromDay = 5 }))));
        Assert.Throws<InvalidOperationException>(() => monitor.Update(broken));
        broken.Breaks = false;

        Assert.Equal((Day, 90), (monitor.AsOf, monitor.Policy.FteFulfillment.LimitDays));
        Assert.Equal(before, monitor.Snapshot().FindAll());
        Assert.Equal(["1 AtRisk", "3 Overdue"], monitor.AdvanceTo(Day.AddDays(1)).Select(c => $"{c.Subject} {c.To}"));
    }

    [Fact]
    public void FactThatThrows_FarIntoARange_ChangesNothingAndTheNextCallIsRight()
    {
        monitor.Add(new CrmOrder("0", Day));
        var before = monitor.Snapshot().FindAll();
        var orders = Enumerable.Range(1, 100).Select(i => new CrmOrder($"{i}", Day) { Breaks = i == 90 }).ToArray();

        Assert.Throws<InvalidOperationException>(() => monitor.AddRange(orders));
        Assert.Equal(before, monitor.Snapshot().FindAll());

        orders[89].Breaks = false;
        Assert.Equal(100, monitor.AddRange(orders).Count(c => c.Kind == ChangeKind.Raised && c.Rule.Id == "fte-fulfillment"));
    }

    [Fact]
    public void WhatReadsAFact_ThatChangesTheMonitor_IsRefusedAndMayAskForWhatIsThere()
    {
        var own = new PolicyMonitor(
            Policy.Default,
            Day,
            MonitoredRules.None.With(
                p => p.FteFulfillment.For<CrmOrder>(o => new FteOrder { OrderId = o.Number, OrderedOn = Placed(o), FulfilledOn = o.FilledOn })));
        own.Add(new CrmOrder("1", Day));
        meanwhile = () =>
        {
            meanwhile = () => { };
            own.Add(new CrmOrder("2", Day));
        };

        Assert.Contains(
            "The monitor is at work on another call",
            Assert.Throws<InvalidOperationException>(() => own.AddRange([new CrmOrder("3", Day), new CrmOrder("4", Day)])).Message,
            StringComparison.Ordinal);
        Assert.Equal(["1"], own.Snapshot().FindAll().Select(a => a.Subject));

        meanwhile = () => Assert.NotNull(own.Fact<CrmOrder>("1"));
        Assert.Equal(["3"], own.Add(new CrmOrder("3", Day)).Select(c => c.Subject));
    }

    [Fact]
    public void FactThatThrowsWhenItsDayComes_LeavesTheDateAsItWas()
    {
        var broken = new CrmOrder("2", Day.AddDays(-75));
        monitor.AddRange([new CrmOrder("1", Day.AddDays(-75)), broken]);
        broken.Breaks = true;
        Assert.Throws<InvalidOperationException>(() => monitor.AdvanceTo(Day.AddDays(1)));
        Assert.Equal(Day, monitor.AsOf);

        broken.Breaks = false;
        Assert.Equal(["1 AtRisk", "2 AtRisk"], monitor.AdvanceTo(Day.AddDays(1)).Select(c => $"{c.Subject} {c.To}"));
    }

    private sealed class CrmOrder(string number, DateOnly placedOn)
    {
        public string Number { get; } = number;

        public string? Customer { get; set; } = "A";

        public DateOnly? PlacedOn => Breaks ? throw new InvalidOperationException("the host's class is broken") : placedOn;

        public DateOnly? FilledOn { get; set; }

        public bool Breaks { get; set; }
    }

    private sealed record Score(string Who, string What, Period When, decimal Goal, decimal Reached);

    private sealed record Sales(string Customer, Period Month, decimal Sum);

    private sealed class Row
    {
        public string? Key { get; set; }
    }
}

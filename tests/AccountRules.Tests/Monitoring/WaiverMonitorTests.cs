using AccountRules.Facts;
using static AccountRules.Tests.Rules.Dated;

namespace AccountRules.Tests.Monitoring;

/// <summary>A monitor that is given waivers knows the days on which they begin and on which they have ended, in every kind of book.</summary>
public sealed class WaiverMonitorTests
{
    /// <summary>An order of 2026-03-02 is overdue from 2026-06-01 on.</summary>
    private static readonly FteOrder Order = new() { OrderId = "1", AccountId = "ACME", OrderedOn = Start };

    private static readonly KpiResult Missed = new() { EmployeeId = "7", Kpi = "calls", Period = Period.Month(2026, 5), Target = 100, Actual = 85 };

    [Fact]
    public void Waiver_OfAnOverdueOrder_IsAChangeWhereItBeginsAndOnTheDayAfterItsLast()
    {
        var monitor = new PolicyMonitor(Policy.Default, Day("2026-06-08"));
        monitor.Waive(Policy.Default.Waivers([Of("fte-fulfillment", "1", "2026-06-10", "2026-06-20")]));
        monitor.Add(Order);

        Assert.Equal(
            [
                "2026-06-10 Moved False fte-fulfillment Overdue -> Overdue (waived until 2026-06-20)",
                "2026-06-21 Moved True fte-fulfillment Overdue (waived until 2026-06-20) -> Overdue",
            ],
            Days(monitor, "2026-06-30"));
    }

    [Fact]
    public void Snapshot_AndFind_SayWhatIsWaivedThen()
    {
        var monitor = new PolicyMonitor(Policy.Default, Day("2026-06-20"));
        monitor.Add(Order);
        var before = monitor.Snapshot();
        monitor.Waive(Policy.Default.Waivers([Of("fte-fulfillment", "1", "2026-06-10", "2026-06-20")]));
        var during = monitor.Snapshot();
        monitor.AdvanceTo(Day("2026-06-21"));

        Assert.Equal(
            [false, true, false],
            new[] { before, during, monitor.Snapshot() }.Select(s => s.Find("fte-fulfillment", "1")!.Value.Waiver is not null));
        Assert.Equal([true], during.FindAll(standing: Standing.Overdue).Select(a => a.Waiver is not null));
        Assert.Null(monitor.Find("fte-fulfillment", "1")!.Value.Waiver);
    }

    [Fact]
    public void Waive_IsACallWithItsChanges_AndEndsWithNone()
    {
        var monitor = new PolicyMonitor(Policy.Default, Day("2026-06-15"));
        monitor.AddRange([Order, Order with { OrderId = "2" }, Order with { OrderId = "3", FulfilledOn = Day("2026-03-04") }]);
        var waivers = Policy.Default.Waivers([Of("fte-fulfillment", "1", "2026-06-10", "2026-06-20"), Of("fte-fulfillment", "3", "2026-06-10", "2026-06-20")]);

        Assert.Equal([("1", false)], monitor.Waive(waivers).Select(c => (c.Subject, c.StandsAgain)));
        Assert.Same(waivers, monitor.Waivers);
        Assert.Empty(monitor.Waive(Policy.Default.Waivers(waivers.All)));
        Assert.Equal([("1", true)], monitor.Waive(Waivers.None).Select(c => (c.Subject, c.StandsAgain)));
        Assert.Empty(monitor.AdvanceTo(Day("2026-07-01")));
    }

    [Fact]
    public void WaiverThatBeginsAndEndsWithinOneStep_IsNoChange()
    {
        var monitor = new PolicyMonitor(Policy.Default, Day("2026-06-08"));
        monitor.Add(Order);
        monitor.Waive(Policy.Default.Waivers([Of("fte-fulfillment", "1", "2026-06-10", "2026-06-12"), Of("fte-fulfillment", "1", "2026-06-20", "2026-06-22")]));

        Assert.Empty(monitor.AdvanceTo(Day("2026-06-15")));
        Assert.Equal("fte-fulfillment Overdue -> Overdue (waived until 2026-06-22)", Said(Assert.Single(monitor.AdvanceTo(Day("2026-06-22")))));
    }

    [Fact]
    public void OrderUnderAWaiver_ThatBecomesOverdueAndIsFulfilled_ChangesAsJudged()
    {
        var monitor = new PolicyMonitor(Policy.Default, Day("2026-05-20"));
        monitor.Waive(Policy.Default.Waivers([Of("fte-fulfillment", "1", "2026-05-01", "2026-06-20")]));

        Assert.Equal("fte-fulfillment nothing -> AtRisk (waived until 2026-06-20)", Said(Assert.Single(monitor.Add(Order))));
        Assert.Equal(
            "fte-fulfillment AtRisk (waived until 2026-06-20) -> Overdue (waived until 2026-06-20)", Said(Assert.Single(monitor.AdvanceTo(Day("2026-06-01")))));
        Assert.Equal(
            "fte-fulfillment Overdue (waived until 2026-06-20) -> Late (waived until 2026-06-20)",
            Said(Assert.Single(monitor.Update(Order with { FulfilledOn = Day("2026-06-01") }))));
        Assert.Equal("fte-fulfillment Late (waived until 2026-06-20) -> nothing", Said(Assert.Single(monitor.Remove<FteOrder>("1"))));
        Assert.Empty(monitor.AdvanceTo(Day("2026-06-21")));
    }

    [Fact]
    public void Waiver_OfAMonth_IsOfTheMonthAlone()
    {
        var monitor = new PolicyMonitor(Policy.Default, Day("2026-06-10"));
        monitor.Waive(Policy.Default.Waivers([Of("kpi-month", "7", "2026-06-12", "2026-06-20"), Of("kpi-attainment", "7", "2026-06-01", "2026-06-15")]));
        monitor.Add(Missed);

        Assert.Equal(
            [
                "2026-06-12 Moved False kpi-month Missed -> Missed (waived until 2026-06-20)",
                "2026-06-16 Moved True kpi-attainment Missed (waived until 2026-06-15) -> Missed",
                "2026-06-21 Moved True kpi-month Missed (waived until 2026-06-20) -> Missed",
            ],
            Days(monitor, "2026-06-30"));
    }

    [Fact]
    public void Waiver_OfAMonthThatRuns_GoesOnWhereThePeriodEnds()
    {
        var monitor = new PolicyMonitor(Policy.Default, Day("2026-05-30"));
        monitor.Add(Missed);
        monitor.Waive(Policy.Default.Waivers([Of("kpi-month", "7", "2026-05-31", "2026-06-02")]));

        Assert.Equal(
            [
                "2026-05-31 Moved False kpi-month Missed -> Missed (waived until 2026-06-02)",
                "2026-06-01 Moved False kpi-month Missed (waived until 2026-06-02) -> Missed (waived until 2026-06-02)",
                "2026-06-03 Moved True kpi-month Missed (waived until 2026-06-02) -> Missed",
            ],
            Days(monitor, "2026-06-30").Where(line => line.Contains("kpi-month", StringComparison.Ordinal)));
    }

    [Fact]
    public void Waiver_OfARowOfManyFacts_BeginsAndEnds()
    {
        var monitor = new PolicyMonitor(Policy.Default, Day("2026-06-10"));
        monitor.AddRange([new Account { AccountId = "ACME", StartedOn = Start }, new Account { AccountId = "BETA", StartedOn = Start }]);
        monitor.Waive(Policy.Default.Waivers([Of("business-review", "ACME", "2026-06-12", "2026-06-20")]));

        Assert.Equal(
            [
                "2026-06-12 Moved False business-review Overdue -> Overdue (waived until 2026-06-20)",
                "2026-06-21 Moved True business-review Overdue (waived until 2026-06-20) -> Overdue",
            ],
            Days(monitor, "2026-06-30"));
    }

    [Fact]
    public void Waiver_OfATrackThatCanBeMissed_BeginsAndEnds()
    {
        var policy = WaivedTrack.Policy;
        var monitor = new PolicyMonitor(policy, Day("2026-06-10"), MonitoredRules.None.With(p => p.Rule(WaivedTrack.Rule)));
        monitor.Waive(policy.Waivers([Of("kept", "ACME", "2026-06-12", "2026-06-20"), Of("kept", "NOBODY", "2026-06-12", "2026-06-20")]));
        monitor.Add(new AccountRevenue { AccountId = "ACME", Period = Period.Month(2026, 5), Revenue = 0 });

        Assert.Equal(
            ["2026-06-12 Moved False kept Missed -> Missed (waived until 2026-06-20)", "2026-06-21 Moved True kept Missed (waived until 2026-06-20) -> Missed"],
            Days(monitor, "2026-06-30"));
    }

    [Fact]
    public void WaiversThatCannotBePlanned_ChangeNothing()
    {
        var rules = MonitoredRules.None.With(
            p => p.FteFulfillment.For<Moody>(m => new FteOrder { OrderId = m.Id, OrderedOn = m.OrderedOn, FulfilledOn = m.FulfilledOn }));
        var monitor = new PolicyMonitor(Policy.Default, Day("2026-06-15"), rules);
        var moody = new Moody();
        monitor.Add(moody);
        moody.Throws = true;

        Assert.Throws<InvalidOperationException>(() => monitor.Waive(Policy.Default.Waivers([Of("fte-fulfillment", "1", "2026-06-10", "2026-06-20")])));

        moody.Throws = false;
        Assert.Same(Waivers.None, monitor.Waivers);
        Assert.Null(monitor.Find("fte-fulfillment", "1")!.Value.Waiver);
        Assert.Empty(monitor.AdvanceTo(Day("2026-06-30")));
    }

    /// <summary>
    /// Orders and waivers at random, day by day, against plain conditions: a standing of the rule, and one of the waivers in effect. The monitor's changes and
    /// the agenda's entries are on these days and on no others.
    /// </summary>
    [Fact]
    public void MonitorAndAgenda_OnGeneratedWaivers_ChangeOnTheDaysOnWhichPlainConditionsDo()
    {
        var random = new Random(20261126);
        for (var round = 0; round < 40; round++)
        {
            FteOrder[] orders = [.. Enumerable.Range(0, 8).Select(i => new FteOrder
            {
                OrderId = $"{i}",
                OrderedOn = Start.AddDays(random.Next(-30, 60)),
                FulfilledOn = random.Next(3) == 0 ? Start.AddDays(random.Next(60, 200)) : null,
            })];
            var collector = Policy.Default.CollectWaivers();
            List<(string Subject, DateOnly From, DateOnly Until)> all = [];
            for (var i = 0; i < 12; i++)
            {
                var (subject, from) = ($"{random.Next(9)}", Start.AddDays(random.Next(40, 140)));
                var until = from.AddDays(random.Next(12));
                if (collector.Add(Of("fte-fulfillment", subject, from.ToString("O"), until.ToString("O"))).Count == 0)
                    all.Add((subject, from, until));
            }

            var (first, last) = (Start.AddDays(40), Start.AddDays(160));
            var monitor = new PolicyMonitor(Policy.Default, first, MonitoredRules.None.With(p => p.FteFulfillment));
            monitor.Waive(collector.Waivers());
            monitor.AddRange(orders);
            var agenda = new Agenda(first, last) { Waivers = collector.Waivers() }.Add(Policy.Default.FteFulfillment, orders);
            var entries = agenda.Entries().Select(e => (e.On, e.Subject)).Order().ToArray();
            List<(DateOnly, string)> expected = [], changed = [];
            for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
            {
                expected.AddRange(orders.Where(o => !Equals(Plain(o, day.AddDays(-1)), Plain(o, day))).Select(o => (day, o.OrderId)));
                changed.AddRange(monitor.AdvanceTo(day).Select(c => (day, c.Subject)));
                Assert.All(orders, o => Assert.Equal(Plain(o, day).Until, monitor.Find("fte-fulfillment", o.OrderId)!.Value.Waiver?.Until));
            }

            Assert.Equal(expected.Order(), changed.Order());
            Assert.Equal(expected.Order(), entries);

            (string Standing, DateOnly? Until) Plain(FteOrder order, DateOnly day)
            {
                var end = order.FulfilledOn <= day ? order.FulfilledOn : null;
                var days = (end ?? day).DayNumber - order.OrderedOn!.Value.DayNumber;
                var standing = day < order.OrderedOn ? "NotApplicable" : end is not null ? (days > 90 ? "Late" : days > 75 ? "MetNear" : "Met")
                    : days > 90 ? "Overdue" : days > 75 ? "AtRisk" : "OnTrack";
                return (standing, standing is "Late" or "Overdue" or "AtRisk"
                    ? all.Where(w => w.Subject == order.OrderId && w.From <= day && day <= w.Until).Select(w => (DateOnly?)w.Until).SingleOrDefault()
                    : null);
            }
        }
    }

    private static string[] Days(PolicyMonitor monitor, string last)
    {
        List<string> lines = [];
        for (var day = monitor.AsOf.AddDays(1); day <= Day(last); day = day.AddDays(1))
            lines.AddRange(monitor.AdvanceTo(day).Select(c => $"{day:O} {c.Kind} {c.StandsAgain} {Said(c)}"));

        return [.. lines];
    }

    private static string Said(StandingChange change) => change.ToString()[..change.ToString().IndexOf(": ", StringComparison.Ordinal)];

    private static Waiver Of(string rule, string subject, string from, string until) =>
        new() { Rule = rule, Subject = subject, Reason = "supplier on strike", ApprovedBy = "ann", From = Day(from), Until = Day(until) };

    private sealed class Moody
    {
        public bool Throws { get; set; }

        public string Id { get; } = "1";

        public DateOnly? FulfilledOn { get; init; }

        public DateOnly? OrderedOn => Throws ? throw new InvalidOperationException("not now") : Start;
    }
}

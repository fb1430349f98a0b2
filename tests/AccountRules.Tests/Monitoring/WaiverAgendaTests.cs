using AccountRules.Facts;
using static AccountRules.Tests.Rules.Dated;

namespace AccountRules.Tests.Monitoring;

/// <summary>The agenda knows on which day a waiver begins and on which it has ended, for every kind of rule.</summary>
public sealed class WaiverAgendaTests
{
    /// <summary>An order of 2026-03-02 is overdue from 2026-06-01 on.</summary>
    private static readonly FteOrder Order = new() { OrderId = "1", AccountId = "ACME", OrderedOn = Start };

    private static Policy Policy => Policy.Default;

    [Theory]
    [InlineData("2026-06-20", 0, "")]
    [InlineData("2026-06-20", 1, "2026-06-21")]
    [InlineData("2026-06-19", 1, "")]
    [InlineData("2026-06-21", 5, "")]
    [InlineData("2026-06-08", 1, "")]
    [InlineData("2026-06-08", 2, "2026-06-10")]
    [InlineData("2026-06-08", 30, "2026-06-10 2026-06-21")]
    public void Waiver_OfWhatIsOverdue_IsOnTheAgendaWhereItBeginsAndOnTheDayAfterItsLast(string asOf, int days, string expected)
    {
        var entries = Entries(asOf, days, Of("fte-fulfillment", "1", "2026-06-10", "2026-06-20"));

        Assert.Equal(expected, string.Join(' ', entries.Select(e => e.On.ToString("O"))));
        Assert.All(entries, e => Assert.Equal((ChangeKind.Moved, Standing.Overdue, Standing.Overdue), (e.Kind, e.From, e.To)));
    }

    [Fact]
    public void Entry_OfAWaiver_SaysItInASentence()
    {
        var entries = Entries("2026-06-08", 30, Of("fte-fulfillment", "1", "2026-06-10", "2026-06-20"));

        Assert.Equal(
            [
                (false, null, "As of 2026-06-10 Order 1 is waived until 2026-06-20: Order 1 is open for 100 days, 10 more than the 90 allowed; it was due "
                    + "2026-05-31."),
                (true, Day("2026-06-20"), "Order 1 stands as Overdue again on 2026-06-21, with no waiver any more, unless it is fulfilled by 2026-06-20."),
            ],
            entries.Select(e => (e.StandsAgain, e.ActBy, e.Summary)));
    }

    [Fact]
    public void Change_UnderAWaiver_IsAnEntryThatSaysUntilWhenItIsWaived()
    {
        var entries = Entries("2026-05-20", 60, Of("fte-fulfillment", "1", "2026-05-01", "2026-06-20"));

        Assert.Equal(
            [
                ("2026-06-01", Standing.AtRisk, Standing.Overdue,
                    "Order 1 becomes Overdue on 2026-06-01, waived until 2026-06-20, unless it is fulfilled by 2026-05-31."),
                ("2026-06-21", Standing.Overdue, Standing.Overdue,
                    "Order 1 stands as Overdue again on 2026-06-21, with no waiver any more, unless it is fulfilled by 2026-06-20."),
            ],
            entries.Select(e => (e.On.ToString("O"), e.From, e.To, e.Summary)));
    }

    [Fact]
    public void WaiverThatEndsOnTheDayOfAChange_IsOneEntry()
    {
        var entry = Assert.Single(Entries("2026-05-20", 60, Of("fte-fulfillment", "1", "2026-05-01", "2026-05-31")));

        Assert.Equal(
            (ChangeKind.Changed, false, true, false),
            (entry.Kind, entry.StandsAgain, entry.Before.Waiver is not null, entry.After.Waiver is not null));
        Assert.Equal(
            "Order 1 becomes Overdue on 2026-06-01, its waiver having ended on 2026-05-31, unless it is fulfilled by 2026-05-31.", entry.Summary);
    }

    [Fact]
    public void WaiverThatFollowsAnother_IsOneEntryAndStillWaived()
    {
        var entries = Entries(
            "2026-06-15", 30, Of("fte-fulfillment", "1", "2026-06-10", "2026-06-20"), Of("fte-fulfillment", "1", "2026-06-21", "2026-06-22"));

        Assert.Equal(
            [("2026-06-21", false, true), ("2026-06-23", true, false)],
            entries.Select(e => (e.On.ToString("O"), e.StandsAgain, e.After.Waiver is not null)));
    }

    [Fact]
    public void Waiver_OfWhatIsOnTrack_IsNoEntry() => Assert.Equal(
        ["2026-05-17"], Entries("2026-03-05", 73, Of("fte-fulfillment", "1", "2026-03-10", "2026-04-20")).Select(e => e.On.ToString("O")));

    [Fact]
    public void FactThatIsFulfilledMeanwhile_NeedsItsWaiverNoMore()
    {
        var agenda = new Agenda(Day("2026-05-20"), 60) { Waivers = Policy.Waivers([Of("fte-fulfillment", "1", "2026-05-01", "2026-06-20")]) }
            .Add(Policy.FteFulfillment, [Order with { FulfilledOn = Day("2026-05-25") }]);

        var entry = Assert.Single(agenda.Entries());
        Assert.Equal((Standing.Met, false), (entry.To, entry.StandsAgain));
        Assert.StartsWith("As of 2026-05-25: Order 1 was fulfilled", entry.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Waiver_OfAMonth_EndsOnTheAgenda_AndTheWaiverOfAResultLeavesTheMonthAlone()
    {
        KpiResult[] results = [new() { EmployeeId = "7", Kpi = "calls", Period = Period.Month(2026, 5), Target = 100, Actual = 85 }];
        var agenda = new Agenda(Day("2026-06-10"), 30)
        {
            Waivers = Policy.Waivers([Of("kpi-month", "7", "2026-06-12", "2026-06-20"), Of("kpi-attainment", "7", "2026-06-01", "2026-06-15")]),
        }.Add(Policy.KpiMonth, results).Add(Policy.KpiAttainment, results);

        Assert.Equal(
            [("2026-06-12", "kpi-month", false), ("2026-06-16", "kpi-attainment", true), ("2026-06-21", "kpi-month", true)],
            agenda.Entries().Select(e => (e.On.ToString("O"), e.Rule.Id, e.StandsAgain)));
    }

    [Fact]
    public void Waiver_OfARowOfManyFacts_EndsOnTheAgenda()
    {
        var agenda = new Agenda(Day("2026-06-10"), 30) { Waivers = Policy.Waivers([Of("business-review", "ACME", "2026-06-12", "2026-06-20")]) };
        agenda.Collect(Policy.BusinessReview)
            .AddRange([new Account { AccountId = "ACME", StartedOn = Start }, new Account { AccountId = "BETA", StartedOn = Start }]);

        Assert.Equal(
            [("2026-06-12", "ACME", false, Standing.Overdue), ("2026-06-21", "ACME", true, Standing.Overdue)],
            agenda.Entries().Select(e => (e.On.ToString("O"), e.Subject, e.StandsAgain, e.To)));
    }

    [Fact]
    public void Waiver_OfATrackThatCanBeMissed_EndsOnTheAgenda()
    {
        var policy = WaivedTrack.Policy;
        var agenda = new Agenda(Day("2026-06-10"), 30) { Waivers = policy.Waivers([Of("kept", "ACME", "2026-06-12", "2026-06-20")]) }
            .AddTrack(policy.Rule(WaivedTrack.Rule), [new AccountRevenue { AccountId = "ACME", Period = Period.Month(2026, 5), Revenue = 0 }]);

        Assert.Equal([("2026-06-12", false), ("2026-06-21", true)], agenda.Entries().Select(e => (e.On.ToString("O"), e.StandsAgain)));
    }

    private static IReadOnlyList<AgendaEntry> Entries(string asOf, int days, params Waiver[] waivers) =>
        new Agenda(Day(asOf), days) { Waivers = Policy.Waivers(waivers) }.Add(Policy.FteFulfillment, [Order]).Entries();

    private static Waiver Of(string rule, string subject, string from, string until) =>
        new() { Rule = rule, Subject = subject, Reason = "supplier on strike", ApprovedBy = "ann", From = Day(from), Until = Day(until) };
}

using AccountRules.Facts;

namespace AccountRules.Tests.Reports;

/// <summary>What is waived needs no attention, and is shown as waived; as of 2026-06-15.</summary>
public sealed class WaiverReportTests
{
    private static readonly DateOnly AsOf = new(2026, 6, 15);

    /// <summary>Day 100 and 80 of 90.</summary>
    private static readonly FteOrder[] Orders =
    [
        new() { OrderId = "1", AccountId = "ACME", OrderedOn = AsOf.AddDays(-100) },
        new() { OrderId = "2", AccountId = "ACME", OrderedOn = AsOf.AddDays(-80) },
    ];

    [Fact]
    public void WaivedOrder_NeedsNoAttention_AndIsShownAsWaivedWithItsStandingAsJudged()
    {
        var acme = Report(Of("fte-fulfillment", "1", AsOf, AsOf.AddDays(5))).Account("ACME")!;

        Assert.Equal(("AtRisk 1, Overdue 1", "AtRisk 1", "Overdue 1"), (acme.Standings.ToString(), acme.Attention.ToString(), acme.WaivedStandings.ToString()));
        Assert.Equal(["2"], acme.Worst.Select(a => a.Subject));
        Assert.Equal([("1", Standing.Overdue, "ann")], acme.Waived.Select(a => (a.Subject, a.Standing, a.Waiver!.ApprovedBy)));
        Assert.Equal([("1", true)], acme.Next.Where(e => e.On == AsOf.AddDays(6)).Select(e => (e.Subject, e.StandsAgain)));
    }

    [Fact]
    public void Days_OfASheet_HaveTheOneOnWhichAStandingStandsAgain_AndNotTheOneOnWhichItIsWaived()
    {
        var late = new FteOrder { OrderId = "3", AccountId = "ACME", OrderedOn = AsOf.AddDays(-100), FulfilledOn = AsOf.AddDays(-2) };
        var report = AccountReport.Collect(
            Policy.Default, AsOf, new() { Waivers = Policy.Default.Waivers([Of("fte-fulfillment", "3", AsOf.AddDays(2), AsOf.AddDays(4))]) });

        var all = report.Add(late).Report().All;

        Assert.Equal([AsOf.AddDays(2), AsOf.AddDays(5)], all.Next.Select(e => e.On));
        Assert.Equal([(AsOf.AddDays(5), "Late 1")], all.Days.Select(d => (d.On, d.Changes.ToString())));
    }

    [Theory]
    [InlineData(-5, -1)]
    [InlineData(1, 5)]
    public void WaiverThatIsNotInEffect_ExcusesNothing(int from, int until)
    {
        var all = Report(Of("fte-fulfillment", "1", AsOf.AddDays(from), AsOf.AddDays(until))).All;

        Assert.Equal(("AtRisk 1, Overdue 1", ""), (all.Attention.ToString(), all.WaivedStandings.ToString()));
    }

    [Fact]
    public void WaivedPeriod_NeedsNoAttentionInAnySheet()
    {
        ServiceLevel level = new() { AccountId = "ACME", Service = "mail", Period = Period.Month(2026, 5), Agreed = 100, Measured = 90 };
        var collector = AccountReport.Collect(Policy.Default, AsOf, new() { Waivers = Policy.Default.Waivers([Of("service-level", "ACME", AsOf, AsOf)]) });
        var all = collector.AddRange([new Account { AccountId = "ACME", ManagerId = "ann", StartedOn = new(2025, 1, 1) }]).AddRange([level]).Report();

        Assert.Equal(["Missed 1", "Missed 1", "Missed 1"], new[] { all.All, all.Manager("ann")!, all.Account("ACME")! }.Select(Waived));
        Assert.Equal(["service-levels"], all.All.Worst.Where(a => a.Standing == Standing.Missed).Select(a => a.Rule.Id));

        static string Waived(ReportSheet sheet) => sheet.WaivedStandings.ToString();
    }

    [Fact]
    public void WaiverInEffectThatMatchesNoFact_IsToldByTheReport()
    {
        var (missing, later) = (Of("fte-fulfillment", "9", AsOf, AsOf), Of("fte-fulfillment", "8", AsOf.AddDays(1), AsOf.AddDays(2)));

        Assert.Equal([missing], Report(Of("fte-fulfillment", "1", AsOf, AsOf), missing, later, Of("payment", "1", AsOf, AsOf)).UnmatchedWaivers);
    }

    private static AccountReport Report(params Waiver[] waivers) =>
        AccountReport.Collect(Policy.Default, AsOf, new() { Waivers = Policy.Default.Waivers(waivers) }).AddRange(Orders).Report();

    private static Waiver Of(string rule, string subject, DateOnly from, DateOnly until) =>
        new() { Rule = rule, Subject = subject, Reason = "supplier on strike", ApprovedBy = "ann", From = from, Until = until };
}

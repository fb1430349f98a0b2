using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>FTE acquisition is managed effectively: the heads filled keep pace with the days (expectations 2).</summary>
public sealed class FteAcquisitionTests
{
    private static LifecycleRule<FteOrder> Rule => Tested.Policy.FteAcquisition;

    /// <summary>Of 10 heads, 3 are worth 27 of 90 days; of 7, 2 are worth 25.7.</summary>
    [Theory]
    [InlineData(10, 3, 0, Standing.OnTrack, "OnPace")]
    [InlineData(10, 3, 26, Standing.OnTrack, "OnPace")]
    [InlineData(10, 3, 27, Standing.OnTrack, "OnPace")]
    [InlineData(10, 3, 28, Standing.AtRisk, "Behind")]
    [InlineData(10, 3, 90, Standing.AtRisk, "Behind")]
    [InlineData(10, 3, 91, Standing.Missed, "NotFilled")]
    [InlineData(7, 2, 25, Standing.OnTrack, "OnPace")]
    [InlineData(7, 2, 26, Standing.AtRisk, "Behind")]
    [InlineData(10, 0, 0, Standing.OnTrack, "OnPace")]
    [InlineData(10, 0, 1, Standing.AtRisk, "Behind")]
    [InlineData(10, 9, 81, Standing.OnTrack, "OnPace")]
    [InlineData(10, 9, 82, Standing.AtRisk, "Behind")]
    [InlineData(10, 10, 90, Standing.Met, "Filled")]
    [InlineData(10, 10, 91, Standing.Met, "Filled")]
    [InlineData(10, 11, 91, Standing.Met, "Filled")]
    [InlineData(int.MaxValue, int.MaxValue - 1, 89, Standing.OnTrack, "OnPace")]
    [InlineData(int.MaxValue, int.MaxValue - 1, 90, Standing.AtRisk, "Behind")]
    public void Order_OfHeadsAndFilled_AfterDays_StandsAsThePolicySays(int heads, int filled, int days, Standing standing, string band)
    {
        var a = Rule.Assess(Order(heads, filled), Dated.Start.AddDays(days));
        Assert.Equal((standing, band, Dated.Day("2026-05-31")), (a.Standing, a.Band, a.DueOn));
    }

    [Theory]
    [InlineData(null, 1, "NoHeadcount")]
    [InlineData(0, 0, "HeadcountNotPositive")]
    [InlineData(-1, 0, "HeadcountNotPositive")]
    [InlineData(1, -1, "FilledBelowZero")]
    public void Order_OfImpossibleHeads_IsUndeterminedWithItsCause(int? heads, int filled, string cause)
    {
        var a = Rule.Assess(Order(heads, filled), Dated.Start);
        Assert.Equal((Standing.Undetermined, cause), (a.Standing, a.Cause.Code));
    }

    [Fact]
    public void Order_ThatDoesNotSayHowManyAreFilled_IsNotAsked()
    {
        foreach (var asOf in new[] { Dated.Start.AddDays(-1), Dated.Start, Dated.Start.AddDays(91) })
        {
            var a = Rule.Assess(Order(heads: 3, filled: null), asOf);
            Assert.Equal((Standing.NotApplicable, Cause.NotAsked, null), (a.Standing, a.Cause, a.ChangesOn));
            Assert.Equal("Order 1042 does not say what fte-acquisition goes by, and is left out.", a.Reason);
        }
    }

    [Fact]
    public void Order_OnPace_ChangesOnTheDayItFallsBehind_AndThenPastTheLimit()
    {
        var order = Order(heads: 10, filled: 3);
        Assert.Equal(Dated.Start.AddDays(28), Rule.Assess(order, Dated.Start).ChangesOn);
        Assert.Equal(Dated.Start.AddDays(91), Rule.Assess(order, Dated.Start.AddDays(28)).ChangesOn);
        Assert.Null(Rule.Assess(order, Dated.Start.AddDays(91)).ChangesOn);
        Assert.Equal("Order 1042 is filled to 30 %, which keeps pace; all of it is due 2026-05-31.", Rule.Assess(order, Dated.Start).Reason);
        Assert.Equal("Order 1042 is filled to 30 %, and all of it was due 2026-05-31.", Rule.Assess(order, Dated.Start.AddDays(91)).Reason);
    }

    [Fact]
    public void Order_FulfilledByItsDate_StillGoesByItsHeads() => Assert.Equal(
        Standing.Missed, Rule.Judge(Order(heads: 2, filled: 1) with { FulfilledOn = Dated.Start.AddDays(5) }, Dated.Start.AddDays(91)).Standing);

    [Fact]
    public void Pace_FollowsTheLimitOfFteFulfillment()
    {
        var rule = new Policy(new PolicyTerms().With(new FteFulfillmentTerms { LimitDays = 30, AtRiskFromDay = 15 })).FteAcquisition;
        Assert.Equal([Standing.OnTrack, Standing.AtRisk, Standing.AtRisk, Standing.Missed],
            new[] { 9, 10, 30, 31 }.Select(days => rule.Judge(Order(heads: 10, filled: 3), Dated.Start.AddDays(days)).Standing));
    }

    [Fact]
    public void Monitor_OfAnOrder_HoldsItFromWhenItSaysHowManyAreFilled()
    {
        var monitor = new PolicyMonitor(Tested.Policy, Dated.Start);
        Assert.Equal(["fte-fulfillment"], monitor.Add(Order(heads: 10, filled: null)).Select(c => c.Rule.Id));
        Assert.Null(monitor.Find("fte-acquisition", "1042"));
        var told = Assert.Single(monitor.Update(Order(heads: 10, filled: 0)));
        Assert.Equal((null, Standing.OnTrack), (told.Before?.Standing, told.After?.Standing));
        Assert.Equal(Standing.AtRisk, Assert.Single(monitor.AdvanceTo(Dated.Start.AddDays(1))).To);
        var gone = Assert.Single(monitor.Update(Order(heads: 10, filled: null)));
        Assert.Equal((Standing.AtRisk, null), (gone.Before?.Standing, gone.After?.Standing));
        Assert.Equal(["fte-fulfillment"], monitor.Remove<FteOrder>("1042").Select(c => c.Rule.Id));
        Assert.Throws<KeyNotFoundException>(() => monitor.Remove<FteOrder>("1042"));
    }

    [Fact]
    public void MonitorOfThisRuleAlone_RefusesWhatItHolds_AndTakesWhatItWasNotAskedOf()
    {
        var monitor = new PolicyMonitor(Tested.Policy, Dated.Start, MonitoredRules.None.With(p => p.FteAcquisition));
        Assert.Empty(monitor.Add(Order(heads: 10, filled: null)));
        Assert.Single(monitor.Update(Order(heads: 10, filled: 1)));
        Assert.Throws<ArgumentException>(() => monitor.Add(Order(heads: 10, filled: 1)));
        Assert.Throws<ArgumentException>(() => monitor.AddRange([Order(1, 1) with { OrderId = "2" }, Order(1, null) with { OrderId = "2" }]));
    }

    [Fact]
    public void OrdersOfAHost_AreAskedByTheirMapping()
    {
        var with = Rule.For<FteOrder>(
            o => new FteOrder { OrderId = o.OrderId, OrderedOn = o.OrderedOn, Headcount = o.Headcount, FilledHeadcount = o.FilledHeadcount });
        Assert.Equal(Standing.Met, with.Judge(Order(heads: 1, filled: 1), Dated.Start).Standing);
        Assert.Equal(Cause.NotAsked, with.Judge(Order(heads: 1, filled: null), Dated.Start).Cause);
    }

    [Fact]
    public void AccountReportAndImpact_LeaveOutOrdersThatAreNotAsked()
    {
        FteOrder[] orders = [Order(heads: 10, filled: 1), Order(heads: 10, filled: null) with { OrderId = "2" }];
        var report = AccountReport.Collect(Tested.Policy, Dated.Start).AddRange(orders).Report();
        Assert.Equal(1, report.Accounts.Single().Rule("fte-acquisition")!.Standings.Total);
        var impact = new PolicyImpact(Tested.Policy, Tested.Policy, Dated.Start);
        var collector = impact.Collect(Rule);
        foreach (var order in orders)
            collector.Add(order);

        Assert.Equal(1, impact.Rules.Single().Facts);
    }

    private static FteOrder Order(int? heads, int? filled) =>
        new() { OrderId = "1042", AccountId = "A", OrderedOn = Dated.Start, Headcount = heads, FilledHeadcount = filled };
}

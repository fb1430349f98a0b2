using AccountRules.Facts;

namespace AccountRules.Tests.Basics;

public sealed class MarginTests
{
    private static readonly DateOnly Day = Rules.Dated.Start;

    [Theory]
    [InlineData(0, "75 days left before NearLimit", null)]
    [InlineData(74, "1 day left before NearLimit", null)]
    [InlineData(75, "0 days left before NearLimit", null)]
    [InlineData(76, "14 days left before OverLimit", "1 day past Clear")]
    [InlineData(81, "9 days left before OverLimit", "6 days past Clear")]
    [InlineData(90, "0 days left before OverLimit", "15 days past Clear")]
    [InlineData(91, null, "1 day past NearLimit")]
    [InlineData(100, null, "10 days past NearLimit")]
    public void Order_OpenForDays_HasDaysToTheBandsAround(int days, string? above, string? below)
    {
        var a = Policy.Default.FteFulfillment.Assess(new FteOrder { OrderId = "7", OrderedOn = Day }, Day.AddDays(days));
        Assert.Equal((above, below), (a.ToBandAbove?.ToString(), a.ToBandBelow?.ToString()));
    }

    [Theory]
    [InlineData("77.6", "2.4 points to Full; 2.4 more reaches 80 %, which must be exceeded", "17.6 points above Low; 17.6 less reaches 60 %")]
    [InlineData("80", "must exceed 80 % for Full", "20 points above Low; 20 less reaches 60 %")]
    [InlineData("79", "1 point to Full; 1 more reaches 80 %, which must be exceeded", "19 points above Low; 19 less reaches 60 %")]
    [InlineData("30", "5 points to Low; 5 more reaches 35 %, which must be exceeded", null)]
    [InlineData("120", null, "20 points above Full; 20 less reaches 100 %")]
    [InlineData(
        "79.9999999", "0.00… points to Full; 0.0000001 more reaches 80 %, which must be exceeded", "19.99… points above Low; 19.9999999 less reaches 60 %")]
    public void Achievement_OfAHundred_HasPointsToTheBandsAround(string actual, string? above, string? below)
    {
        var pay = new PayPeriod { EmployeeId = "ann", Period = Period.Year(2026), Target = 100, Actual = Rules.Dated.Number(actual), CommittedPay = 1 };
        var a = Policy.Default.PerformancePay.Assess(pay);
        Assert.Equal((above, below), (a.ToBandAbove?.ToString(), a.ToBandBelow?.ToString()));
    }

    [Theory]
    [InlineData("750", "250 to Gold", null)]
    [InlineData("1000", "500 to Platinum", "any less is Basic")]
    [InlineData("1250", "250 to Platinum", "250 above Basic")]
    [InlineData("1500", "must exceed 1500 for Platinum", "500 above Basic")]
    [InlineData("1500.5", null, "0.5 above Gold")]
    public void Amount_OnAScale_HasTheAmountToTheBandsAround(string amount, string? above, string? below)
    {
        var rule = new TierRule<Ticket>(
            Ticket.Info, Ticket.Amount, new(Band.Lowest("Basic"), Band.From(1000, "Gold"), Band.Above(1500, "Platinum")), Ticket.Shape);
        var a = rule.Assess(new Ticket("t", null, null, Rules.Dated.Number(amount)));
        Assert.Equal((above, below), (a.ToBandAbove?.ToString(), a.ToBandBelow?.ToString()));
    }

    [Fact]
    public void Sales_ShortOfABand_HaveTheAmountToSell()
    {
        var pay = new PayPeriod { EmployeeId = "ann", Period = Period.Month(2026, 1), Target = 50_000, Actual = 39_346.40m, CommittedPay = 1 };
        var margin = Policy.Default.PerformancePay.Assess(pay).ToBandAbove!.Value;

        Assert.Equal("653.60", margin.ActualToCut!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("1.30… points to Full; 653.60 more reaches 80 %, which must be exceeded", margin.ToString());
        Assert.Equal(
            "must exceed 80 % for Full", Policy.Default.PerformancePay.Assess(pay with { Actual = pay.Actual + margin.ActualToCut }).ToBandAbove.ToString());
        Assert.Equal("Full", Policy.Default.PerformancePay.Assess(pay with { Actual = pay.Actual + margin.ActualToCut + 0.01m }).Band);
    }

    [Theory]
    [InlineData("10", "12.5", "5 points to Met; 0.73… less reaches 85 %, which must be exceeded", null)]     // 10 / 0.85 is 11.764…
    [InlineData("17", "20", "must exceed 85 % for Met", null)]
    [InlineData("17", "10", null, "85 points above Missed; 10 more reaches 85 %")]
    [InlineData("17", "0", null, null)]
    [InlineData("1", "0.0000000000000000000000000001", null, "999999999999999999999999999900 points above Missed; 1.17… more reaches 85 %")]
    public void Faults_WhereLowerIsBetter_AreLessToTheBandAbove(string target, string actual, string? above, string? below)
    {
        var kpi = new KpiResult
        {
            EmployeeId = "ann",
            Kpi = "faults",
            Period = Period.Year(2026),
            Target = Rules.Dated.Number(target),
            Actual = Rules.Dated.Number(actual),
            Direction = Direction.LowerIsBetter,
        };
        var a = Policy.Default.KpiAttainment.Assess(kpi);
        Assert.Equal((above, below), (a.ToBandAbove?.ToString(), a.ToBandBelow?.ToString()));
    }

    [Fact]
    public void Attainment_FromACutOn_ReachesItBeingThere()
    {
        var rule = new AttainmentRule<Ticket>(
            Ticket.Info, Measure.Ratio<Ticket>(t => t.Done, t => 200), new(Band.Lowest("Missed", Standing.Missed), Band.From(1, "Met", Standing.Met)),
            Ticket.Shape);

        Assert.Equal("10 points to Met; 20 more reaches 100 %", rule.Assess(new Ticket("t", null, null, 180)).ToBandAbove.ToString());
        Assert.Equal("any less is Missed", rule.Assess(new Ticket("t", null, null, 200)).ToBandBelow.ToString());
    }

    [Fact]
    public void Growth_OfAmountsInACurrencyOnItsCut_MustExceedAShareOfThemAndNoAmount() => Assert.Equal(
        "must exceed 100 % for Grown",
        new Margin(0, Unit.Ratio, new Cut(1, Edge.Above), "Grown", IsUpward: true) { Currency = "EUR" }.ToString());

    [Fact]
    public void Margin_WithItsParts_SaysCutBandAndSide()
    {
        var a = Policy.Default.FteFulfillment.Assess(new FteOrder { OrderId = "7", OrderedOn = Day }, Day.AddDays(81));
        Assert.Equal(new Margin(9, Unit.Days, Cut.Above(90), "OverLimit", IsUpward: true), a.ToBandAbove);
        Assert.Equal(new Margin(6, Unit.Days, Cut.From(76), "Clear", IsUpward: false), a.ToBandBelow);
    }

    [Fact]
    public void FactWithoutABand_HasNoMargins()
    {
        var a = Policy.Default.FteFulfillment.Assess(new FteOrder { OrderId = "7", OrderedOn = Day }, Day.AddDays(-1));
        Assert.Equal((null, null), (a.ToBandAbove, a.ToBandBelow));
    }

    [Fact]
    public void DistanceTooLargeForADecimal_IsNoMargin()
    {
        var rule = new TierRule<Ticket>(Ticket.Info, Ticket.Amount, new(Band.Lowest("Low"), Band.From(decimal.MaxValue, "High")), Ticket.Shape);
        Assert.Null(rule.Assess(new Ticket("t", null, null, decimal.MinValue)).ToBandAbove);
        Assert.Equal(0, rule.Assess(new Ticket("t", null, null, decimal.MaxValue)).ToBandBelow!.Value.Distance);
    }
}

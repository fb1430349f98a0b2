using AccountRules.Facts;

namespace AccountRules.Tests.Language;

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
    [InlineData("77.6", "2.4 points to Full", "17.6 points above Low")]
    [InlineData("80", "0 points to Full", "20 points above Low")]
    [InlineData("79", "1 point to Full", "19 points above Low")]
    [InlineData("30", "5 points to Low", null)]
    [InlineData("120", null, "20 points above Full")]
    [InlineData("79.9999999", "0.00… points to Full", "19.99… points above Low")]
    public void Achievement_OfAHundred_HasPointsToTheBandsAround(string actual, string? above, string? below)
    {
        var pay = new PayPeriod { EmployeeId = "ann", Period = Period.Year(2026), Target = 100, Actual = Rules.Dated.Number(actual), CommittedPay = 1 };
        var a = Policy.Default.PerformancePay.Assess(pay);
        Assert.Equal((above, below), (a.ToBandAbove?.ToString(), a.ToBandBelow?.ToString()));
    }

    [Theory]
    [InlineData("750", "250 to Gold", null)]
    [InlineData("1000", "500 to Platinum", "0 above Basic")]
    [InlineData("1250", "250 to Platinum", "250 above Basic")]
    [InlineData("1500", "0 to Platinum", "500 above Basic")]
    [InlineData("1500.5", null, "0.5 above Gold")]
    public void Amount_OnAScale_HasTheAmountToTheBandsAround(string amount, string? above, string? below)
    {
        var rule = new TierRule<Ticket>(
            Ticket.Info, Ticket.Amount, new(Band.Lowest("Basic"), Band.From(1000, "Gold"), Band.Above(1500, "Platinum")), Ticket.Facets);
        var a = rule.Assess(new Ticket("t", null, null, Rules.Dated.Number(amount)));
        Assert.Equal((above, below), (a.ToBandAbove?.ToString(), a.ToBandBelow?.ToString()));
    }

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
        var rule = new TierRule<Ticket>(Ticket.Info, Ticket.Amount, new(Band.Lowest("Low"), Band.From(decimal.MaxValue, "High")), Ticket.Facets);
        Assert.Null(rule.Assess(new Ticket("t", null, null, decimal.MinValue)).ToBandAbove);
        Assert.Equal(0, rule.Assess(new Ticket("t", null, null, decimal.MaxValue)).ToBandBelow!.Value.Distance);
    }
}

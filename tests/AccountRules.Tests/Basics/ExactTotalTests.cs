using System.Globalization;
using System.Numerics;
using AccountRules.Facts;
using AccountRules.Numbers;
using AccountRules.Tests.Rules;

namespace AccountRules.Tests.Basics;

/// <summary>Sums of amounts of unlike places, and cuts between whole months, digit for digit.</summary>
public sealed class ExactTotalTests
{
    [Fact]
    public void Total_OfAmountsOfUnlikeSizesAndPlaces_LosesNothing()
    {
        var total = new ExactTotal();
        foreach (var amount in new[] { 0.25m, 2_000_000_000_000_000.5m, 0.00000000001m, -3m, 1_000_000_000_000_000m, 0.75m })
            total.Add(amount);

        Assert.Equal((BigInteger.Parse("299999999999999850000000001", CultureInfo.InvariantCulture), 11), total.Units);
        Assert.Equal(2_999_999_999_999_998.50000000001m, total.Value);
    }

    [Theory]
    [InlineData(5, 1, "1.75")]
    [InlineData(5, 2, "1.30")]
    [InlineData(5, 3, "1.255")]
    [InlineData(5, 0, "6.25")]
    public void Total_TakesWholeUnitsOfAnyPlaces(int units, int places, string sum)
    {
        var total = new ExactTotal();
        total.Add(125, 2);
        total.Add(units, places);

        Assert.Equal(sum, total.Value.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("1.5", "0.25", "1.25")]
    [InlineData("0.25", "1.5", "-1.25")]
    [InlineData("2000000000000000.5", "0.125", "2000000000000000.375")]
    public void Difference_OfTotalsOfUnlikePlaces_IsExact(string first, string second, string difference)
    {
        var (one, other) = (new ExactTotal(), new ExactTotal());
        one.Add(Dated.Number(first));
        other.Add(Dated.Number(second));

        Assert.Equal(Dated.Number(difference), ExactTotal.Difference(one, other));
    }

    [Theory]
    [InlineData(Edge.From, "2", "2026-03-15", "Long")]
    [InlineData(Edge.From, "2", "2026-03-14", "Short")]
    [InlineData(Edge.From, "2.5", "2026-03-15", "Short")]
    [InlineData(Edge.From, "2.5", "2026-04-15", "Long")]
    [InlineData(Edge.Above, "2.5", "2026-04-14", "Short")]
    [InlineData(Edge.Above, "2.5", "2026-04-15", "Long")]
    [InlineData(Edge.Above, "2", "2026-04-14", "Short")]
    [InlineData(Edge.Above, "2", "2026-04-15", "Long")]
    public void Months_AgainstACutBetweenWholeOnes_CountTheFullOnes(Edge edge, string at, string day, string band)
    {
        var cut = Dated.Number(at);
        var rule = new TierRule<Employment>(
            new("months") { Title = "Months", Says = "", Reading = "", Noun = "Employee", Citation = new("own", "1") },
            Measure.Months<Employment>(e => e.RoleSince),
            new Scale(Band.Lowest("Short"), edge == Edge.From ? Band.From(cut, "Long") : Band.Above(cut, "Long")),
            Employment.Shape);

        Assert.Equal(band, rule.Assess(new() { EmployeeId = "ann", RoleSince = new(2026, 1, 15) }, Dated.Day(day)).Band);
    }
}

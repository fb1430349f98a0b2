using AccountRules.Tests.Rules;

namespace AccountRules.Tests.Basics;

/// <summary>A quotient beside an earlier one: each edge owned by whom the cut says, also where no 64 or 96 bits hold the products.</summary>
public sealed class GrowthMeasureTests
{
    private sealed record Deals(string Id, decimal? Part, decimal? Whole, decimal? PartBefore, decimal? WholeBefore);

    [Theory]
    [InlineData("10.9999", "Low", "Low")]
    [InlineData("11", "Low", "High")]
    [InlineData("11.0001", "High", "High")]
    public void Growth_AtTheCut_BelongsToWhomTheCutSays(string part, string above, string from)
    {
        Assert.Equal((above, from), Bands(new("A", Dated.Number(part), 3, 10, 3)));
        Assert.Equal((above, from), Bands(new("A", Dated.Number(part) * 1_000_000_000_000_000m, 7_000_000_000_000_000m, 10, 7)));
    }

    /// <summary>A deal a tenth larger than 1000000000000000000000000001, whose products have more digits than a decimal.</summary>
    [Fact]
    public void Growth_OfNumbersOfManyDigits_IsExact()
    {
        const decimal Before = 1_000_000_000_000_000_000_000_000_010m;
        Assert.Equal(("Low", "High"), Bands(new("A", 1_100_000_000_000_000_000_000_000_011m, 1, Before, 1)));
        Assert.Equal(("Low", "Low"), Bands(new("A", 1_100_000_000_000_000_000_000_000_010m, 1, Before, 1)));
        Assert.Equal(("High", "High"), Bands(new("A", 1_100_000_000_000_000_000_000_000_012m, 1, Before, 1)));
    }

    private static (string? Above, string? From) Bands(Deals deals) =>
        (Rule(Band.Above(1.1m, "High")).Assess(deals).Band, Rule(Band.From(1.1m, "High")).Assess(deals).Band);

    private static TierRule<Deals> Rule(Band high) => new(
        new("growth"),
        Measure.Growth<Deals>(d => d.Part, d => d.Whole, d => d.PartBefore, d => d.WholeBefore),
        new Scale(Band.Lowest("Low"), high),
        new FactShape<Deals>(d => d.Id));
}

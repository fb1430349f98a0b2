using AccountRules.Changes;
using AccountRules.Facts;

namespace AccountRules.Tests.Changes;

/// <summary>Regions of a host's lifecycle that counts months and years: the words say from which number on.</summary>
public sealed class CountedWordsTests
{
    [Theory]
    [InlineData(1, 2, "the evaluation date 1 to less than 2 years after DueOn")]
    [InlineData(1, 3, "the evaluation date 1 to less than 3 years after DueOn")]
    [InlineData(2, 5, "the evaluation date 2 to less than 5 years after DueOn")]
    public void Region_OfALifecycleThatCountsYears_SaysFromWhichOneOn(int old, int @new, string expected) =>
        Assert.Contains(expected, Assert.Single(Years(old).Accept(new RuleDiffer(Years(@new)))).Where, StringComparison.Ordinal);

    /// <summary>Where an item is done is asked only when a year is over: up to there nothing of it is said.</summary>
    [Fact]
    public void Region_ThatGoesOnForEver_SaysAYearOrMore()
    {
        var region = Assert.Single(Years(1).Accept(new RuleDiffer(Years(1, Standing.Missed))));

        Assert.Contains("the evaluation date 1 year or more after DueOn", region.Where, StringComparison.Ordinal);
        Assert.DoesNotContain("the evaluation date after DueOn", region.Where, StringComparison.Ordinal);
    }

    private static LifecycleRule<ActionItem> Years(int years, Standing late = Standing.Overdue) => new(
        new RuleInfo("years"),
        new Lifecycle<ActionItem>(
            [new("New", Standing.OnTrack, "is new"), new("Old", late, "is old")],
            [new("New", (item, asOf) => asOf >= item.DueOn!.Value.AddYears(years), "Old")]),
        ActionItem.Shape);
}

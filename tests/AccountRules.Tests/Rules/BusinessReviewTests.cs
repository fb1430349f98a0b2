using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>"Weekly or monthly business reviews are held with clients", by tier.</summary>
public sealed class BusinessReviewTests
{
    private static readonly DateOnly Newest = new(2026, 3, 1);

    private static readonly Policy ByTier = Policy.Parse(
        """{ "businessReview": { "atRiskDays": 2, "tiers": [ { "name": "gold", "everyDays": 7 }, { "name": "silver", "everyDays": 31 } ] } }""");

    [Theory]
    [InlineData(28, Standing.OnTrack)]
    [InlineData(29, Standing.AtRisk)]
    [InlineData(31, Standing.AtRisk)]
    [InlineData(32, Standing.Overdue)]
    public void Account_WithoutTiersInThePolicy_IsReviewedEvery31Days(int day, Standing standing) =>
        Assert.Equal(standing, Assess(Tested.Policy, "bronze", day).Standing);

    [Theory]
    [InlineData("gold", 5, Standing.OnTrack)]
    [InlineData("gold", 6, Standing.AtRisk)]
    [InlineData("gold", 7, Standing.AtRisk)]
    [InlineData("gold", 8, Standing.Overdue)]
    [InlineData("silver", 8, Standing.OnTrack)]
    [InlineData("silver", 29, Standing.OnTrack)]
    [InlineData("silver", 31, Standing.AtRisk)]
    [InlineData("silver", 32, Standing.Overdue)]
    public void Account_OfATier_IsReviewedAsOftenAsTheTierSays(string tier, int day, Standing standing) =>
        Assert.Equal(standing, Assess(ByTier, tier, day).Standing);

    [Theory]
    [InlineData("bronze", "UnknownCategory", "Account A is of tier `bronze`, and the policy lists gold, silver.")]
    [InlineData(null, "NoCategory", "Account A has no tier, and the policy goes by it.")]
    public void Account_OfNoListedTier_IsUndetermined(string? tier, string cause, string reason)
    {
        var said = Assess(ByTier, tier, 3);

        Assert.Equal((Standing.Undetermined, cause, reason), (said.Standing, said.Cause.Code, said.Reason));
    }

    [Fact]
    public void Account_SaysItsNewestReview_ItsTierAndTheNextOne()
    {
        var said = Assess(ByTier, "gold", 3);

        Assert.Equal("Account A had its newest review on 2026-03-01, 3 days ago; the next is due 2026-03-08, within 7 days.", said.Reason);
        Assert.Equal(("gold", new DateOnly(2026, 3, 8), new DateOnly(2026, 3, 7)), ((string?)said.Detail("tier"), said.DueOn, said.ChangesOn));
    }

    [Fact]
    public void Account_ThatEnded_OrIsNotListed_SaysSoWhateverItsTier()
    {
        var ended = ByTier.BusinessReview.Collect(Newest.AddDays(9)).AddRange(
            [new Account { AccountId = "A", StartedOn = Newest, EndedOn = Newest.AddDays(8), Tier = "bronze" }]).Assess().Single();
        Assert.Equal((Standing.NotApplicable, "AccountEnded"), (ended.Standing, ended.Cause.Code));

        var unknown = ByTier.BusinessReview.Collect(Newest.AddDays(9)).AddRange([new BusinessReview { AccountId = "Z", HeldOn = Newest }]).Assess().Single();
        Assert.Equal((Standing.Undetermined, "UnknownAccount"), (unknown.Standing, unknown.Cause.Code));
    }

    private static Assessment Assess(Policy policy, string? tier, int day) => policy.BusinessReview.Collect(Newest.AddDays(day))
        .AddRange([new Account { AccountId = "A", StartedOn = new(2025, 1, 1), Tier = tier }])
        .AddRange([new BusinessReview { AccountId = "A", HeldOn = Newest.AddDays(-40) }, new BusinessReview { AccountId = "A", HeldOn = Newest }])
        .Assess().Single();
}

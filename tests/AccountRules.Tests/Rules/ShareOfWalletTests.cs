using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>Share of wallet is increased (key-account-manager).</summary>
public sealed class ShareOfWalletTests
{
    private static readonly DateOnly AsOf = new(2026, 7, 1);

    [Theory]
    [InlineData(0, 100, "0")]
    [InlineData(25, 100, "0.25")]
    [InlineData(100, 100, "1")]
    [InlineData(-5, 100, "-0.05")]
    public void Share_IsOurPartOfTheSpend(int ours, int spend, string share)
    {
        var a = Tested.Policy.ShareOfWallet.Assess(Row(1, ours, spend), AsOf);
        Assert.Equal((Standing.Graded, "Counted", Dated.Number(share)), (a.Standing, a.Band, a.Value));
    }

    [Theory]
    [InlineData(100.01, 100.0, "ShareAboveWhole")]
    [InlineData(null, 100.0, "NoRevenue")]
    [InlineData(10.0, null, "NoSpend")]
    [InlineData(10.0, 0.0, "NoSpend")]
    [InlineData(-10.0, -20.0, "NoSpend")]
    public void Share_ThatCannotBe_IsUndetermined(double? ours, double? spend, string cause)
    {
        var a = Tested.Policy.ShareOfWallet.Assess(Row(1, (decimal?)ours, (decimal?)spend), AsOf);
        Assert.Equal((Standing.Undetermined, cause, null), (a.Standing, a.Cause.Code, a.Band));
    }

    [Theory]
    [InlineData(25, 100, "25.01", "100", Standing.Met)]
    [InlineData(25, 100, "25", "100", Standing.Missed)]
    [InlineData(25, 100, "50", "200", Standing.Missed)]
    [InlineData(1, 3, "2", "6", Standing.Missed)]
    [InlineData(1, 3, "2", "5.99", Standing.Met)]
    [InlineData(1, 3, "0", "6", Standing.Missed)]
    public void Growth_IsMetOnlyAboveTheShareBefore(int oursBefore, int spendBefore, string ours, string spend, Standing expected) =>
        Assert.Equal(expected, Growth(Row(1, oursBefore, spendBefore), Row(2, Dated.Number(ours), Dated.Number(spend))).Standing);

    /// <summary>Both products have 57 digits and differ in the last one: a decimal holds 28.</summary>
    [Fact]
    public void Growth_OfManyDigits_IsComparedExactly()
    {
        const decimal Long = 1.000000000000000000000000001m;
        Assert.Equal(Standing.Missed, Growth(Row(1, Long, 2 * Long), Row(2, Long, 2 * Long)).Standing);
        Assert.Equal(Standing.Met, Growth(Row(1, Long, 2.000000000000000000000000003m), Row(2, Long, 2.000000000000000000000000002m)).Standing);
        Assert.Equal(Standing.Missed, Growth(Row(1, Long, 2.000000000000000000000000002m), Row(2, Long, 2.000000000000000000000000003m)).Standing);
        Assert.Equal(Standing.Missed, Growth(Row(1, 1, decimal.MaxValue), Row(2, 1, decimal.MaxValue)).Standing);
    }

    [Fact]
    public void Growth_WithoutAPeriodBefore_DoesNotApply()
    {
        var a = Growth(Row(1, 10, 100), Row(3, 20, 100));
        Assert.Equal((Standing.NotApplicable, "NothingBefore"), (a.Standing, a.Cause.Code));
        Assert.Equal("Wallet of A in 2026-03 has nothing of the period before to be compared with.", a.Reason);
    }

    [Theory]
    [InlineData(0.0, 100.0, 10.0, 100.0, "NoShareBefore")]
    [InlineData(101.0, 100.0, 10.0, 100.0, "NoShareBefore")]
    [InlineData(10.0, 0.0, 10.0, 100.0, "NoShareBefore")]
    [InlineData(null, 100.0, 10.0, 100.0, "NoShareBefore")]
    [InlineData(10.0, 100.0, 101.0, 100.0, "ShareAboveWhole")]
    [InlineData(10.0, 100.0, null, 100.0, "NoRevenue")]
    [InlineData(10.0, 100.0, 10.0, null, "NoSpend")]
    public void Growth_OfAShareThatCannotBe_IsUndetermined(double? oursBefore, double? spendBefore, double? ours, double? spend, string cause)
    {
        var a = Growth(Row(1, (decimal?)oursBefore, (decimal?)spendBefore), Row(2, (decimal?)ours, (decimal?)spend));
        Assert.Equal((Standing.Undetermined, cause), (a.Standing, a.Cause.Code));
    }

    [Fact]
    public void Growth_SaysBothShares() => Assert.Equal(
        "Wallet of A in 2026-02 had 2 of 5 after 1 of 5 in the period before, 200 % of the share; Grown is above 100 %.",
        Growth(Row(1, 1, 5), Row(2, 2, 5)).Reason);

    /// <summary>Its share is not known: nobody says that it bought nothing.</summary>
    [Fact]
    public void Account_WithoutARowNow_HasNone() => Assert.Equal(
        ["B 2026-01", "A 2026-01", "B 2026-02"],
        Tested.Policy.ShareOfWalletGrowth.Collect(AsOf).AddRange([Row(1, 1, 5), Row(1, 1, 5) with { AccountId = "B" }, Row(2, 1, 5) with { AccountId = "B" }])
            .Assess().OrderBy(a => a.Period).ThenByDescending(a => a.Subject).Select(a => $"{a.Subject} {a.Period}"));

    private static WalletShare Row(int month, decimal? ours, decimal? spend) =>
        new() { AccountId = "A", Period = Period.Month(2026, month), OurRevenue = ours, ClientSpend = spend };

    private static Assessment Growth(params WalletShare[] shares) => Tested.Policy.ShareOfWalletGrowth.Collect(AsOf).AddRange(shares).Assess().Last();
}

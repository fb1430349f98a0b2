using AccountRules.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Achievements;

public class AchievementTests
{
    private static readonly Period March = Period.Month(2026, 3);

    private static KpiResult Kpi(decimal? actual, decimal? target, decimal? weight = null, Direction direction = default, string employee = "7") =>
        new() { EmployeeId = employee, Kpi = "K", Period = March, Target = target, Actual = actual, Weight = weight, Direction = direction };

    private static Assessment Pay(params KpiResult[] results) => Policy.Default.PerformancePay.Assess(Assert.Single(Achievement.Of(results)).ForPay(1000));

    [Fact]
    public void Achievement_OfWeightedKpis_IsTheWeightedMeanOfWhatWasAttained()
    {
        // 60 % of 90/100 and 40 % of 500/1000: 0.54 + 0.20.
        var achievement = Assert.Single(Achievement.Of([Kpi(90, 100, 0.6m), Kpi(500, 1000, 0.4m)]));

        Assert.Equal(new Achievement("7", March, 0.74m, Cause.None, 2), achievement);
        Assert.Equal(600m, Pay(Kpi(90, 100, 0.6m), Kpi(500, 1000, 0.4m)).Payable);
    }

    [Fact]
    public void Achievement_OnlyTheProportionsOfWeightsCount() =>
        Assert.Equal(
            Assert.Single(Achievement.Of([Kpi(90, 100, 0.6m), Kpi(500, 1000, 0.4m)])), Assert.Single(Achievement.Of([Kpi(90, 100, 3), Kpi(500, 1000, 2)])));

    [Fact]
    public void Achievement_OfThirdsThatMakeExactlyACut_BelongsToTheBandBelow()
    {
        // Each quotient 0.8/3 is rounded up in decimal: added up with 1.6, a quarter of it would lie above 60 %, which pays more.
        Assert.Equal(0.6m, Assert.Single(Achievement.Of([Kpi(0.8m, 3), Kpi(0.8m, 3), Kpi(0.8m, 3), Kpi(1.6m, 1)])).Attained);
        Assert.Equal("Low", Pay(Kpi(0.8m, 3), Kpi(0.8m, 3), Kpi(0.8m, 3), Kpi(1.6m, 1)).Band);
    }

    [Theory]
    [InlineData(2, 3, "Partial")]
    [InlineData(1, 3, "Pip")]
    [InlineData(17, 20, "Full")]
    public void Achievement_WithoutEnd_LiesInItsBand(int actual, int target, string band) => Assert.Equal(band, Pay(Kpi(actual, target)).Band);

    [Fact]
    public void Achievement_JustAboveACut_LiesAboveIt() =>
        Assert.Equal("Full", Pay(Kpi(0.8000000000000000000000000001m, 1), Kpi(0.8m, 1), Kpi(0.8m, 1)).Band);

    [Fact]
    public void Achievement_WhereLowerIsBetter_IsTargetToActual() =>
        Assert.Equal(0.5m, Assert.Single(Achievement.Of([Kpi(10, 5, direction: Direction.LowerIsBetter)])).Attained);

    [Fact]
    public void Achievement_WithACap_CountsNoKpiForMore()
    {
        Assert.Equal(1.1m, Assert.Single(Achievement.Of([Kpi(500, 100), Kpi(100, 100)], cap: 1.2m)).Attained);
        Assert.Equal(1.2m, Assert.Single(Achievement.Of([Kpi(0, 5, direction: Direction.LowerIsBetter)], cap: 1.2m)).Attained);
        Assert.Throws<ArgumentOutOfRangeException>(() => Achievement.Of([], cap: 0));
    }

    [Fact]
    public void Achievement_ThatCannotBeMeasured_SaysWhyAndIsNotPaid()
    {
        Assert.Equal(Cause.NoTarget, Assert.Single(Achievement.Of([Kpi(1, 1), Kpi(1, null)])).Cause);
        Assert.Equal(Cause.TargetNotPositive, Assert.Single(Achievement.Of([Kpi(1, 0)])).Cause);
        Assert.Equal(Cause.NoActual, Assert.Single(Achievement.Of([Kpi(null, 1)])).Cause);
        Assert.Equal(Cause.Unbounded, Assert.Single(Achievement.Of([Kpi(0, 1, direction: Direction.LowerIsBetter)])).Cause);
        Assert.Equal(Cause.TooLarge, Assert.Single(Achievement.Of([Kpi(decimal.MaxValue, 0.01m)])).Cause);
        Assert.Equal(Cause.NoWeight, Assert.Single(Achievement.Of([Kpi(1, 1, -1)])).Cause);
        Assert.Equal(Cause.NoWeight, Assert.Single(Achievement.Of([Kpi(1, 1, 0)])).Cause);

        var pay = Pay(Kpi(1, 1), Kpi(1, null));
        Assert.Equal((Standing.Undetermined, (decimal?)null), (pay.Standing, pay.Payable));
    }

    [Fact]
    public void Achievements_OfManyEmployees_AreOrderedByEmployee() =>
        Assert.Equal(
            ["1", "10", "2"], Achievement.Of([Kpi(1, 1, employee: "2"), Kpi(1, 1, employee: "10"), Kpi(1, 1, employee: "1")]).Select(a => a.EmployeeId));

    [Fact]
    public void Achievement_OfAnyKpis_IsInTheBandOfTheExactMean()
    {
        var result = from actual in Gen.Choose(0, 120)
                     from target in Gen.Elements(1, 3, 7, 20, 60, 100)
                     from weight in Gen.Choose(1, 5)
                     select (actual, target, weight);
        var months = result.NonEmptyListOf().ToArbitrary();

        Prop.ForAll(months, list =>
        {
            // Over one denominator: the least common multiple of the targets is 2100.
            var (sum, weights) = (list.Sum(r => (long)r.weight * r.actual * (2100 / r.target)), list.Sum(r => (long)r.weight));
            bool Above(int percent) => sum * 100 > percent * 2100 * weights;
            var band = Above(100) ? "Over" : Above(80) ? "Full" : Above(60) ? "Partial" : Above(35) ? "Low" : "Pip";
            return Pay([.. list.Select(r => Kpi(r.actual, r.target, r.weight))]).Band == band;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }
}

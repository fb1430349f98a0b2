using AccountRules.Facts;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Achievements;

public class AchievementTests
{
    private static readonly Period March = Period.Month(2026, 3);

    private static KpiResult Kpi(decimal? actual, decimal? target, decimal? weight = null, Direction direction = default, string employee = "7") =>
        new() { EmployeeId = employee, Kpi = "K", Period = March, Target = target, Actual = actual, Weight = weight, Direction = direction };

    private static Assessment Pay(params KpiResult[] results) => Policy.Default.PerformancePay.Assess(Assert.Single(Of(results)).ForPay(1000));

    /// <summary>Each a KPI of its own.</summary>
    private static IEnumerable<Achievement> Of(params KpiResult[] results) => Achievement.Of(Numbered(results));

    private static IEnumerable<KpiResult> Numbered(params KpiResult[] results) => results.Select((r, i) => r with { Kpi = $"K{i}" });

    [Fact]
    public void Achievement_OfWeightedKpis_IsTheWeightedMeanOfWhatWasAttained()
    {
        // 60 % of 90/100 and 40 % of 500/1000: 0.54 + 0.20.
        var achievement = Assert.Single(Of(Kpi(90, 100, 0.6m), Kpi(500, 1000, 0.4m)));

        Assert.Equal(new Achievement("7", March, 0.74m, Cause.None, 2) { Kpis = ["K0", "K1"], Weight = 1 }, achievement with { Parts = [] });
        Assert.Equal(600m, Pay(Kpi(90, 100, 0.6m), Kpi(500, 1000, 0.4m)).Payable);
    }

    [Fact]
    public void Achievement_OnlyTheProportionsOfWeightsCount()
    {
        var (parts, numbers) = (Assert.Single(Of(Kpi(90, 100, 0.6m), Kpi(500, 1000, 0.4m))), Assert.Single(Of(Kpi(90, 100, 3), Kpi(500, 1000, 2))));
        Assert.Equal((0.74m, 1m), (parts.Attained!.Value, parts.Weight!.Value));
        Assert.Equal((0.74m, 5m), (numbers.Attained!.Value, numbers.Weight!.Value));
    }

    [Fact]
    public void Achievement_OfAKpiTwice_CountsItOnceWhereBothAgree()
    {
        // "0.5 becomes 0.667, pay 400 becomes 600": 100 % of one KPI and 0 % of the other are 50 %.
        var result = Kpi(100, 100) with { Kpi = "calls" };
        var other = Kpi(0, 100) with { Kpi = "sales" };

        Assert.Equal(
            (0.5m, 2),
            (Assert.Single(Achievement.Of([result, other, result])).Attained!.Value, Assert.Single(Achievement.Of([result, other, result])).Results));
        Assert.Equal(
            400m, Policy.Default.PerformancePay.Assess(Assert.Single(Achievement.Of([result, result with { Target = 100.0m }, other])).ForPay(1000)).Payable);
    }

    [Fact]
    public void Achievement_OfAKpiTwice_IsUndeterminedWhereTheyDiffer()
    {
        var achievement = Assert.Single(Achievement.Of(
            [Kpi(100, 100) with { Kpi = "calls" }, Kpi(0, 100) with { Kpi = "sales" }, Kpi(90, 100) with { Kpi = "calls" }]));
        var pay = Policy.Default.PerformancePay.Assess(achievement.ForPay(1000));

        Assert.Equal((Cause.Duplicate, "calls", (decimal?)null), (achievement.Cause, achievement.Kpi, achievement.Attained));
        Assert.Equal((Standing.Undetermined, Cause.Duplicate, (decimal?)null), (pay.Standing, pay.Cause, pay.Payable));
        Assert.Equal("Employee 7 in 2026-03 has no achievement: KPI calls has more than one row.", pay.Reason);
    }

    [Theory]
    [InlineData(Direction.HigherIsBetter, 1280, 3100)]
    [InlineData(Direction.LowerIsBetter, 2000, 3100)]
    public void Achievement_OfAShareOfTheTarget_IsExact(Direction direction, int actual, int target)
    {
        // 16 of 31 days of 3100 are 1600: 1280 of it is 80 %, and so is 2000 where less is better.
        var result = Kpi(actual, target, direction: direction) with { TargetShare = 16, TargetShareOf = 31 };
        Assert.Equal(0.8m, Assert.Single(Of(result)).Attained);
        Assert.Equal("Full", Pay(result with { Actual = actual + (direction == Direction.HigherIsBetter ? 0.01m : -0.01m) }).Band);
        Assert.Equal("Partial", Pay(result).Band);
        Assert.Equal(Cause.ImpossibleTargetShare, Assert.Single(Of(result with { TargetShareOf = null })).Cause);
    }

    [Fact]
    public void Achievement_OfThirdsThatMakeExactlyACut_BelongsToTheBandBelow()
    {
        // Each quotient 0.8/3 is rounded up in decimal: added up with 1.6, a quarter of it would lie above 60 %, which pays more.
        Assert.Equal(0.6m, Assert.Single(Of(Kpi(0.8m, 3), Kpi(0.8m, 3), Kpi(0.8m, 3), Kpi(1.6m, 1))).Attained);
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
        Assert.Equal(0.5m, Assert.Single(Of(Kpi(10, 5, direction: Direction.LowerIsBetter))).Attained);

    [Fact]
    public void Achievement_WithACap_CountsNoKpiForMore()
    {
        Assert.Equal(1.1m, Assert.Single(Achievement.Of(Numbered(Kpi(500, 100), Kpi(100, 100)), cap: 1.2m)).Attained);
        Assert.Equal(1.2m, Assert.Single(Achievement.Of([Kpi(0, 5, direction: Direction.LowerIsBetter)], cap: 1.2m)).Attained);
        Assert.Throws<ArgumentOutOfRangeException>(() => Achievement.Of([], cap: 0));
        Assert.Equal(0.9m, Assert.Single(Achievement.Of([Kpi(90, 100)], cap: 10)).Attained);
        Assert.StartsWith(
            "A cap is above 0, up to 10; write 120 % as 1.2. (Parameter 'cap')",
            Assert.Throws<ArgumentOutOfRangeException>(() => Achievement.Of([], cap: 120)).Message,
            StringComparison.Ordinal);
    }

    /// <summary>That of a policy's document is checked where it is read.</summary>
    [Theory]
    [InlineData(1, 120, null, null, "cap 120; allowed: from 0 to 10; write 120 % as 1.2.")]
    [InlineData(1, null, 20, null, "floor 20; allowed: from 0 to 10; write 20 % as 0.2.")]
    [InlineData(1, null, null, 80, "paysFrom 80; allowed: from 0 to 10; write 80 % as 0.8.")]
    [InlineData(60, null, null, null, "weight 60; allowed: above 0, up to 1; write 60 % as 0.6.")]
    public void Achievement_OfAPlanMadeByHand_RefusesPercentages(int weight, int? cap, int? floor, int? paysFrom, string says)
    {
        var plan = new KpiPlanTerms
        {
            Name = "p",
            RollUp = PeriodRollUp.Mean,
            Kpis = [new() { Name = "K", Weight = weight, Cap = cap, Floor = floor, PaysFrom = paysFrom }],
        };
        Assert.StartsWith(
            $"KPI `K` of the plan has {says}", Assert.Throws<ArgumentException>(() => Achievement.Of([], plan)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Achievement.RollUp([], plan, Period.Quarter(2026, 1)));
    }

    [Fact]
    public void Achievement_ThatCannotBeMeasured_SaysWhyAndIsNotPaid()
    {
        Assert.Equal(Cause.NoTarget, Assert.Single(Of(Kpi(1, 1), Kpi(1, null))).Cause);
        Assert.Equal(Cause.TargetNotPositive, Assert.Single(Of(Kpi(1, 0))).Cause);
        Assert.Equal(Cause.NoActual, Assert.Single(Of(Kpi(null, 1))).Cause);
        Assert.Equal(Cause.Unbounded, Assert.Single(Of(Kpi(0, 1, direction: Direction.LowerIsBetter))).Cause);
        Assert.Equal(Cause.TooLarge, Assert.Single(Of(Kpi(decimal.MaxValue, 0.01m))).Cause);
        Assert.Equal(Cause.NoWeight, Assert.Single(Of(Kpi(1, 1, -1))).Cause);
        Assert.Equal(Cause.NoWeight, Assert.Single(Of(Kpi(1, 1, 0))).Cause);

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
        }).Check(Generated.Cases(5_000));
    }
}

using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>Every KPI is attained above 85% (expectations 3).</summary>
public sealed class KpiAttainmentTests
{
    private static AttainmentRule<KpiResult> Rule => Tested.Policy.KpiAttainment;

    [Theory]
    [InlineData("100", "84.99", Standing.Missed)]
    [InlineData("100", "85", Standing.Missed)]
    [InlineData("100", "85.01", Standing.Met)]
    [InlineData("20", "17", Standing.Missed)]
    [InlineData("20", "17.000000000000000000000000001", Standing.Met)]
    [InlineData("1", "0.8499999999999999999999999999", Standing.Missed)]
    [InlineData("1", "0.85", Standing.Missed)]
    [InlineData("1", "0.8500000000000000000000000001", Standing.Met)]
    [InlineData("3", "2", Standing.Missed)]
    [InlineData("3", "2.55", Standing.Missed)]
    [InlineData("7", "6", Standing.Met)]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335", Standing.Met)]
    [InlineData("79228162514264337593543950335", "67343938137124686954512357784", Standing.Missed)]
    [InlineData("79228162514264337593543950335", "67343938137124686954512357785", Standing.Met)]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001", Standing.Met)]
    [InlineData("100", "0", Standing.Missed)]
    [InlineData("100", "-100", Standing.Missed)]
    [InlineData("100", "250", Standing.Met)]
    public void Result_WhereHigherIsBetter_IsMetAboveEightyFivePercent(string target, string actual, Standing standing) =>
        Assert.Equal(standing, Rule.Judge(Result(target, actual), Dated.Start).Standing);

    [Theory]
    [InlineData("85", "99.99", Standing.Met)]
    [InlineData("85", "100", Standing.Missed)]
    [InlineData("85", "100.01", Standing.Missed)]
    [InlineData("17", "20", Standing.Missed)]
    [InlineData("17", "19.999999999999999999999999999", Standing.Met)]
    [InlineData("10", "0", Standing.Met)]
    [InlineData("10", "-1", Standing.Met)]
    [InlineData("0.0000000000000000000000000001", "79228162514264337593543950335", Standing.Missed)]
    public void Result_WhereLowerIsBetter_IsMetWhereTheTargetExceedsEightyFivePercentOfTheActual(string target, string actual, Standing standing) =>
        Assert.Equal(standing, Rule.Judge(Result(target, actual) with { Direction = Direction.LowerIsBetter }, Dated.Start).Standing);

    [Theory]
    [InlineData(null, "1", nameof(Cause.NoTarget))]
    [InlineData(null, null, nameof(Cause.NoTarget))]
    [InlineData("0", "1", nameof(Cause.TargetNotPositive))]
    [InlineData("-1", "1", nameof(Cause.TargetNotPositive))]
    [InlineData("0", null, nameof(Cause.TargetNotPositive))]
    [InlineData("1", null, nameof(Cause.NoActual))]
    public void Result_ThatCannotBeMeasured_IsUndeterminedInEitherDirection(string? target, string? actual, string cause)
    {
        foreach (var direction in Enum.GetValues<Direction>())
        {
            var a = Rule.Assess(Result(target, actual) with { Direction = direction }, Dated.Start);
            Assert.Equal((Standing.Undetermined, cause, null, null), (a.Standing, a.Cause.Code, a.Band, a.Value));
        }
    }

    [Theory]
    [InlineData("2026-02-28", Standing.NotApplicable)]
    [InlineData("2026-03-01", Standing.Met)]
    public void Result_OfAPeriod_AppliesFromItsFirstDayOn(string asOf, Standing standing) =>
        Assert.Equal(standing, Rule.Judge(Result("1", "1"), Dated.Day(asOf)).Standing);

    [Fact]
    public void Result_NotBegunAndWithoutTarget_IsNotApplicable() =>
        Assert.Equal(Cause.NotBegun, Rule.Judge(Result(target: null, actual: null), Dated.Day("2026-02-28")).Cause);

    [Fact]
    public void Result_WhereLowerIsBetterAndTheActualIsZero_HasNoValue()
    {
        var a = Rule.Assess(Result("10", "0") with { Direction = Direction.LowerIsBetter });
        Assert.Equal((Standing.Met, null, null), (a.Standing, a.Value, a.ToBandBelow));
    }

    [Fact]
    public void Result_UnderAnotherThreshold_FollowsTheTerms()
    {
        var rule = new Policy(new PolicyTerms().With(new KpiAttainmentTerms { Above = 0.9m })).KpiAttainment;
        Assert.Equal((Standing.Missed, Standing.Met), (rule.Assess(Result("100", "90")).Standing, rule.Assess(Result("100", "90.01")).Standing));
    }

    [Theory]
    [InlineData("1360", Standing.Missed)]       // 16 of 31 days of 3100 are 1600, and exactly 85 % of them is missed
    [InlineData("1360.01", Standing.Met)]
    public void Result_AgainstAShareOfTheTarget_IsComparedExactly(string actual, Standing standing)
    {
        var a = Rule.Assess(Result("3100", actual) with { TargetShare = 16, TargetShareOf = 31 });
        Assert.Equal(standing, a.Standing);
        Assert.Equal(standing, Rule.Assess(Result("1600", actual) with { TargetShare = 31, TargetShareOf = 31 }).Standing);
    }

    [Theory]
    [InlineData("1882.35", Standing.Met)]       // 1600 is above 85 % of it, 1599.9975
    [InlineData("1882.36", Standing.Missed)]    // 1600.006
    public void Result_WhereLowerIsBetterAgainstAShareOfTheTarget_IsComparedExactly(string actual, Standing standing) => Assert.Equal(
        standing,
        Rule.Assess(Result("3100", actual) with { Direction = Direction.LowerIsBetter, TargetShare = 16, TargetShareOf = 31 }).Standing);

    [Fact]
    public void Result_AgainstAShareOfTheTarget_SaysSo()
    {
        var a = Rule.Assess(Result("3100", "1000") with { TargetShare = 16, TargetShareOf = 31 });
        Assert.Equal(((decimal?)0.625m, (decimal?)360m), (a.Value, a.ToBandAbove!.Value.ActualToCut));
        Assert.Equal("KPI calls of ann in 2026-03 attained 62.5 % of 16/31 of the target; Met is above 85 %.", a.Reason);
        Assert.Equal(["actual", "target", "targetShare", "targetShareOf", "lowerIsBetter"], a.ToRecord().Inputs.Select(i => i.Name));
    }

    [Theory]
    [InlineData(null, 31)]
    [InlineData(16, null)]
    [InlineData(0, 31)]
    [InlineData(-1, 31)]
    [InlineData(32, 31)]
    [InlineData(1, 0)]
    public void Share_OfTheTargetThatIsNone_IsUndeterminedAndSaysWhy(int? share, int? of)
    {
        var a = Rule.Assess(Result("100", "100") with { TargetShare = share, TargetShareOf = of });
        Assert.Equal((Standing.Undetermined, Cause.ImpossibleTargetShare, (decimal?)null), (a.Standing, a.Cause, a.Value));
        Assert.Contains("such as 16 of 31", a.Reason, StringComparison.Ordinal);
    }

    private static KpiResult Result(string? target, string? actual) =>
        new() { EmployeeId = "ann", Kpi = "calls", Period = Period.Month(2026, 3), Target = Dated.NumberOrNone(target), Actual = Dated.NumberOrNone(actual) };
}

using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>Performance is monitored against service level agreements (key-account-manager).</summary>
public sealed class ServiceLevelTests
{
    private static readonly DateOnly LastDay = Dated.Day("2026-03-31");
    private static readonly DateOnly DayAfter = Dated.Day("2026-04-01");

    private static AttainmentRule<ServiceLevel> Rule => Tested.Policy.ServiceLevel;

    [Theory]
    [InlineData("100", "99.99", Standing.Missed, Standing.Missed, "Below")]
    [InlineData("100", "100", Standing.AtRisk, Standing.Met, "Near")]
    [InlineData("100", "100.01", Standing.AtRisk, Standing.Met, "Near")]
    [InlineData("100", "104.99", Standing.AtRisk, Standing.Met, "Near")]
    [InlineData("100", "105", Standing.Met, Standing.Met, "Clear")]
    [InlineData("100", "105.01", Standing.Met, Standing.Met, "Clear")]
    [InlineData("3", "3.1499999999999999999999999999", Standing.AtRisk, Standing.Met, "Near")]
    [InlineData("3", "3.15", Standing.Met, Standing.Met, "Clear")]
    [InlineData("100", "0", Standing.Missed, Standing.Missed, "Below")]
    [InlineData("100", "-1", Standing.Missed, Standing.Missed, "Below")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950334", Standing.Missed, Standing.Missed, "Below")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335", Standing.AtRisk, Standing.Met, "Near")]
    public void Level_WhereHigherIsBetter_IsMetFromWhatIsAgreedOn(string agreed, string measured, Standing running, Standing ended, string band) =>
        Is(Level(agreed, measured), running, ended, band);

    [Theory]
    [InlineData("4", "4.01", Standing.Missed, Standing.Missed, "Below")]
    [InlineData("4", "4", Standing.AtRisk, Standing.Met, "Near")]
    [InlineData("21", "20.01", Standing.AtRisk, Standing.Met, "Near")]
    [InlineData("21", "20", Standing.Met, Standing.Met, "Clear")]       // 21 is exactly 5 % above 20
    [InlineData("21", "19.99", Standing.Met, Standing.Met, "Clear")]
    [InlineData("4", "0", Standing.Met, Standing.Met, "Clear")]
    [InlineData("4", "-1", Standing.Met, Standing.Met, "Clear")]
    public void Level_WhereLowerIsBetter_IsMetUpToWhatIsAgreed(string agreed, string measured, Standing running, Standing ended, string band) =>
        Is(Level(agreed, measured) with { Direction = Direction.LowerIsBetter }, running, ended, band);

    [Theory]
    [InlineData(null, "1", nameof(Cause.NoTarget))]
    [InlineData(null, null, nameof(Cause.NoTarget))]
    [InlineData("0", "0", nameof(Cause.TargetNotPositive))]
    [InlineData("-1", "1", nameof(Cause.TargetNotPositive))]
    [InlineData("1", null, nameof(Cause.NoActual))]
    public void Level_ThatCannotBeMeasured_IsUndeterminedInEitherDirection(string? agreed, string? measured, string cause)
    {
        foreach (var direction in Enum.GetValues<Direction>())
        {
            foreach (var (asOf, isProvisional) in new[] { (LastDay, true), (DayAfter, false) })
            {
                var a = Rule.Assess(Level(agreed, measured) with { Direction = direction }, asOf);
                Assert.Equal((Standing.Undetermined, cause, null, isProvisional), (a.Standing, a.Cause.Code, a.Band, a.IsProvisional));
            }
        }
    }

    [Fact]
    public void Level_OfAPeriodThatHasNotBegun_IsNotApplicable() =>
        Assert.Equal(Cause.NotBegun, Rule.Judge(Level("1", "1"), Dated.Day("2026-02-28")).Cause);

    [Theory]
    [InlineData("2026-02-28", "100", "2026-03-01", "2026-03-01")]
    [InlineData("2026-03-01", "100", "2026-04-01", "2026-04-01")]      // AtRisk, then Met
    [InlineData("2026-03-31", "104", "2026-04-01", "2026-04-01")]
    [InlineData("2026-03-31", "105", "2026-04-01", null)]              // Met provisionally, then for good
    [InlineData("2026-03-31", "99", "2026-04-01", null)]
    [InlineData("2026-04-01", "100", null, null)]
    public void Level_ChangesOnTheDayAfterItsPeriod_ItsStandingOnlyWhereItIsNear(string asOf, string measured, string? changes, string? standing)
    {
        var a = Rule.Assess(Level("100", measured), Dated.Day(asOf));
        Assert.Equal((Dated.DayOrNone(changes), Dated.DayOrNone(standing)), (a.ChangesOn, a.StandingChangesOn));
    }

    [Fact]
    public void Level_NearWhileItsPeriodRuns_SaysSo() => Assert.Equal(
        "Service uptime of ernsh in 2026-03 attained 102 %; Near is from 100 %, Clear is from 105 %; "
            + "provisional, since 2026-03 runs until 2026-03-31.",
        Rule.Assess(Level("50", "51"), LastDay).Reason);

    [Theory]
    [InlineData("0")]
    [InlineData("-0.05")]
    [InlineData("1.01")]
    [InlineData("5")]
    public void Margin_OfNothingOrMoreThanAll_IsRefused(string margin) => Assert.Contains(
        "above 0, up to 1",
        Assert.Throws<PolicyException>(() => Policy.Parse($$"""{ "serviceLevel": { "nearMargin": {{margin}} } }""")).Problems.Single().Allowed,
        StringComparison.Ordinal);

    [Fact]
    public void Handbook_OfServiceLevels_SaysWhatHoldsWhileAPeriodRuns() => Assert.Contains(
        "| Band | Range | While the period runs | Once it has ended |\n| --- | --- | --- | --- |\n| Below | below 100 % | Missed | Missed |\n"
            + "| Near | from 100 % below 105 % | AtRisk | Met |\n| Clear | from 105 % | Met | Met |\n",
        AccountRules.Documents.PolicyHandbook.Write(Policy.Default),
        StringComparison.Ordinal);

    [Fact]
    public void Margin_ThatIsWider_IsStricterWhileAPeriodRuns()
    {
        var diff = PolicyDiff.Between(Policy.Default, Policy.Parse("""{ "serviceLevel": { "nearMargin": 0.1 } }"""));
        var levels = diff.Rules.Single(r => r.RuleId == "service-level");
        Assert.Equal(
            ["attainment from 105 % below 110 %: Met, Clear -> Met, Near, AtRisk while the period runs"], levels.Regions.Select(r => r.ToString()));
        Assert.Equal(DiffVerdict.Stricter, levels.Verdict);
        var all = diff.Rules.Single(r => r.RuleId == "service-levels");
        Assert.Contains("where a Service of attainment from 105 % below 110 % decides: Met -> AtRisk", all.Regions.Select(r => r.ToString()));
        Assert.Equal(DiffVerdict.Stricter, all.Verdict);
    }

    private static void Is(ServiceLevel level, Standing running, Standing ended, string band)
    {
        Assert.Equal((running, band, true), Said(Rule.Assess(level, Dated.Day("2026-03-01"))));
        Assert.Equal((running, band, true), Said(Rule.Assess(level, LastDay)));
        Assert.Equal((ended, band, false), Said(Rule.Assess(level, DayAfter)));
    }

    private static (Standing, string?, bool) Said(Assessment a) => (a.Standing, a.Band, a.IsProvisional);

    private static ServiceLevel Level(string? agreed, string? measured) => new()
    {
        AccountId = "ernsh",
        Service = "uptime",
        Period = Period.Month(2026, 3),
        Agreed = Dated.NumberOrNone(agreed),
        Measured = Dated.NumberOrNone(measured),
    };
}

using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>"Up to 35% pays 0 and enters the Performance Improvement Plan": from which period on, and until when the plan is started.</summary>
public sealed class ImprovementPlanStartTests
{
    private static readonly DateOnly Late = Dated.Day("2026-12-31");

    /// <summary>February has 28 days: it is entered on 1 March, and 11 March is the last day of ten.</summary>
    [Theory]
    [InlineData("2026-02-28", null, Standing.NotApplicable)]
    [InlineData("2026-03-01", null, Standing.OnTrack)]
    [InlineData("2026-03-05", null, Standing.OnTrack)]
    [InlineData("2026-03-06", null, Standing.AtRisk)]
    [InlineData("2026-03-11", null, Standing.AtRisk)]
    [InlineData("2026-03-12", null, Standing.Overdue)]
    [InlineData("2026-03-12", "2026-03-11", Standing.Met)]
    [InlineData("2026-03-12", "2026-03-12", Standing.Late)]
    [InlineData("2026-03-11", "2026-03-12", Standing.AtRisk)]
    [InlineData("2026-03-12", "2026-02-28", Standing.Met)]
    [InlineData("2026-03-01", "2026-03-01", Standing.Met)]
    public void Entry_WithAPlanOrWithout_StandsByTheDayOnWhichItIsDue(string asOf, string? started, Standing standing)
    {
        var a = Assess(Policy(1), Dated.Day(asOf), Pay("2026-02", 35), started is null ? null : Plan(started)).Single();
        Assert.Equal((standing, Period.Month(2026, 2)), (a.Standing, a.Period));
        if (standing is not Standing.NotApplicable)
            Assert.Equal(Dated.Day("2026-03-11"), a.DueOn);
    }

    [Theory]
    [InlineData(1, "35", "2026-01")]
    [InlineData(1, "35.01", "")]
    [InlineData(1, "35 36 20", "2026-01 2026-03")]
    [InlineData(1, "35 35 35", "2026-01")]
    [InlineData(2, "35 35 35", "2026-02")]
    [InlineData(2, "35 36 35", "")]
    [InlineData(2, "35 - 35 0", "2026-04")]
    [InlineData(3, "-1 0 35 35 90 35 35 35", "2026-03 2026-08")]
    public void Programme_IsEnteredWithTheNthPeriodInARowInItsBand(int after, string actuals, string entries)
    {
        var pays = actuals.Split(' ').Select((actual, i) => actual == "-" ? null : Pay($"2026-0{i + 1}", Dated.Number(actual))).OfType<object>().ToArray();
        var found = Assess(Policy(after), Late, pays);
        Assert.Equal(entries, string.Join(' ', found.Select(a => a.Period!.Value)));
        Assert.All(found, a => Assert.Equal(Standing.Overdue, a.Standing));
    }

    [Theory]
    [InlineData(1, "x", "2026-01 Undetermined")]
    [InlineData(1, "x 35", "2026-01 Undetermined, 2026-02 Overdue")]
    [InlineData(2, "x 35", "2026-02 Undetermined")]
    [InlineData(2, "35 x 35", "2026-02 Undetermined")]
    [InlineData(2, "x 36", "")]
    [InlineData(2, "x 35 35", "2026-02 Undetermined, 2026-03 Overdue")]
    public void PeriodThatIsNotKnown_LeavesWhatHangsOnItUndetermined(int after, string actuals, string said)
    {
        var pays = actuals.Split(' ').Select((actual, i) => (object)Pay($"2026-0{i + 1}", actual == "x" ? null : Dated.Number(actual))).ToArray();
        Assert.Equal(said, string.Join(", ", Assess(Policy(after), Late, pays).Select(a => $"{a.Period} {a.Standing}")));
    }

    [Fact]
    public void PeriodsOfOtherKinds_AreCountedApart() => Assert.Equal(
        [Period.Month(2026, 2)], Assess(Policy(2), Late, Pay("2026-01", 10), Pay("2026-Q1", 10), Pay("2026-02", 10)).Select(a => a.Period!.Value));

    [Fact]
    public void PeriodsOfOtherAssignments_AreCountedApart() => Assert.Equal(
        ["b 2026-02"],
        Assess(Policy(2), Late, Pay("2026-01", 10), Pay("2026-01", 10) with { AssignmentId = "b" }, Pay("2026-02", 10) with { AssignmentId = "b" })
            .Select(a => $"{a.Part} {a.Period}"));

    /// <summary>ISO week 53 of 2026 ends on 3 January, so that week 1 of 2027 follows it.</summary>
    [Fact]
    public void Weeks_FollowEachOtherAcrossTheYear() => Assert.Equal(
        [Dated.Day("2027-01-11")],
        Assess(Policy(2), Dated.Day("2027-03-01"), Pay("2026-W53", 10), Pay("2027-W01", 10)).Select(a => a.DueOn!.Value.AddDays(-10)));

    [Fact]
    public void Group_EntersByTheBandsOfItsTable()
    {
        var terms = Policy(1).Terms;
        PayBandTerms[] strict = [new() { Name = "Low", Programme = "Academy" }, new() { Name = "High", Above = 0.5m, Factor = 1 }];
        var policy = new Policy(terms.With(terms.PerformancePay with
        {
            Tables = [new() { Group = "strict", Bands = [.. strict] }, new() { Group = "usual" }],
        }));
        var found = Assess(policy, Late, Pay("2026-01", 50) with { Group = "strict" }, Pay("2026-02", 50) with { Group = "usual" });
        Assert.Equal((Period.Month(2026, 1), "Academy"), (Assert.Single(found).Period, found[0].Detail("enters")));
        Assert.Contains("strict: Academy up to 50 %, usual: PIP up to 35 %", policy.ImprovementPlanStart.Gathering.Made, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_ThatWasOverByItsStart_WasNotStarted()
    {
        var (pay, plan) = (Pay("2026-02", 35), Plan("2026-03-05"));
        var asOf = Dated.Day("2026-03-12");
        Assert.Equal(Standing.Overdue, Assess(Policy(1), asOf, pay, plan with { WithdrawnOn = Dated.Day("2026-03-05") }).Single().Standing);
        Assert.Equal(Standing.Overdue, Assess(Policy(1), asOf, pay, plan with { LeftOn = Dated.Day("2026-03-04") }).Single().Standing);
        Assert.Equal(Standing.Met, Assess(Policy(1), asOf, pay, plan with { WithdrawnOn = Dated.Day("2026-03-06") }).Single().Standing);
        Assert.Equal(Standing.Overdue, Assess(Policy(1), asOf, pay, Plan("2025-12-01") with { CompletedOn = Dated.Day("2026-02-28") }).Single().Standing);
        Assert.Equal("PlanWithoutStart", Assess(Policy(1), asOf, pay, plan with { StartedOn = null }).Single().Cause.Code);
    }

    [Fact]
    public void Limit_ThatIsNotSet_LeavesTheRuleNotInForce()
    {
        var rule = Policy(1, within: null).ImprovementPlanStart;
        Assert.Equal("improvementPlanStart.startWithinDays", rule.Info.NotSet);
        Assert.Equal(Cause.NoThreshold, Assess(Policy(1, within: null), Late, Pay("2026-02", 35)).Single().Cause);
    }

    [Fact]
    public void PeriodFromBeforeThePolicy_DoesNotCount()
    {
        var policy = new Policy(Policy(1).Terms with { EffectiveFrom = Dated.Day("2026-02-01") });
        Assert.Equal([Period.Month(2026, 2)], Assess(policy, Late, Pay("2026-01", 10), Pay("2026-02", 10)).Select(a => a.Period!.Value));
    }

    [Fact]
    public void Reasons_SayUntilWhenAndSinceWhen()
    {
        var pay = Pay("2026-02", 35);
        Assert.Equal(
            "Plan start of ann in 2026-02 is due by 2026-03-11, within 10 days of entering PIP: no plan is started after 4 days.",
            Assess(Policy(1), Dated.Day("2026-03-05"), pay).Single().Reason);
        Assert.Equal(
            "Plan start of ann in 2026-02 was due by 2026-03-11, within 10 days of entering PIP: a plan was started after 11 days, on 2026-03-12.",
            Assess(Policy(1), Dated.Day("2026-03-15"), pay, Plan("2026-03-12")).Single().Reason);
    }

    private static Policy Policy(int after, int? within = 10) => new(new PolicyTerms().With(
        new ImprovementPlanStartTerms { AfterPeriods = after, StartWithinDays = within, AtRiskFromShare = 0.5m }));

    private static Assessment[] Assess(Policy policy, DateOnly asOf, params object?[] facts) =>
        [.. policy.ImprovementPlanStart.Collect(asOf).AddRange(facts.OfType<PayPeriod>()).AddRange(facts.OfType<ImprovementPlan>()).Assess()];

    private static PayPeriod Pay(string period, decimal? actual) =>
        new() { EmployeeId = "ann", Period = Period.Parse(period), Target = 100, Actual = actual, CommittedPay = 1000 };

    private static ImprovementPlan Plan(string started) =>
        new() { EmployeeId = "ann", StartedOn = Dated.Day(started), EndsOn = Dated.Day(started).AddDays(60) };
}

using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>
/// After a completed Performance Improvement Plan, performance still below expectation starts formal termination procedures (key-account-manager).
/// </summary>
public sealed class ImprovementPlanTests
{
    private static LifecycleRule<ImprovementPlan> Rule => Tested.Policy.ImprovementPlan;

    [Theory]
    [InlineData("2026-03-01", null, Standing.NotApplicable)]
    [InlineData("2026-03-02", "Active", Standing.OnTrack)]
    [InlineData("2026-05-30", "Active", Standing.OnTrack)]
    [InlineData("2026-05-31", "Active", Standing.OnTrack)]
    [InlineData("2026-06-01", "ReviewDue", Standing.Overdue)]
    [InlineData("2029-01-01", "ReviewDue", Standing.Overdue)]
    public void OpenPlan_AsOf_IsActiveUpToItsEndAndThenDueForReview(string asOf, string? stage, Standing standing)
    {
        foreach (var plan in new[] { Plan(), Plan("2999-01-01", "100", "20") })
        {
            var a = Rule.Assess(plan, Dated.Day(asOf));
            Assert.Equal((stage, standing, null), (a.Band, a.Standing, a.Value));
        }
    }

    [Theory]
    [InlineData("34.99", "TerminationReview", Standing.Missed)]
    [InlineData("35", "TerminationReview", Standing.Missed)]
    [InlineData("35.00000000000000000000000001", "Restored", Standing.Met)]
    [InlineData("35.01", "Restored", Standing.Met)]
    [InlineData("0", "TerminationReview", Standing.Missed)]
    [InlineData("-1", "TerminationReview", Standing.Missed)]
    [InlineData("200", "Restored", Standing.Met)]
    public void CompletedPlan_AtAnAchievement_IsRestoredAboveTheTopOfThePipBand(string actual, string stage, Standing standing)
    {
        foreach (var completed in new[] { "2026-03-02", "2026-05-31", "2026-08-01" })
        {
            var a = Rule.Assess(Plan(completed, "100", actual), Dated.Day("2026-08-01"));
            Assert.Equal((stage, standing), (a.Band, a.Standing));
        }
    }

    [Theory]
    [InlineData("2026-04-09", "Active")]
    [InlineData("2026-04-10", "TerminationReview")]
    [InlineData("2026-06-01", "TerminationReview")]
    public void CompletedPlan_BeforeItsCompletion_IsNotJudged(string asOf, string stage) =>
        Assert.Equal(stage, Rule.Assess(Plan("2026-04-10", "100", "20"), Dated.Day(asOf)).Band);

    [Theory]
    [InlineData(null, "20", nameof(Cause.NoTarget))]
    [InlineData("0", "20", nameof(Cause.TargetNotPositive))]
    [InlineData("-100", "20", nameof(Cause.TargetNotPositive))]
    [InlineData("100", null, nameof(Cause.NoActual))]
    public void CompletedPlan_WithoutNumbers_IsUndeterminedOnlyOnceItIsCompleted(string? target, string? actual, string cause)
    {
        var plan = Plan("2026-04-10", target, actual);
        Assert.Equal(Standing.OnTrack, Rule.Judge(plan, Dated.Day("2026-04-09")).Standing);
        Assert.Equal(
            (Standing.Undetermined, cause), (Rule.Judge(plan, Dated.Day("2026-04-10")).Standing, Rule.Judge(plan, Dated.Day("2026-04-10")).Cause.Code));
    }

    [Fact]
    public void Plan_WithoutDates_IsUndetermined()
    {
        Assert.Equal(Cause.NoStart, Rule.Assess(Plan() with { StartedOn = null }).Cause);
        Assert.Equal(Cause.NoEnd, Rule.Assess(Plan() with { EndsOn = null }).Cause);
        Assert.Equal(Cause.NoEnd, Rule.Assess(Plan("2026-04-10", "100", "90") with { EndsOn = null }).Cause);
    }

    [Fact]
    public void Plan_ThatEndsOrIsCompletedBeforeItStarts_IsUndetermined()
    {
        Assert.Equal(Cause.EndBeforeStart, Rule.Judge(Plan() with { EndsOn = Dated.Day("2026-03-01") }, Dated.Start).Cause);
        Assert.Equal(Cause.EndBeforeStart, Rule.Judge(Plan("2026-03-01", "100", "90"), Dated.Start).Cause);
        Assert.Equal(Cause.NotBegun, Rule.Judge(Plan("2026-02-01", "100", "90"), Dated.Day("2026-03-01")).Cause);
    }

    [Fact]
    public void Plan_OfOneDay_IsActiveOnItAndDueForReviewAfter()
    {
        var plan = Plan() with { EndsOn = Dated.Start };
        Assert.Equal(("Active", "ReviewDue"), (Rule.Assess(plan, Dated.Start).Band, Rule.Assess(plan, Dated.Start.AddDays(1)).Band));
    }

    [Fact]
    public void Expectation_GivenAsATerm_ReplacesTheTopOfThePipBand()
    {
        var rule = new Policy(new PolicyTerms().With(new ImprovementPlanTerms { ExpectedAbove = 0.60m })).ImprovementPlan;
        Assert.Equal(
            ("TerminationReview", "Restored"), (rule.Assess(Plan("2026-04-10", "100", "60")).Band, rule.Assess(Plan("2026-04-10", "100", "60.01")).Band));
    }

    [Fact]
    public void Expectation_NotGiven_FollowsThePipBandOfAChangedPayTable()
    {
        var pay = new PerformancePayTerms { Bands = [new() { Name = "Pip", Programme = "PIP" }, new() { Name = "Paid", Above = 0.50m, Factor = 1 }] };
        var rule = new Policy(new PolicyTerms().With(pay)).ImprovementPlan;
        Assert.Equal(
            ("TerminationReview", "Restored"), (rule.Assess(Plan("2026-04-10", "100", "50")).Band, rule.Assess(Plan("2026-04-10", "100", "50.01")).Band));
    }

    private static ImprovementPlan Plan(string? completedOn = null, string? target = null, string? actual = null) => new()
    {
        EmployeeId = "ann",
        StartedOn = Dated.Start,
        EndsOn = Dated.Day("2026-05-31"),
        CompletedOn = Dated.DayOrNone(completedOn),
        Target = Dated.NumberOrNone(target),
        Actual = Dated.NumberOrNone(actual),
    };
}

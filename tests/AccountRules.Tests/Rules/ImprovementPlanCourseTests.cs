using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>
/// What becomes of a Performance Improvement Plan: the bar agreed at its start, extension, the decision of a named person after a termination review,
/// withdrawal, and leaving. "No termination without a completed plan, and the outcome is a recommendation that a named person decides."
/// </summary>
public sealed class ImprovementPlanCourseTests
{
    private static LifecycleRule<ImprovementPlan> Rule => Tested.Policy.ImprovementPlan;

    [Theory]
    [InlineData("0.5", "50", "TerminationReview")]
    [InlineData("0.5", "50.0000000000000000000000001", "Restored")]
    [InlineData("0", "0", "TerminationReview")]
    [InlineData("0", "0.01", "Restored")]
    [InlineData("10", "1000", "TerminationReview")]
    [InlineData(null, "35", "TerminationReview")]
    [InlineData(null, "35.01", "Restored")]
    public void BarOfThePlan_WhereOneWasAgreed_CountsInThePlaceOfThePolicys(string? bar, string actual, string stage)
    {
        var plan = Completed(actual) with { ExpectedAbove = Dated.NumberOrNone(bar) };
        foreach (var expected in new decimal?[] { null, 0.9m })
        {
            var said = new Policy(new PolicyTerms().With(new ImprovementPlanTerms { ExpectedAbove = bar is null ? null : expected })).ImprovementPlan;
            Assert.Equal(stage, said.Assess(plan).Band);
        }
    }

    /// <summary>35 is 35 %, written as a percentage: as a ratio nobody would ever be restored.</summary>
    [Theory]
    [InlineData("35")]
    [InlineData("10.0001")]
    [InlineData("-0.0001")]
    public void BarOfThePlan_ThatIsNoAchievement_IsUndeterminedOnceItIsAsked(string bar)
    {
        var plan = Completed("200") with { ExpectedAbove = Dated.Number(bar) };
        Assert.Equal((Standing.Undetermined, "ImpossibleExpectation"), Said(plan, "2026-06-01"));
        Assert.Equal("Active", Rule.Assess(plan, Dated.Day("2026-05-30")).Band);
    }

    [Theory]
    [InlineData("2026-05-20", "2026-05-19", "Active", "2026-05-31")]
    [InlineData("2026-05-20", "2026-05-20", "Active", "2026-06-30")]
    [InlineData("2026-06-05", "2026-06-01", "ReviewDue", "2026-05-31")]
    [InlineData("2026-06-05", "2026-06-05", "Active", "2026-06-30")]
    [InlineData("2026-06-05", "2026-06-30", "Active", "2026-06-30")]
    [InlineData("2026-06-05", "2026-07-01", "ReviewDue", "2026-06-30")]
    [InlineData(null, "2026-04-01", "Active", "2026-06-30")]
    [InlineData(null, "2026-07-01", "ReviewDue", "2026-06-30")]
    public void Extension_CountsFromTheDayOnWhichItWasAgreed(string? agreedOn, string asOf, string stage, string due)
    {
        var a = Rule.Assess(Plan with { ExtendedTo = Dated.Day("2026-06-30"), ExtendedOn = Dated.DayOrNone(agreedOn) }, Dated.Day(asOf));
        Assert.Equal((stage, Dated.Day(due)), (a.Band, a.DueOn));
    }

    [Fact]
    public void Extension_ToTheSameDay_ChangesNothing() =>
        Assert.Equal("Active", Rule.Assess(Plan with { ExtendedTo = Plan.EndsOn }, Plan.EndsOn!.Value).Band);

    [Theory]
    [InlineData("2026-05-30", null, "2026-04-01", Standing.Undetermined)]
    [InlineData("2026-05-30", "2026-05-20", "2026-05-19", Standing.OnTrack)]
    [InlineData("2026-05-30", "2026-05-20", "2026-05-20", Standing.Undetermined)]
    [InlineData(null, "2026-05-20", "2026-05-19", Standing.OnTrack)]
    [InlineData(null, "2026-05-20", "2026-05-20", Standing.Undetermined)]
    [InlineData("2026-06-30", "2026-03-01", "2026-04-01", Standing.Undetermined)]
    public void Extension_ThatIsNone_IsUndeterminedFromTheDayOnWhichItIsKnown(string? to, string? agreedOn, string asOf, Standing standing)
    {
        var plan = Plan with { ExtendedTo = Dated.DayOrNone(to), ExtendedOn = Dated.DayOrNone(agreedOn) };
        Assert.Equal((standing, standing == Standing.Undetermined ? "ImpossibleExtension" : "None"), Said(plan, asOf));
    }

    [Theory]
    [InlineData(PlanDecision.Terminate, "DecidedToTerminate", Standing.Missed)]
    [InlineData(PlanDecision.Retain, "DecidedToRetain", Standing.Graded)]
    public void Decision_OfANamedPersonAfterTheReview_ClosesThePlan(PlanDecision decision, string stage, Standing standing)
    {
        foreach (var decidedOn in new[] { "2026-06-01", "2026-06-10" })
        {
            var plan = Decided(decision) with { DecidedOn = Dated.Day(decidedOn) };
            var a = Rule.Assess(plan, Dated.Day(decidedOn));
            Assert.Equal((stage, standing, null), (a.Band, a.Standing, a.ChangesOn));
            Assert.Equal(decidedOn == "2026-06-01" ? "Active" : "TerminationReview", Rule.Assess(plan, Dated.Day(decidedOn).AddDays(-1)).Band);
        }
    }

    [Fact]
    public void Decision_IsNeverWaived()
    {
        var waivers = Tested.Policy.Waivers(
            [new Waiver { Rule = "improvement-plan", Subject = "ann", Reason = "x", ApprovedBy = "bob", From = Dated.Start, Until = Dated.Day("2026-12-31") }]);
        Assert.Null(waivers.Apply(Rule.Assess(Decided(PlanDecision.Terminate), Dated.Day("2026-07-01"))).Waiver);
    }

    [Fact]
    public void Decision_WithoutOneOfWhoWhenAndWhat_IsNone()
    {
        var plan = Decided(PlanDecision.Terminate);
        foreach (var nobody in new[] { null, "", " ", "\t" })
            Assert.Equal((Standing.Undetermined, "NoDecider"), Said(plan with { DecidedBy = nobody }, "2026-06-10"));

        Assert.Equal((Standing.Undetermined, "NoDecision"), Said(plan with { Decision = null }, "2026-06-10"));
        Assert.Equal((Standing.Undetermined, "NoDecision"), Said(plan with { Decision = (PlanDecision)7 }, "2026-06-10"));
        Assert.Equal((Standing.Undetermined, "NoDecisionDate"), Said(plan with { DecidedOn = null }, "2026-06-10"));
        Assert.Equal((Standing.Missed, "None"), Said(plan with { DecidedBy = null }, "2026-06-09"));
        Assert.Equal("TerminationReview", Rule.Assess(plan with { DecidedOn = null, Decision = null }, Dated.Day("2026-06-10")).Band);
    }

    [Fact]
    public void Decision_OnWhatIsNotInReview_IsNone()
    {
        var plan = Decided(PlanDecision.Terminate);
        Assert.Equal((Standing.Undetermined, "DecidedTooEarly"), Said(plan with { CompletedOn = null }, "2026-06-10"));
        Assert.Equal((Standing.Undetermined, "DecidedTooEarly"), Said(plan with { CompletedOn = Dated.Day("2026-06-11") }, "2026-06-10"));
        Assert.Equal((Standing.Undetermined, "DecidedTooEarly"), Said(plan with { CompletedOn = Dated.Day("2026-06-11") }, "2026-06-11"));
        Assert.Equal((Standing.Undetermined, "NothingToDecide"), Said(plan with { Actual = 35.01m }, "2026-06-10"));
        Assert.Equal((Standing.Met, "None"), Said(plan with { Actual = 35.01m }, "2026-06-09"));
        Assert.Equal((Standing.Undetermined, "NothingToDecide"), Said(plan with { WithdrawnOn = Dated.Day("2026-06-09") }, "2026-06-10"));
        Assert.Equal((Standing.Undetermined, "NothingToDecide"), Said(plan with { LeftOn = Dated.Day("2026-06-09") }, "2026-06-10"));
        Assert.Equal((Standing.Undetermined, "NoActual"), Said(plan with { Actual = null }, "2026-06-10"));
    }

    [Theory]
    [InlineData("2026-06-10")]
    [InlineData("2026-07-31")]
    public void Decision_BeforeLeavingOrOnTheDay_Stands(string leftOn)
    {
        var plan = Decided(PlanDecision.Terminate) with { LeftOn = Dated.Day(leftOn), WithdrawnOn = Dated.Day(leftOn) };
        Assert.Equal(["DecidedToTerminate", "DecidedToTerminate"], ((DateOnly[])[Dated.Day("2026-06-10"), Dated.Day("2026-12-31")]).Select(
            day => Rule.Assess(plan, day).Band));
        Assert.Null(Rule.Assess(plan, Dated.Day("2026-06-10")).ChangesOn);
    }

    /// <summary>While it runs, while its review is due, and in the termination review; also before it starts.</summary>
    [Theory]
    [InlineData("2026-02-01", "2026-03-02")]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("2026-05-01", "2026-05-01")]
    [InlineData("2026-06-01", "2026-06-01")]
    [InlineData("2026-06-05", "2026-06-05")]
    public void Plan_WithdrawnOrLeft_IsClosedFromThatDayOn(string day, string closed)
    {
        foreach (var plan in new[] { Plan, Completed("20") })
        {
            foreach (var (ended, cause) in new[]
            {
                (plan with { WithdrawnOn = Dated.Day(day) }, "PlanWithdrawn"), (plan with { LeftOn = Dated.Day(day) }, "EmployeeLeft"),
            })
            {
                Assert.Equal((Standing.NotApplicable, cause), Said(ended, closed));
                Assert.Equal((Standing.NotApplicable, cause), Said(ended, "2027-01-01"));
                Assert.Null(Rule.Assess(ended, Dated.Day(closed)).ChangesOn);
                Assert.NotEqual(cause, Rule.Assess(ended, Dated.Day(closed).AddDays(-1)).Cause.Code);
            }
        }
    }

    [Fact]
    public void Plan_ThatEndedTwice_IsWhatItWasFirst()
    {
        var (first, then) = (Dated.Day("2026-04-01"), Dated.Day("2026-04-02"));
        Assert.Equal("PlanWithdrawn", Rule.Assess(Plan with { WithdrawnOn = first, LeftOn = then }).Cause.Code);
        Assert.Equal("EmployeeLeft", Rule.Assess(Plan with { WithdrawnOn = then, LeftOn = first }).Cause.Code);
        Assert.Equal("PlanWithdrawn", Rule.Assess(Plan with { WithdrawnOn = first, LeftOn = first }).Cause.Code);
        Assert.Equal("PlanWithdrawn", Rule.Assess(Completed(null) with { WithdrawnOn = first }).Cause.Code);
        Assert.Equal("Restored", Rule.Assess(Completed("90") with { WithdrawnOn = Dated.Day("2026-06-01"), LeftOn = Dated.Day("2026-06-01") }).Band);
        Assert.Equal("Restored", Rule.Assess(Completed("90") with { LeftOn = Dated.Day("2028-01-01") }).Band);
    }

    [Fact]
    public void Reasons_SayWhoDecidedWhenAndWhat()
    {
        var plan = Decided(PlanDecision.Terminate) with { ExpectedAbove = 0.5m };
        Assert.Equal(
            "Improvement plan of ann was completed on 2026-06-01 at 20 %, and above 50 % was agreed: Dana Cho decided on 2026-06-10 that the employment ends.",
            Rule.Assess(plan).Reason);
        Assert.Equal(
            "Improvement plan of ann was completed on 2026-06-01 at 20 %, and above 35 % is expected: Dana Cho decided on 2026-06-10 that the employee stays.",
            Rule.Assess(Decided(PlanDecision.Retain)).Reason);
        Assert.Equal("Improvement plan of ann was withdrawn, and is closed.", Rule.Assess(Plan with { WithdrawnOn = Dated.Start }).Reason);
        Assert.Equal("Improvement plan of ann is closed, since the employee has left the company.", Rule.Assess(Plan with { LeftOn = Dated.Start }).Reason);
        Assert.Equal(
            "Improvement plan of ann has a decision that names no person, and so is none.", Rule.Assess(plan with { DecidedBy = null }).Reason);
    }

    /// <summary>Who mapped plans before they could say all this goes on as before.</summary>
    [Fact]
    public void Mapping_ThatLeavesOutWhatCameLater_SaysNothingOfIt()
    {
        var mapped = Rule.For<Tuple<ImprovementPlan>>(t => new ImprovementPlan
        {
            EmployeeId = t.Item1.EmployeeId,
            StartedOn = t.Item1.StartedOn,
            EndsOn = t.Item1.EndsOn,
            CompletedOn = t.Item1.CompletedOn,
            Target = t.Item1.Target,
            Actual = t.Item1.Actual,
        });
        var plan = Decided(PlanDecision.Terminate) with { LeftOn = Dated.Start, ExtendedTo = Dated.Start, ExpectedAbove = 35 };
        foreach (var asOf in new[] { "2026-05-31", "2026-06-01", "2026-06-10" })
        {
            var (a, plain) = (mapped.Assess(new(plan), Dated.Day(asOf)), Rule.Assess(Completed("20"), Dated.Day(asOf)));
            Assert.Equal((plain.Band, plain.Reason, plain.DueOn), (a.Band, a.Reason, a.DueOn));
            Assert.Equal(plain.ToRecord().Inputs, a.ToRecord().Inputs);
        }

        Assert.DoesNotContain("DecidedOn", mapped.Expression.ToString(), StringComparison.Ordinal);
    }

    private static (Standing Standing, string Cause) Said(ImprovementPlan plan, string asOf) =>
        Rule.Judge(plan, Dated.Day(asOf)) is var said ? (said.Standing, said.Cause.Code) : default;

    private static ImprovementPlan Decided(PlanDecision decision) =>
        Completed("20") with { DecidedOn = Dated.Day("2026-06-10"), DecidedBy = "Dana Cho", Decision = decision };

    private static ImprovementPlan Completed(string? actual) =>
        Plan with { CompletedOn = Dated.Day("2026-06-01"), Target = 100, Actual = Dated.NumberOrNone(actual) };

    private static ImprovementPlan Plan { get; } = new() { EmployeeId = "ann", StartedOn = Dated.Start, EndsOn = Dated.Day("2026-05-31") };
}

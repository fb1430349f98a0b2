using System.Text.Json;
using AccountRules.Facts;
using static AccountRules.Tests.Rules.Dated;

namespace AccountRules.Tests.Rules;

/// <summary>
/// An exception of one subject from one rule, with reason, approver, first and last day: beside the standing as judged, at its edges, and never of a
/// termination review.
/// </summary>
public sealed class WaiverTests
{
    /// <summary>An order of 2026-03-02 is overdue from 2026-06-01 on.</summary>
    private static readonly FteOrder Order = new() { OrderId = "1", AccountId = "ACME", OrderedOn = Start };

    private static Policy Policy => Tested.Policy;

    [Theory]
    [InlineData("2026-06-09", false)]
    [InlineData("2026-06-10", true)]
    [InlineData("2026-06-11", true)]
    [InlineData("2026-06-20", true)]
    [InlineData("2026-06-21", false)]
    public void Waiver_AroundItsFirstAndItsLastDay_IsInEffectFromTheOneToTheOther(string asOf, bool isWaived)
    {
        var waiver = Of("fte-fulfillment", "1", "2026-06-10", "2026-06-20");

        var assessed = Policy.Waivers([waiver]).Apply(Policy.FteFulfillment.Assess(Order, Day(asOf)));

        Assert.Equal((Standing.Overdue, isWaived ? waiver : null), (assessed.Standing, assessed.Waiver));
    }

    [Fact]
    public void Waiver_OfOneDay_IsInEffectOnThatDay()
    {
        var waivers = Policy.Waivers([Of("fte-fulfillment", "1", "2026-06-10", "2026-06-10")]);

        Assert.Equal(
            [false, true, false],
            new[] { "2026-06-09", "2026-06-10", "2026-06-11" }.Select(d => waivers.Apply(Policy.FteFulfillment.Assess(Order, Day(d))).Waiver is not null));
    }

    [Fact]
    public void Waiver_OfAnotherSubjectOrRule_ExcusesNothing()
    {
        var waivers = Policy.Waivers([
            Of("fte-fulfillment", "2", "2026-01-01", "2026-12-31"), Of("fte-fulfillment", "ACME", "2026-01-01", "2026-12-31"),
            Of("registry-closure", "1", "2026-01-01", "2026-12-31"),
        ]);

        var assessed = waivers.Apply(Policy.FteFulfillment.Assess(Order, Day("2026-06-10")));

        Assert.Null(assessed.Waiver);
        Assert.Null(waivers.Find(assessed));
    }

    [Theory]
    [InlineData("2026-05-16", Standing.OnTrack, false)]
    [InlineData("2026-05-17", Standing.AtRisk, true)]
    [InlineData("2026-06-01", Standing.Overdue, true)]
    public void Waiver_OfAnOpenOrder_ExcusesWhatNeedsAttentionAlone(string asOf, Standing standing, bool isWaived)
    {
        var waivers = Policy.Waivers([Of("fte-fulfillment", "1", "2026-01-01", "2026-12-31")]);

        var assessed = waivers.Apply(Policy.FteFulfillment.Assess(Order, Day(asOf)));

        Assert.Equal((standing, isWaived), (assessed.Standing, assessed.Waiver is not null));
        Assert.NotNull(waivers.Find(assessed));
    }

    [Fact]
    public void Waiver_OfWhatIsLateMissedOrUndetermined_ExcusesTheFirstTwo()
    {
        var waivers = Policy.Waivers([Of("fte-fulfillment", "1", "2026-01-01", "2026-12-31"), Of("kpi-attainment", "7", "2026-01-01", "2026-12-31")]);
        KpiResult result = new() { EmployeeId = "7", Kpi = "calls", Period = Period.Month(2026, 5), Target = 100, Actual = 85 };
        var asOf = Day("2026-06-10");

        var late = waivers.Apply(Policy.FteFulfillment.Assess(Order with { FulfilledOn = Day("2026-06-01") }, asOf));
        var missed = waivers.Apply(Policy.KpiAttainment.Assess(result, asOf));
        var unknown = waivers.Apply(Policy.KpiAttainment.Assess(result with { Target = null }, asOf));

        Assert.Equal(
            [(Standing.Late, true), (Standing.Missed, true), (Standing.Undetermined, false)],
            new[] { late, missed, unknown }.Select(a => (a.Standing, a.Waiver is not null)));
    }

    [Theory]
    [InlineData("2026-05-20", "2026-06-01")]
    [InlineData("2026-06-01", "2026-06-10")]
    [InlineData("2026-06-09", "2026-06-10")]
    [InlineData("2026-06-10", "2026-06-21")]
    [InlineData("2026-06-20", "2026-06-21")]
    [InlineData("2026-06-21", "2026-06-25")]
    [InlineData("2026-06-25", "2026-06-26")]
    [InlineData("2026-06-26", null)]
    public void ChangesOn_OfWhatIsOverdue_IsTheDayAWaiverBeginsOrTheDayAfterItsLast(string asOf, string? changesOn)
    {
        var waivers = Policy.Waivers(
            [Of("fte-fulfillment", "1", "2026-06-25", "2026-06-25"), Of("fte-fulfillment", "1", "2026-06-10", "2026-06-20")]);

        var assessed = waivers.Apply(Policy.FteFulfillment.Assess(Order, Day(asOf)));

        Assert.Equal(DayOrNone(changesOn), assessed.ChangesOn);
        Assert.Equal(asOf == "2026-05-20" ? Day("2026-06-01") : null, assessed.StandingChangesOn);
    }

    [Fact]
    public void ChangesOn_OfWhatIsAtRisk_IsTheEarlierOfItsOwnAndOfItsWaivers()
    {
        var assessed = Policy.FteFulfillment.Assess(Order, Day("2026-05-20"));

        Assert.Equal(Day("2026-05-26"), Policy.Waivers([Of("fte-fulfillment", "1", "2026-05-01", "2026-05-25")]).Apply(assessed).ChangesOn);
        Assert.Equal(Day("2026-06-01"), Policy.Waivers([Of("fte-fulfillment", "1", "2026-05-01", "2026-07-25")]).Apply(assessed).ChangesOn);
    }

    [Fact]
    public void ChangesOn_OfWhatIsOnTrack_IsItsOwn() => Assert.Equal(
        Day("2026-05-17"),
        Policy.Waivers([Of("fte-fulfillment", "1", "2026-03-01", "2026-04-01")]).Apply(Policy.FteFulfillment.Assess(Order, Start)).ChangesOn);

    [Fact]
    public void TerminationReview_IsNeverWaived_AndTheReviewThatIsDueMayBe()
    {
        ImprovementPlan plan = new() { EmployeeId = "7", StartedOn = Day("2026-01-01"), EndsOn = Day("2026-03-31"), Target = 100, Actual = 35 };
        var waivers = Policy.Waivers([Of("improvement-plan", "7", "2026-01-01", "2026-12-31")]);
        var asOf = Day("2026-06-10");

        var due = waivers.Apply(Policy.ImprovementPlan.Assess(plan, asOf));
        var review = waivers.Apply(Policy.ImprovementPlan.Assess(plan with { CompletedOn = Day("2026-04-30") }, asOf));

        Assert.Equal((Standing.Overdue, true), (due.Standing, due.Waiver is not null));
        Assert.Equal((Standing.Missed, "TerminationReview", false), (review.Standing, review.Band, review.Waiver is not null));
        Assert.NotNull(waivers.Find(review));
        Assert.Null(review.ChangesOn);
    }

    [Fact]
    public void Pay_IsNotChangedByAWaiver_SinceARuleThatOnlyGradesCannotBeWaived()
    {
        var problem = Assert.Single(Policy.CollectWaivers().Add(Of("performance-pay", "7", "2026-01-01", "2026-12-31")));

        Assert.Equal((nameof(Waiver.Rule), "`performance-pay`"), (problem.Property, problem.Found));
        Assert.Contains("no waiver changes a grade or pay", problem.Allowed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("escalation-routing")]
    [InlineData("interaction-documentation")]
    [InlineData("payment")]
    [InlineData("service-levels")]
    public void Rule_ThatCanBeMissedOrIsNotInForceYet_CanBeWaived(string rule) =>
        Assert.Empty(Policy.Default.CollectWaivers().Add(Of(rule, "7", "2026-01-01", "2026-12-31")));

    [Fact]
    public void Month_IsWaivedByItsOwnRuleAlone()
    {
        KpiResult[] results = [new() { EmployeeId = "7", Kpi = "calls", Period = Period.Month(2026, 5), Target = 100, Actual = 85 }];
        var asOf = Day("2026-06-10");

        var byResult = Policy.Waivers([Of("kpi-attainment", "7", "2026-01-01", "2026-12-31")]);
        var byMonth = Policy.Waivers([Of("kpi-month", "7", "2026-01-01", "2026-12-31")]);

        Assert.Equal(
            [(Standing.Missed, false), (Standing.Missed, true)],
            new[] { byResult, byMonth }.Select(w => w.Apply(Policy.KpiMonth.Assess(results, asOf)).Single()).Select(a => (a.Standing, a.Waiver is not null)));
    }

    [Fact]
    public void Record_OfAWaivedAssessment_IsReadBackFromJson()
    {
        var waiver = Of("fte-fulfillment", "1", "2026-06-10", "2026-06-20");
        var record = Policy.Waivers([waiver]).Apply(Policy.FteFulfillment.Assess(Order, Day("2026-06-10"))).ToRecord();

        var read = JsonSerializer.Deserialize<AssessmentRecord>(JsonSerializer.Serialize(record));

        Assert.Equal(record, read);
        Assert.Equal((Standing.Overdue, waiver, Day("2026-06-21")), (read!.Standing, read.Waiver, read.ChangesOn));
        Assert.StartsWith("fte-fulfillment Overdue (waived until 2026-06-20): Order 1", read.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_OfAllWaivers_AreToldAtOnce()
    {
        var good = Of("fte-fulfillment", "1", "2026-06-10", "2026-06-20");
        Waiver[] waivers =
        [
            good with { Rule = "fte-fulfilment" },
            good,
            good with { Subject = " 1", Reason = " ", ApprovedBy = "" },
            good with { From = Day("2026-06-21"), Until = Day("2026-06-20") },
            good with { From = Day("2026-06-20"), Until = Day("2026-06-20") },
            good with { From = Day("2026-06-21"), Until = DateOnly.MaxValue },
            good with { From = Day("2026-06-21"), Until = Day("2026-06-30") },
            good with { From = Day("2026-06-01"), Until = Day("2026-06-09") },
        ];

        var refused = Assert.Throws<ArgumentException>(() => Policy.Waivers(waivers));

        Assert.Equal(
            ["waiver 1, Rule", "waiver 3, Subject", "waiver 3, Reason", "waiver 3, ApprovedBy", "waiver 4, Until", "waiver 5, From", "waiver 6, Until"],
            refused.Message.Split('\n').Skip(1).Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim().Split(':')[0]));
        Assert.Contains(
            "waiver 5, From: found `2026-06-20`; allowed: days that no other waiver of 1 from fte-fulfillment has; one is in effect from 2026-06-10 until "
            + "2026-06-20.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Collector_KeepsTheSoundWaivers_AndOfTwoOnOneDayTheFirst()
    {
        var (collector, first) = (Policy.CollectWaivers(), Of("fte-fulfillment", "1", "2026-06-10", "2026-06-20"));

        int[] problems = [.. new[] { first, first, first with { Subject = "2" }, first with { Rule = "payment" } }.Select(w => collector.Add(w).Count)];

        Assert.Equal([0, 1, 0, 0], problems);
        Assert.Equal([first, first with { Subject = "2" }, first with { Rule = "payment" }], collector.Waivers().All);
    }

    [Fact]
    public void Default_UnderWaivers_IsStillNothing()
    {
        var nothing = Policy.Waivers([Of("fte-fulfillment", "1", "2026-06-10", "2026-06-20")]).Apply(default(Assessment));

        Assert.True(nothing.IsDefault);
        Assert.Null(nothing.Waiver);
    }

    [Fact]
    public void PlanTakenWithoutADate_IsNotWaived()
    {
        ImprovementPlan plan = new() { EmployeeId = "7", StartedOn = Start, EndsOn = Start.AddDays(1), Target = 1, Actual = 1 };

        var assessed = Policy.Waivers([Of("improvement-plan", "7", "2026-01-01", "9999-12-30")]).Apply(Policy.ImprovementPlan.Assess(plan));

        Assert.Equal((Standing.Overdue, null), (assessed.Standing, assessed.Waiver));
    }

    private static Waiver Of(string rule, string subject, string from, string until) =>
        new() { Rule = rule, Subject = subject, Reason = "supplier on strike", ApprovedBy = "ann", From = Day(from), Until = Day(until) };
}

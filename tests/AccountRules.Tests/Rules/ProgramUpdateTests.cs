using AccountRules.Documents;
using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>"Programme updates and tasks are acknowledged and implemented within their prescribed timelines": the two rules on one update.</summary>
public sealed class ProgramUpdateTests
{
    private static readonly DateOnly Issued = new(2026, 3, 1);
    private static readonly DateOnly Due = new(2026, 3, 11);
    private static readonly Policy Within = new(new PolicyTerms().With(new UpdateAcknowledgementTerms { AcknowledgeWithinDays = 10 })
        .With(new UpdateImplementationTerms { ImplementWithinDays = 30, AtRiskDays = 0 }));

    [Theory]
    [InlineData(-4, Standing.OnTrack)]
    [InlineData(-3, Standing.AtRisk)]
    [InlineData(0, Standing.AtRisk)]
    [InlineData(1, Standing.Overdue)]
    public void Implementation_AroundItsDueDate_IsAtRiskFromThreeDaysBefore(int pastDue, Standing standing)
    {
        var update = new ProgramUpdate { UpdateId = "1", IssuedOn = new(2026, 3, 1), ImplementBy = new(2026, 4, 1) };
        Assert.Equal(standing, Tested.Policy.UpdateImplementation.Judge(update, new DateOnly(2026, 4, 1).AddDays(pastDue)).Standing);
    }

    [Theory]
    [InlineData(-4, "InTime", Standing.OnTrack, Standing.Met)]
    [InlineData(-3, "DueSoon", Standing.AtRisk, Standing.Met)]
    [InlineData(-1, "DueSoon", Standing.AtRisk, Standing.Met)]
    [InlineData(0, "DueSoon", Standing.AtRisk, Standing.Met)]
    [InlineData(1, "PastDue", Standing.Overdue, Standing.Late)]
    [InlineData(400, "PastDue", Standing.Overdue, Standing.Late)]
    public void Update_AtEachCut_StandsByItsOwnDateAndByDaysFromItsIssueAlike(int pastDue, string band, Standing open, Standing done)
    {
        var counted = new ProgramUpdate { UpdateId = "1", IssuedOn = Issued };
        var own = counted with { AcknowledgeBy = Due };
        var asOf = Due.AddDays(pastDue);
        foreach (var (policy, update) in new[] { (Tested.Policy, own), (Within, own), (Within, counted) })
        {
            var rule = policy.UpdateAcknowledgement;
            var waiting = rule.Assess(update, asOf);
            Assert.Equal(
                (open, band, (decimal?)pastDue, (DateOnly?)Due, pastDue > 0 ? pastDue : null),
                (waiting.Standing, waiting.Band, waiting.Value, waiting.DueOn, waiting.OverdueDays));
            var settled = rule.Assess(update with { AcknowledgedOn = asOf }, asOf.AddDays(100));
            Assert.Equal((done, band, (decimal?)pastDue, (DateOnly?)asOf), (settled.Standing, settled.Band, settled.Value, settled.EndedOn));
        }
    }

    [Fact]
    public void Update_HasTwoDeadlines_EachByItsOwnDateAndTerms()
    {
        var update = new ProgramUpdate { UpdateId = "1", IssuedOn = Issued, AcknowledgeBy = Due, AcknowledgedOn = Due };

        Assert.Equal(Standing.Met, Within.UpdateAcknowledgement.Assess(update, Due).Standing);
        Assert.Equal((Standing.OnTrack, new DateOnly(2026, 3, 31)), OfImplementing(new(2026, 3, 30)));
        Assert.Equal((Standing.AtRisk, new DateOnly(2026, 3, 31)), OfImplementing(new(2026, 3, 31)));
        Assert.Equal((Standing.Overdue, new DateOnly(2026, 3, 31)), OfImplementing(new(2026, 4, 1)));

        (Standing, DateOnly?) OfImplementing(DateOnly asOf) =>
            Within.UpdateImplementation.Assess(update, asOf) is var a ? (a.Standing, a.DueOn) : default;
    }

    [Theory]
    [InlineData("2026-03-01", null, Standing.Undetermined, "NoThreshold")]
    [InlineData("2026-03-01", "2026-03-09", Standing.AtRisk, "None")]
    [InlineData(null, "2026-03-09", Standing.AtRisk, "None")]
    [InlineData(null, null, Standing.Undetermined, "NoDue")]
    public void Update_WithoutDaysInThePolicy_IsJudgedWhereItHasADateOfItsOwn(string? issued, string? by, Standing standing, string cause)
    {
        var update = new ProgramUpdate { UpdateId = "U-7", IssuedOn = Dated.DayOrNone(issued), AcknowledgeBy = Dated.DayOrNone(by) };

        var a = Tested.Policy.UpdateAcknowledgement.Assess(update, new(2026, 3, 8));

        Assert.Equal((standing, cause), (a.Standing, a.Cause.Code));
    }

    [Fact]
    public void TermThatIsNotSet_IsNamedByTheFactAndTheHandbook_AndTheRuleIsInForce()
    {
        var rule = Tested.Policy.UpdateAcknowledgement;

        Assert.Equal((null, "updateAcknowledgement.acknowledgeWithinDays"), (rule.Info.NotSet, rule.Info.NotSetForSome));
        Assert.Equal(
            "Update U-7 cannot be placed: the policy states no threshold for an update without AcknowledgeBy "
            + "(updateAcknowledgement.acknowledgeWithinDays), and there is no default.",
            rule.Assess(new() { UpdateId = "U-7", IssuedOn = Issued }, Due).Reason);
        Assert.Contains(
            "**Not in force for an update without ImplementBy** until updateImplementation.implementWithinDays is set: the documents state no number.",
            PolicyHandbook.Write(Tested.Policy), StringComparison.Ordinal);
        Assert.DoesNotContain("Not in force for an update", PolicyHandbook.Write(Within), StringComparison.Ordinal);
        Assert.Null(Within.UpdateAcknowledgement.Info.NotSetForSome);
    }

    [Theory]
    [InlineData("2026-03-01", null, "Update U-7 is due on 2026-03-11, in 10 days.")]
    [InlineData("2026-03-11", null, "Update U-7 is due on 2026-03-11, the evaluation date.")]
    [InlineData("2026-03-12", null, "Update U-7 is 1 day past due; it was due 2026-03-11.")]
    [InlineData("2026-06-01", "2026-03-13", "Update U-7 was acknowledged on 2026-03-13, 2 days after it was due on 2026-03-11.")]
    [InlineData("2026-06-01", "2026-03-11", "Update U-7 was acknowledged on 2026-03-11, the day on which it was due.")]
    [InlineData("2026-06-01", "2026-02-28", "Update U-7 ends before it begins.")]
    [InlineData("2026-02-28", null, "Update U-7 begins on 2026-03-01, after 2026-02-28.")]
    public void Update_SaysWhenItIsDueAndWhenItWasDone(string asOf, string? done, string reason) => Assert.Equal(
        reason,
        Within.UpdateAcknowledgement.Assess(new() { UpdateId = "U-7", IssuedOn = Issued, AcknowledgedOn = Dated.DayOrNone(done) }, Dated.Day(asOf)).Reason);

    [Fact]
    public void OpenUpdate_ChangesWhenItComesNearItsDueDateAndOnTheDayAfterIt()
    {
        var update = new ProgramUpdate { UpdateId = "1", IssuedOn = Issued };
        DateOnly? On(DateOnly asOf) => Within.UpdateAcknowledgement.Assess(update, asOf).ChangesOn;

        Assert.Equal(
            [Issued, new DateOnly(2026, 3, 8), new DateOnly(2026, 3, 12), null],
            new[] { On(new(2026, 2, 1)), On(Issued), On(new(2026, 3, 8)), On(new(2026, 3, 12)) });
        Assert.Null(Tested.Policy.UpdateAcknowledgement.Assess(update, Issued).ChangesOn);
    }

    [Fact]
    public void DueDate_PastTheEndOfTheCalendar_NeverComes()
    {
        var update = new ProgramUpdate { UpdateId = "1", IssuedOn = DateOnly.MaxValue.AddDays(-8) };
        var rule = Within.UpdateAcknowledgement;

        Assert.Equal((Standing.OnTrack, (decimal?)-10m, null), Said(update, DateOnly.MaxValue.AddDays(-8)));
        Assert.Equal((Standing.AtRisk, (decimal?)-2m, null), Said(update, DateOnly.MaxValue));
        Assert.Equal(
            "Update 1 is due on a day past the end of the calendar, in 2 days.", rule.Assess(update, DateOnly.MaxValue).Reason);
        Assert.Equal(DateOnly.MaxValue.AddDays(-1), rule.Assess(update, DateOnly.MaxValue.AddDays(-8)).ChangesOn);
        Assert.Equal(
            (Standing.Met, (decimal?)-2m, null), Said(update with { AcknowledgedOn = DateOnly.MaxValue }, DateOnly.MaxValue));

        (Standing, decimal?, DateOnly?) Said(ProgramUpdate one, DateOnly asOf) =>
            rule.Assess(one, asOf) is var a ? (a.Standing, a.Value, a.DueOn) : default;
    }

    /// <summary>Days that are counted from the issue are not days past due.</summary>
    [Fact]
    public void DaysFromTheIssue_InADiff_AreToldAsThose()
    {
        var longer = new Policy(Within.Terms.With(new UpdateAcknowledgementTerms { AcknowledgeWithinDays = 12 }));

        Assert.Equal(
            [
                "open, the evaluation date 11 to 12 days after IssuedOn, AcknowledgeBy missing: Overdue -> AtRisk",
                "open, the evaluation date 7 to 8 days after IssuedOn, AcknowledgeBy missing: AtRisk -> OnTrack",
                "acknowledged, AcknowledgedOn 11 to 12 days after IssuedOn, AcknowledgeBy missing: Late -> Met",
                "acknowledged, AcknowledgedOn 7 to 8 days after IssuedOn, AcknowledgeBy missing: Met, DueSoon -> Met, InTime",
            ],
            PolicyDiff.Between(Within, longer).Rules.Single(r => r.RuleId == "update-acknowledgement").Regions.Select(r => $"{r}"));
    }

    [Fact]
    public void Terms_OutOfRange_AreToldTogether()
    {
        var found = Assert.Throws<PolicyException>(() => Policy.Parse(
            """{ "updateAcknowledgement": { "acknowledgeWithinDays": -1, "atRiskDays": 4000 }, "updateImplementation": { "implementWithinDays": 3661 } }"""));

        Assert.Equal(
            [
                "line 1: $.updateAcknowledgement.acknowledgeWithinDays: found -1; allowed: from 0 to 3660.",
                "line 1: $.updateAcknowledgement.atRiskDays: found 4000; allowed: from 0 to 3660.",
                "line 1: $.updateImplementation.implementWithinDays: found 3661; allowed: from 0 to 3660.",
            ],
            found.Problems.Select(p => p.ToString()));
    }
}

using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>"Client interactions are documented and their action items followed through."</summary>
public sealed class InteractionTests
{
    private static readonly Policy Within = new(
        new PolicyTerms().With(new InteractionDocumentationTerms { DocumentWithinDays = 2 }).With(new ActionItemTerms { ActWithinDays = 10, AtRiskDays = 2 }));

    [Theory]
    [InlineData(-4, Standing.OnTrack)]
    [InlineData(-3, Standing.AtRisk)]
    [InlineData(0, Standing.AtRisk)]
    [InlineData(1, Standing.Overdue)]
    public void ActionItem_AroundItsDueDate_IsAtRiskFromThreeDaysBefore(int pastDue, Standing standing)
    {
        var item = new ActionItem { ItemId = "1", AgreedOn = new(2026, 3, 1), DueOn = new(2026, 4, 1) };
        Assert.Equal(standing, Tested.Policy.ActionItem.Judge(item, new DateOnly(2026, 4, 1).AddDays(pastDue)).Standing);
    }

    [Theory]
    [InlineData(0, "InTime", Standing.OnTrack, Standing.Met)]
    [InlineData(1, "InTime", Standing.OnTrack, Standing.Met)]
    [InlineData(2, "InTime", Standing.OnTrack, Standing.Met)]
    [InlineData(3, "PastDue", Standing.Overdue, Standing.Late)]
    public void Interaction_AtTheLimit_StandsByTheDaysSinceItWasHeld(int days, string band, Standing open, Standing done)
    {
        var (held, asOf) = (Dated.Start, Dated.Start.AddDays(days));
        var waiting = Within.InteractionDocumentation.Assess(new() { InteractionId = "C-3", HeldOn = held }, asOf);
        Assert.Equal((open, band, (decimal?)days, (DateOnly?)held.AddDays(2)), (waiting.Standing, waiting.Band, waiting.Value, waiting.DueOn));
        var settled = Within.InteractionDocumentation.Assess(new() { InteractionId = "C-3", HeldOn = held, DocumentedOn = asOf }, new(2026, 6, 1));
        Assert.Equal((done, band, (decimal?)days), (settled.Standing, settled.Band, settled.Value));
    }

    [Fact]
    public void Interaction_WithALimitOf0_IsDocumentedOnTheDayItself()
    {
        var rule = new Policy(new PolicyTerms().With(new InteractionDocumentationTerms { DocumentWithinDays = 0 })).InteractionDocumentation;

        Assert.Equal(Standing.Met, rule.Judge(new() { InteractionId = "C-3", HeldOn = Dated.Start, DocumentedOn = Dated.Start }, new(2026, 6, 1)).Standing);
        Assert.Equal(Standing.OnTrack, rule.Judge(new() { InteractionId = "C-3", HeldOn = Dated.Start }, Dated.Start).Standing);
        Assert.Equal(Standing.Overdue, rule.Judge(new() { InteractionId = "C-3", HeldOn = Dated.Start }, Dated.Start.AddDays(1)).Standing);
    }

    [Fact]
    public void InteractionDocumentation_UntilItsLimitIsSet_IsNotInForce()
    {
        var a = Tested.Policy.InteractionDocumentation.Assess(new() { InteractionId = "C-3", HeldOn = Dated.Start, DocumentedOn = Dated.Start }, Dated.Start);

        Assert.Equal((Standing.Undetermined, Cause.NoThreshold), (a.Standing, a.Cause));
        Assert.Equal("interactionDocumentation.documentWithinDays", a.Rule.Info.NotSet);
    }

    [Theory]
    [InlineData(-3, Standing.OnTrack, Standing.Met)]
    [InlineData(-2, Standing.AtRisk, Standing.Met)]
    [InlineData(0, Standing.AtRisk, Standing.Met)]
    [InlineData(1, Standing.Overdue, Standing.Late)]
    public void ActionItem_AtEachCut_StandsByItsOwnDateAndByDaysFromTheAgreementAlike(int pastDue, Standing open, Standing done)
    {
        var counted = new ActionItem { ItemId = "T-4", AgreedOn = new(2026, 3, 1) };
        foreach (var item in new[] { counted, counted with { AgreedOn = new(2026, 1, 1), DueOn = new(2026, 3, 11) } })
        {
            var asOf = new DateOnly(2026, 3, 11).AddDays(pastDue);
            Assert.Equal((open, (decimal?)pastDue), Said(item, asOf));
            Assert.Equal((done, (decimal?)pastDue), Said(item with { DoneOn = asOf }, asOf));
        }

        (Standing, decimal?) Said(ActionItem item, DateOnly asOf) => Within.ActionItem.Assess(item, asOf) is var a ? (a.Standing, a.Value) : default;
    }

    [Theory]
    [InlineData("2026-03-05", "Action item T-4 was done on 2026-03-12, 7 days after it was due on 2026-03-05.")]
    [InlineData(null, "Action item T-4 cannot be placed: the policy states no threshold for an action item without DueOn (actionItem.actWithinDays), and there "
        + "is no default.")]
    public void ActionItem_UnderThePolicyOfTheDocuments_IsJudgedWhereItHasADateOfItsOwn(string? due, string reason) => Assert.Equal(
        reason,
        Tested.Policy.ActionItem.Assess(
            new() { ItemId = "T-4", AgreedOn = new(2026, 3, 1), DueOn = Dated.DayOrNone(due), DoneOn = new(2026, 3, 12) }, new(2026, 6, 1)).Reason);
}

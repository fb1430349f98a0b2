using AccountRules.Documents;
using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>"Any deadline takes named levels past its limit and a warning in percent of the limit, from the terms."</summary>
public sealed class DeadlineTermsTests
{
    private static readonly DateOnly Ordered = new(2026, 1, 1);

    private static readonly FteFulfillmentTerms Fte = new() { Levels = [new() { Name = "Manager", DaysPast = 5 }, new() { Name = "Director", DaysPast = 30 }] };

    [Theory]
    [InlineData(90, Standing.AtRisk, "NearLimit")]
    [InlineData(91, Standing.Overdue, "OverLimit")]
    [InlineData(94, Standing.Overdue, "OverLimit")]
    [InlineData(95, Standing.Overdue, "Manager")]
    [InlineData(119, Standing.Overdue, "Manager")]
    [InlineData(120, Standing.Overdue, "Director")]
    [InlineData(4000, Standing.Overdue, "Director")]
    public void OpenOrder_AtALevel_IsOverdueInItsBand(int day, Standing standing, string band) => Assert.Equal((standing, band), Open(Fte, day));

    [Theory]
    [InlineData(90, Standing.Met, "NearLimit")]
    [InlineData(94, Standing.Late, "OverLimit")]
    [InlineData(95, Standing.Late, "Manager")]
    [InlineData(120, Standing.Late, "Director")]
    public void FulfilledOrder_AtALevel_IsLateInItsBand(int day, Standing standing, string band)
    {
        var order = new FteOrder { OrderId = "O", AccountId = "A", OrderedOn = Ordered, FulfilledOn = Ordered.AddDays(day) };
        var assessment = Rule(Fte).Assess(order, Ordered.AddDays(day));
        Assert.Equal((standing, band), (assessment.Standing, assessment.Band!));
    }

    [Theory]
    [InlineData(90, "NearLimit")]
    [InlineData(91, "Manager")]
    [InlineData(92, "Manager")]
    public void Level_FromTheFirstDayPast_LeavesNoBandBefore(int day, string band) =>
        Assert.Equal(band, Open(new() { Levels = [new() { Name = "Manager", DaysPast = 1 }] }, day).Band);

    /// <summary>The first whole day that is at least the part: 0.8 of 90 is day 72, and three quarters of 90, 67.5, is day 68.</summary>
    [Theory]
    [InlineData("0.8", 71, Standing.OnTrack)]
    [InlineData("0.8", 72, Standing.AtRisk)]
    [InlineData("0.75", 67, Standing.OnTrack)]
    [InlineData("0.75", 68, Standing.AtRisk)]
    [InlineData("1", 89, Standing.OnTrack)]
    [InlineData("1", 90, Standing.AtRisk)]
    [InlineData("1", 91, Standing.Overdue)]
    [InlineData("0.8000000000000000000000000001", 72, Standing.OnTrack)]
    [InlineData("0.8000000000000000000000000001", 73, Standing.AtRisk)]
    [InlineData("0.0000000000000000000000000001", 0, Standing.OnTrack)]
    [InlineData("0.0000000000000000000000000001", 1, Standing.AtRisk)]
    public void OpenOrder_AtAPartOfTheLimit_IsAtRisk(string share, int day, Standing standing) =>
        Assert.Equal(standing, Open(new() { AtRiskFromShare = decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture) }, day).Standing);

    [Fact]
    public void Share_OfALimitBelowTheStandardWarning_StandsInForIt() =>
        Assert.Equal(Standing.AtRisk, Open(new() { LimitDays = 40, AtRiskFromShare = 0.5m }, 20).Standing);

    [Fact]
    public void OverdueOrder_BeforeALevel_ChangesOnItsDayAndKeepsItsStanding()
    {
        var assessment = Rule(Fte).Assess(new() { OrderId = "O", AccountId = "A", OrderedOn = Ordered }, Ordered.AddDays(91));
        Assert.Equal(Ordered.AddDays(95), assessment.ChangesOn);
        Assert.Null(assessment.StandingChangesOn);
        Assert.Equal(Ordered.AddDays(90), assessment.DueOn);
    }

    /// <summary>Every rule of a deadline, but for payment, whose bands of debt are its levels.</summary>
    [Theory]
    [InlineData("fteFulfillment")]
    [InlineData("registryClosure")]
    [InlineData("updateAcknowledgement")]
    [InlineData("updateImplementation")]
    [InlineData("bcpProtocol")]
    [InlineData("interactionDocumentation")]
    [InlineData("actionItem")]
    [InlineData("progressUpdate")]
    [InlineData("businessReview")]
    [InlineData("escalation")]
    public void Deadline_OfAnyRule_TakesLevels(string section)
    {
        var policy = Policy.Parse($$"""{ "{{section}}": { "levels": [{ "name": "Head", "daysPast": 3 }] } }""");
        var rules = policy.Rules.Where((rule, i) => policy.Terms.Rules[i].Section?.Name == section && rule.Unit == Unit.Days);
        Assert.All(rules, rule => Assert.True(rule.Grades.Any(grade => grade.Band == "Head"), rule.Id));
        Assert.Equal(policy, Policy.Parse(PolicyDocument.Write(policy)));
    }

    [Fact]
    public void Document_WithLevelsThatCannotBe_NamesAllProblems()
    {
        var problems = Assert.Throws<PolicyException>(() => Policy.Parse("""
            {
              "fteFulfillment": {
                "atRiskFromDay": 80, "atRiskFromShare": 0.8,
                "levels": [{ "name": "Clear", "daysPast": 1 }, { "name": "Head", "daysPast": 1 }, { "name": "Head", "daysPast": 2 },
                  { "name": " ", "daysPast": 9 }]
              },
              "businessReview": { "atRiskFromShare": 80, "levels": [{ "name": "Head", "daysPast": 0 }] }
            }
            """)).Problems.Select(p => p.ToString());
        Assert.Equal(
        [
            "line 3: $.fteFulfillment.atRiskFromShare: found 0.8; allowed: either this or atRiskFromDay, which is 80: leave one of them out.",
            "line 4: $.fteFulfillment.levels[0].name: found `Clear`; allowed: a name that none of the rule's own bands has.",
            "line 4: $.fteFulfillment.levels[1].daysPast: found 1; allowed: above that of the level before, which is 1.",
            "line 4: $.fteFulfillment.levels[2].name: found `Head` again; allowed: a name that no other level has.",
            "line 5: $.fteFulfillment.levels[3].name: found an empty name; allowed: the level's name.",
            "line 7: $.businessReview.atRiskFromShare: found 80; allowed: above 0, up to 1; write 80 % as 0.8.",
            "line 7: $.businessReview.levels[0].daysPast: found 0; allowed: from 1 to 3660.",
        ], problems.Order(StringComparer.Ordinal));
    }

    private static (Standing Standing, string Band) Open(FteFulfillmentTerms terms, int day)
    {
        var assessment = Rule(terms).Assess(new() { OrderId = "O", AccountId = "A", OrderedOn = Ordered }, Ordered.AddDays(day));
        return (assessment.Standing, assessment.Band!);
    }

    private static DeadlineRule<FteOrder> Rule(FteFulfillmentTerms terms) => new Policy(new PolicyTerms().With(terms)).FteFulfillment;
}

using System.Text.Json;
using AccountRules.Documents;
using AccountRules.Testing;

namespace AccountRules.Tests.Basics;

/// <summary>A host says what its amount is an amount of, and the words stand wherever the value, a cut or a distance is told.</summary>
public sealed class UnitNameTests
{
    private static readonly DateOnly Day = Rules.Dated.Start;
    private static readonly TierRule<Training> Rule = Training.Tier(Training.Info, Training.Hourly, full: 40);
    private static readonly Policy Policy = Training.Policy();

    private static readonly Language German = Language.Read(
        """{ "language": "de", "decimal": ",", "messages": { "{0} hour": "{0} Stunde", "{0} hours": "{0} Stunden", "{0} to {1}": "noch {0} bis {1}" } }""");

    [Theory]
    [InlineData("1", "1 hour: Begun")]
    [InlineData("1.00", "1 hour: Begun")]
    [InlineData("0", "0 hours: None")]
    [InlineData("1.5", "1.5 hours: Begun")]
    [InlineData("38.50", "38.5 hours: Begun")]
    [InlineData("-1", "-1 hours: None")]
    [InlineData("1000000", "1000000 hours: Full")]
    public void Reason_OfAnAmountInAUnit_HasTheWordForItsNumber(string hours, string said) =>
        Assert.Equal($"Team t has {said}.", Rule.Assess(Of(hours)).Reason);

    [Theory]
    [InlineData("-1.5", "2.5 hours to Begun", null)]
    [InlineData("0", "1 hour to Begun", null)]
    [InlineData("1", "39 hours to Full", "any less is None")]
    [InlineData("38.5", "1.5 hours to Full", "37.5 hours above None")]
    [InlineData("41", null, "1 hour above Begun")]
    public void Margin_OfAnAmountInAUnit_IsInTheUnit(string hours, string? above, string? below)
    {
        var said = Rule.Assess(Of(hours));

        Assert.Equal((above, below), (said.ToBandAbove?.ToString(), said.ToBandBelow?.ToString()));
        Assert.Equal(above ?? said.Reason, said.Explain().Split('\n')[^1]);
    }

    [Fact]
    public void Margin_OnACutThatMustBeExceeded_SaysTheCutInTheUnit()
    {
        var rule = new TierRule<Training>(Training.Info, Training.Hourly, new(Band.Lowest("Low"), Band.Above(40, "High")), Training.Shape);

        Assert.Equal("must exceed 40 hours for High", rule.Assess(Of("40")).ToBandAbove!.Value.ToString());
    }

    /// <summary>7/3 lies above the largest decimal below it: only a product tells.</summary>
    [Fact]
    public void Quotient_InAUnit_IsComparedByMultiplicationAndToldCutOff()
    {
        var rule = new TierRule<Training>(
            Training.Info, Training.PerAgent,
            new(Band.Lowest("Low"), Band.Above(2.3333333333333333333333333333m, "High"), Band.From(3, "Busy")), Training.Shape);
        var said = rule.Assess(new Training("t", Tickets: 7, Agents: 3));

        Assert.Equal("Team t has 2.33… tickets per agent: High.", said.Reason);
        Assert.Equal("0.66… tickets per agent to Busy", said.ToBandAbove!.Value.ToString());
        Assert.Equal("Team t has 1 ticket per agent: Low.", rule.Assess(new Training("t", Tickets: 3, Agents: 3)).Reason);
    }

    /// <summary>What no expression holds, no query, column or monitor can answer otherwise by.</summary>
    [Fact]
    public void Words_AreNoPartOfTheExpression() => Assert.Equal(
        Training.Tier(Training.Info, Measure.Mean<Training>(t => t.Tickets, t => t.Agents), full: 40).Expression.ToString(),
        Training.Tier(Training.Info, Training.PerAgent, full: 40).Expression.ToString());

    [Fact]
    public void Sentence_OfTheRulesOwn_HasTheValueInTheUnit()
    {
        var info = Training.Info with { Sentence = "trained for {value}, which is {band}" };

        Assert.Equal("Team t trained for 38.5 hours, which is Begun.", Training.Tier(info, Training.Hourly, full: 40).Assess(Of("38.50")).Reason);
    }

    [Fact]
    public void Stage_OfALifecycle_HasTheValueInTheUnit()
    {
        var life = Training.Size(Training.Info, full: 40);

        Assert.Equal("Team t is large by 41 agents.", life.Assess(new Training("t", Agents: 41), Day).Reason);
        Assert.Equal("agents", life.InTrack.UnitName?.More);
    }

    [Fact]
    public void HostsType_GatheredRowAndHistory_KeepTheUnit()
    {
        var ofHost = Rule.For<Tuple<decimal>>(t => new Training("t", t.Item1));
        var meansOfHost = Training.Tier(Training.Info, Training.PerAgent, full: 40).For<Tuple<int>>(t => new Training("t", null, t.Item1, 2));
        var gathered = new GatheredRule<Training>(Rule, new FactGathering<Training>(_ => []));

        Assert.Equal("Team t has 2 hours: Begun.", ofHost.Assess(new(2)).Reason);
        Assert.Equal("Team t has 1 ticket per agent: Begun.", meansOfHost.Assess(new(2)).Reason);
        Assert.Equal((Training.HourName, null), (gathered.UnitName, Policy.PerformancePay.UnitName));
        Assert.Equal(Training.HourName, new PolicyHistory([Policy]).Rule(Training.Rule).UnitName);
    }

    [Fact]
    public void Handbook_HasRangesInTheUnit_AsTextAlone()
    {
        var handbook = PolicyHandbook.Write(Policy);

        Assert.Contains("| None | below 1 hour | Missed |\n| Begun | from 1 hour below 40 hours | AtRisk |\n| Full | from 40 hours | Met |", handbook,
            StringComparison.Ordinal);
        Assert.Contains("| Full | from 40 days\\|h | Met |", handbook, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_OfAMovedCut_IsARegionInTheUnit()
    {
        var rules = PolicyDiff.Between(Policy, Training.Policy(full: 38.5m)).Rules;

        Assert.Equal(["amount from 38.5 hours below 40 hours: AtRisk -> Met"], Regions("training"));
        Assert.Equal(["amount from 38.5 tickets per agent below 40 tickets per agent: AtRisk -> Met"], Regions("training-load"));
        Assert.Contains("amount 38 agents to 39 agents, Hours from 5: AtRisk -> Met", Regions("training-size"));

        IEnumerable<string> Regions(string rule) => rules.Single(r => r.RuleId == rule).Regions.Select(r => r.ToString());
    }

    [Fact]
    public void Boundaries_AreToldInTheUnit_AndWhatIsNotMeasuredWithoutIt()
    {
        var boundaries = PolicyBoundaries.Of(Policy).Where(b => b.Rule.Id.StartsWith("training", StringComparison.Ordinal)).ToArray();

        Assert.Equal(
            """
            training: amount from 1 hour
            training: amount from 40 hours
            training-days: amount from 1 day|h
            training-days: amount from 40 days|h
            training-load: amount from 1 ticket per agent
            training-load: amount from 40 tickets per agent
            training-size: Agents missing, Hours from 5
            training-size: Hours from 5
            """, string.Join('\n', boundaries.AsEnumerable()));
        Assert.Equal(["39.99 hours", "40 hours", "40.01 hours"], boundaries[1].Cases.Select(c => boundaries[1].Show(c.Value)));
    }

    [Fact]
    public void TestKit_TellsValueAndCutInTheUnit()
    {
        Assert.EndsWith(" 38.5 hours is 1.5 hours below the cut: Full is from 40 hours.", Failure("38.5"), StringComparison.Ordinal);
        Assert.EndsWith(" 1 hour is the cut itself: Begun is from it.", Failure("1"), StringComparison.Ordinal);

        static string Failure(string hours) =>
            Assert.Throws<PolicyAssertException>(() => PolicyAssert.Stands(Rule.Assess(Of(hours)), Standing.Graded)).Message;
    }

    [Fact]
    public void Record_ComesBackFromJsonWithItsUnit_AndVerifies()
    {
        var record = Policy.Rule(Training.Rule).Assess(Of("38.5"), Day).ToRecord();
        var json = JsonSerializer.Serialize(record);
        var back = JsonSerializer.Deserialize<AssessmentRecord>(json)!;

        Assert.Contains("\"Unit\":\"Amount\",\"UnitName\":{\"One\":\"hour\",\"More\":\"hours\"}", json, StringComparison.Ordinal);
        Assert.Equal((record, "38.5 hours"), (back, Language.English.Measured(back.Value!.Value, back.Unit!.Value, back.UnitName)));
        Assert.Equal("same", back.Verify(Policy).ToString());
        Assert.Equal(
            ["UnitName.More", "Digest"],
            (back with { UnitName = new("hour", "days") }).Verify(Policy).Differences.Select(d => d.Field));
    }

    [Fact]
    public void Record_OfARuleWithoutAUnitName_HasNoneInJson() => Assert.DoesNotContain(
        "UnitName", JsonSerializer.Serialize(Policy.RegistryClosure.Assess(new() { ItemId = "r", AddedOn = Day }, Day).ToRecord()),
        StringComparison.Ordinal);

    [Fact]
    public void OtherLanguage_SaysTheHostsWordsAsMessages()
    {
        var said = Rule.Assess(Of("38.5"));

        Assert.Equal("noch 1,5 Stunden bis Full", said.ToBandAbove!.Value.In(German));
        Assert.Equal("Team t has 38,5 Stunden: Begun.", said.ReasonIn(German));
        Assert.Equal("1 Stunde", German.Measured(1, Unit.Amount, Training.HourName));
        Assert.Contains("| from 1 Stunde below 40 Stunden |", PolicyHandbook.Write(Policy, German), StringComparison.Ordinal);
        Assert.Equal("1,5 hours bis „Voll“", said.ToBandAbove!.Value.In(Language.German));
    }

    /// <summary>Hours are no money, whatever currency the fact names; what it is paid still is.</summary>
    [Fact]
    public void AmountInAUnit_OfAFactWithACurrency_HasNoCurrency()
    {
        var said = Rule.Assess(new Training("t", 38.5m, Currency: "EUR"));

        Assert.Equal(("Team t has 38.5 hours: Begun.", "1.5 hours to Full"), (said.Reason, said.ToBandAbove!.Value.ToString()));
        Assert.Equal((null, null, "EUR"), (said.ValueCurrency, said.ToBandAbove!.Value.Currency, said.Currency));
    }

    [Fact]
    public void Guard_IsAskedBeforeTheMeasure_SoThatWhatIsMissingHasTheHostsCause()
    {
        var rule = Training.Tier(Training.Info, Training.PerAgent, full: 40);
        var said = rule.Assess(new Training("t", Tickets: 7, Agents: 0));

        Assert.Equal((Standing.Undetermined, "NoAgents", "Team t has no agents."), (said.Standing, said.Cause.Code, said.Reason));
        Assert.Equal(Cause.NoTarget, rule.Assess(new Training("t", Tickets: 7)).Cause);
        Assert.Equal("Team t has no amount.", Rule.Assess(new Training("t")).Reason);
    }

    [Fact]
    public void Categories_OfTwoUnits_CannotBeMade()
    {
        var days = Training.Tier(Training.Info, Measure.Amount<Training>(t => t.Hours, new("day", "days")), full: 40);

        Assert.StartsWith(
            "Category `b` measures Amount (day, days) from  until , and `a` measures Amount (hour, hours) from  until : one rule measures in one way.",
            Assert.Throws<ArgumentException>(() => new RuleByCategory<Training>(Training.Info, t => t.Currency, [new("a", Rule), new("b", days)])).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "hours", "``: give a text that is not empty")]
    [InlineData(null, "hours", "``: give a text that is not empty")]
    [InlineData("hour", "hours ", "`hours `: give a text without blanks or invisible characters around it")]
    [InlineData("hour", "ho\u200Burs", "`ho\\u200Burs`: give a text without invisible characters or unusual blanks in it")]
    [InlineData("hour", "ho\nurs", "`ho\\nurs`: give a text without braces and invisible characters in it")]
    [InlineData("{0}", "hours", "`{0}`: give a text without braces and invisible characters in it")]
    public void Words_ThatNoSentenceTakes_AreRefused(string? one, string more, string fault)
    {
        var unit = new UnitName(one!, more);
        var expected = $"A unit is called {fault} for one and for more, such as new(\"hour\", \"hours\"). (Parameter 'unit')";

        Assert.Equal(expected, Assert.Throws<ArgumentException>(() => Measure.Amount<Training>(t => t.Hours, unit)).Message);
        Assert.Equal(expected, Assert.Throws<ArgumentException>(() => Measure.Mean<Training>(t => t.Hours, t => t.Agents, unit)).Message);
    }

    private static Training Of(string hours) => new("t", Rules.Dated.Number(hours));
}

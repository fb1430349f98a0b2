using AccountRules.NRules.Tests.Hosts;
using NRules;
using NRules.Fluent;
using NRules.RuleModel;

namespace AccountRules.NRules.Tests;

public sealed class MetadataTests
{
    private static readonly Policy policy = new(new PolicyTerms { Version = "2026.1" }.With(new KeyAccountTerms { EntryThreshold = 100_000 }));

    [Fact]
    public void RuleSet_OfAPolicy_HasItsNameAndEveryRule()
    {
        var set = policy.ToRuleSet();

        Assert.Equal("account-management", set.Name);
        Assert.Equal(
            policy.Rules.SelectMany(r => r.Id == "key-account" ? new[] { "key-account periods", "key-account" } : [r.Id]),
            set.Rules.Select(r => r.Name));
        Assert.Superset(policy.Rules.Select(r => r.Id).ToHashSet(), set.Rules.Select(r => r.Name).ToHashSet());
    }

    [Fact]
    public void RuleSet_InAHostsRepository_StandsBesideTheHostsOwn()
    {
        var repository = new RuleRepository();
        repository.Load(rules => rules.From(typeof(Watch)));
        repository.Add(policy.ToRuleSet());

        Assert.Equal(policy.Rules.Count + 2, repository.GetRules().Count());
        Assert.NotNull(repository.Compile().CreateSession());
    }

    [Fact]
    public void Definition_OfEveryRule_CarriesWhatTheRuleSaysOfItself() => Assert.All(policy.ToRuleSet().Rules, definition =>
    {
        var rule = (Rule)definition.Properties[RuleMetadata.Rule];
        Assert.Contains(rule, policy.Rules);
        Assert.StartsWith(rule.Id, definition.Name, StringComparison.Ordinal);
        Assert.Equal(rule.Info.Says, definition.Description);
        Assert.Equal([RuleMetadata.Tag, rule.Info.Citation!.Document], definition.Tags);
        Assert.Equal(rule.Info.Title, definition.Properties[RuleMetadata.Title]);
        Assert.Equal(rule.Info.Reading, definition.Properties[RuleMetadata.Reading]);
        Assert.Equal(rule.Info.Citation, definition.Properties[RuleMetadata.Citation]);
        Assert.Equal("2026.1", definition.Properties[RuleMetadata.PolicyVersion]);
    });

    [Fact]
    public void Definition_OfTheFteRule_IsThePolicysSentence()
    {
        var definition = policy.FteFulfillment.ToRuleDefinition();

        Assert.Equal("fte-fulfillment", definition.Name);
        Assert.Equal("An FTE order is fulfilled at most 90 days from the date of order.", definition.Description);
        Assert.Equal(["AccountRules", "expectations"], definition.Tags);
        Assert.Equal("expectations, 2", definition.Properties["AccountRules.Citation"].ToString());
        Assert.Equal(1_000, definition.Priority);
    }

    [Fact]
    public void Definition_OfAHostsRuleWithoutCitationAndPolicy_HasNeither()
    {
        var rule = new TierRule<Slot<string>>(
            new RuleInfo("length"), Measure.Amount<Slot<string>>(s => s.Content.Length),
            new Scale(Band.Lowest("Short", Standing.Graded), Band.From(10, "Long", Standing.Graded)), new(s => s.Content));

        var definition = rule.ToRuleDefinition();

        Assert.Equal([RuleMetadata.Tag], definition.Tags);
        Assert.Equal([RuleMetadata.Reading, RuleMetadata.Rule, RuleMetadata.Title], definition.Properties.Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Track_OfARuleWithoutPeriods_SaysSo() => Assert.Equal(
        "Rule `improvement-plan` cannot be tracked over periods: its facets have none, or it has more than four stages; "
        + "use ToRuleDefinition. (Parameter 'rule')",
        Assert.Throws<ArgumentException>(() => policy.ImprovementPlan.ToTrackDefinitions()).Message);

    [Fact]
    public void PublicApi_OfTheAdapter_IsTheRecordedOne() =>
        Approved.Matches("tests/AccountRules.NRules.Tests/PublicApi.txt", AccountRules.Tests.Architecture.PublicApi.Of(typeof(EvaluationDate).Assembly));
}

using AccountRules.Documents;

namespace AccountRules.Tests.Documents;

public class PolicyHandbookTests
{
    private static readonly string Handbook = PolicyHandbook.Write(Policy.Default);

    [Theory]
    [InlineData("| Partial | above 60 % up to 80 % | Graded | 60 % |  |")]
    [InlineData("| Pip | up to 35 % | Graded | 0 % | PIP |")]
    [InlineData("| NearLimit | from 76 days up to 90 days | AtRisk | Met |")]
    [InlineData("| OverLimit | above 90 days | Overdue | Late |")]
    [InlineData("| `registryClosure.focusQuarters` | 2, 3 | The quarters whose items are in focus. |")]
    [InlineData("| Met | above 85 % | Met |")]
    [InlineData("| TerminationReview | Missed |")]
    [InlineData("Source: key-account-manager, PLP table.")]
    public void Handbook_OfTheDefaultPolicy_HasTheLine(string line) => Assert.Contains(line, Handbook, StringComparison.Ordinal);

    [Fact]
    public void Handbook_OfThePolicyOfTheDocuments_DepartsNowhere() => Assert.DoesNotContain("departs", Handbook, StringComparison.Ordinal);

    /// <summary>The quote stays as it is; what the policy says otherwise follows at once, with both numbers.</summary>
    [Theory]
    [InlineData("""{ "fteFulfillment": { "limitDays": 60, "atRiskFromDay": 46 } }""", "An FTE order is fulfilled at most 90 days from the date of order.",
        "`fteFulfillment.limitDays` is 60 instead of 90; `fteFulfillment.atRiskFromDay` is 46 instead of 76")]
    [InlineData(
        """{ "kpiAttainment": { "above": 0.9 } }""", "Every KPI is attained above 85%, month over month, across all KPIs.",
        "`kpiAttainment.above` is 0.9 instead of 0.85")]
    [InlineData("""{ "registryClosure": { "focusQuarters": [4] } }""",
        "A Master Action Registry item is closed within 30 to 60 days of being added, with a focus on closing the Q2 and Q3 registries on time.",
        "`registryClosure.focusQuarters` is 4 instead of 2, 3")]
    [InlineData("""{ "registryClosure": { "focusQuarters": [] } }""",
        "A Master Action Registry item is closed within 30 to 60 days of being added, with a focus on closing the Q2 and Q3 registries on time.",
        "`registryClosure.focusQuarters` is none instead of 2, 3")]
    [InlineData("""{ "performancePay": { "bands": [ { "name": "Pip", "programme": "PIP" }, { "name": "Full", "above": 0.5, "factor": 1 } ] } }""",
        "KPI achievement decides performance-linked pay, by the PLP table.",
        "`performancePay.bands` is Pip (factor 0, programme PIP), Full (above 0.5, factor 1) instead of "
        + "Pip (factor 0, programme PIP), Low (above 0.35, factor 0.4), Partial (above 0.6, factor 0.6), Full (above 0.8, "
        + "factor 1), Over (above 1, factor 1.1)")]
    public void Handbook_OfAPolicyThatDeparts_SaysSoWithBothNumbers(string policy, string quote, string departures) => Assert.Contains(
        $"> {quote}\n\n**This policy departs from the documents, as they are read here:** {departures}.\n\nSource: ",
        PolicyHandbook.Write(Policy.Parse(policy)), StringComparison.Ordinal);

    /// <summary>The month quotes the same 85 % and rests on the KPI's terms; no threshold of a key account is in the documents, so none departs.</summary>
    [Fact]
    public void Handbook_OfAPolicyThatDeparts_SaysSoWhereverTheNumberCounts()
    {
        var handbook = PolicyHandbook.Write(Policy.Parse("""{ "kpiAttainment": { "above": 0.9 }, "keyAccount": { "entryThreshold": 1 } }"""));
        Assert.Equal(3, handbook.Split("This policy departs").Length);
        Assert.DoesNotContain("instead of not set", handbook, StringComparison.Ordinal);
    }

    /// <summary>What the documents leave open is said until it is set, and what a policy does not have has no heading.</summary>
    [Theory]
    [InlineData("{}", "\n\nIt has no score until accountReport.weights are given: the documents state none.\n\n", true)]
    [InlineData("""{ "accountReport": { "weights": [ { "rule": "payment", "weight": 1 } ] } }""", "It has no score", false)]
    [InlineData("{}", "\n\n## Working days\n\n", false)]
    [InlineData("""{ "workingDays": { "calendars": [ { "name": "office" } ] } }""", "\n\n## Working days\n\n", true)]
    [InlineData("""{ "effectiveFrom": "2026-01-01" }""", "\n\nIn force from 2026-01-01. Facts that begin before then are not applicable.\n\n## ", true)]
    [InlineData("{}", "In force from", false)]
    public void Handbook_SaysWhatIsSet_AndWhatIsNot(string policy, string text, bool isThere) =>
        Assert.Equal(isThere, PolicyHandbook.Write(Policy.Parse(policy)).Contains(text, StringComparison.Ordinal));

    /// <summary>Paragraphs are one empty line apart, whichever of them a rule has, and the last line ends as every other.</summary>
    [Fact]
    public void Handbook_AndPages_HaveNoEmptyParagraph() => Assert.All(
        Policy.Default.Rules.Select(rule => PolicyHandbook.Write(Policy.Default, rule.Id)).Append(Handbook),
        text =>
        {
            Assert.DoesNotContain("\n\n\n", text, StringComparison.Ordinal);
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
            Assert.False(text.EndsWith("\n\n", StringComparison.Ordinal));
        });

    [Fact]
    public void Handbook_HasEveryRuleWithItsCitation()
    {
        foreach (var rule in Policy.Default.Rules)
            Assert.Contains($"(`{rule.Id}`)\n\n> {rule.Info.Says}\n\nSource: {rule.Info.Citation}.", Handbook, StringComparison.Ordinal);
    }

    /// <summary>The page of a rule has the terms that it shares with the rule before it, and each cause for which it gives no band.</summary>
    [Theory]
    [InlineData("fte-fulfillment", "| `EndBeforeStart` | Undetermined | ends before it begins |")]
    [InlineData("fte-fulfillment", "| `NotBegun` | NotApplicable | begins on …, after … |")]
    [InlineData("satisfaction-trend", "| `satisfaction.minResponses` | 5 |")]
    [InlineData("satisfaction-trend", "| `TooFewBefore` | Undetermined | had fewer scores in the period before than minResponses of the policy")]
    [InlineData("key-account", "| `NoThreshold` | Undetermined |")]
    public void Page_OfARule_HasTheLine(string rule, string line) =>
        Assert.Contains($"\n{line}", PolicyHandbook.Write(Policy.Default, rule), StringComparison.Ordinal);

    [Fact]
    public void Page_OfARule_HasWhatTheHandbookSaysOfIt() => Assert.All(
        Policy.Default.Rules,
        rule => Assert.StartsWith(
            $"# {rule.Info.Title} (`{rule.Id}`)\n\n> {rule.Info.Says}\n\nSource: {rule.Info.Citation}.", PolicyHandbook.Write(Policy.Default, rule.Id),
            StringComparison.Ordinal));

    [Fact]
    public void Page_OfARuleThatThePolicyDoesNotHave_IsRefused() => Assert.StartsWith(
        "The policy has no rule `nothing`; it has fte-fulfillment, registry-closure,",
        Assert.Throws<ArgumentException>(() => PolicyHandbook.Write(Policy.Default, "nothing")).Message, StringComparison.Ordinal);
}

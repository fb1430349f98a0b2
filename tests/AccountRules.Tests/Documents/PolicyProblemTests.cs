using System.Text;
using AccountRules.Documents;

namespace AccountRules.Tests.Documents;

/// <summary>What an author reads when a document cannot be used.</summary>
public class PolicyProblemTests
{
    private static string[] Problems(string json)
    {
        var policy = PolicyDocument.Read(Encoding.UTF8.GetBytes(json), out var problems);
        Assert.Equal(problems.Count == 0, policy is not null);
        return [.. problems.Select(p => p.ToString())];
    }

    [Fact]
    public void Document_WithManyMistakes_NamesThemAllInOrder() => Assert.Equal(
        [
            "line 1: $.policy: found `5`; allowed: a text in quotes.",
            "line 2: $.fteFulfillment.limitDays: found `\"ninety\"`; allowed: a whole number from 1 to 3660, such as 30.",
            "line 2: $.fteFulfillment.limit: found an unknown property `limit`; allowed: one of limitDays, atRiskFromDay, atRiskFromShare, calendar, levels.",
            "line 3: $.keyAccount.entryThreshold: found 0; allowed: above 0.",
            "line 4: $.effectiveFrom: found `\"2026-02-30\"`; allowed: a date, such as \"2026-01-01\".",
            "line 5: $.kpiAttainment: found null; allowed: an object.",
            "line 6: $.performancePay.rounding: found `\"nearest\"`; allowed: one of \"halfAwayFromZero\", \"halfToEven\", \"towardZero\", \"up\", \"down\".",
            "line 7: $.performancePay.bands[1].name: found `Pip` again; allowed: a name that no other band has.",
            "line 7: $.performancePay.bands[2].above: found above 0.5; allowed: bands in ascending order; band `Pip` before it begins above 0.6.",
        ],
        Problems("""
            { "policy": 5,
              "fteFulfillment": { "limitDays": "ninety", "atRiskFromDay": 100, "limit": 90 },
              "keyAccount": { "entryThreshold": 0 },
              "effectiveFrom": "2026-02-30",
              "kpiAttainment": null,
              "performancePay": { "rounding": "nearest",
                "bands": [ { "name": "Pip", "programme": "PIP" }, { "name": "Pip", "above": 0.6 }, { "name": "Full", "above": 0.5 } ] } }
            """));

    [Theory]
    [InlineData("", "line 1: $: found text that is not JSON at column 1 (The input does not contain any JSON tokens); allowed: one JSON object.")]
    [InlineData("[]", "line 1: $: found `[]`; allowed: an object.")]
    [InlineData("{} {}", "line 1: $: found text that is not JSON at column 4 ('{' is invalid after a single JSON value); allowed: one JSON object.")]
    [InlineData(
        "{\n\"kpiAttainment\": { \"above\": NaN } }",
        "line 2: $: found text that is not JSON at column 29 ('N' is an invalid start of a value); allowed: one JSON object.")]
    [InlineData("{\"version\":\"1\",\n\"version\":\"2\"}", "line 2: $.version: found the property a second time; allowed: each property once.")]
    [InlineData("{\"version\":\"\"}", "line 1: $.version: found an empty version; allowed: the version's name, such as 2026-01.")]
    [InlineData("{\"version\":\" \"}", "line 1: $.version: found an empty version; allowed: the version's name, such as 2026-01.")]
    [InlineData("{\"version\":\"1 \"}", "line 1: $.version: found `1 `; allowed: a text without blanks or invisible characters around it.")]
    [InlineData("{\"Version\":\"1\"}", "line 1: $.Version: found an unknown property `Version`; allowed: one of policy, version, effectiveFrom, {sections}.")]
    [InlineData("{\"kpiAttainment\":{\"above\":85}}", "line 1: $.kpiAttainment.above: found 85; allowed: from 0 to 10; write 85 % as 0.85.")]
    [InlineData("{\"kpiAttainment\":{\"above\":10.5}}", "line 1: $.kpiAttainment.above: found 10.5; allowed: from 0 to 10; write 10.5 % as 0.105.")]
    [InlineData("{\"kpiAttainment\":{\"above\":1001}}", "line 1: $.kpiAttainment.above: found 1001; allowed: from 0 to 10.")]
    [InlineData("{\"kpiAttainment\":{\"above\":-1}}", "line 1: $.kpiAttainment.above: found -1; allowed: from 0 to 10.")]
    [InlineData(
        "{\"improvementPlan\":{\"expectedAbove\":35}}", "line 1: $.improvementPlan.expectedAbove: found 35; allowed: from 0 to 10; write 35 % as 0.35.")]
    [InlineData(
        "{\"performancePay\":{\"bands\":[{\"name\":\"A\",\"factor\":40},"
        + "{\"name\":\"B\",\"above\":60,\"factor\":100},{\"name\":\"C\",\"from\":80,\"factor\":1}]},"
        + "\"improvementPlan\":{\"expectedAbove\":1}}",
        "line 1: $.performancePay.bands[0].factor: found 40; allowed: from 0 to 10; write 40 % as 0.4.|"
        + "line 1: $.performancePay.bands[1].above: found 60; allowed: from 0 to 10; write 60 % as 0.6.|"
        + "line 1: $.performancePay.bands[1].factor: found 100; allowed: from 0 to 10; write 100 % as 1.|"
        + "line 1: $.performancePay.bands[2].from: found 80; allowed: from 0 to 10; write 80 % as 0.8.")]
    [InlineData("{\"retention\":{\"from\":5}}", "line 1: $.retention.from: found 5; allowed: above 0, up to 1, which is 100 %.")]
    [InlineData("{\"retention\":{\"from\":9.5}}", "line 1: $.retention.from: found 9.5; allowed: above 0, up to 1, which is 100 %.")]
    [InlineData("{\"retention\":{\"from\":10.5}}", "line 1: $.retention.from: found 10.5; allowed: above 0, up to 1; write 10.5 % as 0.105.")]
    [InlineData(
        "{\"fteFulfillment\":{\"atRiskFromShare\":1.5}}", "line 1: $.fteFulfillment.atRiskFromShare: found 1.5; allowed: above 0, up to 1, which is 100 %.")]
    [InlineData(
        "{\"bcpConsistency\":{\"consistentFrom\":90}}", "line 1: $.bcpConsistency.consistentFrom: found 90; allowed: above 0, up to 1; write 90 % as 0.9.")]
    [InlineData("{\"revenueGrowth\":{\"benchmark\":15}}", "line 1: $.revenueGrowth.benchmark: found 15; allowed: above -1, up to 10; write 15 % as 0.15.")]
    [InlineData(
        "{\"achievement\":{\"kpis\":[{\"name\":\"e\u0301\",\"weight\":1}]},"
        + "\"escalation\":{\"severities\":[{\"name\":\"high\u200B\",\"routeWithinDays\":1,\"resolveWithinDays\":5}]}}",
        "line 1: $.achievement.kpis[0].name: found `e\u0301`; allowed: a text in Unicode's composed form (NFC), in which \u00E9 is one character; "
        + "this one looks like it and is another.|"
        + "line 1: $.escalation.severities[0].name: found `high\\u200B`; allowed: a text without blanks or invisible characters around it.")]
    [InlineData("{\"performancePay\":{\"increment\":0}}", "line 1: $.performancePay.increment: found 0; allowed: above 0.")]
    [InlineData(
        "{\"performancePay\":{\"increment\":0.125}}",
        "line 1: $.performancePay.increment: found 0.125; allowed: as many places as decimals says, which is 2: give more decimals, or a coarser increment.")]
    [InlineData(
        "{\"kpiAttainment\":{\"above\":\"0.85\"}}",
        "line 1: $.kpiAttainment.above: found `\"0.85\"`; allowed: a number from 0 to 10 of at most 28 digits, such as 0.85.")]
    [InlineData(
        "{\"kpiAttainment\":{\"above\":0.850000000000000000000000000001}}",
        "line 1: $.kpiAttainment.above: found `0.850000000000000000000000000001`; allowed: a number from 0 to 10 of at most 28 digits, such as 0.85.")]
    [InlineData(
        "{\"kpiAttainment\":{\"above\":1e-400}}",
        "line 1: $.kpiAttainment.above: found `1e-400`; allowed: a number from 0 to 10 of at most 28 digits, such as 0.85.")]
    [InlineData(
        "{\"kpiAttainment\":{\"above\":1e400}}",
        "line 1: $.kpiAttainment.above: found `1e400`; allowed: a number from 0 to 10 of at most 28 digits, such as 0.85.")]
    [InlineData(
        "{\"fteFulfillment\":{\"limitDays\":30.5}}", "line 1: $.fteFulfillment.limitDays: found `30.5`; allowed: a whole number from 1 to 3660, such as 30.")]
    [InlineData(
        "{\"fteFulfillment\":{\"limitDays\":0, \"atRiskFromDay\":1}}",
        "line 1: $.fteFulfillment.limitDays: found 0; allowed: from 1 to 3660.|line 1: $.fteFulfillment.atRiskFromDay: found 1; allowed: "
        + "at most limitDays, which is 0.")]
    [InlineData("{\"fteFulfillment\":{\"limitDays\":60}}", "line 1: $.fteFulfillment.atRiskFromDay: found 76; allowed: at most limitDays, which is 60.")]
    [InlineData("{\"registryClosure\":{\"limitDays\":30}}", "line 1: $.registryClosure.limitDays: found 30; allowed: above targetDays, which is 30.")]
    [InlineData(
        "{\"registryClosure\":{\"focusQuarters\":[2,5,2]}}",
        "line 1: $.registryClosure.focusQuarters[1]: found 5; allowed: from 1 to 4.|line 1: $.registryClosure.focusQuarters[2]: "
        + "found 2 again; allowed: each quarter once.")]
    [InlineData(
        "{\"registryClosure\":{\"focusQuarters\":[2,\"Q3\"]}}",
        "line 1: $.registryClosure.focusQuarters[1]: found `\"Q3\"`; allowed: a whole number from 1 to 4, such as 30.")]
    [InlineData(
        "{\"keyAccount\":{\"exitThreshold\":5}}", "line 1: $.keyAccount.exitThreshold: found 5; allowed: an entryThreshold beside it; add entryThreshold.")]
    [InlineData(
        "{\"keyAccount\":{\"entryThreshold\":4,\"exitThreshold\":5}}",
        "line 1: $.keyAccount.exitThreshold: found 5; allowed: at most entryThreshold, which is 4.")]
    [InlineData(
        "{\"performancePay\":{\"bands\":[]},\"improvementPlan\":{\"expectedAbove\":1}}",
        "line 1: $.performancePay.bands: found no band; allowed: at least the lowest band, which has no cut.")]
    [InlineData(
        "{\"performancePay\":{\"bands\":[{\"name\":\"A\",\"above\":0}]},\"improvementPlan\":{\"expectedAbove\":1}}",
        "line 1: $.performancePay.bands[0].above: found above 0; allowed: no cut on the first band, which takes in all that lies below; "
        + "leave it out, or put a lowest band before.")]
    [InlineData(
        "{\"performancePay\":{\"bands\":[{\"name\":\"A\"},{\"name\":\"B\"}]},\"improvementPlan\":{\"expectedAbove\":1}}",
        "line 1: $.performancePay.bands[1]: found no cut; allowed: above or from on every band but the first.")]
    [InlineData(
        "{\"performancePay\":{\"bands\":[{\"name\":\"A\"},{\"name\":\"B\",\"above\":1,\"from\":1}]},\"improvementPlan\":{\"expectedAbove\":1}}",
        "line 1: $.performancePay.bands[1].from: found above and from on one band; allowed: one of them.")]
    [InlineData(
        "{\"performancePay\":{\"bands\":[{\"name\":\"A\"},7,{\"above\":1}]},\"improvementPlan\":{\"expectedAbove\":1}}",
        "line 1: $.performancePay.bands[1]: found `7`; allowed: an object.|line 1: $.performancePay.bands[2].name: found nothing; allowed: a text in quotes.")]
    [InlineData(
        "{\"performancePay\":{\"bands\":[{\"name\":\"A\"}]}}",
        "line 1: $.improvementPlan.expectedAbove: found nothing; allowed: an achievement such as 0.35, since no pay band that enters a "
        + "programme has an end to take it from.")]
    [InlineData("{\"version\":\"\\ud800\"}", "line 1: $.version: found `\"\\ud800\"`; allowed: a text in quotes.")]
    [InlineData(
        "{\"fteFulfillment\":{\"\\ud800\":1}}",
        "line 1: $.fteFulfillment.: found an unknown property `text that is not Unicode`; allowed: one of limitDays, atRiskFromDay, atRiskFromShare, "
        + "calendar, levels.")]
    [InlineData(
        "{\"performancePay\":{\"rounding\":\"halfToEven, towardZero\"}}",
        "line 1: $.performancePay.rounding: found `\"halfToEven, towardZero\"`; allowed: one of \"halfAwayFromZero\", \"halfToEven\", "
        + "\"towardZero\", \"up\", \"down\".")]
    public void Document_WithMistakes_NamesEach(string json, string expected) =>
        Assert.Equal(
            expected.Replace("{sections}", string.Join(", ", RuleCatalogue.Documents.Sections.Select(s => s.Name)), StringComparison.Ordinal).Split('|'),
            Problems(json));

    [Fact]
    public void PolicyFile_ThatIsMissing_IsNamed()
    {
        var e = Assert.Throws<PolicyException>(() => Policy.Read("no/such/policy.json"));

        Assert.StartsWith("The policy file no/such/policy.json cannot be used, for 1 reason:", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rounding_MadeInCodeOfNoMember_IsRefused() => Assert.Equal(
        ["$.performancePay.rounding: found 5; allowed: one of halfAwayFromZero, halfToEven, towardZero, up, down."],
        Assert.Throws<PolicyException>(() => new Policy(new PolicyTerms().With(new PerformancePayTerms { Rounding = (PayRounding)5 }))).Problems
            .Select(p => p.ToString()));

    [Fact]
    public void Terms_MadeInCode_AreCheckedLikeADocument() => Assert.Equal(
        ["$.fteFulfillment.atRiskFromDay: found 76; allowed: at most limitDays, which is 60."],
        Assert.Throws<PolicyException>(() => new Policy(new PolicyTerms().With(new FteFulfillmentTerms { LimitDays = 60 }))).Problems
            .Select(p => p.ToString()));

    /// <summary>Each begins as the name of the array of versions does.</summary>
    [Theory]
    [InlineData("versions\\ud800")]
    [InlineData("version\\ud800s")]
    [InlineData("\\udc00versions")]
    public void Document_WithANameThatIsNoUnicode_IsTold(string name) => Assert.Equal(
        "an unknown property `text that is not Unicode`", Assert.Throws<PolicyException>(() => Policy.Parse($"{{\"{name}\":1}}")).Problems.Single().Found);
}

using System.Text.Json;

namespace AccountRules.Cli.Tests;

/// <summary>A policy of several versions on the command line.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly Tool tool = new();

    private static string Policies => Path.Combine(Tool.Northwind, "policies");

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Assess_OfTheSample_JudgesEachByItsVersionAndSaysWhy()
    {
        var file = tool.File("fte-orders.csv", "OrderId,AccountId,OrderedOn,FulfilledOn\na,A,1997-12-31,1998-03-31\nb,A,1998-01-01,1998-03-03\n");
        var result = tool.Run("assess", file, "--policy", Policies, "--as-of", "1998-07-20", "--format", "json");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal(
        [
            // 90 days of 90, and 61 of 60.
            ("a", "Met", "1996", "version 1996, by the start 1997-12-31"),
            ("b", "Late", "1998", "version 1998, in force from 1998-01-01 on, by the start 1998-01-01"),
        ], JsonDocument.Parse(result.Out).RootElement.EnumerateArray().Where(a => Text(a, "rule") == "fte-fulfillment")
            .Select(a => (Text(a, "subject"), Text(a, "standing"), Text(a, "policyVersion"), Text(a, "judgedBy"))));
    }

    [Fact]
    public void Assess_OfAQuarterThatStraddles_SaysThePartsAndTheirSum()
    {
        var file = tool.File("performance-pay.csv", "EmployeeId,Period,Target,Actual,CommittedPay\n1,1997,100,120,1000\n1,1998-Q1,100,120,1000\n");
        var history = Path.Combine(tool.Folder, "policies");
        Directory.CreateDirectory(history);
        File.WriteAllText(Path.Combine(history, "1.json"), """{ "version": "1" }""");
        File.WriteAllText(Path.Combine(history, "2.json"), File.ReadAllText(Path.Combine(Policies, "1998.json")).Replace("1998-01-01", "1998-03-01"));
        var result = tool.Run("assess", file, "--policy", history, "--as-of", "1998-07-20", "--format", "csv");

        // 59 of 90 days at 110 %, 31 at 120 %: 1000 * (59 * 1.1 + 31 * 1.2) / 90 = 1134.44...
        Assert.Contains("1134.44 in all", result.Out, StringComparison.Ordinal);
        Assert.Contains("59 of 90 days by version 1: Over, paid at 110 %, 721.11; 31 of 90 days by version 1998: Over, paid at 120 %, 413.33", result.Out,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Summary_OfAHistory_NamesItsVersions() => Assert.Contains(
        "versions 1996 to 1998", tool.Run("assess", Tool.Northwind, "--policy", Policies, "--as-of", "1998-07-20").Out, StringComparison.Ordinal);

    [Fact]
    public void Check_OfAFolder_SaysEachVersion()
    {
        var result = tool.Run("policy", "check", Policies);
        Assert.Equal(ExitCode.Done, result.Code);
        var rules = Policy.Default.Rules.Count;
        Assert.Contains($"account-management 1996 is valid, {rules} rules, in force from the beginning", result.Out, StringComparison.Ordinal);
        Assert.Contains($"account-management 1998 is valid, {rules} rules, in force from 1998-01-01 on", result.Out + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfATransitionThatTheRuleDoesNotAdmit_IsInvalid()
    {
        var file = tool.File("policy.json", """{ "version": "1", "transition": { "fte-fulfillment": "byDays" } }""");
        var result = tool.Run("policy", "check", file);
        Assert.Equal(ExitCode.PolicyInvalid, result.Code);
        Assert.Contains(
            "$.transition.fte-fulfillment: found byDays in version 1; allowed: byStart, kinder, byEvaluationDate, which the rule admits.", result.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_WithBadDocuments_IsToldByFileAndLine()
    {
        Directory.CreateDirectory(Path.Combine(tool.Folder, "policies"));
        tool.File("policies/a.json", "{ \"version\": \"1\",\n \"kpiAttainment\": { \"above\": 85 } }");
        tool.File("policies/b.json", "{");
        var result = tool.Run("assess", Tool.Northwind, "--policy", Path.Combine(tool.Folder, "policies"));
        Assert.Equal(ExitCode.PolicyInvalid, result.Code);
        Assert.Contains(Path.Combine("policies", "a.json") + ":2: $.kpiAttainment.above: found 85", result.Error, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("policies", "b.json") + ":1: ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("policy", "show")]
    [InlineData("policy", "boundaries")]
    public void Verb_OfASingleVersion_RefusesAHistory(params string[] verb)
    {
        var result = tool.Run([.. verb, Policies]);
        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.Contains("found 2 versions (1996, 1998); allowed: a single one: give the file of that version", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FirstVersionOfTheSample_SaysWhatTheSamplePolicySays()
    {
        var (sample, first) = (Policy.Read(Path.Combine(Tool.Northwind, "policy.json")), PolicyHistory.Read(Policies).Versions[0]);
        Assert.Equal(sample.Terms, first.Terms with { Version = sample.Version });
    }

    [Fact]
    public void Records_OfAHistory_AreVerifiedByItAndNotByOneVersion()
    {
        var file = tool.PathOf("records.jsonl");
        tool.File("performance-pay.csv", "EmployeeId,Period,Target,Actual,CommittedPay\n1,1997-12,100,120,1000\n1,1998,100,120,1000\n");
        var quarters = Path.Combine(tool.Folder, "policies");
        Directory.CreateDirectory(quarters);
        File.WriteAllText(Path.Combine(quarters, "1.json"), """{ "version": "1" }""");
        File.WriteAllText(Path.Combine(quarters, "2.json"), File.ReadAllText(Path.Combine(Policies, "1998.json")).Replace("1998-01-01", "1998-03-01"));
        foreach (var (facts, policy) in new[] { (Tool.Northwind, Policies), (tool.PathOf("performance-pay.csv"), quarters) })
        {
            Assert.Equal(
                ExitCode.Done, tool.Run("assess", facts, "--policy", policy, "--as-of", "1999-07-20", "--format", "records", "--output", file).Code);
            var verified = tool.Run("verify", file, "--policy", policy);
            Assert.Equal((ExitCode.Done, ""), (verified.Code, verified.Error));

            var one = tool.Run("verify", file, "--policy", Path.Combine(Tool.Northwind, "policy.json"));
            Assert.Equal(ExitCode.NotProven, one.Code);
            Assert.Contains("policyVersion", one.Out, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}

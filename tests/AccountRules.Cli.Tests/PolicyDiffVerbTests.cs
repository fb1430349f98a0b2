using System.Text.Json;

namespace AccountRules.Cli.Tests;

/// <summary><c>accountrules policy diff</c>: verdicts, regions and exit codes.</summary>
public sealed class PolicyDiffVerbTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Diff_OfPoliciesThatDiffer_ShowsVerdictsAndRegionsAndEndsWithSix()
    {
        var result = Diff("""{ "version": "1" }""", """{ "version": "2", "fteFulfillment": { "limitDays": 75, "atRiskFromDay": 75 } }""");

        Assert.Equal((ExitCode.Differs, ""), (result.Code, result.Error));
        Assert.StartsWith("account-management 1 -> account-management 2\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("│ fte-fulfillment           │ stricter   │       4 │", result.Out, StringComparison.Ordinal);
        Assert.Contains("│ career                    │ equivalent │       0 │", result.Out, StringComparison.Ordinal);
        Assert.Contains(
            """

            fte-fulfillment: stricter
              open on day 75: OnTrack -> AtRisk
              open on day 76 to 90: AtRisk -> Overdue
              fulfilled on day 75: Met, Clear -> Met, NearLimit
              fulfilled on day 76 to 90: Met -> Late

            fte-acquisition: mixed
              regions not known, since a term is in what the evaluation date is compared with, OrderedOn plus days by Headcount, FilledHeadcount and 75;
            """, result.Out, StringComparison.Ordinal);
        Assert.EndsWith(
            """

            fteFulfillment.limitDays is 75 instead of 90
            fteFulfillment.atRiskFromDay is 75 instead of 76

            """, result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_InJson_HasAnObjectForEachRuleWithItsRegions()
    {
        var result = Diff("{}", """{ "kpiAttainment": { "above": 0.9 } }""", "--format", "json");
        var rules = JsonDocument.Parse(result.Out).RootElement.EnumerateArray().ToDictionary(r => r.GetProperty("rule").GetString()!);

        Assert.Equal(ExitCode.Differs, result.Code);
        Assert.Equal(Policy.Default.Rules.Select(r => r.Id), rules.Keys);
        Assert.Equal("equivalent", rules["career"].GetProperty("verdict").GetString());
        Assert.Equal(0, rules["career"].GetProperty("regions").GetArrayLength());
        Assert.Equal("stricter", rules["kpi-attainment"].GetProperty("verdict").GetString());
        Assert.Equal(
            """{"where":"attainment above 85 % up to 90 %","old":"Met","new":"Missed"}""",
            JsonSerializer.Serialize(rules["kpi-attainment"].GetProperty("regions")[0]));
    }

    [Fact]
    public void Diff_InJsonOfANameThatSteersTheText_EscapesItAndKeepsIt()
    {
        var bands =
            """{ "performancePay": { "bands": [{ "name": "A", "factor": 0, "programme": "P" }, { "name": "B\u202E", "above": 0.35, "factor": 1 }] } }""";
        var result = Diff("{}", bands, "--format", "json");
        var pay = JsonDocument.Parse(result.Out).RootElement.EnumerateArray().Single(r => r.GetProperty("rule").GetString() == "performance-pay");

        Assert.DoesNotContain('\u202E', result.Out);
        Assert.Contains("B\u202E, 100 %", pay.GetProperty("regions").EnumerateArray().Select(r => r.GetProperty("new").GetString()));
    }

    [Fact]
    public void Diff_OfPoliciesThatSayTheSame_SaysWhyAndEndsWithNought()
    {
        var result = Diff("""{ "version": "1" }""", """{ "version": "2" }""");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Contains(
            "\nNo change takes effect: the terms are the same, and no rule reads its version (2 instead of 1).\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_OfAPolicyThatCannotBeUsed_EndsWithThreeAndNamesTheFile()
    {
        var result = Diff("{}", """{ "kpiAttainment": { "above": 85 } }""");

        Assert.Equal(
            (ExitCode.PolicyInvalid, "", "new.json:1: $.kpiAttainment.above: found 85; allowed: from 0 to 10; write 85 % as 0.85.\n"),
            (result.Code, result.Out, result.Error));
    }

    [Fact]
    public void Diff_WithAnUnknownFormat_SaysWhichThereAre() =>
        Assert.Equal(
            (ExitCode.Usage, "--format: found `xunit`; allowed: table, json, csv, markdown, github, junit, sarif.\n"),
            Diff("{}", "{}", "--format", "xunit") is var r ? (r.Code, r.Error) : default);

    private Result Diff(string old, string @new, params string[] more) =>
        tool.Run(["policy", "diff", tool.File("old.json", old), tool.File("new.json", @new), .. more]);
}

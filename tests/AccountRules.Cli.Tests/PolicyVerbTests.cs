using System.Text.Json;
using AccountRules.Documents;

namespace AccountRules.Cli.Tests;

/// <summary>The verbs of the policy document.</summary>
public sealed class PolicyVerbTests : IDisposable
{
    /// <summary>What the documents leave open, set.</summary>
    private const string Set = """
        "keyAccount": { "entryThreshold": 5 }, "improvementPlanStart": { "startWithinDays": 5 },
        "progressUpdate": { "everyDays": 14 }, "interactionDocumentation": { "documentWithinDays": 5 },
        "updateAcknowledgement": { "acknowledgeWithinDays": 2 }, "updateImplementation": { "implementWithinDays": 9 }, "actionItem": { "actWithinDays": 9 },
        "escalation": { "severities": [{ "name": "high", "routeWithinDays": 1, "resolveWithinDays": 5 }] },
        "competency": { "levels": [{ "name": "1", "abilities": ["a"] }, { "name": "2", "abilities": ["b"] }, { "name": "3", "abilities": ["c"] },
          { "name": "4", "abilities": ["d"] }] }
        """;

    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Check_OfAGoodPolicy_SaysSoInOneLine()
    {
        var result = tool.Run(
            "policy",
            "check",
            tool.File("policy.json", $$"""{ "version": "2026.1", {{Set}} }"""));

        Assert.Equal(
            (ExitCode.Done, $"policy.json: account-management 2026.1 is valid, {Policy.Default.Rules.Count} rules\n", ""),
            (result.Code, result.Out, result.Error));
    }

    [Fact]
    public void Check_WithoutAThresholdForKeyAccounts_SaysThat()
    {
        var result = tool.Run("policy", "check", tool.File("policy.json", "{}"));

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Equal(
            "policy.json: not in force, since the documents state no number and the policy sets none: key-account (keyAccount.entryThreshold), "
            + "improvement-plan-start (improvementPlanStart.startWithinDays), "
            + "interaction-documentation (interactionDocumentation.documentWithinDays), progress-update (progressUpdate.everyDays), "
            + "escalation-routing (escalation.severities), escalation-resolution (escalation.severities), competency (competency.levels); "
            + "set it, or all is undetermined.\n"
            + "policy.json: in force, but not for an update without AcknowledgeBy (updateAcknowledgement.acknowledgeWithinDays), "
            + "an update without ImplementBy (updateImplementation.implementWithinDays), an action item without DueOn (actionItem.actWithinDays); "
            + "set it, or these are undetermined.\n",
            result.Error);
    }

    [Fact]
    public void Check_OfFactorsThatFall_IsValidAndRemarksOnThemWithTheirPath()
    {
        var result = tool.Run("policy", "check", tool.File("policy.json", $$"""
            { {{Set}}, "improvementPlan": { "expectedAbove": 0.5 },
              "performancePay": { "bands": [{ "name": "A", "factor": 0.6 }, { "name": "B", "above": 1, "factor": 0.5 }] } }
            """));

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Equal(
            "policy.json: $.performancePay.bands[1].factor: band `B` pays 50 % and band `A` below it 60 %, so that who attains more is paid less: "
            + "look at both factors.\n",
            result.Error);
    }

    [Fact]
    public void Check_OfAPercentageInThePlaceOfARatio_SaysWhatToWrite()
    {
        var result = tool.Run("policy", "check", tool.File("policy.json", """{ "kpiAttainment": { "above": 85 } }"""));

        Assert.Equal(
            (ExitCode.PolicyInvalid, "policy.json:1: $.kpiAttainment.above: found 85; allowed: from 0 to 10; write 85 % as 0.85.\n"),
            (result.Code, result.Error));
    }

    [Fact]
    public void APolicyWithSixMistakes_IsToldOnSixLines()
    {
        var file = tool.File("policy.json", """
            {
              "verion": "x",
              "fteFulfillment": { "limitDays": 0, "atRiskFromDay": "soon" },
              "registryClosure": { "targetDays": 70 },
              "kpiAttainment": { "above": -1 },
              "performancePay": { "decimals": 11 }
            }
            """);

        foreach (var args in new[] { new[] { "policy", "check", file }, ["policy", "show", file], ["assess", Tool.Northwind, "--policy", file] })
        {
            var result = tool.Run(args);

            Assert.Equal((ExitCode.PolicyInvalid, ""), (result.Code, result.Out));
            Assert.Equal(6, result.ErrorLines.Length);
            Assert.All(result.ErrorLines, line => Assert.Matches(@"^policy\.json:\d+: \$\.\S+: found .+; allowed: .+\.$", line));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{ not json")]
    public void AnUnreadablePolicy_IsToldInOneLine(string? content)
    {
        var file = content is null ? tool.PathOf("policy.json") : tool.File("policy.json", content);

        var result = tool.Run("policy", "check", file);

        Assert.Equal(ExitCode.PolicyInvalid, result.Code);
        Assert.StartsWith("policy.json", Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Show_IsTheHandbook()
    {
        var result = tool.Run("policy", "show");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal(PolicyHandbook.Write(Policy.Default), result.Out);
    }

    [Fact]
    public void Show_OfARule_IsItsPage()
    {
        Assert.Equal(PolicyHandbook.Write(Policy.Default, "retention"), tool.Run("policy", "show", "--rule", "RETENTION").Out);

        var unknown = tool.Run("policy", "show", "--rule", "nothing");
        Assert.Equal((ExitCode.Usage, $"--rule: found `nothing`; allowed: {Tool.RuleIds}.\n"), (unknown.Code, unknown.Error));
    }

    [Fact]
    public void Schema_IsJson() =>
        Assert.Equal(PolicyDocument.Schema().TrimEnd(), JsonDocument.Parse(tool.Run("policy", "schema").Out).RootElement.GetRawText());

    [Fact]
    public void Init_WritesTheDefaultPolicy_AndDoesNotOverwriteItUnlessForced()
    {
        var file = tool.PathOf("mine.json");

        var first = tool.Run("policy", "init", file);
        File.AppendAllText(file, " ");
        var second = tool.Run("policy", "init", file);
        var third = tool.Run("policy", "init", file, "--force");

        Assert.Equal((ExitCode.Done, ""), (first.Code, first.Out));
        Assert.Equal((ExitCode.Failed, "mine.json: is there already; overwrite it with --force, or give another name.\n"), (second.Code, second.Error));
        Assert.Equal(ExitCode.Done, third.Code);
        Assert.Equal(Policy.Default, Policy.Read(file));
        Assert.EndsWith("}\n", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Init_WhereNothingCanBeWritten_Fails()
    {
        var result = tool.Run("policy", "init", Path.Combine(tool.Folder, "nowhere", "policy.json"));

        Assert.Equal(ExitCode.Failed, result.Code);
        Assert.StartsWith(
            "nowhere/policy.json: cannot be written: ".Replace('/', Path.DirectorySeparatorChar), Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }
}

using System.Text.Json;

namespace AccountRules.Cli.Tests;

/// <summary><c>accountrules policy boundaries</c>.</summary>
public sealed class PolicyBoundariesVerbTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Boundaries_AsATable_ShowEachCutWithItsCasesAndItsClause()
    {
        var result = tool.Run("policy", "boundaries");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Contains("│ open, day above 90", result.Out, StringComparison.Ordinal);
        Assert.Contains("│ 90: AtRisk", result.Out, StringComparison.Ordinal);
        Assert.Contains("│ expectations, 2", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Boundaries_InJson_HaveThreeCasesEach()
    {
        var result = tool.Run("policy", "boundaries", tool.File("policy.json", """{ "kpiAttainment": { "above": 0.9 } }"""), "--format", "json");
        var kpi = JsonDocument.Parse(result.Out).RootElement.EnumerateArray().Single(b => b.GetProperty("rule").GetString() == "kpi-attainment");

        Assert.Equal(
            """
            {"rule":"kpi-attainment","where":"","measure":"attainment","side":"above","cut":0.9,"clause":"expectations, 3","cases":[
            {"position":"below","value":0.8999,"expected":"Missed"},{"position":"at","value":0.9,"expected":"Missed"},
            {"position":"above","value":0.9001,"expected":"Met"}]}
            """.ReplaceLineEndings(""), JsonSerializer.Serialize(kpi));
    }

    [Fact]
    public void Boundaries_InCsv_HaveARowForEachCase() => Assert.Contains(
        "\nperformance-pay,,attainment,above,0.8,\"key-account-manager, PLP table\",at,0.8,\"Partial, 60 %\"\n",
        tool.Run("policy", "boundaries", "--format", "csv").Out, StringComparison.Ordinal);

    [Fact]
    public void Boundaries_ForXunit_AreTheDataOfATheory() => Assert.Contains(
        "    // career: full years above 5; duties, Career Path\n    { \"career\", \"\", \"full years\", 4m, \"Eligible\" },\n",
        tool.Run("policy", "boundaries", "--format", "xunit").Out, StringComparison.Ordinal);
}

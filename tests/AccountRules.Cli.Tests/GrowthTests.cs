using System.Text.Json;

namespace AccountRules.Cli.Tests;

/// <summary>Rules on a period beside the one before, and on surveys, from files.</summary>
public sealed class GrowthTests : IDisposable
{
    private const string Scores = "SurveyId,AccountId,Period,Score\n"
        + "a1,A,2026-01,4\na2,A,2026-01,4\na3,A,2026-01,4\na4,A,2026-01,4\na5,A,2026-01,4\n"
        + "b1,B,2026-01,5\nb2,B,2026-01,5\nb3,B,2026-01,5\nb4,B,2026-01,5\nb5,B,2026-01,5\n"
        + "c1,A,2026-02,7.77\nc2,A,2026-02,7.77\nc3,A,2026-02,\n";

    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Revenue_OfAFileWithoutDeals_HasGrowthButNoDealSize()
    {
        var file = tool.File("account-revenue.csv", "AccountId,Period,Revenue\nA,2025-01,100\nA,2025-02,100.01\nB,2025-01,100\n");
        Assert.Equal(
            ["A 2025-01 Undetermined", "A 2025-02 Met", "B 2025-01 Undetermined", "B 2025-02 Missed"],
            Standings(tool.Assess(file, "--rule", "revenue-growth")));

        var deals = tool.Assess(file, "--rule", "deal-size");
        Assert.Empty(Standings(deals));
        Assert.Contains("deal-size: has no row, since none of the facts says what it takes;", deals.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Revenue_OfAnAccountAndPeriodTwice_IsADuplicateWhereGrowthHangsOnIt()
    {
        var file = tool.File("account-revenue.csv", "AccountId,Period,Revenue,Deals\nA,2025-01,100,2\nA,2025-02,101,2\nA,2025-02,99,2\n");
        var result = tool.Assess(file, "--rule", "revenue-growth");
        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal(["A 2025-01 Undetermined", "A 2025-02 Undetermined"], Standings(result));
        Assert.Contains("\"cause\":\"Duplicate\"", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Revenue_InTwoCurrencies_IsNotCompared_AndTheCurrencyIsInEveryOutput()
    {
        var file = tool.File(
            "account-revenue.csv", "AccountId,Period,Revenue,Currency\nA,2025-01,100,EUR\nA,2025-02,120,EUR\nB,2025-01,100,EUR\nB,2025-02,120,USD\n");
        var json = tool.Assess(file, "--rule", "revenue-growth", "--verify");
        Assert.Equal(["A 2025-01 Undetermined", "A 2025-02 Met", "B 2025-01 Undetermined", "B 2025-02 Undetermined"], Standings(json));
        Assert.Equal(
            ["NoRevenueBefore EUR", " EUR", "NoRevenueBefore EUR", "OtherCurrency USD"],
            JsonDocument.Parse(json.Out).RootElement.EnumerateArray().Select(row =>
                $"{(row.TryGetProperty("cause", out var cause) ? cause.GetString() : "")} {row.GetProperty("currency")}"));
        var table = tool.Run("assess", file, "--as-of", "2026-05-01", "--rule", "revenue-growth", "--format", "markdown").Out;
        Assert.Contains("| Currency |", table, StringComparison.Ordinal);
        Assert.Contains("| USD |", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Wallet_WithAShareAboveAll_IsUndetermined()
    {
        var rows = "AccountId,Period,OurRevenue,ClientSpend\nA,2025-01,10,40\nA,2025-02,11,40\nA,2025-03,41,40\n";
        var result = tool.Assess(tool.File("wallet-shares.csv", rows));
        Assert.Equal(
            ["A 2025-01 Graded", "A 2025-02 Graded", "A 2025-03 Undetermined", "A 2025-01 NotApplicable", "A 2025-02 Met", "A 2025-03 Undetermined"],
            Standings(result));
    }

    [Fact]
    public void Scores_OfTooFew_AreInNoOutput()
    {
        var file = tool.File("survey-responses.csv", Scores);
        foreach (var format in new[] { "json", "csv", "table" })
        {
            var result = tool.Run("assess", file, "--as-of", "2026-05-01", "--format", format);
            Assert.Equal(ExitCode.Done, result.Code);
            Assert.DoesNotContain("7.77", result.Out + result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("15.54", result.Out + result.Error, StringComparison.Ordinal);
        }

        Assert.Equal(
            ["A 2026-01 Graded", "A 2026-02 Undetermined", "B 2026-01 Graded"], Standings(tool.Assess(file, "--rule", "satisfaction")));
        Assert.Equal(
            ["A 2026-01 NotApplicable", "A 2026-02 Undetermined", "B 2026-01 NotApplicable"], Standings(tool.Assess(file, "--rule", "satisfaction-trend")));
    }

    /// <summary>Where it belongs is known by account and period; without one of them it may belong anywhere.</summary>
    [Theory]
    [InlineData("x,B,2026-01,high", new[] { "A 2026-01 Graded", "A 2026-02 Undetermined", "B 2026-01 Undetermined" })]
    [InlineData("x,B,January,5", new[] { "A 2026-01 Undetermined", "A 2026-02 Undetermined", "B 2026-01 Undetermined" })]
    [InlineData(",B,2026-01,5", new[] { "A 2026-01 Undetermined", "A 2026-02 Undetermined", "B 2026-01 Undetermined" })]
    public void Response_ThatCannotBeRead_MakesItsGroupUndetermined(string row, string[] expected)
    {
        var result = tool.Assess(tool.File("survey-responses.csv", Scores + row + "\n"), "--rule", "satisfaction");
        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal(expected, Standings(result));
    }

    [Fact]
    public void Response_ThatComesTwice_CountsOnce()
    {
        var policy = tool.File("policy.json", """{ "satisfaction": { "from": 4 } }""");
        Assert.Equal(
            ["A 2026-01 Undetermined", "A 2026-02 Undetermined", "B 2026-01 Met"],
            Standings(tool.Assess(tool.File("survey-responses.csv", Scores + "a1,A,2026-01,3\n"), "--rule", "satisfaction", "--policy", policy)));
        Assert.Equal(
            ["A 2026-01 Met", "A 2026-02 Undetermined", "B 2026-01 Met"],
            Standings(tool.Assess(tool.File("survey-responses.csv", Scores + "a1,A,2026-01,4\n"), "--rule", "satisfaction", "--policy", policy)));

        // Where nothing is to be met, the mean is the answer.
        Assert.Equal(
            ["A 2026-01 Undetermined", "A 2026-02 Undetermined", "B 2026-01 Graded"],
            Standings(tool.Assess(tool.File("survey-responses.csv", Scores + "a1,A,2026-01,5\n"), "--rule", "satisfaction")));
    }

    private static string[] Standings(Result result) =>
    [
        .. JsonDocument.Parse(result.Out).RootElement.EnumerateArray()
            .Select(row => $"{row.GetProperty("subject")} {row.GetProperty("period")} {row.GetProperty("standing")}"),
    ];
}

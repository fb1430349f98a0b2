using System.Text.Json;

namespace AccountRules.Cli.Tests;

/// <summary>Orders that may say how many heads are filled, and what accounts are worth in all, from files.</summary>
public sealed class AcquisitionAndLifetimeTests : IDisposable
{
    private const string Plain = "OrderId,AccountId,OrderedOn,FulfilledOn,Headcount\n1,A,2026-04-01,,10\n2,A,2026-04-01,,10\n";

    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    /// <summary>On 2026-05-01 30 days have gone by: 3 of 10 are worth 27, and 4 are worth 36.</summary>
    [Fact]
    public void Orders_ThatSayHowManyAreFilled_AreOnPaceOrBehind_AndOthersAreLeftOut()
    {
        var file = tool.File(
            "fte-orders.csv",
            "OrderId,AccountId,OrderedOn,FulfilledOn,Headcount,FilledHeadcount\n1,A,2026-04-01,,10,4\n2,A,2026-04-01,,10,3\n3,A,2026-04-01,,10,\n"
            + "4,A,2026-04-01,,0,3\n5,A,2026-01-01,,2,1\n6,A,2026-01-01,,2,2\n");
        Assert.Equal(
            ["1 OnTrack", "2 AtRisk", "4 Undetermined", "5 Missed", "6 Met"],
            Rows(tool.Assess(file, "--rule", "fte-acquisition")).Select(row => $"{row.GetProperty("subject")} {row.GetProperty("standing")}"));
    }

    [Fact]
    public void Orders_OfAFileWithoutTheColumn_AreAssessedAsBefore()
    {
        var file = tool.File("fte-orders.csv", Plain);
        var result = tool.Run("assess", file);
        Assert.DoesNotContain("fte-acquisition", result.Out + result.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["fte-fulfillment", "fte-fulfillment"], Rows(tool.Assess(file)).Select(row => row.GetProperty("rule").GetString()));
        Assert.Contains(
            "fte-acquisition: has no row, since none of the facts says what it takes;", tool.Assess(file, "--rule", "fte-acquisition").Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Orders_WithoutFacts_HaveTheRuleAmongTheTotals() => Assert.Contains(
        "fte-acquisition", tool.Run("assess", tool.File("fte-orders.csv", Plain.Split('\n')[0] + "\n")).Out, StringComparison.Ordinal);

    [Fact]
    public void Accounts_HaveSumRankAndShare()
    {
        var file = tool.File("account-revenue.csv", "AccountId,Period,Revenue\nA,2026-01,100\nA,2026-02,50\nB,2026-01,150\nC,2025,100\n");
        Assert.Equal(
            ["A 150 1 0.375", "B 150 1 0.375", "C 100 3 0.25"],
            Rows(tool.Assess(file, "--rule", "lifetime-value"))
                .Select(row => string.Join(' ', new[] { "subject", "value", "rank", "share" }.Select(name => row.GetProperty(name)))));
    }

    [Theory]
    [InlineData("A,2026-03,\n", "A Undetermined PeriodWithoutRevenue, B Graded ")]
    [InlineData("A,2026-03,x\n", "A Undetermined Unreadable, B Graded ")]
    [InlineData("A,2026-01,99\n", "A Undetermined Duplicate, B Graded ")]
    [InlineData("C,2026-01,x\n", "A Graded , B Graded , C Undetermined Unreadable")]
    [InlineData(",2026-01,5\n", "A Undetermined Unreadable, B Undetermined Unreadable")]
    public void RowThatIsBad_LeavesItsSumOpen_AndNoAccountWithARank(string row, string expected)
    {
        var found = Rows(tool.Assess(
            tool.File("account-revenue.csv", "AccountId,Period,Revenue\nA,2026-01,100\nB,2026-01,150\n" + row), "--rule", "lifetime-value"));
        Assert.Equal(expected, string.Join(", ", found.Select(r => $"{r.GetProperty("subject")} {r.GetProperty("standing")} {CauseOf(r)}")));
        Assert.All(found, r => Assert.False(r.TryGetProperty("rank", out _) || r.TryGetProperty("share", out _)));
    }

    [Fact]
    public void FileThatIsThereTwice_ChangesNoSum() => Assert.Equal(
        ["A 1", "B 2"],
        Rows(tool.Assess(
                tool.File("account-revenue.csv", "AccountId,Period,Revenue\nA,2026-01,2\nB,2026-01,1\n"),
                "account-revenue=" + tool.File("again.csv", "AccountId,Period,Revenue\nA,2026-01,2\nB,2026-01,1\n"), "--rule", "lifetime-value"))
            .Select(row => $"{row.GetProperty("subject")} {row.GetProperty("rank")}"));

    private static string CauseOf(JsonElement row) => row.TryGetProperty("cause", out var cause) ? cause.GetString()! : "";

    private static JsonElement[] Rows(Result result) => [.. JsonDocument.Parse(result.Out).RootElement.EnumerateArray()];
}

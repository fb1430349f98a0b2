using System.Text.Json;

namespace AccountRules.Cli.Tests;

/// <summary>Rules on rows that are made of several files.</summary>
public sealed class GatheredTests : IDisposable
{
    private const string Accounts = "AccountId,ManagerId,StartedOn,EndedOn\nA,m1,2026-01-01,\nB,m1,2026-01-01,2026-02-01\nC,m2,2026-03-01,\nD,m2,2026-06-01,\n";
    private const string Updates = "AccountId,SentOn\nA,2026-02-01\nA,2026-04-17\nA,2026-05-20\nZ,2026-04-05\n";
    private const string Revenue = "AccountId,Period,Revenue\nA,2025,10\nB,2025,10\nC,2025,0\nA,2026,10\nC,2026,5\n";
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Accounts_WithTheirUpdates_StandByTheNewestOne()
    {
        // As of 2026-05-01: A was updated 14 days before, C began 61 days before, B has ended, D begins in June, Z is in no list.
        var result = Assess(tool.File("accounts.csv", Accounts), tool.File("progress-updates.csv", Updates), "--rule", "progress-update");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Equal(["A AtRisk", "B NotApplicable", "C Overdue", "D NotApplicable", "Z Undetermined"], Standings(result));
        Assert.Contains(
            "Account A got its newest update on 2026-04-17, 14 days ago; the next is due 2026-05-01, within 14 days.", result.Out, StringComparison.Ordinal);
        Assert.Contains(
            "Account C has had no update in the 61 days since it began; the first is due 2026-03-15, within 14 days.", result.Out, StringComparison.Ordinal);
        Assert.Contains("Account Z is not in the list of accounts.", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Accounts_WithoutAFileOfUpdates_AreNotSaidToLackThem()
    {
        var result = Assess(tool.File("accounts.csv", Accounts), "--rule", "progress-update");

        Assert.Equal(ExitCode.Failed, result.Code);
        Assert.Equal("[]", result.Out.ReplaceLineEndings(""));
        Assert.Equal(
            "progress-update: not assessed, since there is no file of progress-updates; one with a header alone says that there are none.\n", result.Error);
    }

    [Fact]
    public void Accounts_WithAnEmptyFileOfUpdates_HaveHadNone() => Assert.Equal(
        ["A Overdue", "B NotApplicable", "C Overdue", "D NotApplicable"],
        Standings(Assess(tool.File("accounts.csv", Accounts), tool.File("progress-updates.csv", "AccountId,SentOn\n"), "--rule", "progress-update")));

    [Theory]
    [InlineData("C,", new[] { "A AtRisk", "B NotApplicable", "C Undetermined", "D NotApplicable", "Z Undetermined" })]
    [InlineData("C,April", new[] { "A AtRisk", "B NotApplicable", "C Undetermined", "D NotApplicable", "Z Undetermined" })]
    [InlineData(",2026-04-30", new[] { "A Undetermined", "B Undetermined", "C Undetermined", "D Undetermined", "Z Undetermined" })]
    public void Account_WithAnUpdateThatCannotBeRead_IsUndetermined(string row, string[] expected)
    {
        var result = Assess(tool.File("accounts.csv", Accounts), tool.File("progress-updates.csv", Updates + row + "\n"), "--rule", "progress-update");

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal(expected, Standings(result));
    }

    [Fact]
    public void Retention_OfThePortfolio_CountsThoseWhoStayed()
    {
        var result = Assess(tool.File("account-revenue.csv", Revenue), "--rule", "retention");

        Assert.Equal(["portfolio Undetermined", "portfolio Missed"], Standings(result));
        Assert.Contains("Clients of portfolio in 2026 kept 1 of 2, 50 %", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Retention_WithARevenueThatCannotBeRead_IsUndeterminedInItsPeriodAndTheNext()
    {
        var rows = Revenue.Replace("B,2025,10", "B,2025,ten", StringComparison.Ordinal) + "A,2027,10\n";
        Assert.Equal(
            ["portfolio Undetermined", "portfolio Undetermined", "portfolio NotApplicable"],
            Standings(Assess(tool.File("account-revenue.csv", rows), "--rule", "retention")));
    }

    [Fact]
    public void Agenda_OfAccounts_SaysByWhenToUpdateThem()
    {
        var result = tool.Run(
            "agenda", tool.File("accounts.csv", Accounts), tool.File("progress-updates.csv", Updates), "--rule", "progress-update",
            "--policy", Policy(), "--as-of", "2026-05-01", "--days", "20", "--format", "csv");

        Assert.Contains("2026-05-02", result.Out, StringComparison.Ordinal);
        Assert.Contains("unless it is updated by 2026-05-01", result.Out, StringComparison.Ordinal);
    }

    private Result Assess(params string[] args) => tool.Assess([.. args, "--policy", Policy()]);

    private string Policy() => tool.File("policy.json", """{ "progressUpdate": { "everyDays": 14 }, "retention": { "from": 0.95 } }""");

    private static string[] Standings(Result result) =>
    [
        .. JsonDocument.Parse(result.Out).RootElement.EnumerateArray().Select(row => $"{row.GetProperty("subject")} {row.GetProperty("standing")}"),
    ];
}

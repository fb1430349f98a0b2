using System.Text.Json;
using System.Text.RegularExpressions;

namespace AccountRules.Cli.Tests;

/// <summary>The report on two accounts as of 2026-05-01: an order on day 100 of 90, one on day 80, and an invoice 31 days past due.</summary>
public sealed partial class ReportTests : IDisposable
{
    private const string Hostile = "<script>alert(1)</script>\u202E\u05D0\"'&";

    private readonly Tool tool = new();

    public ReportTests()
    {
        tool.File("fte-orders.csv", Tool.Orders + "1,ACME,2026-01-21,,3\n2,ACME,2026-02-10,,1\n3,BETA,2026-01-01,2026-01-05,1\n4,,2026-01-01,2026-01-05,1\n");
        tool.File("invoices.csv", "InvoiceId,AccountId,DueOn,PaidOn,Amount\n7,BETA,2026-03-31,,120.50\n8,BETA,2026-03-31,,\n9,ACME,2026-03-31,2026-03-30,5\n");
        tool.File("account-revenue.csv", "AccountId,Period,Revenue\nACME,2026-03,500\nACME,2026-04,900\nBETA,2026-03,900\nBETA,2026-04,100\n");
        tool.File("accounts.csv", "AccountId,ManagerId,Tier,StartedOn\nACME,ann,gold,2025-01-01\n");
        tool.File("policy.json", """{ "keyAccount": { "entryThreshold": 600 } }""");
    }

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Table_OfAllAccounts_BeginsWithASummary()
    {
        var result = Report();

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.StartsWith(
            """

            All accounts  as of 2026-05-01, by the policy account-management, version unversioned
            2 accounts, 1 manager, 1 tier
            3 overdue   1 at risk
            """.ReplaceLineEndings("\n"), result.Out, StringComparison.Ordinal);
        Assert.Contains("│      4 │            · │ 2026-04: 1 in, 1 entered, 1 left", result.Out, StringComparison.Ordinal);
        Assert.Contains("│ Days31To60 │ ████████████████ │    2 │ 120.50 │              1 │", result.Out, StringComparison.Ordinal);
        Assert.Contains(
            "Overdue  │ ACME    │ Order 1 is open for 100 days, 10 more than the 90 allowed; it was due 2026-04-21.", result.Out, StringComparison.Ordinal);
        Assert.Contains(
            "│ 2026-05-11 │ Overdue │ ACME    │ Order 2 becomes Overdue on 2026-05-12 unless it is fulfilled by 2026-05-11.", result.Out,
            StringComparison.Ordinal);
        Assert.Contains("1 account with facts is not in the list of accounts: BETA.", result.Out, StringComparison.Ordinal);
        Assert.Contains("Left out: 1 fte-orders, without an account.", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_OfAnAccount_SaysWhoItIsAndWhatItHas()
    {
        var result = Report("--account", "ACME");

        Assert.StartsWith(
            """

            Account ACME  as of 2026-05-01, by the policy account-management, version unversioned
            managed by ann, tier gold, since 2025-01-01
            1 overdue   1 at risk
            """.ReplaceLineEndings("\n"), result.Out, StringComparison.Ordinal);
        Assert.Contains("2026-04: entered, 900 after 500", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("BETA", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_HasTheTablesOfTheScreen() => Assert.Contains(
        """
        ## Open by age

        Payment of bills

        | Band |  | Open | Amount | Without amount |
        | --- | --- | --: | --: | --: |
        | NotLate |  | · | 0.00 | · |
        | Days1To30 |  | · | 0.00 | · |
        | Days31To60 | ████████████████ | 2 | 120.50 | 1 |
        | Over60 |  | · | 0.00 | · |
        """.ReplaceLineEndings("\n"), Report("--format", "markdown").Out, StringComparison.Ordinal);

    [Fact]
    public void Csv_HasARowForEachRuleOfEachSheet()
    {
        var lines = Report("--format", "csv").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(
            "scope,id,manager,tier,accounts,rule,undetermined,notApplicable,met,onTrack,atRisk,late,overdue,missed,graded,all,"
            + "period,movement,value,valueBefore,"
            + "members,membersBefore,entered,left,open,openAmount,openWithoutAmount,scorePoints,score,scoreBand,waived,currency",
            lines[0]);
        Assert.Contains("account,ACME,ann,gold,1,fte-fulfillment,0,0,0,0,1,0,1,0,0,2,,,,,,,,,,,,,,,0,", lines);
        Assert.Contains("account,ACME,ann,gold,1,key-account,0,0,0,0,0,0,0,0,2,2,2026-04,Entered,900,500,1,0,1,0,,,,,,,0,", lines);
        Assert.Contains("manager,,,,1,payment,0,0,0,0,0,0,2,0,0,2,,,,,,,,,2,120.50,1,,,,0,", lines);
    }

    /// <summary>Neither a sum nor a bar sets amounts of two currencies beside each other.</summary>
    [Fact]
    public void Debts_InSeveralCurrencies_AreSeparated()
    {
        tool.File(
            "invoices.csv", "InvoiceId,AccountId,DueOn,PaidOn,Amount,Currency\n7,BETA,2026-03-31,,120.50,EUR\n"
                + "8,BETA,2026-03-31,,5,USD\n9,ACME,2026-03-31,,7,USD\n");
        var markdown = Report("--format", "markdown").Out;
        Assert.Contains("| Days31To60 | ████████ | 1 | 120.50 EUR |", markdown, StringComparison.Ordinal);
        Assert.Contains("| Days31To60 | ████████████████ | 2 | 12.00 USD |", markdown, StringComparison.Ordinal);
        var lines = Report("--format", "csv").Out.Split('\n');
        Assert.Contains("all,,,,2,payment,0,0,0,0,0,0,3,0,0,3,,,,,,,,,3,,0,,,,0,EUR and USD", lines);
        Assert.Contains("account,ACME,ann,gold,1,payment,0,0,0,0,0,0,1,0,0,1,,,,,,,,,1,7,0,,,,0,USD", lines);
        var debts = JsonDocument.Parse(Report("--format", "json").Out).RootElement.GetProperty("sheets")[0].GetProperty("rules").EnumerateArray()
            .Single(r => r.GetProperty("rule").GetString() == "payment").GetProperty("debts").EnumerateArray()
            .Where(d => d.GetProperty("count").GetInt32() > 0);
        Assert.Equal(["EUR 120.50", "USD 12"], debts.Select(d => $"{d.GetProperty("currency")} {d.GetProperty("amount")}"));
        var path = tool.File("report.html", "");
        Report("--html", path);
        Assert.Contains("12.00 USD", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_HasTheSheetsWithWorstAndNext()
    {
        var report = JsonDocument.Parse(Report("--manager", "ann", "--format", "json").Out).RootElement;

        var sheets = report.GetProperty("sheets").EnumerateArray().ToArray();
        Assert.Equal(["manager ann", "account ACME"], sheets.Select(s => $"{s.GetProperty("scope")} {s.GetProperty("id")}"));
        Assert.Equal(
            "Order 1 is open for 100 days, 10 more than the 90 allowed; it was due 2026-04-21.",
            sheets[0].GetProperty("worst")[0].GetProperty("reason").GetString());
        Assert.Equal("2026-05-11", sheets[0].GetProperty("next")[0].GetProperty("actBy").GetString());
        Assert.Equal("BETA", report.GetProperty("unlisted")[0].GetProperty("account").GetString());
    }

    [Fact]
    public void Page_RefersToNothingOutside()
    {
        var page = Page("--account", "ACME");

        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Outside(), page);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(page, "class=\"chart\"", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Page_OfAHostileAccount_ShowsItsIdAsText()
    {
        var quoted = Hostile.Replace("\"", "\"\"", StringComparison.Ordinal);
        tool.File("fte-orders.csv", $"{Tool.Orders}\"{quoted}\",\"{quoted}\",2026-01-21,,3\n");

        foreach (var page in new[] { Page(), Page("--account", Hostile) })
        {
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain('\u202E', page);
            Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;\\u202E", page, StringComparison.Ordinal);
            Assert.Contains("&quot;&#39;&amp;", page, StringComparison.Ordinal);
            Assert.DoesNotMatch(Outside(), page);
        }
    }

    [Fact]
    public void Page_OfARunThatFails_LeavesTheFileAsItWas()
    {
        var path = tool.File("report.html", "before");

        Assert.Equal(ExitCode.Usage, Report("--account", "NOPE", "--html", path).Code);
        Assert.Equal("before", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(tool.Folder, "report.html*"));
    }

    [Fact]
    public void Page_AndTable_AreBothWrittenWhereBothAreAskedFor()
    {
        Assert.Equal("", Report("--html", tool.PathOf("a.html")).Out);
        Assert.Contains("All accounts", Report("--html", tool.PathOf("a.html"), "--format", "table").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--account: found `NOPE`; allowed: an account of the data, such as `ACME`, `BETA`.", "--account", "NOPE")]
    [InlineData("--manager: found `bob`; allowed: a manager in the list of accounts, such as `ann`.", "--manager", "bob")]
    [InlineData("--manager: found `ann` beside --account; allowed: one of the two.", "--manager", "ann", "--account", "ACME")]
    [InlineData("--days: found `-1`; allowed: a whole number, 0 or more.", "--days=-1")]
    [InlineData("--html: found `fte-orders.csv`; allowed: a file that is not read in the same run.", "--html", "fte-orders.csv")]
    [InlineData("--format: found `ics`; allowed: table, json, csv, markdown.", "--format", "ics")]
    public void Option_ThatCannotBeUsed_EndsWithOneLine(string line, params string[] options)
    {
        var result = Report([.. options.Select(o => o.EndsWith(".csv", StringComparison.Ordinal) ? tool.PathOf(o) : o)]);

        Assert.Equal((ExitCode.Usage, line), (result.Code, result.ErrorLines.Single(l => l.StartsWith("--", StringComparison.Ordinal))));
    }

    [Fact]
    public void Accounts_BesideOneKindOfFacts_AreTheList()
    {
        File.Delete(tool.PathOf("account-revenue.csv"));

        Assert.Contains("managed by ann, tier gold", Report("--account", "ACME").Out, StringComparison.Ordinal);
        Assert.Contains("1 account with facts is not in the list of accounts: BETA.", Report().Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_ThatAreRejected_AreToldAndTheOthersReported()
    {
        File.AppendAllText(tool.PathOf("fte-orders.csv"), "5,ACME,2026-02-30,,1\n");
        File.AppendAllText(tool.PathOf("accounts.csv"), "BETA,ann,gold,yesterday\n");

        var result = Report();

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Contains(result.ErrorLines, l => l.StartsWith("fte-orders.csv:6:", StringComparison.Ordinal));
        Assert.DoesNotContain("not in the list", result.Out, StringComparison.Ordinal);
    }

    private string Page(params string[] options)
    {
        var path = tool.PathOf("page.html");
        Assert.Equal(ExitCode.Done, Report([.. options, "--html", path]).Code);
        return File.ReadAllText(path);
    }

    private Result Report(params string[] options) =>
        tool.Run(["report", tool.Folder, "--policy", tool.PathOf("policy.json"), "--as-of", "2026-05-01", .. options]);

    /// <summary>What a browser would fetch, or run.</summary>
    [GeneratedRegex(
        @"https?:|\bsrc\s*=|\bhref\s*=|url\((?!#)|@import|<(script|link|img|iframe|object|embed|form)\b|\bon\w+\s*=",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Outside();
}

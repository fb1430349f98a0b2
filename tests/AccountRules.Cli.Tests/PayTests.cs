using System.Globalization;
using System.Text.Json;

namespace AccountRules.Cli.Tests;

/// <summary>
/// From KPI results and pay plans to pay. By the table of the documents ann's January, 60 % of 110 and 40 % of 90 %, is 102 %, 110 % of 1000.33 EUR; her
/// February has too little quality for any pay. The first quarter of bob is 2,700 of 3,000, 90 %. The days from 10 to 31 January are 22 of 31 of 1000.
/// </summary>
public sealed class PayTests : IDisposable
{
    private const string Rules = """
        { "version": "2026.1",
          "achievement": { "kpis": [ { "name": "sales", "weight": 0.6, "cap": 1.2 }, { "name": "quality", "weight": 0.4, "paysFrom": 0.5 } ],
            "plans": [ { "name": "q", "rollUp": "sum", "kpis": [ { "name": "sales", "weight": 1 } ] } ] },
          "performancePay": { "tables": [ { "group": "DE", "currency": "EUR" }, { "group": "JP", "currency": "JPY", "decimals": 0 } ] } }
        """;

    private const string Results = """
        EmployeeId,Kpi,Period,Target,Actual
        ann,sales,2026-01,1000,1100
        ann,quality,2026-01,100,90
        ann,sales,2026-02,1000,700
        ann,quality,2026-02,100,40
        bob,sales,2026-01,1000,900
        bob,sales,2026-02,1000,800
        bob,sales,2026-03,1000,1000
        cy,sales,2026-01,1000,900
        =1+1,sales,2026-01,1000,900
        =1+1,quality,2026-01,1000,900

        """;

    private const string Plans = """
        EmployeeId,Period,Frequency,KpiPlan,Group,CommittedPay,AssignmentId
        ann,2026,monthly,,DE,1000.33,
        bob,2026,Quarterly,q,JP,500000,
        =1+1,2026-01-10/2026-01-31,monthly,,DE,1000,x

        """;

    private readonly Tool tool = new();
    private readonly string policy;

    public PayTests()
    {
        policy = tool.File("policy.json", Rules);
        tool.File("kpi-results.csv", Results);
        tool.File("pay-plans.csv", Plans);
    }

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Lines_AreEachPeriodOfAPlan_AndEachResultWithoutOne()
    {
        var result = Pay("--as-of", "2026-04-05", "--format", "csv");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Equal(
            [
                "=1+1,x,2026-01,709.68,EUR,Graded,Full", "ann,,2026-01,1100.36,EUR,Graded,Over", "ann,,2026-02,0.00,EUR,Graded,Low",
                "ann,,2026-03,,EUR,Undetermined,", "ann,,2026-04,,EUR,Undetermined,", "bob,,2026-Q1,500000,JPY,Graded,Full",
                "bob,,2026-Q2,,JPY,Undetermined,", "cy,,2026-01,,,Undetermined,",
            ],
            result.Out.Split('\n')[1..^1].Select(line => string.Join(',', line.Split(',')[..7])));
        Assert.Equal(
            [
                "1 pay period is not known: NoKpiResult, of ann.", "1 pay period is not known: NoPayPlan, of cy.",
                "2 pay periods are still running on 2026-04-05, and not paid yet.",
                "10 pay periods are left out, since they have not begun on 2026-04-05, or are from before the policy.",
            ],
            result.ErrorLines);
    }

    [Fact]
    public void Csv_HasWhatTheLineIsMadeOf_AndItsSentence()
    {
        var rows = Pay("--as-of", "2026-04-05", "--format", "csv", "--period", "2026-01", "--employee", "=1+1").Out.Split('\n');
        Assert.Equal(
            "employee,assignment,period,payable,currency,standing,band,programme,group,kpiPlan,attained,factor,committed,share,shareOf,withheldFor,notOfPlan,"
            + "uncapped,provisional,cause,reason,asOf,policyVersion", rows[0]);
        Assert.Equal(
            "=1+1,x,2026-01,709.68,EUR,Graded,Full,,DE,,0.9,1.00,1000,22,31,,,,,,\"Assignment x of =1+1 in 2026-01 attained 90 %: Full, paid at 100 %, "
            + "709.68 EUR of 22/31 of 1000.00.\",2026-04-05,2026.1", rows[1]);
        var forExcel = Pay("--as-of", "2026-04-05", "--format", "csv", "--excel", "--employee", "=1+1").Out;
        Assert.StartsWith("\"'=1+1\",x,", forExcel.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Table_ShowsWhatIsNotKnownFirst_AndTotalsByGroupAndBand()
    {
        var lines = tool.Run(t => t with { Width = 200 }, ["pay", .. Files, "--as-of", "2026-04-05", "--currency", "EUR"]).Out.Split('\n');
        Assert.Contains("ann", lines[5], StringComparison.Ordinal);
        Assert.Contains("Undetermined", lines[5], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Replace(" ", "", StringComparison.Ordinal) == "│EUR│groupDE│5│3│1│1│1810.04│");
        Assert.Contains(lines, line => line.Replace(" ", "", StringComparison.Ordinal) == "│EUR│bandOver│1│1│0│0│1100.36│");
        Assert.Contains(lines, line => line.Replace(" ", "", StringComparison.Ordinal) == "│EUR│all│5│3│1│1│1810.04│");
    }

    /// <summary>Of 400 plans in three currencies, groups and bands add up to all, and all to the lines, in whole units.</summary>
    [Fact]
    public void Totals_OfManyPlans_AddUpToTheLines_ByGroupAndByBand()
    {
        string[] groups = ["DE", "JP", "none"];
        tool.File("policy.json", Rules.Replace("\"decimals\": 0 }", "\"decimals\": 0 }, { \"group\": \"none\", \"decimals\": 3 }", StringComparison.Ordinal));
        tool.File("kpi-results.csv", "EmployeeId,Kpi,Period,Target,Actual\n" + string.Concat(Enumerable.Range(0, 400).Select(i => i % 11 == 0 ? ""
            : Invariant($"e{i},sales,2026-01,1000,{i * 37 % 1500}.{i % 10}\ne{i},quality,2026-01,100,{50 + i % 60}\n"))));
        tool.File("pay-plans.csv", "EmployeeId,Period,Group,CommittedPay\n" + string.Concat(Enumerable.Range(0, 400).Select(i =>
            Invariant($"e{i},2026-01,{groups[i % 3]},{1000 + i}.{i % 100:00}\n"))));

        var document = JsonDocument.Parse(Pay("--as-of", "2026-02-01", "--format", "json").Out).RootElement;
        var lines = document.GetProperty("lines").EnumerateArray().ToArray();
        var totals = document.GetProperty("totals").EnumerateArray().ToArray();

        Assert.Equal(400, lines.Length);
        foreach (var currency in new[] { "EUR", "JPY", null })
        {
            var paid = lines.Where(l => Text(l, "currency") == currency && l.TryGetProperty("payable", out _)).ToArray();
            var own = totals.Where(t => Text(t, "currency") == currency).ToArray();
            foreach (var by in new[] { "group", "band", "all" })
            {
                var those = own.Where(t => Text(t, "by") == by).ToArray();
                Assert.Equal(paid.Sum(l => l.GetProperty("payable").GetDecimal()), those.Sum(t => t.GetProperty("amount").GetDecimal()));
                Assert.Equal(paid.Length, those.Sum(t => t.GetProperty("paid").GetInt32()));
                Assert.Equal(lines.Count(l => Text(l, "currency") == currency), those.Sum(t => t.GetProperty("lines").GetInt32()));
            }

            Assert.NotEmpty(paid);
        }
    }

    [Fact]
    public void Statements_AreAPageForEachEmployee_UnderANameThatEveryFileSystemHas()
    {
        var folder = tool.PathOf("statements");
        tool.File("pay-plans.csv", Plans + "Ann,2026-01,,,DE,1,\ncon,2026-01,,,DE,1,\n.,2026-01,,,DE,1,\n<é>,2026-01,,,DE,1,\n");
        var result = Pay("--as-of", "2026-04-05", "--statements", folder);

        Assert.Equal(
            ["%2E.html", "%3C%C3%A9%3E.html", "%3D1%2B1.html", "%61%6E%6E.html", "%63on.html", "Ann.html", "bob.html", "cy.html"],
            Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("statements: 8 statements.", result.ErrorLines);
        var page = File.ReadAllText(Path.Combine(folder, "%61%6E%6E.html"));
        Assert.Contains("<bdi>sales: 1100 of 1000 is 110 %; &#215; 0.6 = 66 %</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("1000.33 &#215; 110 % = 1100.363, rounded to 2 places, halves away from zero: 1100.36 EUR", page, StringComparison.Ordinal);
        Assert.DoesNotContain("1000.33", File.ReadAllText(Path.Combine(folder, "Ann.html")), StringComparison.Ordinal);
        File.Delete(Path.Combine(folder, "%61%6E%6E.html"));
        Pay("--as-of", "2026-04-05", "--statements", folder, "--employee", "ann");
        Assert.Equal(page, File.ReadAllText(Path.Combine(folder, "%61%6E%6E.html")));
        Assert.Contains("<h1>Pay of &lt;&#233;&gt;</h1>", File.ReadAllText(Path.Combine(folder, "%3C%C3%A9%3E.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Statement_InMarkdown_ExplainsEachPeriod_AndSaysWhatIsNotKnown()
    {
        var folder = tool.PathOf("statements");
        Pay("--as-of", "2026-04-05", "--statements", folder, "--statement-format", "markdown", "--employee", "ann");
        var lines = File.ReadAllLines(Path.Combine(folder, "ann.md"));

        Assert.Equal("# Pay of ann", lines[0]);
        Assert.Equal(["## 2026-01", "## 2026-02", "## 2026-03", "## 2026-04", "## Together"], lines.Where(l => l.StartsWith("## ", StringComparison.Ordinal)));
        Assert.Contains("- 1000.33 × 40 % = 400.132; nothing is paid for want of quality at 50 %\\: 0.00 EUR", lines);
        Assert.Contains("- Employee ann in 2026-03 has no achievement\\: KPI sales and quality has no result, and the plan names it.", lines);
        Assert.Contains("- 1100.36 EUR for 2 of 4 pay periods; not paid yet\\: 1; not known\\: 1", lines);
    }

    /// <summary>Of 1500 in a year 1100.36 are paid for January; February pays nothing; what March leaves is open, and so is April.</summary>
    [Fact]
    public void MostInYear_IsPaidInTheOrderOfPeriods()
    {
        tool.File("kpi-results.csv", Results + "ann,sales,2026-03,1000,1100\nann,quality,2026-03,100,90\n");
        var result = Pay("--as-of", "2026-04-01", "--format", "csv", "--currency", "EUR", "--most-in-year", "1500", "--employee", "ann");
        var rows = result.Out.Split('\n');
        Assert.StartsWith("ann,,2026-03,399.64,EUR,Graded,Over,", rows[3], StringComparison.Ordinal);
        Assert.Contains(",1100.36,,,", rows[3], StringComparison.Ordinal);
        Assert.Contains("paid: 399.64 EUR of 1100.36, since 1100.36 of 1500 are paid in the year.", rows[3], StringComparison.Ordinal);

        var mixed = Pay("--as-of", "2026-04-05", "--most-in-year", "1500");
        Assert.Equal(ExitCode.Failed, mixed.Code);
        Assert.Equal("--most-in-year: what is paid is in EUR, JPY; name one with --currency, in which the most is.", mixed.ErrorLines[^1]);
    }

    /// <summary>Two plans pay January, so that nobody knows what it takes of the year: all after it is open. So it is where January has no plan.</summary>
    [Theory]
    [InlineData("ann,2026-01-01/2026-01-15,monthly,,DE,1000,\nann,2026-01-16/2026-12-31,monthly,,DE,1000,\n", "SeveralPayPlans")]
    [InlineData("ann,2026-02/2026-12,monthly,,DE,1000,\n", "NoPayPlan")]
    public void MostInYear_AfterAPeriodThatIsNotKnown_IsOpen_AlsoInACurrency(string plans, string cause)
    {
        tool.File("pay-plans.csv", Plans.Split('\n')[0] + "\n" + plans);
        tool.File("kpi-results.csv", string.Concat(Results.Split('\n').Where(l => !l.Contains("bob", StringComparison.Ordinal)).Select(l => l + "\n")));
        foreach (var currency in new string[][] { [], ["--currency", "EUR"] })
        {
            var rows = Pay(
                ["--as-of", "2026-03-05", "--format", "csv", "--employee", "ann", "--most-in-year", "1500", .. currency]).Out.Split('\n');
            Assert.Contains($",{cause},", rows[1], StringComparison.Ordinal);
            Assert.StartsWith("ann,,2026-02,,EUR,", rows[2], StringComparison.Ordinal);
            Assert.Contains("paid: not known, since an earlier period of the year has no amount.", rows[2], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Currency_ThatNoLineHas_IsSaid() => Assert.Equal(
        "--currency: `USD` is of no pay period in the files that has begun by 2026-04-05.", Pay("--as-of", "2026-04-05", "--currency", "USD").ErrorLines[^1]);

    [Fact]
    public void KpiThatThePlanDoesNotName_IsTold()
    {
        tool.File("kpi-results.csv", Results + "ann,Sales,2026-01,1000,9000\n");
        var result = Pay("--as-of", "2026-02-01", "--employee", "ann", "--statements", tool.PathOf("st"), "--statement-format", "markdown");
        Assert.Contains("Results of KPIs that are not of the plan do not count: Sales.", result.ErrorLines);
        Assert.Contains("- not of the plan, and not counted\\: Sales", File.ReadAllLines(Path.Combine(tool.PathOf("st"), "ann.md")));
    }

    /// <summary>A plan of 2027 cannot be read: what of it has not begun stays left out.</summary>
    [Fact]
    public void RowThatCannotBeRead_BringsNoPeriodThatHasNotBegun()
    {
        tool.File("pay-plans.csv", Plans + "ann,2027,monthly,,DE,a lot,\n");
        var result = Pay("--as-of", "2026-02-01", "--employee", "ann", "--format", "csv");
        Assert.Equal(2, result.Out.Split('\n').Count(line => line.StartsWith("ann,", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--employee", "dan")]
    [InlineData("--period", "2026-12")]
    [InlineData("--band", "full")]
    [InlineData("--group", "FR")]
    public void WhatIsAskedForAndNotThere_IsSaid(string option, string value)
    {
        var result = Pay("--as-of", "2026-04-05", option, value);
        Assert.Equal((ExitCode.Failed, ""), (result.Code, result.Out));
        Assert.Equal($"{option}: `{value}` is of no pay period in the files that has begun by 2026-04-05.", result.ErrorLines[^1]);
    }

    [Fact]
    public void RowThatCannotBeRead_LeavesItsEmployeeOpen_AndTheRunSaysSo()
    {
        tool.File("kpi-results.csv", Results.Replace("ann,quality,2026-02,100,40", "ann,quality,2026-02,100,4o", StringComparison.Ordinal));
        var result = Pay("--as-of", "2026-04-05", "--format", "csv", "--employee", "ann", "--period", "2026-01");
        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Contains(",Unreadable,", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void FileThatIsMissing_IsNamed()
    {
        File.Delete(tool.PathOf("pay-plans.csv"));
        var result = tool.Run("pay", tool.Folder, "--policy", policy);
        Assert.Equal(ExitCode.Failed, result.Code);
        Assert.Contains(
            "performance-pay: not assessed, since there is no file of pay-plans; one with a header alone says that there are none.", result.ErrorLines);
    }

    [Fact]
    public void FailOn_EndsWithItsCode_AskedOfPeriodsThatHaveEnded()
    {
        Assert.Equal(ExitCode.Done, Pay("--as-of", "2026-02-15", "--fail-on", "undetermined", "--employee", "bob").Code);
        Assert.Equal(ExitCode.StandingOccurs, Pay("--as-of", "2026-04-05", "--fail-on", "undetermined").Code);
        Assert.Equal(ExitCode.Done, Pay("--as-of", "2026-04-05", "--fail-on", "undetermined", "--employee", "=1+1").Code);
    }

    /// <summary>Known by 10 February ann sold 1100; by March it is 500, 60 % of 50 and 40 % of 90 %: 66 %, of which 60 % is paid, 600.198.</summary>
    [Fact]
    public void KnownOn_PaysByTheRowsAsTheyWereKnown()
    {
        tool.File("kpi-results.csv", """
            EmployeeId,Kpi,Period,Target,Actual,KnownOn
            ann,sales,2026-01,1000,1100,2026-02-01
            ann,sales,2026-01,1000,500,2026-03-01
            ann,quality,2026-01,100,90,2026-02-01

            """);
        string Paid(string known) => Pay(
            "--as-of", "2026-04-05", "--known-on", known, "--employee", "ann", "--period", "2026-01", "--format", "csv").Out.Split('\n')[1].Split(',')[3];
        Assert.Equal(("1100.36", "600.20"), (Paid("2026-02-10"), Paid("2026-03-01")));
    }

    [Fact]
    public void OptionsThatNeedAnother_SayWhich()
    {
        Assert.Equal(
            "--year-from: found no --most-in-year; allowed: the most of a year with --most-in-year.", Pay("--year-from", "4").ErrorLines[0]);
        Assert.Equal(ExitCode.Usage, Pay("--statement-format", "markdown").Code);
        Assert.Equal(ExitCode.Usage, Pay("--most-in-year", "1", "--year-from", "13").Code);
    }

    private string[] Files => [tool.PathOf("kpi-results.csv"), tool.PathOf("pay-plans.csv"), "--policy", policy];

    private Result Pay(params string[] more) => tool.Run(["pay", .. Files, .. more]);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}

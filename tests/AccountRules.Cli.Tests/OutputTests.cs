using System.Globalization;
using System.Text.RegularExpressions;

namespace AccountRules.Cli.Tests;

/// <summary>The shape of the three outputs.</summary>
public sealed partial class OutputTests : IDisposable
{
    private readonly Tool tool = new();
    private readonly string policy;

    public OutputTests() => policy = tool.File("policy.json", """{ "version": "test", "keyAccount": { "entryThreshold": 100 } }""");

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Pay_WithColumnsOfItsShare_IsRoundedOnceAndAnImpossibleShareIsUndetermined()
    {
        var file = tool.File(
            "performance-pay.csv",
            "EmployeeId,Period,Target,Actual,CommittedPay,Share,ShareOf\nA,2026-01,100,70,100.75,1,30\nB,2026-01,100,70,100.75,,\n"
            + "C,2026-01,100,70,100.75,31,30\n");

        var rows = tool.Run("assess", file, "--as-of", "2026-06-30", "--format", "csv").Out.Split('\n');

        Assert.Contains(",2.02,", rows[1], StringComparison.Ordinal);
        Assert.Contains(",60.45,", rows[2], StringComparison.Ordinal);
        Assert.Contains("Undetermined", rows[3], StringComparison.Ordinal);
        Assert.Contains("ImpossibleShare", rows[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Json_IsOneObjectPerLine_WithTheFieldsThatApply()
    {
        var orders = tool.File("fte-orders.csv", Tool.Orders + "1,\"A, \"\"B\"\" ü\",2026-04-01,,2\n2,,2026-06-01,,\n");

        var result = tool.Assess(orders, "--policy", policy);

        Assert.Equal(Tool.Joined("""
            [
            {"rule":"fte-fulfillment","subject":"1","standing":"OnTrack","band":"Clear","value":30,"unit":"Days","account":"A, \"B\" ü",\
            "dueOn":"2026-06-30","changesOn":"2026-06-16","reason":"Order 1 is open for 30 of 90 days, due 2026-06-30.",\
            "citation":"expectations, 2","asOf":"2026-05-01","policyVersion":"test"},
            {"rule":"fte-fulfillment","subject":"2","standing":"NotApplicable","band":null,"value":null,"unit":"Days","changesOn":"2026-06-01",\
            "cause":"NotBegun","reason":"Order 2 begins on 2026-06-01, after 2026-05-01.",\
            "citation":"expectations, 2","asOf":"2026-05-01","policyVersion":"test"}
            ]

            """), result.Out);
    }

    [Fact]
    public void Json_OfNothing_IsAnEmptyArray() => Assert.Equal("[\n]\n", tool.Assess(tool.File("fte-orders.csv", Tool.Orders)).Out);

    [Fact]
    public void Numbers_HaveAllTheirDigits_AndNoZerosAtTheEnd_ButMoneyHasThePlacesThatItWasRoundedTo()
    {
        var pay = tool.File(
            "performance-pay.csv",
            "EmployeeId,Period,Target,Actual,CommittedPay\nE,2026-01,2.00,1.7000000000000000000000000000,1000.50\nF,2026-01,3,2,0.1000\n");

        var result = tool.Assess(pay);

        Assert.Contains("\"value\":0.85,", result.Out, StringComparison.Ordinal);
        Assert.Contains("\"factor\":1,\"payable\":1000.50,", result.Out, StringComparison.Ordinal);
        Assert.Contains("\"value\":0.6666666666666666666666666667,", result.Out, StringComparison.Ordinal);
        Assert.Contains("\"factor\":0.6,\"payable\":0.06,", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_HasTheSameFieldsAsJson_AsColumns()
    {
        var orders = tool.File("fte-orders.csv", Tool.Orders + "1,\"A, \"\"B\"\"\",2026-04-01,,2\n");
        var revenue = tool.File("account-revenue.csv", "AccountId,Period,Revenue\nACME,2026-01,100.10\n");

        var result = tool.Run("assess", orders, revenue, "--policy", policy, "--as-of", "2026-05-01", "--format", "csv");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal(
        [
            "rule,subject,standing,band,value,unit,account,period,kpi,dueOn,changesOn,focus,factor,payable,programme,movement,streak,met,results,cause,reason,"
            + "citation,asOf,policyVersion,provisional,enters,started,runs,onTime,newest,tier,severity,before,kept,ours,spend,oursBefore,spendBefore,revenue,"
            + "deals,dealsBefore,nextLevel,missing,unlisted,responses,sum,sumBefore,responsesBefore,periods,rank,accounts,share,running,unknown,"
            + "assignment,service,waivedUntil,waivedFrom,waivedBy,waivedFor,judgedBy,currency,group",
            "fte-fulfillment,1,OnTrack,Clear,30,Days,\"A, \"\"B\"\"\",,,2026-06-30,2026-06-16,,,,,,,,,,\"Order 1 is open for 30 of 90 days, "
            + "due 2026-06-30.\",\"expectations, 2\",2026-05-01,test,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
            "key-account,ACME,Graded,Key,100.1,Amount,ACME,2026-01,,,,,,,,Stayed,,,,,\"Account ACME in 2026-01 has revenue 100.1: "
            + "Key, from 100 until below 100; it stays; no periods are known but those of its own rows.\",\"key-account-manager, KPIs\""
            + ",2026-05-01,test,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
            "retention,portfolio,Undetermined,,,Ratio,,2026-01,,,,,,,,,,,,NobodyBefore,Clients of portfolio in 2026-01 had no active account in the period "
            + "before.,\"duties, Client Retention Rates\",2026-05-01,test,,,,,,,,,0,0,,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
            "revenue-growth,ACME,Undetermined,,,Ratio,ACME,2026-01,,,,,,,,,,,,NoRevenueBefore,Account ACME in 2026-01 has no revenue in the period before "
            + "to be compared with.,\"duties, Revenue Growth\",2026-05-01,test,,,,,,,,,,,,,,,100.10,,,,,,,,,,,,,,,,,,,,,,,,",
            "lifetime-value,ACME,Graded,Counted,100.1,Amount,ACME,,,,,,,,,,,,,,\"Account ACME is worth 100.1 in all, periods: 1, rank: 1 of 1, share of "
            + "the total: 1.\",\"duties, Key Terms\",2026-05-01,test,,,,,,,,,,,,,,,,,,,,,,,,,1,1,1,1,,,,,,,,,,,",
            "",
        ], result.Out.Split('\n'));
    }

    [Fact]
    public void Table_OfPay_HasTheCurrencyAndTheGroup()
    {
        var rules = tool.File("tables.json", """
            { "performancePay": { "tables": [ { "group": "DE", "currency": "EUR" }, { "group": "JP", "currency": "JPY", "decimals": 0 }, { "group": "X" } ] } }
            """);
        var pay = tool.File(
            "performance-pay.csv",
            "EmployeeId,AssignmentId,Group,Period,Target,Actual,CommittedPay\n"
            + "a,1,DE,2026-01,100,90,1200.5\na,2,JP,2026-01,100,70,123457\nb,,X,2026-01,100,90,7\n");

        var result = tool.Run("assess", pay, "--policy", rules, "--as-of", "2026-05-01", "--details");

        Assert.Equal(ExitCode.Done, result.Code);
        foreach (var shown in new[] { "1,200.50 EUR", "74,074 JPY", " 7.00 ", "│ DE ", "assignment" })
            Assert.Contains(shown, result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void RollUpsAndPay_CarryWhatAppliesToThem()
    {
        var kpis = tool.File("kpi-results.csv", "EmployeeId,Kpi,Period,Target,Actual\nE,K,2026-01,1,1\nE,K,2026-02,1,1\nE,L,2026-02,1,0\n");
        var pay = tool.File("performance-pay.csv", "EmployeeId,Period,Target,Actual,CommittedPay\nE,2026-01,100,35,1000\n");
        var items = tool.File("registry-items.csv", "ItemId,AccountId,AddedOn,ClosedOn\nI,ACME,2026-04-01,2026-04-30\n");

        var json = tool.Assess(kpis, pay, items).Json;

        Assert.Equal(
            "registry-closure kpi-attainment kpi-attainment kpi-attainment kpi-month kpi-month performance-pay",
            string.Join(' ', json.Select(a => a.GetProperty("rule").GetString())));
        Assert.True(json[0].GetProperty("focus").GetBoolean());
        Assert.Equal("K 2026-01", $"{json[1].GetProperty("kpi")} {json[1].GetProperty("period")}");
        Assert.Equal("1 1 1", $"{json[4].GetProperty("met")} {json[4].GetProperty("results")} {json[4].GetProperty("streak")}");
        Assert.Equal("1 2 0", $"{json[5].GetProperty("met")} {json[5].GetProperty("results")} {json[5].GetProperty("streak")}");
        Assert.Equal("PIP 0 0.00", $"{json[6].GetProperty("programme")} {json[6].GetProperty("factor")} {json[6].GetProperty("payable")}");
    }

    [Fact]
    public void Table_ShowsTheMostUrgentFirst_AndSaysHowManyThereAre()
    {
        var rows = string.Concat(Enumerable.Range(1, 30).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},ACME,2026-01-{i:00},,1\n")));
        var orders = tool.File("fte-orders.csv", Tool.Orders + rows);

        var result = tool.Run("assess", orders, "--as-of", "2026-05-01", "--limit", "3");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal("""

            As of 2026-05-01, by the policy account-management, version documents: 30 assessments under 1 rule.
            30 overdue
            ╭─────────────────┬─────┬──────────────────┬───────────────╮
            │ Rule            │ All │                  │ How it stands │
            ├─────────────────┼─────┼──────────────────┼───────────────┤
            │ fte-fulfillment │  30 │ ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ │ 30 overdue    │
            ╰─────────────────┴─────┴──────────────────┴───────────────╯

            FTE fulfilment  fte-fulfillment, expectations, 2
            30 overdue
            ╭──────────┬───────┬─────────┬──────┬────────────┬──────────────────╮
            │ Standing │ Order │ Account │ Days │ Due        │ Margin           │
            ├──────────┼───────┼─────────┼──────┼────────────┼──────────────────┤
            │ Overdue  │ 1     │ ACME    │  120 │ 2026-04-01 │ 30 days past due │
            │ Overdue  │ 2     │ ACME    │  119 │ 2026-04-02 │ 29 days past due │
            │ Overdue  │ 3     │ ACME    │  118 │ 2026-04-03 │ 28 days past due │
            ╰──────────┴───────┴─────────┴──────┴────────────┴──────────────────╯
            showing 3 of 30; --limit 0 shows all

            """, result.Out);
        Assert.DoesNotContain("showing", tool.Run("assess", orders, "--limit", "0").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_PutsWhatCanStillBeDoneBeforeWhatIsOver()
    {
        var orders = tool.File("fte-orders.csv", Tool.Orders
            + "met,A,2026-01-01,2026-01-02,\nlate,A,2025-01-01,2025-12-31,\nnot begun,A,2027-01-01,,\non track,A,2026-04-01,,\nat risk,A,2026-02-10,,\n"
            + "no start,A,,,\noverdue,A,2026-01-01,,\n");
        string[] inOrder = ["overdue", "at risk", "late", "no start", "on track", "met", "not begun"];

        var table = tool.Run("assess", orders, "--as-of", "2026-05-01", "--details").Out;
        var topThree = tool.Run("assess", orders, "--as-of", "2026-05-01", "--limit", "3").Out;

        var places = inOrder.Select(id => table.IndexOf($"│ {id} ", StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Equal(inOrder.Take(3), inOrder.Where(id => topThree.Contains($"│ {id} ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Table_OfEverything_IsASummaryOfEachRule_AndTheWorstOfThoseThatNeedAttention()
    {
        var result = Sample("1998-07-20");

        var (summary, attention) = (result.Out.Split("Needs attention")[0], result.Out.Split("Needs attention")[1]);
        Assert.StartsWith("\nAs of 1998-07-20, by the policy account-management, version sample: ", summary, StringComparison.Ordinal);
        Assert.Contains($" assessments under {Policy.Default.Rules.Count} rules.\n", summary, StringComparison.Ordinal);
        Assert.All(Policy.Default.Rules, rule => Assert.Contains($"│ {rule.Id} ", summary, StringComparison.Ordinal));
        Assert.Contains("809 met, 4 on track, 15 at risk, 2 overdue ", summary, StringComparison.Ordinal);
        Assert.Contains("Order 11008 is open for 103 days, 13 more than the 90 allowed; it was due 1998-07-07. → to be", attention, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', result.Out);
    }

    [Fact]
    public void Table_OfEverythingInDetail_HasASectionPerRule()
    {
        var table = Sample("1998-07-20", "--details").Out;

        Assert.All(Policy.Default.Rules, rule => Assert.Contains($"{rule.Info.Title}  {rule.Id}", table, StringComparison.Ordinal));
    }

    /// <summary>No rule of the sample is without facts, and of none it cannot be said how any of them stands.</summary>
    [Fact]
    public void Sample_HasFactsOfEveryRule_OfWhichSomeStand() => Assert.All(
        Sample("1998-07-20", "--format", "json").Json.ToLookup(a => a.GetProperty("rule").GetString()!, a => a.GetProperty("standing").GetString()),
        rule => Assert.Contains(rule, standing => standing is not ("Undetermined" or "NotApplicable")));

    [Theory]
    [InlineData("2026-03-16", "open for 74 of 90 days, due 2026-04-01", "")]
    [InlineData("2026-03-22", "open for 80 of 90 days, due 2026-04-01.", " → to be fulfilled by 2026-04-01, in 10 days ")]
    [InlineData("2026-03-31", "open for 89 of 90 days, due 2026-04-01.", " → to be fulfilled by 2026-04-01, in 1 day ")]
    [InlineData("2026-04-01", "open for 90 of 90 days, due 2026-04-01.", " → to be fulfilled today ")]
    [InlineData("2026-04-02", "it was due 2026-04-01.", " → to be fulfilled now ")]
    [InlineData("2026-04-11", "10 more than the 90 allowed; it was due 2026-04-01.", " ")]
    public void Attention_SaysWhatIsToBeDone(string asOf, string why, string toDo)
    {
        var result = tool.Run("assess", tool.File("fte-orders.csv", Tool.Orders + "1,ACME,2026-01-01,2026-04-11,2\n"), "--as-of", asOf);

        if (toDo.Length == 0)
            Assert.Contains("\nNothing needs attention.\n", result.Out, StringComparison.Ordinal);
        else
            Assert.Contains($"{why}{toDo}│\n", result.Out, StringComparison.Ordinal);
    }

    /// <summary>While May runs April needs attention too; March does not any more.</summary>
    [Theory]
    [InlineData("2026-05-31", "2026-04 2026-05")]
    [InlineData("2026-06-01", "2026-05")]
    public void Attention_ToPeriods_IsForTheNewest_AndTheOneBeforeWhileThatRuns(string asOf, string periods)
    {
        var kpis = tool.File(
            "kpi-results.csv",
            "EmployeeId,Kpi,Period,Target,Actual\nE,K,2026-03,1,0\nE,K,2026-05,1,0\nF,K,2026-04,1,0\nG,K,2026-07,1,0\nH,K,2026-05,1,1\n");

        var attention = tool.Run("assess", kpis, "--as-of", asOf).Out.Split("Needs attention")[1].Split("kpi-month")[0];

        string[] all = ["2026-03", "2026-04", "2026-05", "2026-07"];
        Assert.Equal(periods, string.Join(' ', all.Where(p => attention.Contains(p, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("--details")]
    [InlineData("--limit", "1")]
    [InlineData("--rule", "fte-fulfillment")]
    [InlineData("--standing", "OnTrack")]
    public void Table_OfEachRule_IsShownOnRequest(params string[] request)
    {
        var orders = tool.File("fte-orders.csv", Tool.Orders + "1,ACME,2026-04-01,,2\n");

        Assert.DoesNotContain("│ Order │", tool.Run("assess", orders).Out, StringComparison.Ordinal);
        Assert.Contains("│ Order │ Account │ Days │ Due        │", tool.Run(["assess", orders, .. request]).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Attention_OfOneRule_ShowsTwentyRows_AndHowManyMoreThereAre()
    {
        var rows = string.Concat(Enumerable.Range(1, 30).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},ACME,2026-01-{i:00},,1\n")));

        var result = tool.Run("assess", tool.File("fte-orders.csv", Tool.Orders + rows), "--as-of", "2026-05-01").Out;

        Assert.Equal(20, result.Split("│ Overdue  │").Length - 1);
        Assert.Contains("Order 20 is open for 101 days, 11 more than the 90 allowed; it was due 2026-04-20. → to be", result, StringComparison.Ordinal);
        Assert.Contains("fulfilled now (10 more)", result, StringComparison.Ordinal);
        Assert.EndsWith(
            "showing 20 of 30; --details shows a table of each rule, --rule ID of one, --limit 0 with all rows\n", result, StringComparison.Ordinal);
    }

    private Result Sample(string asOf, params string[] more) =>
        tool.Run(["assess", Tool.Northwind, "--policy", Path.Combine(Tool.Northwind, "policy.json"), "--as-of", asOf, .. more]);

    [Fact]
    public void Table_OnAScreen_IsColoured_UnlessColoursAreOff()
    {
        var orders = tool.File("fte-orders.csv", Tool.Orders + "1,ACME,2026-04-01,,2\n");

        var coloured = tool.Run(t => t with { IsOutScreen = true, Width = 100 }, "assess", orders);
        var plain = tool.Run(t => t with { IsOutScreen = true, Width = 100, AllowsColor = false }, "assess", orders);

        // Whether the terminal of the test run takes colours is not known; where it does, a standing has one.
        Assert.Equal(coloured.Out.Contains("\e[1m", StringComparison.Ordinal), Colours().IsMatch(coloured.Out));
        Assert.DoesNotMatch(Colours(), plain.Out);
    }

    [GeneratedRegex(@"\e\[(38;|3\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colours();

    [Fact]
    public void Ids_ThatLookLikeMarkup_AreShownAsTheyAre() =>
        Assert.Contains(
            "[red]1[/]", tool.Run("assess", tool.File("fte-orders.csv", Tool.Orders + "[red]1[/],[/],2026-04-01,,2\n"), "--details").Out,
            StringComparison.Ordinal);
}

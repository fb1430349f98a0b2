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
            + "citation,asOf,policyVersion,provisional,runs,onTime,newest,tier,severity,before,kept,ours,spend,oursBefore,spendBefore,revenue,deals,"
            + "dealsBefore,nextLevel,missing,unlisted,responses,sum,sumBefore,responsesBefore,service,waivedUntil,waivedFrom,waivedBy,"
            + "waivedFor",
            "fte-fulfillment,1,OnTrack,Clear,30,Days,\"A, \"\"B\"\"\",,,2026-06-30,2026-06-16,,,,,,,,,,\"Order 1 is open for 30 of 90 days, "
            + "due 2026-06-30.\",\"expectations, 2\",2026-05-01,test,,,,,,,,,,,,,,,,,,,,,,,,,,,",
            "key-account,ACME,Graded,Key,100.1,Amount,ACME,2026-01,,,,,,,,Stayed,,,,,\"Account ACME in 2026-01 has revenue 100.1: "
            + "Key, from 100 until below 100; it stays; no periods are known but those of its own rows.\",\"key-account-manager, KPIs\""
            + ",2026-05-01,test,,,,,,,,,,,,,,,,,,,,,,,,,,,",
            "retention,portfolio,Undetermined,,,Ratio,,2026-01,,,,,,,,,,,,NobodyBefore,Clients of portfolio in 2026-01 had no active account in the period "
            + "before.,\"duties, Client Retention Rates\",2026-05-01,test,,,,,,,0,0,,,,,,,,,,,,,,,,,,,",
            "revenue-growth,ACME,Undetermined,,,Ratio,ACME,2026-01,,,,,,,,,,,,NoRevenueBefore,Account ACME in 2026-01 has no revenue in the period before "
            + "to be compared with.,\"duties, Revenue Growth\",2026-05-01,test,,,,,,,,,,,,,100.10,,,,,,,,,,,,,,",
            "",
        ], result.Out.Split('\n'));
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

            FTE fulfilment  fte-fulfillment, expectations, 2
            30 Overdue
            ╭──────────┬───────┬─────────┬──────┬────────────┬──────────────────╮
            │ Standing │ Order │ Account │ Days │ Due        │ Margin           │
            ├──────────┼───────┼─────────┼──────┼────────────┼──────────────────┤
            │ Overdue  │ 1     │ ACME    │  120 │ 2026-04-01 │ 30 days past due │
            │ Overdue  │ 2     │ ACME    │  119 │ 2026-04-02 │ 29 days past due │
            │ Overdue  │ 3     │ ACME    │  118 │ 2026-04-03 │ 28 days past due │
            ╰──────────┴───────┴─────────┴──────┴────────────┴──────────────────╯
            showing 3 of 30; --limit 0 shows all

            ╭─────────────────┬─────────┬─────╮
            │ Rule            │ Overdue │ All │
            ├─────────────────┼─────────┼─────┤
            │ fte-fulfillment │      30 │  30 │
            ╰─────────────────┴─────────┴─────╯
            As of 2026-05-01, by the policy account-management, version documents.

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

        var table = tool.Run("assess", orders, "--as-of", "2026-05-01").Out;
        var topThree = tool.Run("assess", orders, "--as-of", "2026-05-01", "--limit", "3").Out;

        var places = inOrder.Select(id => table.IndexOf($"│ {id} ", StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Equal(inOrder.Take(3), inOrder.Where(id => topThree.Contains($"│ {id} ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Table_OfEverything_HasASectionPerRule_AndNoEscapeSequencesWhereItIsRedirected()
    {
        var result = tool.Run("assess", Tool.Northwind, "--policy", Path.Combine(Tool.Northwind, "policy.json"), "--as-of", "1998-05-06");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.All(
            Policy.Default.Rules.Where(r => File.Exists(Path.Combine(Tool.Northwind, $"{r.FactShape!.Name}.csv"))),
            rule => Assert.Contains($"{rule.Info.Title}  {rule.Id}", result.Out, StringComparison.Ordinal));
        Assert.DoesNotContain('\e', result.Out);
        Assert.EndsWith("As of 1998-05-06, by the policy account-management, version sample.\n", result.Out, StringComparison.Ordinal);
    }

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
            "[red]1[/]", tool.Run("assess", tool.File("fte-orders.csv", Tool.Orders + "[red]1[/],[/],2026-04-01,,2\n")).Out, StringComparison.Ordinal);
}

using System.Globalization;
using System.Text.Json;

namespace AccountRules.Cli.Tests;

/// <summary>The agenda on the command line: its outputs, and what it says to what it does not understand.</summary>
public sealed class AgendaTests : IDisposable
{
    private const string Items = "ItemId,AccountId,AddedOn,ClosedOn\n";
    private const string Plans = "EmployeeId,StartedOn,EndsOn,CompletedOn,Target,Actual\n";
    private readonly Tool tool = new();
    private readonly string orders;
    private readonly string items;

    /// <summary>Today is 2026-05-01: order 1 is on day 70, order 2 on day 85; the item is on day 29; the plan begins on 2026-05-11.</summary>
    public AgendaTests()
    {
        orders = tool.File("fte-orders.csv", Tool.Orders + "1,ACME,2026-02-20,,2\n2,\"B, C\",2026-02-05,,2\n3,ACME,2026-01-01,2026-02-01,2\n");
        items = tool.File("registry-items.csv", Items + "7,ACME,2026-04-02,\n");
        tool.File("improvement-plans.csv", Plans + "E,2026-05-11,2026-07-10,,,\n");
    }

    public void Dispose() => tool.Dispose();

    [Fact]
    public void Table_ShowsDayByDayWhatChangesAndWhatToDoByWhen()
    {
        var result = tool.Run("agenda", tool.Folder, "--as-of", "2026-05-01", "--days", "21");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal("""

            ╭────────────────┬──────────────────┬─────────┬─────────┬───────────────┬─────────┬────────────────────────────────────────────────╮
            │ Day            │ Rule             │ Subject │ Account │ From          │ To      │ Unless, or why                                 │
            ├────────────────┼──────────────────┼─────────┼─────────┼───────────────┼─────────┼────────────────────────────────────────────────┤
            │ 2026-05-03 Sun │ registry-closure │ 7       │ ACME    │ OnTrack       │ AtRisk  │ unless closed by 2026-05-02; due 2026-06-01    │
            │ 2026-05-07 Thu │ fte-fulfillment  │ 1       │ ACME    │ OnTrack       │ AtRisk  │ unless fulfilled by 2026-05-06; due 2026-05-21 │
            │                │ fte-fulfillment  │ 2       │ B, C    │ AtRisk        │ Overdue │ unless fulfilled by 2026-05-06                 │
            │ 2026-05-11 Mon │ improvement-plan │ E       │         │ NotApplicable │ OnTrack │ Improvement plan of E runs until 2026-07-10.   │
            │ 2026-05-22 Fri │ fte-fulfillment  │ 1       │ ACME    │ AtRisk        │ Overdue │ unless fulfilled by 2026-05-21                 │
            ╰────────────────┴──────────────────┴─────────┴─────────┴───────────────┴─────────┴────────────────────────────────────────────────╯

            ╭──────────────────┬─────────┬────────┬─────────┬─────╮
            │ Becomes          │ OnTrack │ AtRisk │ Overdue │ All │
            ├──────────────────┼─────────┼────────┼─────────┼─────┤
            │ fte-fulfillment  │       · │      1 │       2 │   3 │
            │ improvement-plan │       1 │      · │       · │   1 │
            │ registry-closure │       · │      1 │       · │   1 │
            ╰──────────────────┴─────────┴────────┴─────────┴─────╯
            Changes after 2026-05-01 up to 2026-05-22, by the policy account-management, version documents.

            """, result.Out);
    }

    [Fact]
    public void Table_ByAccount_PutsFactsWithoutOneLast_AndLimitsItsRows()
    {
        var result = tool.Run("agenda", tool.Folder, "--days", "21", "--group-by", "account");
        var limited = tool.Run("agenda", tool.Folder, "--days", "21", "--group-by", "Account", "--limit", "2");

        Assert.Equal(["ACME", "", "", "B, C", "no account"], FirstCells(result.Out));
        Assert.Equal(["ACME", ""], FirstCells(limited.Out));
        Assert.Contains("\nshowing 2 of 5; --limit 0 shows all\n", limited.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("showing", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("│ Account │", result.Out.Split('\n')[2][10..], StringComparison.Ordinal);
    }

    [Fact]
    public void Grouping_OrdersDataToo()
    {
        string[] By(string groupBy) =>
            [.. tool.Run("agenda", tool.Folder, "--days", "21", "--group-by", groupBy, "--format", "json").Json
                .Select(e => $"{e.GetProperty("rule").GetString()![0]} {e.GetProperty("subject")} {e.GetProperty("on")}")];

        Assert.Equal(["r 7 2026-05-03", "f 1 2026-05-07", "f 2 2026-05-07", "i E 2026-05-11", "f 1 2026-05-22"], By("day"));
        Assert.Equal(["r 7 2026-05-03", "f 1 2026-05-07", "f 1 2026-05-22", "f 2 2026-05-07", "i E 2026-05-11"], By("account"));
        Assert.Equal(["f 1 2026-05-07", "f 2 2026-05-07", "f 1 2026-05-22", "i E 2026-05-11", "r 7 2026-05-03"], By("rule"));
    }

    [Fact]
    public void Json_IsOneObjectPerLine_WithTheFieldsThatApply()
    {
        var pay = tool.File("performance-pay.csv", "EmployeeId,Period,Target,Actual,CommittedPay\nE,2026-05,100,35,1000\nF,2026-06,100,,1000\n");

        var result = tool.Run("agenda", items, pay, "--as-of", "2026-04-30", "--days", "32", "--format", "json");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal(Tool.Joined("""
            [
            {"on":"2026-05-01","rule":"performance-pay","subject":"E","period":"2026-05","from":"NotApplicable","to":"OnTrack","toBand":"Pip",\
            "summary":"Begins on 2026-05-01: Employee E in 2026-05 attained 35 %: Pip so far, which pays nothing yet; provisional, since 2026-05 runs \
            until 2026-05-31.","citation":"key-account-manager, PLP table","policyVersion":"documents","provisional":true},
            {"on":"2026-05-03","rule":"registry-closure","subject":"7","account":"ACME","from":"OnTrack","fromBand":"OnTarget","to":"AtRisk",\
            "toBand":"WithinWindow","actBy":"2026-05-02","dueOn":"2026-06-01","focus":true,\
            "summary":"Registry item 7 becomes AtRisk on 2026-05-03 unless it is closed by 2026-05-02; due 2026-06-01.","citation":"expectations, 4",\
            "policyVersion":"documents"},
            {"on":"2026-06-01","rule":"performance-pay","subject":"E","period":"2026-05","from":"OnTrack","fromBand":"Pip","to":"Graded",\
            "toBand":"Pip","summary":"Stands as of 2026-06-01: Employee E in 2026-05 attained 35 %: Pip, paid at 0 %, 0.00 of 1000.00; enters \
            programme PIP.","citation":"key-account-manager, PLP table","policyVersion":"documents"},
            {"on":"2026-06-01","rule":"performance-pay","subject":"F","period":"2026-06","from":"NotApplicable","to":"Undetermined","cause":"NoActual",\
            "summary":"Begins on 2026-06-01: Employee F in 2026-06 has no actual; provisional, since 2026-06 runs until 2026-06-30.",\
            "citation":"key-account-manager, PLP table","policyVersion":"documents","provisional":true}
            ]

            """), result.Out);
    }

    [Fact]
    public void Csv_HasTheSameFieldsAsJson_AsColumns() => Assert.Equal(
    [
        "on,rule,subject,account,period,kpi,from,fromBand,to,toBand,actBy,dueOn,focus,movement,cause,summary,citation,policyVersion,provisional,"
        + "enters,started,runs,onTime,newest,tier,severity,before,kept,ours,spend,oursBefore,spendBefore,revenue,deals,dealsBefore,nextLevel,missing,"
        + "unlisted,responses,sum,sumBefore,responsesBefore,periods,rank,accounts,share,running,unknown,assignment,service,waivedUntil,"
        + "standsAgain,currency",
        "2026-05-07,fte-fulfillment,2,\"B, C\",,,AtRisk,NearLimit,Overdue,OverLimit,2026-05-06,2026-05-06,,,,Order 2 becomes Overdue on 2026-05-07 unless it "
        + "is fulfilled by 2026-05-06.,\"expectations, 2\",documents,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
        "",
    ], tool.Run("agenda", orders, "--days", "10", "--standing", "overdue", "--format", "csv").Out.Split('\n'));

    [Fact]
    public void WithoutOptions_ItIsTheNextThirtyDaysFromToday()
    {
        var late = tool.File("late.csv", Items + "in,A,2026-05-31,\nout,A,2026-06-01,\n");

        var result = tool.Run("agenda", $"registry-items={late}");

        Assert.Contains("│ in ", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("│ out ", result.Out, StringComparison.Ordinal);
        Assert.Contains("Changes after 2026-05-01 up to 2026-05-31,", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("0")]
    public void WhereNothingChanges_TheTableSaysSo_AndDataIsEmpty(string days)
    {
        var until = days == "0" ? "2026-05-01" : "2026-05-02";

        Assert.Equal(
            $"\nNothing changes after 2026-05-01 up to {until}, by the policy account-management, version documents.\n",
            tool.Run("agenda", tool.Folder, "--days", days).Out);
        Assert.Equal("[\n]\n", tool.Run("agenda", tool.Folder, "--days", days, "--format", "json").Out);
        var calendar = new CalendarFile(tool.Run("agenda", tool.Folder, "--days", days, "--format", "ics").Out);
        Assert.Equal(["VCALENDAR", "VTIMEZONE", "STANDARD"], calendar.Components);
    }

    [Fact]
    public void AHorizonPastTheEndOfTheCalendar_EndsThere() =>
        Assert.EndsWith(
            "up to 9999-12-31, by the policy account-management, version documents.\n",
            tool.Run("agenda", orders, "--days", "2147483647").Out,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("--days", "-1", "--days: found `-1`; allowed: a whole number, 0 or more.")]
    [InlineData("--days", "two", "--days: found `two`; allowed: a whole number, 0 or more.")]
    [InlineData("--days", "2147483648", "--days: found `2147483648`; allowed: a whole number, 0 or more.")]
    [InlineData("--as-of", "2026-02-30", "--as-of: found `2026-02-30`; allowed: a date as yyyy-MM-dd, such as 2026-05-31.")]
    [InlineData("--group-by", "week", "--group-by: found `week`; allowed: day, account, rule.")]
    [InlineData("--group-by", "1", "--group-by: found `1`; allowed: day, account, rule.")]
    [InlineData("--format", "xml", "--format: found `xml`; allowed: table, json, csv, ics.")]
    [InlineData("--standing", "Bad", "--standing: found `Bad`; allowed: Undetermined, NotApplicable, Met, OnTrack, AtRisk, Late, Overdue, Missed, Graded.")]
    [InlineData("--rule", "fte", "--rule: found `fte`; allowed: {rules}.")]
    public void AnOptionThatCannotBeRead_IsAUsageErrorThatSaysWhatIsAllowed(string option, string value, string expected)
    {
        var result = tool.Run("agenda", orders, option, value);

        Assert.Equal((ExitCode.Usage, expected.Replace("{rules}", Tool.RuleIds, StringComparison.Ordinal) + "\n", ""), (result.Code, result.Error, result.Out));
    }

    [Fact]
    public void FilesAndPolicies_ThatCannotBeUsed_AreToldAsByAssess()
    {
        var policy = tool.File("policy.json", """{ "fteFulfillment": { "limitDays": 0 } }""");

        Assert.Equal((ExitCode.Failed, "nowhere: does not exist.\n"), Outcome("agenda", tool.PathOf("nowhere")));
        Assert.Equal((ExitCode.Failed, "key-account: none of the files holds its facts.\n"), Outcome("agenda", orders, "--rule", "key-account"));
        Assert.Equal(ExitCode.PolicyInvalid, tool.Run("agenda", orders, "--policy", policy).Code);
        Assert.StartsWith("agenda: found `", tool.Run("agenda", policy).Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, tool.Run("agenda").Code);
    }

    [Fact]
    public void RejectedRows_AreTold_AndTheOthersAreOnTheAgenda_AndAMonthWithOneIsUndetermined()
    {
        var bad = tool.File("bad.csv", Tool.Orders + "1,ACME,2026-02-20,,2\n2,ACME,nonsense,,2\n");
        var kpis = tool.File("kpi-results.csv", "EmployeeId,Kpi,Period,Target,Actual\nE,K,2026-06,1,1\nE,L,2026-06,1,one\nF,K,2026-06,1,1\n");

        var result = tool.Run("agenda", $"fte-orders={bad}", kpis, "--days", "31", "--format", "json");

        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Contains("bad.csv:3:3: OrderedOn: found `nonsense`", result.Error, StringComparison.Ordinal);
        Assert.Equal(
        [
            "fte-fulfillment 1 AtRisk", "fte-fulfillment 1 Overdue", "kpi-attainment E Met", "kpi-attainment F Met", "kpi-month E Undetermined",
            "kpi-month F Met",
        ], result.Json.Select(e => $"{e.GetProperty("rule")} {e.GetProperty("subject")} {e.GetProperty("to")}"));
    }

    [Fact]
    public void KeyAccounts_EnterAndLeaveWhenTheirPeriodBegins()
    {
        var revenue = tool.File("account-revenue.csv", "AccountId,Period,Revenue\nA,2026-04,5\nB,2026-05,7\nA,2026-06,9\n");
        var policy = tool.File("policy.json", """{ "keyAccount": { "entryThreshold": 5 } }""");

        var entries = tool.Run(
            "agenda", revenue, "--rule", "key-account", "--policy", policy, "--as-of", "2026-04-30", "--days", "60", "--format", "json").Json;
        var undetermined = tool.Run("agenda", revenue, "--rule", "key-account", "--as-of", "2026-04-30", "--days", "60", "--format", "json");

        Assert.Equal(
            [
                "2026-05-01 A 2026-04 Stayed", "2026-05-01 A 2026-05 Left so far", "2026-05-01 B 2026-05 Entered so far", "2026-06-01 A 2026-05 Left",
                "2026-06-01 A 2026-06 Entered so far", "2026-06-01 B 2026-05 Entered", "2026-06-01 B 2026-06 Left so far",
            ],
            entries.Select(e => $"{e.GetProperty("on")} {e.GetProperty("subject")} {e.GetProperty("period")} {e.GetProperty("movement")}"
                + (e.TryGetProperty("provisional", out _) ? " so far" : "")));
        Assert.Equal(
            ["2026-05-01 B NoThreshold", "2026-06-01 A NoThreshold"],
            undetermined.Json.Select(e => $"{e.GetProperty("on")} {e.GetProperty("subject")} {e.GetProperty("cause")}"));
        Assert.StartsWith("key-account: the policy states no threshold", undetermined.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Calendar_HasAnAllDayEventForEachEntry_OnTheLastDayToAct()
    {
        string[] args = ["agenda", tool.Folder, "--days", "90"];

        var json = tool.Run([.. args, "--format", "json"]).Json;
        var calendar = new CalendarFile(tool.Run([.. args, "--format", "ics"]).Out);

        Assert.Equal(
            json.Select(e => (
                e.TryGetProperty("actBy", out var day) ? day.GetString() : e.GetProperty("on").GetString(), e.GetProperty("summary").GetString())),
            calendar.Events.Select(e => ((string?)CalendarFile.Day(e).ToString("O", CultureInfo.InvariantCulture), (string?)CalendarFile.Text(e["SUMMARY"]))));
        Assert.All(calendar.Events, e => Assert.Equal(("20260501T000000Z", "TRANSPARENT"), (e["DTSTAMP"], e["TRANSP"])));
        Assert.Equal(calendar.Events.Count, calendar.Events.Select(e => e["UID"]).Distinct().Count());
        Assert.Equal(
            "FTE fulfilment: AtRisk until 2026-05-06, Overdue from 2026-05-07 on.\nAn FTE order is fulfilled at most 90 days from the date of order.\n"
            + "expectations, 2; policy version documents",
            CalendarFile.Text(calendar.Events.Single(e => e["SUMMARY"].StartsWith("Order 2 ", StringComparison.Ordinal))["DESCRIPTION"]));
        Assert.Contains(calendar.Events, e => e["CATEGORIES"] == "fte-fulfillment,Overdue");
    }

    [Fact]
    public void Calendar_OfALaterRun_OrUnderOtherTerms_HasTheSameUidsForTheSameChanges()
    {
        var policy = tool.File("policy.json", """{ "fteFulfillment": { "limitDays": 100, "atRiskFromDay": 76 } }""");
        tool.File("improvement-plans.csv", Plans + "E,2026-05-02,2026-05-10,,,\nE,2026-05-11,2026-07-10,,,\n");

        Dictionary<string, string> Uids(params string[] more)
        {
            var calendar = new CalendarFile(tool.Run(["agenda", tool.Folder, "--format", "ics", .. more]).Out);
            return calendar.Events.ToDictionary(e => e["UID"], e => $"{CalendarFile.Day(e):O} {e["SUMMARY"]}");
        }

        var today = Uids("--as-of", "2026-05-01", "--days", "90");
        var later = Uids("--as-of", "2026-05-12", "--days", "79");
        var other = Uids("--as-of", "2026-05-01", "--days", "90", "--policy", policy);

        Assert.All(later, e => Assert.Equal(today[e.Key], e.Value));
        Assert.InRange(later.Count, 3, today.Count - 1);
        Assert.Equal(today.Keys.Order(), other.Keys.Order());
        Assert.NotEqual(today.Values.Order(), other.Values.Order());
    }

    [Fact]
    public void Calendar_OfIdsThatAreHardToWrite_CanBeReadBack()
    {
        var id = "a;b,c\\n\\ \"ü\" \n\t\u0001 " + string.Concat(Enumerable.Repeat("日本😀", 30));
        tool.File("fte-orders.json", JsonSerializer.Serialize(new[] { new { OrderId = id, AccountId = "A", OrderedOn = "2026-02-05" } }));

        var calendar = new CalendarFile(tool.Run("agenda", tool.PathOf("fte-orders.json"), "--format", "ics").Out);

        Assert.Equal(
            "Order " + id.Replace("\n", "\\n", StringComparison.Ordinal)
                .Replace("\t", "\\t", StringComparison.Ordinal)
                .Replace("\u0001", "\\u0001", StringComparison.Ordinal)
            + " becomes Overdue on 2026-05-07 unless it is fulfilled by 2026-05-06.",
            CalendarFile.Text(Assert.Single(calendar.Events)["SUMMARY"]));
    }

    [Fact]
    public void AnInterruptedRun_EndsAtOnceAndSaysWhatWasDone()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        var result = tool.Run(t => t with { Stop = stop.Token }, "agenda", orders);

        Assert.Equal(
            (ExitCode.Interrupted, "Interrupted: 0 rows taken in; the output ends before its end.\n", ""), (result.Code, result.Error, result.Out));
    }

    [Fact]
    public void Help_ShowsExamplesColumnsAndExitCodes()
    {
        var help = tool.Run("agenda", "--help").Out;

        Assert.Contains("  accountrules agenda data --days 90 --format ics > agenda.ics\n", help, StringComparison.Ordinal);
        Assert.Contains(
            "  fte-orders        OrderId, AccountId, OrderedOn, FulfilledOn, [Headcount], [FilledHeadcount], [Pauses], [Calendar], [KnownOn]\n", help,
            StringComparison.Ordinal);
        Assert.EndsWith("4 some rows rejected; where several apply, the first of 2, 3, 1, 4.\n", help, StringComparison.Ordinal);
        Assert.DoesNotContain("fail-on", help, StringComparison.Ordinal);
    }

    private (ExitCode Code, string Error) Outcome(params string[] args)
    {
        var result = tool.Run(args);
        return (result.Code, result.Error);
    }

    private static string[] FirstCells(string table) =>
        [.. table.Split("├")[1].Split("╰")[0].Split('\n').Where(l => l.StartsWith('│')).Select(l => l.Split('│')[1].Trim())];
}

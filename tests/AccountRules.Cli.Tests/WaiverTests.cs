namespace AccountRules.Cli.Tests;

/// <summary>Waivers beside the facts, as of 2026-05-01: what is excused, what is told, and what is refused.</summary>
public sealed class WaiverTests : IDisposable
{
    private const string Header = "Rule,Subject,Reason,ApprovedBy,From,Until\n";
    private const string Of1 = "fte-fulfillment,1,client asked to wait,ann,2026-04-01,2026-05-10\n";

    /// <summary>Day 119, 80 and 26 of 90.</summary>
    private const string Orders = Tool.Orders + "1,ACME,2026-01-02,,2\n2,ACME,2026-02-10,,2\n4,BETA,2026-04-05,,2\n";

    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void WaivedOrder_InJson_HasItsStandingAsJudgedAndTheWaiver()
    {
        var result = Assess(Header + Of1);

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal(
            ("Overdue", "2026-04-01", "2026-05-10", "ann", "client asked to wait", "2026-05-11"),
            (Text(result, 0, "standing"), Text(result, 0, "waivedFrom"), Text(result, 0, "waivedUntil"), Text(result, 0, "waivedBy"),
                Text(result, 0, "waivedFor"), Text(result, 0, "changesOn")));
        Assert.False(result.Json[1].TryGetProperty("waivedUntil", out _));
    }

    [Fact]
    public void WaivedOrder_InCsv_HasTheWaiverInTheLastColumns()
    {
        tool.File("fte-orders.csv", Orders);
        tool.File("waivers.csv", Header + Of1);

        var lines = tool.Run("assess", tool.Folder, "--format", "csv").Out.Split('\n');

        Assert.EndsWith(",waivedUntil,waivedFrom,waivedBy,waivedFor,judgedBy,currency,group", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",2026-05-10,2026-04-01,ann,client asked to wait,,,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",,,,,,,", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Table_ShowsTheWaiver_AndCountsItApart()
    {
        tool.File("fte-orders.csv", Orders);
        tool.File("waivers.csv", Header + Of1);

        var result = tool.Run(terminal => terminal with { Width = 200 }, "assess", tool.Folder);

        Assert.Contains("overdue; 1 of them waived", result.Out, StringComparison.Ordinal);
        Assert.Contains("waived until 2026-05-10 by ann: client asked to wait", result.Out.Split("Needs attention")[1], StringComparison.Ordinal);
        var details = tool.Run(terminal => terminal with { Width = 200 }, "assess", tool.Folder, "--details");
        Assert.Contains(" until 2026-05-10 by ann: client asked to wait", details.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-31", 0, "")]
    [InlineData("2026-04-02", 0, "")]
    [InlineData("2026-04-03", 0, "Overdue is waived once, which --fail-on leaves out.")]
    [InlineData("2026-05-10", 0, "Overdue is waived once, which --fail-on leaves out.")]
    [InlineData("2026-05-11", 5, "Overdue occurs once (--fail-on).")]
    public void FailOn_LeavesOutWhatIsWaived_WhileItIs(string asOf, int code, string last)
    {
        var result = tool.Run(
            "assess", tool.File("fte-orders.csv", Tool.Orders + "1,ACME,2026-01-02,,2\n"), tool.File("waivers.csv", Header + Of1), "--as-of", asOf, "--fail-on",
            "Overdue", "--format", "json");

        Assert.Equal(code, (int)result.Code);
        Assert.Equal(last, result.ErrorLines.LastOrDefault(l => l.Contains("--fail-on", StringComparison.Ordinal)) ?? "");
    }

    [Fact]
    public void FailOn_WhereOneIsWaivedAndOneIsNot_FailsForTheOther()
    {
        tool.File("fte-orders.csv", Orders + "5,ACME,2026-01-03,,2\n");
        tool.File("waivers.csv", Header + Of1);

        var result = tool.Run("assess", tool.Folder, "--fail-on", "Overdue", "--format", "json");

        Assert.Equal(ExitCode.StandingOccurs, result.Code);
        Assert.Equal(["Overdue is waived once, which --fail-on leaves out.", "Overdue occurs once (--fail-on)."], result.ErrorLines);
    }

    [Fact]
    public void Waivers_InJson_AreReadAsInCsv()
    {
        var waivers = """
            [{ "Rule": "fte-fulfillment", "Subject": "1", "Reason": "client asked to wait", "ApprovedBy": "ann", "From": "2026-04-01", "Until": "2026-05-10" }]
            """;

        var result = tool.Assess(tool.File("fte-orders.csv", Orders), tool.File("waivers.json", waivers));

        Assert.Equal((ExitCode.Done, "2026-05-10"), (result.Code, Text(result, 0, "waivedUntil")));
    }

    [Theory]
    [InlineData(
        "fte-fulfillment,1,x,ann,2026-04-31,2026-05-10", "waivers.csv:2:5: From: found `2026-04-31`; allowed: a date as yyyy-MM-dd, such as 2026-05-31.")]
    [InlineData("fte-fulfillment,1,x,ann,2026-04-01,", "waivers.csv:2:6: Until: found nothing; allowed: a value, since this one cannot be blank.")]
    [InlineData("fte-fulfillment,1,,ann,2026-04-01,2026-04-02", "waivers.csv:2:3: Reason: found nothing; allowed: why the subject is excused, in words.")]
    [InlineData(
        "fte-fulfillment,1,x,,2026-04-01,2026-04-02", "waivers.csv:2:4: ApprovedBy: found nothing; allowed: who approved it: a text that is not empty.")]
    [InlineData(
        "fte-fulfillment,,x,ann,2026-04-01,2026-04-02", "waivers.csv:2:2: Subject: found nothing; allowed: a value, because it says what the row is about.")]
    [InlineData(
        "fte-fulfillment,1,x,ann,2026-04-02,2026-04-01", "waivers.csv:2:6: Until: found `2026-04-01`; allowed: the day of From, 2026-04-02, or a later one.")]
    [InlineData(
        "career,7,x,ann,2026-04-01,2026-04-02",
        "waivers.csv:2:1: Rule: found `career`; allowed: a rule that can be missed; this one only grades, and no waiver changes a grade or pay.")]
    [InlineData(
        "fte-fulfilment,1,x,ann,2026-04-01,2026-04-02", "waivers.csv:2:1: Rule: found `fte-fulfilment`; allowed: the id of a rule of the policy: {ids}.")]
    public void RowThatIsNotFit_IsToldAndTheOthersAreUsed(string row, string expected)
    {
        var result = Assess($"{Header}{row}\n{Of1}");

        Assert.Equal((ExitCode.RowsRejected, "2026-05-10"), (result.Code, Text(result, 0, "waivedUntil")));
        Assert.Equal([expected.Replace("{ids}", Tool.RuleIds, StringComparison.Ordinal)], result.ErrorLines);
    }

    [Fact]
    public void TwoWaiversOnOneDay_AreOneAndARejectedRow()
    {
        var result = Assess($"{Header}{Of1}{Of1}fte-fulfillment,1,more,bob,2026-05-10,2026-05-20\nfte-fulfillment,1,more,bob,2026-05-11,2026-05-20\n");

        const string Allowed = "allowed: days that no other waiver of 1 from fte-fulfillment has; one is in effect from 2026-04-01 until 2026-05-10.";
        Assert.Equal(ExitCode.RowsRejected, result.Code);
        Assert.Equal(
            [
                $"waivers.csv:3:5: From: found `2026-04-01`; {Allowed}", $"waivers.csv:4:5: From: found `2026-05-10`; {Allowed}",
                "waivers: 1 begins after 2026-05-01: 1 from fte-fulfillment on 2026-05-11.",
            ],
            result.ErrorLines);
    }

    [Fact]
    public void WaiversThatDoNothing_AreToldOnce()
    {
        var result = Assess(
            $"{Header}{Of1}fte-fulfillment,2,x,ann,2026-04-01,2026-04-30\nfte-fulfillment,2,x,ann,2026-05-02,2026-05-03\n"
            + "fte-fulfillment,9,x,ann,2026-05-01,2026-05-01\nregistry-closure,1,x,ann,2026-05-01,2026-05-01\nfte-fulfillment,4,x,ann,2026-05-01,2026-05-01\n");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Equal(
            [
                "waivers: 1 has ended: 2 from fte-fulfillment on 2026-04-30.",
                "waivers: 1 begins after 2026-05-01: 2 from fte-fulfillment on 2026-05-02.",
                "waivers: 2 match no fact: 9 from fte-fulfillment until 2026-05-01, 1 from registry-closure until 2026-05-01.",
                "waivers: 1 has nothing to excuse: 4 from fte-fulfillment until 2026-05-01.",
            ],
            result.ErrorLines);
    }

    [Fact]
    public void TerminationReview_IsNotWaived_AndThatIsTold()
    {
        tool.File(
            "improvement-plans.csv",
            "EmployeeId,StartedOn,EndsOn,CompletedOn,Target,Actual\n7,2026-01-01,2026-03-31,2026-04-01,100,30\n8,2026-01-01,2026-03-31,,,\n");
        tool.File("waivers.csv", $"{Header}improvement-plan,7,x,ann,2026-04-01,2026-05-31\nimprovement-plan,8,ill,ann,2026-04-01,2026-05-31\n");

        var result = tool.Assess(tool.Folder);

        Assert.Equal(("Missed", "Overdue", "2026-05-31"), (Text(result, 0, "standing"), Text(result, 1, "standing"), Text(result, 1, "waivedUntil")));
        Assert.False(result.Json[0].TryGetProperty("waivedUntil", out _));
        Assert.StartsWith(
            "waivers: 7 from improvement-plan is never waived where it stands so: Improvement plan of 7 was completed on 2026-04-01 at 30 %",
            Assert.Single(result.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void WaiversAlone_AreNoFacts()
    {
        var result = tool.Assess(tool.File("waivers.csv", Header + Of1));

        Assert.Equal(
            (ExitCode.Failed, "waivers.csv: holds waivers or absences, and no fact file: give the facts that they are of beside them.\n"),
            (result.Code, result.Error));
    }

    [Fact]
    public void WaiversThatCannotBeRead_FailTheRun_AndNothingIsExcused()
    {
        var result = Assess("Rule,Subject,Reason,ApprovedBy,From\nfte-fulfillment,1,x,ann,2026-04-01\n");

        Assert.Equal((ExitCode.Failed, 3), (result.Code, result.Json.Length));
        Assert.StartsWith("waivers.csv: its header misses Until; found `Rule,Subject,Reason,ApprovedBy,From`", result.Error, StringComparison.Ordinal);
        Assert.False(result.Json[0].TryGetProperty("waivedUntil", out _));
    }

    [Fact]
    public void Waivers_OfRulesThatAreNotAskedFor_AreNotTold()
    {
        tool.File("fte-orders.csv", Orders);
        tool.File("waivers.csv", $"{Header}{Of1}payment,1,x,ann,2026-05-01,2026-05-01\n");

        Assert.Equal("", tool.Run("assess", tool.Folder, "--rule", "fte-fulfillment", "--format", "json").Error);
    }

    [Fact]
    public void Agenda_KnowsTheDayOnWhichAWaiverEnds()
    {
        tool.File("fte-orders.csv", Orders);
        tool.File("waivers.csv", $"{Header}{Of1}fte-fulfillment,9,x,ann,2026-04-01,2026-04-30\n");

        var result = tool.Run("agenda", tool.Folder, "--as-of", "2026-05-01", "--days", "10", "--standing", "Overdue", "--format", "json");

        Assert.Equal("waivers: 1 has ended: 9 from fte-fulfillment on 2026-04-30.\n", result.Error);
        var entry = Assert.Single(result.Json);
        Assert.Equal(
            ("2026-05-11", "Overdue", "Overdue", "2026-05-10", true),
            (entry.GetProperty("on").GetString(), entry.GetProperty("from").GetString(), entry.GetProperty("to").GetString(),
                entry.GetProperty("actBy").GetString(), entry.GetProperty("standsAgain").GetBoolean()));
        Assert.Equal(
            "Order 1 stands as Overdue again on 2026-05-11, with no waiver any more, unless it is fulfilled by 2026-05-10.",
            entry.GetProperty("summary").GetString());
    }

    [Fact]
    public void AgendaTable_CountsWhatBecomesWaivedAndWhatStandsAgain()
    {
        tool.File("fte-orders.csv", Tool.Orders + "1,ACME,2026-01-02,,2\n");
        tool.File("waivers.csv", Header + "fte-fulfillment,1,x,ann,2026-05-03,2026-05-10\n");

        var output = tool.Run(terminal => terminal with { Width = 200 }, "agenda", tool.Folder, "--as-of", "2026-05-01", "--days", "20").Out;

        Assert.Matches(@"2026-05-03 Sun .* Overdue +│ Overdue, waived │ waived until 2026-05-10 by ann: Order 1 is open for 121 days", output);
        Assert.Matches(@"2026-05-11 Mon .* Overdue, waived │ Overdue +│ unless fulfilled by 2026-05-10; the waiver has ended", output);
        Assert.Matches(@"Becomes +│ Overdue │ Waived │ All │", output);
    }

    [Fact]
    public void Report_ListsWhatIsWaivedApart()
    {
        tool.File("fte-orders.csv", Orders);
        tool.File("waivers.csv", $"{Header}{Of1}fte-fulfillment,9,x,ann,2026-05-01,2026-05-01\n");

        var json = tool.Run("report", tool.Folder, "--as-of", "2026-05-01", "--format", "json");
        var sheet = System.Text.Json.JsonDocument.Parse(json.Out).RootElement.GetProperty("sheets")[0];

        Assert.Equal("waivers: 1 matches no fact: 9 from fte-fulfillment until 2026-05-01.\n", json.Error);
        Assert.Equal("""{"AtRisk":1}""", Compact(sheet.GetProperty("attention")));
        Assert.Equal("""{"Overdue":1}""", Compact(sheet.GetProperty("waivedStandings")));
        Assert.Equal("ann", sheet.GetProperty("waived")[0].GetProperty("waivedBy").GetString());
        Assert.Equal(1, sheet.GetProperty("rules")[0].GetProperty("waivedCount").GetInt32());

        var page = tool.PathOf("report.html");
        tool.Run("report", tool.Folder, "--as-of", "2026-05-01", "--html", page);
        Assert.Contains("<h2>Waived</h2>", System.IO.File.ReadAllText(page), StringComparison.Ordinal);
        Assert.Contains("1 waived", tool.Run("report", tool.Folder, "--as-of", "2026-05-01").Out, StringComparison.Ordinal);

        static string Compact(System.Text.Json.JsonElement element) =>
            element.GetRawText().Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
    }

    [Fact]
    public void Help_NamesTheColumnsOfWaivers()
    {
        Assert.Contains("waivers           Rule, Subject, Reason, ApprovedBy, From, Until\n", tool.Run("assess", "--help").Out, StringComparison.Ordinal);
        Assert.DoesNotContain("ApprovedBy", tool.Run("impact", "--help").Out, StringComparison.Ordinal);
    }

    private static string? Text(Result result, int row, string name) => result.Json[row].GetProperty(name).GetString();

    private Result Assess(string waivers) => tool.Assess(tool.File("fte-orders.csv", Orders), tool.File("waivers.csv", waivers));
}

using System.Text.Json;

namespace AccountRules.Cli.Tests;

/// <summary>Working days and pauses on the command line: calendars of countries and files, and the columns of facts.</summary>
public sealed class WorkingDayFileTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    /// <summary>The public holidays of 2026 by law; those of America with the days on which they are observed.</summary>
    [Theory]
    [InlineData("DE", "2026-01-01 2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-05-25 2026-10-03 2026-12-25 2026-12-26")]
    [InlineData("FR", "2026-01-01 2026-04-06 2026-05-01 2026-05-08 2026-05-14 2026-05-25 2026-07-14 2026-08-15 2026-11-01 2026-11-11 2026-12-25")]
    [InlineData("us", "2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-07-04 2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25")]
    [InlineData(
        "DE-BY",
        "2026-01-01 2026-01-06 2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-05-25 2026-06-04 2026-08-15 2026-10-03 2026-11-01 2026-12-25 2026-12-26")]
    public void Calendar_OfACountry_HasItsPublicHolidays(string code, string holidays)
    {
        var result = tool.Run("policy", "calendar", code, "--from", "2026", "--until", "2026");
        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        var calendar = JsonDocument.Parse(result.Out, new() { CommentHandling = JsonCommentHandling.Skip }).RootElement;
        Assert.Equal(
            (code.ToUpperInvariant(), "2026-01-01", "2026-12-31"),
            (calendar.GetProperty("name").GetString(), calendar.GetProperty("from").GetString(), calendar.GetProperty("until").GetString()));
        Assert.Equal(holidays.Split(' '), calendar.GetProperty("holidays").EnumerateArray().Select(d => d.GetString()));
    }

    [Fact]
    public void Calendar_OfAFile_IsReadInAPolicy()
    {
        var file = tool.File("plant.txt", "# ours\n2026-04-03 Good Friday\n2026-04-06,Easter Monday\n\n2026-12-24; half a day\n2026-04-03\n");
        var calendar = tool.Run("policy", "calendar", file, "--list-version", "3");
        Assert.Equal((ExitCode.Done, ""), (calendar.Code, calendar.Error));
        Assert.Contains("    \"2026-12-24\" // half a day\n", calendar.Out, StringComparison.Ordinal);
        var policy = tool.File("policy.json", $$"""
            {
              "workingDays": { "calendars": [{{calendar.Out}}] },
              "fteFulfillment": { "limitDays": 5, "atRiskFromDay": 4, "calendar": "plant" }
            }
            """);
        var orders = tool.File("fte-orders.csv", "OrderId,AccountId,OrderedOn,FulfilledOn,Pauses,Calendar\n"
            + "1,A,2026-04-02,,,\n2,A,2026-04-02,,2026-04-08/2026-04-09 away,\n3,A,2026-04-02,,,elsewhere\n");
        var result = tool.Run("assess", orders, "--policy", policy, "--as-of", "2026-04-14", "--format", "json", "--rule", "fte-fulfillment");
        Assert.Equal(
            [
                "1 Overdue Order 1 is open for 6 working days, 1 more than the 5 allowed; it was due 2026-04-13. Working days are those of calendar plant 3.",
                "2 AtRisk Order 2 is open for 4 of 5 working days, due 2026-04-15. Working days are those of calendar plant 3. "
                    + "Not counted: 2026-04-08 to 2026-04-09 (away).",
                "3 Undetermined Order 3 goes by calendar `elsewhere`, and the policy has plant.",
            ],
            result.Json.Select(a => $"{a.GetProperty("subject")} {a.GetProperty("standing")} {a.GetProperty("reason")}"));
    }

    /// <summary>1 January 2022 is a Saturday: it is observed on the Friday before.</summary>
    [Fact]
    public void Calendar_OfAmerica_HasADayThatIsObservedBeforeNewYear() => Assert.Contains(
        "\"2021-12-31\"", tool.Run("policy", "calendar", "US", "--from", "2021", "--until", "2021").Out, StringComparison.Ordinal);

    [Fact]
    public void Calendar_AsCsv_IsTheTableOfADatabase()
    {
        var lines = tool.Run("policy", "calendar", "FR", "--from", "2026", "--until", "2026", "--format", "csv").Out.Split('\n');
        Assert.Equal(["Calendar,Date,Number", "FR,2026-01-01,0", "FR,2026-01-02,1", "FR,2026-01-03,1", "FR,2026-01-04,1", "FR,2026-01-05,2"], lines[..6]);
        Assert.Equal("FR,2026-12-31,252", lines[^2]);
    }

    [Theory]
    [InlineData("CODE|FILE: found `nowhere`; allowed: a file with a date on each line, or one of AT, AU,", "nowhere")]
    [InlineData("--from: found nothing; allowed: a year, such as 2026", "DE")]
    [InlineData("--until: found nothing; allowed: a year, such as 2026", "DE", "--from", "2026")]
    [InlineData("--until: found `2025`; allowed: a year from 2026 on.", "DE", "--from", "2026", "--until", "2025")]
    [InlineData("--from: found `99999`; allowed: a year from 1900 to 2199.", "DE", "--from", "99999", "--until", "2025")]
    [InlineData("CODE|FILE: found `DE-3`", "DE-3")]
    [InlineData("CODE|FILE: found `DE-BY,BE`", "DE-BY,BE")]
    [InlineData("--name: found ` x `; allowed: a name without blanks around it.", "DE", "--from", "2026", "--until", "2026", "--name", " x ")]
    [InlineData("--from and --until: found 1900; allowed: years of which the public holidays of TR are known", "TR", "--from", "1900", "--until", "1900")]
    [InlineData("--format: found `xml`; allowed: json, csv.", "DE", "--from", "2026", "--until", "2026", "--format", "xml")]
    public void Calendar_OfWhatCannotBe_SaysWhatIsAllowed(string error, params string[] args)
    {
        var result = tool.Run(["policy", "calendar", .. args]);
        Assert.Equal(ExitCode.Usage, result.Code);
        Assert.StartsWith(error, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Calendar_OfAFileWithMistakes_NamesEachLine()
    {
        var result = tool.Run("policy", "calendar", tool.File("plant.txt", "2026-01-01\n1.5.2026 May\n2026-02-30\n"));
        Assert.Equal(ExitCode.Failed, result.Code);
        Assert.Equal(
            [
                "plant.txt, line 2: found `1.5.2026`; allowed: a date as yyyy-MM-dd, and after it its name.",
                "plant.txt, line 3: found `2026-02-30`; allowed: a date as yyyy-MM-dd, and after it its name.",
            ],
            result.Error.Trim().Split('\n').Select(line => line[line.IndexOf("plant.txt", StringComparison.Ordinal)..]));
        Assert.Contains("found no date", tool.Run("policy", "calendar", tool.File("empty.txt", "# none\n")).Error, StringComparison.Ordinal);
    }

    /// <summary>Due on 19 April and paused from the 18th to the 25th: 26 April is the first day past due, and the 25th the last in time.</summary>
    [Fact]
    public void Advice_OfAPausedFact_NamesTheLastDayInTime()
    {
        var items = tool.File("action-items.csv", "ItemId,AccountId,AgreedOn,DueOn,DoneOn,Pauses\n1,A,2026-04-01,2026-04-19,,2026-04-18/2026-04-25 away\n");
        var result = tool.Run("assess", items, "--as-of", "2026-04-20");
        Assert.Contains("to be done by 2026-04-25, in 5 days", string.Join(' ', result.Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word is not ("│" or "→"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Pauses_ThatCannotBeRead_RejectTheRow()
    {
        var orders = tool.File(
            "fte-orders.csv", "OrderId,AccountId,OrderedOn,FulfilledOn,Pauses\n1,A,2026-04-02,,2026-04-08/2026-04-09\n2,A,2026-04-02,,\n");
        var result = tool.Assess(orders);
        Assert.Equal(
            "fte-orders.csv:2:5: Pauses: found `2026-04-08/2026-04-09`; allowed: pauses such as 2026-03-02/2026-03-06 client on holiday; 2026-04-01/ waiting "
            + "for papers, each with its reason, or nothing.\n", result.Error);
        Assert.Equal(ExitCode.RowsRejected, result.Code);
    }
}

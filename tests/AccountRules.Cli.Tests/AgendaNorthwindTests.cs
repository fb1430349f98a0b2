using System.Globalization;

namespace AccountRules.Cli.Tests;

/// <summary>
/// The agenda of real data: against plain arithmetic on its dates, and against what was worked out apart from any implementation for a later date.
/// </summary>
public sealed class AgendaNorthwindTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("fte-orders.csv", "fte-fulfillment", 76, 91, "1998-05-06", 365)]
    [InlineData("fte-orders.csv", "fte-fulfillment", 76, 91, "1998-05-06", 70)]
    [InlineData("fte-orders.csv", "fte-fulfillment", 76, 91, "1996-07-03", 1000)]
    [InlineData("fte-orders.csv", "fte-fulfillment", 76, 91, "1997-02-28", 100)]
    [InlineData("registry-items.csv", "registry-closure", 31, 61, "1998-05-06", 365)]
    [InlineData("registry-items.csv", "registry-closure", 31, 61, "1996-07-03", 1000)]
    [InlineData("registry-items.csv", "registry-closure", 31, 61, "1997-02-28", 29)]
    public void Deadlines_ChangeOnTheDaysThatArithmeticGives(string file, string rule, int atRiskOn, int overdueOn, string asOf, int days)
    {
        var (begin, until) = (Day(asOf), Day(asOf).AddDays(days));
        var expected =
            from line in File.ReadLines(Path.Combine(Tool.Northwind, file)).Skip(1)
            let cells = line.Split(',')
            let start = Day(cells[2])
            let end = cells[3].Length > 0 ? Day(cells[3]) : DateOnly.MaxValue
            from change in new[]
            {
                (On: start, From: "NotApplicable", To: end == start ? "Met" : "OnTrack", Is: true),
                (On: start.AddDays(atRiskOn), From: "OnTrack", To: "AtRisk", Is: end > start.AddDays(atRiskOn)),
                (On: start.AddDays(overdueOn), From: "AtRisk", To: "Overdue", Is: end > start.AddDays(overdueOn)),
                (
                    On: end,
                    From: end <= start.AddDays(atRiskOn) ? "OnTrack" : end <= start.AddDays(overdueOn) ? "AtRisk" : "Overdue",
                    To: end < start.AddDays(overdueOn) ? "Met" : "Late",
                    Is: end != DateOnly.MaxValue && end != start),
            }
            where change.Is && change.On > begin && change.On <= until
            orderby change.On, cells[0]
            select $"{change.On:O} {cells[0]} {cells[1]} {change.From} {change.To}";

        var result = tool.Run(
            "agenda", Path.Combine(Tool.Northwind, file), "--rule", rule, "--as-of", asOf, "--days", days.ToString(CultureInfo.InvariantCulture), "--format",
            "json");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        var actual = result.Json
            .Select(e => $"{e.GetProperty("on")} {e.GetProperty("subject")} {e.GetProperty("account")} {e.GetProperty("from")} {e.GetProperty("to")}")
            .ToArray();
        Assert.Equal(expected, actual);
        Assert.NotEmpty(actual);
    }

    [Theory]
    [InlineData(90, 76)]
    [InlineData(60, 46)]
    [InlineData(30, 24)]
    [InlineData(14, 10)]
    [InlineData(7, 5)]
    public void OrdersOfMay_StandInJulyAsTheAgendaForetells(int limitDays, int atRiskFromDay)
    {
        var policy = tool.File("policy.json", $$"""{ "fteFulfillment": { "limitDays": {{limitDays}}, "atRiskFromDay": {{atRiskFromDay}} } }""");
        var standings = Expected("1998-05-06", limitDays);

        var agenda = tool.Run(
            "agenda", Path.Combine(Tool.Northwind, "fte-orders.csv"), "--policy", policy, "--as-of", "1998-05-06", "--days", "75", "--format", "json", "--rule",
            "fte-fulfillment").Json;
        foreach (var entry in agenda)
        {
            var subject = entry.GetProperty("subject").GetString()!;
            Assert.Equal(standings[subject], entry.GetProperty("from").GetString());
            standings[subject] = entry.GetProperty("to").GetString()!;
        }

        Assert.Equal(Expected("1998-07-20", limitDays), standings);
        Assert.NotEqual(Expected("1998-05-06", limitDays), standings);
    }

    [Fact]
    public void AllRules_OfTheWholeSample_StandOnALaterDayAsTheAgendaForetells()
    {
        string[] sample = [Tool.Northwind, "--policy", Path.Combine(Tool.Northwind, "policy.json"), "--format", "json"];
        Dictionary<string, string> On(string day) =>
            tool.Run(["assess", .. sample, "--as-of", day]).Json.ToDictionary(Key, a => a.GetProperty("standing").GetString()!);
        var standings = On("1997-06-15");

        foreach (var entry in tool.Run(["agenda", .. sample, "--as-of", "1997-06-15", "--days", "340"]).Json)
        {
            Assert.Equal(standings.GetValueOrDefault(Key(entry), "NotApplicable"), entry.GetProperty("from").GetString());
            standings[Key(entry)] = entry.GetProperty("to").GetString()!;
        }

        Assert.Equal(On("1998-05-21").OrderBy(s => s.Key), standings.OrderBy(s => s.Key));

        static string Key(System.Text.Json.JsonElement e) =>
            $"{e.GetProperty("rule")} {e.GetProperty("subject")} {Text(e, "period")} {Text(e, "kpi")}{Text(e, "service")}";
        static string Text(System.Text.Json.JsonElement e, string name) => e.TryGetProperty(name, out var value) ? value.ToString() : "";
    }

    [Fact]
    public void AgendaPage_ShowsWhatTheToolPrints()
    {
        var page = File.ReadAllText(Path.Combine(Tool.Northwind, "..", "..", "docs", "agenda.md"));
        var command = page.Split("```\naccountrules ")[1].Split('\n')[0];

        var result = tool.Run([.. command.Split(' ').Select(word => word.Replace("samples/northwind", Tool.Northwind, StringComparison.Ordinal))]);

        Assert.Contains($"```\n{result.Out.TrimStart('\n')}```\n", page, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Expected(string asOf, int limitDays)
    {
        var words = new Dictionary<string, string>
        {
            ["FulfilledOnTime"] = "Met",
            ["FulfilledLate"] = "Late",
            ["OpenOk"] = "OnTrack",
            ["OpenAtRisk"] = "AtRisk",
            ["OpenOverdue"] = "Overdue",
        };
        var lines = File.ReadAllLines(Path.Combine(Tool.Expected, $"r1-fte-orders@{asOf}.csv"));
        var header = lines[0].Split(',');
        var (id, status) = (Array.IndexOf(header, "OrderId"), Array.IndexOf(header, $"Status{limitDays}"));
        return lines.Skip(1).Select(l => l.Split(',')).ToDictionary(c => c[id], c => words[c[status]]);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

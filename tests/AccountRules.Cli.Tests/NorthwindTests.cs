using System.Globalization;
using System.Text.Json;

namespace AccountRules.Cli.Tests;

/// <summary>The tool against what the rules give on real data, worked out apart from any implementation.</summary>
public sealed class NorthwindTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("1998-05-06", 90, 76)]
    [InlineData("1998-05-06", 60, 46)]
    [InlineData("1998-05-06", 30, 24)]
    [InlineData("1998-05-06", 14, 10)]
    [InlineData("1998-05-06", 7, 5)]
    [InlineData("1998-07-20", 90, 76)]
    [InlineData("1998-07-20", 60, 46)]
    [InlineData("1998-07-20", 30, 24)]
    [InlineData("1998-07-20", 14, 10)]
    [InlineData("1998-07-20", 7, 5)]
    public void Orders_UnderALimit_StandAsExpected(string asOf, int limitDays, int atRiskFromDay)
    {
        var standings = new Dictionary<string, string>
        {
            ["FulfilledOnTime"] = "Met",
            ["FulfilledLate"] = "Late",
            ["OpenOk"] = "OnTrack",
            ["OpenAtRisk"] = "AtRisk",
            ["OpenOverdue"] = "Overdue",
        };
        var policy = tool.File("policy.json", $$"""{ "fteFulfillment": { "limitDays": {{limitDays}}, "atRiskFromDay": {{atRiskFromDay}} } }""");

        var actual = Assess("fte-orders.csv", "fte-fulfillment", asOf, policy).Select(a => $"{Text(a, "subject")} {Text(a, "value")} {Text(a, "standing")}");

        Assert.Equal(Expected($"r1-fte-orders@{asOf}.csv").Select(r => $"{r["OrderId"]} {r["AgeDays"]} {standings[r[$"Status{limitDays}"]]}"), actual);
    }

    [Theory]
    [InlineData("1998-05-06")]
    [InlineData("1998-06-15")]
    public void RegistryItems_AreBandedAsExpected(string asOf)
    {
        var actual = Assess("registry-items.csv", "registry-closure", asOf)
            .Select(a =>
                $"{Text(a, "subject")} {Text(a, "value")} {Text(a, "band")} {Text(a, "focus")} {Text(a, "standing") is "OnTrack" or "AtRisk" or "Overdue"}");

        Assert.Equal(
            Expected($"r2-registry-items@{asOf}.csv").Select(r => $"{r["ItemId"]} {r["AgeDays"]} {r["Band"]} {Flag(r["Focus"])} {Flag(r["Open"])}"), actual);
    }

    [Theory]
    [InlineData("1998-05-06")]
    [InlineData("1998-06-01")]
    public void Invoices_ArePaidAndAgedAsExpected(string asOf)
    {
        var buckets = new Dictionary<string, string> { ["NotLate"] = "NotLate", ["1-30"] = "Days1To30", ["31-60"] = "Days31To60", ["61+"] = "Over60" };

        var actual = Assess("invoices.csv", "payment", asOf)
            .Select(a => $"{Text(a, "subject")} {Text(a, "value")} {Text(a, "band")} late {Text(a, "standing") is "Late" or "Overdue"} "
                + $"unpaid {Text(a, "standing") is "OnTrack" or "Overdue"}");

        Assert.Equal(
            Expected($"r6-invoices@{asOf}.csv").Select(
                r => $"{r["InvoiceId"]} {r["OverdueDays"]} {buckets[r["Bucket"]]} late {Flag(r["Late"])} unpaid {Flag(r["Unpaid"])}"),
            actual);
    }

    [Fact]
    public void Kpis_AreAttainedAsExpected()
    {
        var actual = Assess("kpi-results.csv", "kpi-attainment", "1998-12-31").Select(a =>
            $"{Text(a, "subject")} {Text(a, "kpi")} {Text(a, "period")} {Math.Round(a.GetProperty("value").GetDecimal(), 6):0.######} {Text(a, "standing")}");

        Assert.Equal(
            Expected("r3-kpi-results.csv").Select(r => $"{r["EmployeeId"]} {r["Kpi"]} {r["Period"]} {r["Ratio6"]} {(r["Met"] == "true" ? "Met" : "Missed")}"),
            actual);
    }

    [Fact]
    public void KpiMonths_AreMetAsExpected()
    {
        var actual = Assess("kpi-results.csv", "kpi-month", "1998-12-31")
            .Select(a => $"{Text(a, "subject")} {Text(a, "period")} {Text(a, "results")} {Text(a, "met")} {Text(a, "standing")}").Order();

        var expected = Expected("r3-all-kpi-results.csv")
            .Select(r => $"{r["EmployeeId"]} {r["Period"]} {r["Kpis"]} {r["Met"]} {(r["AllMet"] == "true" ? "Met" : "Missed")}")
            .Order();
        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData("month", 1000)]
    [InlineData("month", 2500)]
    [InlineData("year", 5000)]
    [InlineData("year", 10000)]
    public void KeyAccounts_EnterAndLeaveAsExpected(string periods, int entry)
    {
        foreach (var (name, exit) in new[] { ("plain", entry), ("hysteresis", entry * 8 / 10) })
        {
            var policy = tool.File("policy.json", $$"""{ "keyAccount": { "entryThreshold": {{entry}}, "exitThreshold": {{exit}} } }""");
            var input = periods == "month"
                ? Path.Combine(Tool.Northwind, "account-revenue.csv")
                : $"account-revenue={Path.Combine(Tool.Expected, "account-revenue-year.csv")}";
            var actual = Json(tool.Run("assess", input, "--rule", "key-account", "--policy", policy, "--as-of", "1998-12-31", "--format", "json"));

            var counts = actual.GroupBy(a => Text(a, "period")).OrderBy(g => g.Key).Select((g, i) =>
                $"{g.Key} {g.Count(a => Text(a, "band") == "Key")} {Movements(g, "Entered", i)} {Movements(g, "Left", i)}");
            Assert.Equal(
                Expected($"r5-account-revenue-{periods}-{entry}-{name}.csv").Select(r => $"{r["Period"]} {r["KeyAccounts"]} {r["Entries"]} {r["Exits"]}"),
                counts);

            var members = actual.Where(a => Text(a, "band") == "Key").Select(a => $"{Text(a, "account")} {Text(a, "period")}").Order();
            var expected = Expected($"r5-rows-account-revenue-{periods}.csv").Where(r => r[$"{entry}_{name}"] == "true")
                .Select(r => $"{r["AccountId"]} {r["Period"]}")
                .Order();
            Assert.Equal(expected, members);
        }
    }

    private JsonElement[] Assess(string file, string rule, string asOf, params string[] policy) =>
        Json(
            tool.Run([
                "assess", Path.Combine(Tool.Northwind, file), "--rule", rule, "--as-of", asOf, "--format", "json",
                .. policy.SelectMany(p => new[] { "--policy", p }),
            ]));

    private static JsonElement[] Json(Result result)
    {
        Assert.Equal("", result.Error);
        Assert.Equal(ExitCode.Done, result.Code);
        return result.Json;
    }

    /// <summary>In the first period of the data nobody enters and nobody leaves.</summary>
    private static string Movements(IEnumerable<JsonElement> period, string movement, int index)
    {
        var count = period.Count(a => Text(a, "movement") == movement);
        return index == 0 && count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);
    }

    private static string Text(JsonElement assessment, string property) => assessment.TryGetProperty(property, out var value) ? value.ToString() : "-";

    private static string Flag(string text) => text == "true" ? "True" : "False";

    private static IEnumerable<Dictionary<string, string>> Expected(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Tool.Expected, name));
        var header = lines[0].Split(',');
        return lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second));
    }
}

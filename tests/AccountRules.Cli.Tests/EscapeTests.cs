using System.Globalization;
using System.Text;
using System.Text.Json;
using AccountRules.Documents;

namespace AccountRules.Cli.Tests;

/// <summary>What files, names and options say is shown and steers nothing: no terminal, no spreadsheet, no reader of Markdown, HTML or calendars.</summary>
public sealed class EscapeTests : IDisposable
{
    /// <summary>Escape sequences, marks of direction, NUL, line ends, a half-hidden tag, markup of the screen.</summary>
    private const string Hostile = "x\e[31mred\e]0;title\a\u202Eevil\u202C\u2066\u2069\u200E\u200F\0\u0085\u2028\r\n\U000E0041[red]y[/]";

    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void TablesAndAgendas_ShowIdsThatSteerTerminals_AsTheyAreWritten()
    {
        var orders = Orders(Hostile, "B" + Hostile + "B");

        foreach (var args in new[]
        {
            new[] { "assess", orders, "--limit", "0" }, ["agenda", orders, "--days", "100"], ["agenda", orders, "--days", "100", "--group-by", "account"],
        })
        {
            foreach (var width in new[] { 40, 400 })
            {
                var result = tool.Run(t => t with { Width = width }, args);

                Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
                AssertPlain(result.Out);
                if (width == 400)
                {
                    Assert.Contains(
                        @"x\u001B[31mred\u001B]0;title\u0007\u202Eevil\u202C\u2066\u2069\u200E\u200F\u0000\u0085\u2028\r\n\U000E0041[red]y[/]",
                        result.Out,
                        StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public void JsonOutput_HasTheSameTexts_AndSteersNoTerminal()
    {
        var orders = Orders(Hostile, "B");

        foreach (var args in new[] { new[] { "assess", orders, "--format", "json" }, ["agenda", orders, "--days", "100", "--format", "json"] })
        {
            var result = tool.Run(args);

            AssertPlain(result.Out);
            Assert.Contains(result.Json, a => a.GetProperty("subject").GetString() == Hostile);
        }
    }

    [Fact]
    public void Calendars_SteerNothing()
    {
        var result = tool.Run(
            "agenda", Orders(Hostile, "B"), "--days", "100", "--format", "ics", "--policy",
            tool.File("policy.json", JsonSerializer.Serialize(new { version = Hostile })));

        AssertPlain(result.Out.Replace("\r\n", "\n", StringComparison.Ordinal));
        Assert.Contains(new CalendarFile(result.Out).Events, e => CalendarFile.Text(e["SUMMARY"]).Contains(@"\u202Eevil", StringComparison.Ordinal));
    }

    [Fact]
    public void PolicyMessages_SteerNothing_WhereverTheDocumentsTextsAreInThem()
    {
        var document = PolicyDocument.Write(Policy.Default)
            .Replace("\"Partial\"", JsonSerializer.Serialize("Full"), StringComparison.Ordinal)
            .Replace("\"Full\"", JsonSerializer.Serialize(Hostile), StringComparison.Ordinal);
        string[] bad =
        [
            document,
            JsonSerializer.Serialize(new Dictionary<string, string> { [Hostile] = Hostile }),
            JsonSerializer.Serialize(new { fteFulfillment = Hostile, effectiveFrom = Hostile, performancePay = new { rounding = Hostile } }),
            "{ \e[31m }",
            "{ \"version\": \"\u202e\" \u202e }",
        ];
        foreach (var text in bad)
        {
            var file = tool.File("policy.json", text);
            foreach (var args in new[] { new[] { "policy", "check", file }, ["policy", "show", file], ["assess", Tool.Northwind, "--policy", file] })
            {
                var result = tool.Run(args);

                Assert.Equal((ExitCode.PolicyInvalid, ""), (result.Code, result.Out));
                AssertPlain(result.Error);
                Assert.All(result.ErrorLines, line => Assert.StartsWith("policy.json:", line, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Paths_ThatSteerTerminals_AreShownAsTheyAreWritten()
    {
        foreach (var args in new[]
        {
            new[] { "assess", $"{Hostile.Replace('\0', '0')}.csv" }, ["policy", "check", $"a\e[2J\u202E"], ["assess", ".", "--as-of", Hostile],
            ["assess", ".", "--\e[2J"], [Hostile], ["assess", "\0"],
        })
        {
            var result = tool.Run(args);

            Assert.NotEqual(ExitCode.Done, result.Code);
            AssertPlain(result.Error);
            Assert.DoesNotContain("unexpectedly", result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TheHandbook_ShowsNamesOfThePolicyAsTheyAreWritten_AndNotAsMarkdownOrHtml()
    {
        const string name = "<img src=x onerror=alert(1)> **b** [l](javascript:x) `c` | d\n# e \u202E\e[31m";
        const string shown = @"\<img src=x onerror=alert(1)\> \*\*b\*\* \[l\](javascript\:x) \`c\` \| d\\n\# e \\u202E\\u001B\[31m";
        var document = PolicyDocument.Write(Policy.Default).Replace("\"Partial\"", JsonSerializer.Serialize(name), StringComparison.Ordinal).Replace(
            "\"documents\"", JsonSerializer.Serialize(name), StringComparison.Ordinal)
            .Replace("\"PIP\"", JsonSerializer.Serialize(name), StringComparison.Ordinal)
                .Replace("\"account-management\"", JsonSerializer.Serialize(name), StringComparison.Ordinal);
        var file = tool.File("policy.json", document);

        var result = tool.Run("policy", "show", file);

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        AssertPlain(result.Out);
        Assert.StartsWith($"# {shown}, version {shown}\n\n", result.Out, StringComparison.Ordinal);
        Assert.Contains($"\n| {shown} | above 60 % up to 80 % | Graded | 60 % |  |\n", result.Out, StringComparison.Ordinal);
        Assert.Contains($"\n| Pip | up to 35 % | Graded | 0 % | {shown} |\n", result.Out, StringComparison.Ordinal);
        Assert.Equal(
            $"policy.json: {Plain(name)} {Plain(name)} is valid, {Policy.Default.Rules.Count} rules", tool.Run("policy", "check", file).Out.TrimEnd('\n'));
    }

    [Fact]
    public void Csv_IsData_AndWithExcelItIsSafeInASpreadsheet()
    {
        string[] ids = ["=1+1", "+1", "-5", "@SUM(A1)", "ü", "=HYPERLINK(\"http://x\",\"y\")"];
        var orders = Orders(ids);
        var revenue = tool.File("account-revenue.csv", "AccountId,Period,Revenue\n-7,2026-01,-5\n");
        string[] args = [
            "assess", orders, revenue, "--rule", "fte-fulfillment", "--rule", "key-account", "--policy",
            tool.File("policy.json", """{ "keyAccount": { "entryThreshold": 100 } }"""), "--format", "csv",
        ];

        var data = tool.Run(args);
        var excel = tool.Run([.. args, "--excel"]);

        Assert.Equal([.. ids, "-7"], Column(data.Out, 1));
        Assert.StartsWith("rule,", data.Out, StringComparison.Ordinal);
        Assert.StartsWith("\uFEFFrule,", excel.Out, StringComparison.Ordinal);
        Assert.Equal(["'=1+1", "'+1", "'-5", "'@SUM(A1)", "ü", "'=HYPERLINK(\"http://x\",\"y\")", "'-7"], Column(excel.Out, 1));
        Assert.Equal("-5", Column(excel.Out, 4)[^1]);
        Assert.StartsWith("\uFEFFon,", tool.Run("agenda", orders, "--days", "100", "--format", "csv", "--excel").Out, StringComparison.Ordinal);
        Assert.Contains(
            "\n2026-06-16,fte-fulfillment,\"'=1+1\",", tool.Run("agenda", orders, "--days", "100", "--format", "csv", "--excel").Out, StringComparison.Ordinal);
    }

    private static string[] Column(string csv, int field)
    {
        using var reader = CsvHelper.CsvReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(csv)), new CsvHelper.CsvReaderOptions { HasHeader = false });
        var values = new List<string>();
        while (reader.Read())
            values.Add(reader.GetString(field));

        return [.. values.Skip(1)];
    }

    private string Orders(params string[] ids) =>
        tool.File("fte-orders.json", JsonSerializer.Serialize(ids.Select(id => new { OrderId = id, AccountId = "A" + id + "A", OrderedOn = "2026-04-01" })));

    private static string Plain(string text) =>
        text.Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\u202E", "\\u202E", StringComparison.Ordinal)
            .Replace("\e", "\\u001B", StringComparison.Ordinal);

    private static void AssertPlain(string output) =>
        Assert.DoesNotContain(
            output.EnumerateRunes(),
            r => r.Value != '\n'
                && Rune.GetUnicodeCategory(
                    r) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}

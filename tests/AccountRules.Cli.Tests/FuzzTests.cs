using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AccountRules.Documents;

namespace AccountRules.Cli.Tests;

/// <summary>
/// Files that somebody damaged, 20,000 of them, always the same: no run ends unexpectedly or hangs, nothing steers the terminal, and each row is assessed or
/// told.
/// </summary>
public sealed partial class FuzzTests : IDisposable
{
    private static readonly byte[][] Morsels =
    [
        [0], [0xFC], [0xFF], [0xED, 0xA0, 0x80], [0xC3], "\\ud800"u8.ToArray(), "\"\\udc00\":1,"u8.ToArray(), "\e[2J"u8.ToArray(), "\u202E"u8.ToArray(),
        "\uFEFF"u8.ToArray(), "\u00A0"u8.ToArray(), "e\u0301"u8.ToArray(),
        [(byte)'"'], [(byte)','], [(byte)'\n'], [(byte)'\r'], [(byte)'['], [(byte)']'], [(byte)'{'], [(byte)'}'], [(byte)':'], [(byte)'\\'], [(byte)' '],
        [(byte)'='], [(byte)'<'], [(byte)'|'],
        "null"u8.ToArray(), "false"u8.ToArray(), "1e999"u8.ToArray(), "-0"u8.ToArray(), "2026-02-30"u8.ToArray(), "9999-12-31"u8.ToArray(),
        "0001-01-01"u8.ToArray(), "79228162514264337593543950335"u8.ToArray(),
        Encoding.UTF8.GetBytes(new string('9', 300) + "x"), Encoding.UTF8.GetBytes(new string('[', 300)), Encoding.UTF8.GetBytes(new string('(', 300)),
    ];

    private const int FilesOfARun = 10;
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public Task DamagedJson_LosesNoRow() => Within(() =>
    {
        var random = new Random(1);
        string Row(int file, int i) =>
            $$"""{"OrderId":"O{{file}}{{i}}","AccountId":"Müller {{i}}","OrderedOn":"2026-0{{i % 4 + 1}}-11","FulfilledOn":null}""";
        byte[] Whole(int file) => Encoding.UTF8.GetBytes($"[\n{string.Join(",\n", Enumerable.Range(0, 8).Select(i => Row(file, i)))}\n]\n");
        for (var i = 0; i < 8_500 / FilesOfARun; i++)
        {
            var files = Enumerable.Range(0, FilesOfARun).Select(file => Damaged(Whole(file), random)).ToArray();
            var result = tool.Run([
                "assess",
                .. files.Select((json, file) => $"fte-orders={tool.File($"{file}.json", json)}"), "--format", "json", "--rule", "fte-fulfillment",
            ]);

            AssertSound(result, i);
            AssertCounted(files.Sum(json => Elements(json).Count), result, Index(), i);
            Assert.True(Array.Exists(files, json => !Elements(json).IsWhole) == (result.Code == ExitCode.Failed), $"{i}: {result.Code} {result.Error}");
        }
    });

    [Fact]
    public Task DamagedCsv_LosesNoRow() => Within(() =>
    {
        var random = new Random(2);
        var header = Encoding.UTF8.GetBytes("EmployeeId,Kpi,Period,Target,Actual,Direction,Weight\n");
        byte[] Whole(int file, bool quotes) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 8)
            .Select(i =>
                $"E{file}{i % 3},{(quotes && i % 3 == 0 ? $"\"Kpi, {i}\"" : $"Kpi {i}")},2026-0{i + 1},100,{90 + i}.5,{(i % 2 == 0 ? "lower" : "")},1\n")));
        for (var i = 0; i < 8_500 / FilesOfARun; i++)
        {
            var files = Enumerable.Range(0, FilesOfARun).Select(file => Damaged(Whole(file, quotes: i % 2 == 1), random)).ToArray();
            var result = tool.Run([
                "assess",
                .. files.Select((rows, file) => $"kpi-results={tool.File($"{file}.csv", [.. header, .. rows])}"), "--format", "json", "--rule",
                "kpi-attainment",
            ]);

            AssertSound(result, i);

            // Where nothing is quoted and no line ends by half, each line is a row.
            if (Array.TrueForAll(files, rows => !rows.Contains((byte)'"') && !rows.Contains((byte)'\r')))
                AssertCounted(files.Sum(rows => Encoding.Latin1.GetString(rows).Split('\n').Count(l => l.Length > 0)), result, Line(), i);
        }
    });

    [Fact]
    public Task DamagedPolicies_AreReadOrTold() => Within(() =>
    {
        var random = new Random(3);
        var whole = Encoding.UTF8.GetBytes(PolicyDocument.Write(Policy.Default, withComments: true));
        var orders = tool.File("fte-orders.csv", Tool.Orders + "1,ACME,2026-04-01,,2\n");
        for (var i = 0; i < 3_000; i++)
        {
            var file = tool.File("policy.json", Damaged(whole, random));
            // Putting a policy to work compiles its rules, which takes longer than reading it.
            var result = (i % 20) switch
            {
                0 => tool.Run("policy", "show", file),
                1 => tool.Run("assess", orders, "--policy", file),
                _ => tool.Run("policy", "check", file),
            };

            AssertSound(result, i);
            Assert.True(result.Code is ExitCode.Done or ExitCode.PolicyInvalid, $"{i}: {result.Code} {result.Error}");
            Assert.True(result.Code == ExitCode.Done || (result.ErrorLines.Length > 0 && result.Out.Length == 0), $"{i}: {result.Error}");
        }
    });

    /// <summary>A hang is a failure too.</summary>
    private static Task Within(Action run) => Task.Run(run).WaitAsync(TimeSpan.FromMinutes(5));

    private static void AssertSound(Result result, int i)
    {
        Assert.False(result.Error.Contains("unexpectedly", StringComparison.Ordinal), $"{i}: {result.Error}");
        Assert.True(result.Code is ExitCode.Done or ExitCode.Failed or ExitCode.PolicyInvalid or ExitCode.RowsRejected, $"{i}: {result.Code}");
        Assert.False(
            (result.Out + result.Error).Any(c => c != '\n' && (char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)),
            $"{i}: {result.Out}{result.Error}");
        Assert.True(result.Code == ExitCode.Done || result.Error.Length > 0, $"{i}: {result.Code} without a word");
    }

    private static void AssertCounted(int rows, Result result, Regex told, int i)
    {
        var assessed = result.Out.Split('\n').Count(l => l.StartsWith('{'));
        var rejected = result.ErrorLines.Select(l => told.Match(l))
            .Where(m => m.Success)
            .Select(m => $"{m.Groups["file"]} {m.Groups["row"]}")
            .Distinct(StringComparer.Ordinal)
            .Count();
        Assert.True(rows == assessed + rejected, $"{i}: {rows} rows, {assessed} assessed, {rejected} told: {result.Out}{result.Error}");
    }

    private static byte[] Damaged(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(bytes.Count + 1);
            var length = Math.Min(random.Next(1, 12), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                    break;
                case 2 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 3 when random.Next(8) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    bytes.RemoveRange(at, length);
                    bytes.InsertRange(at, Morsels[random.Next(Morsels.Length)]);
                    break;
                default:
                    bytes.InsertRange(at, Morsels[random.Next(Morsels.Length)]);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>How many elements of the array are complete, and whether that is all there is.</summary>
    private static (int Count, bool IsWhole) Elements(byte[] json)
    {
        var count = 0;
        var text = json.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? json.AsSpan(3) : json;
        try
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = 10_000 });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
                return (0, false);

            while (reader.Read())
            {
                if (reader.CurrentDepth == 1 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName))
                    count++;
            }

            return (count, true);
        }
        catch (JsonException)
        {
            return (count, false);
        }
    }

    [GeneratedRegex(
        @"^(?<file>\d+)\.json:\d+:\d+: \[(?<row>\d+)\]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Index();

    [GeneratedRegex(@"^(?<file>\d+)\.csv:(?<row>\d+):", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Line();
}

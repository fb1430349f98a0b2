using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Input;

/// <summary>A ledger of settlement lines in a file, one JSON object on a line. What stands in it is kept byte for byte; a run's lines come behind it.</summary>
internal sealed class LedgerFile
{
    private const int MostTold = 20;

    private const string NoLine = "is no settlement line, which is an object of JSON with RuleId, Subject, SettledOn, Kind and Reason at the least: "
        + "put the line back as a run has written it.";

    private static readonly JsonSerializerOptions Options = new()
    {
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly string path;
    private readonly byte[] content;

    private LedgerFile(string path, byte[] content, SettlementLedger ledger) => (this.path, this.content, Ledger) = (path, content, ledger);

    /// <summary>The ledger.</summary>
    public SettlementLedger Ledger { get; }

    /// <summary>Reads the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="newOption">The option by which a ledger is begun.</param>
    /// <param name="isNew">Whether it was given.</param>
    /// <exception cref="StopException">There is none, or there is one where it is to be begun; or it cannot be read; each problem with its line.</exception>
    public static LedgerFile Read(string path, string newOption, bool isNew)
    {
        if (isNew && File.Exists(path))
            throw new StopException(ExitCode.Usage, $"{newOption}: found {path}, which is there already; allowed: a file that is not, to begin a ledger.");

        if (isNew)
            return new(path, [], SettlementLedger.Empty);

        try
        {
            var bytes = File.ReadAllBytes(path);
            return new(path, bytes, LedgerOf(path, bytes));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StopException(ExitCode.Failed, $"{path}: does not exist; for the first run, which begins a ledger, add {newOption}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StopException(ExitCode.Failed, $"{path}: cannot be read: {e.Message.TrimEnd('.')}.");
        }
    }

    /// <summary>Writes what was there and the lines of a run.</summary>
    /// <param name="lines">The lines of the run.</param>
    /// <param name="beside">The file beside it, which takes its place.</param>
    /// <exception cref="StopException">The ledger has changed since it was read, or cannot be written.</exception>
    public void Append(IReadOnlyList<SettlementLine> lines, OutputFile beside)
    {
        var output = beside.Terminal.Out;
        output.Write(content);
        if (content.Length > 0 && content[^1] != '\n')
            output.Write("\n"u8);

        foreach (var line in lines)
        {
            output.Write(JsonSerializer.SerializeToUtf8Bytes(line, Options));
            output.Write("\n"u8);
        }

        if ((File.Exists(path) ? new FileInfo(path).Length : 0) != content.Length)
            throw new StopException(ExitCode.Failed, $"{path}: has changed since it was read, by another run; it is left as it is: settle again.");

        beside.Place();
    }

    private static SettlementLedger LedgerOf(string path, byte[] content)
    {
        var (lines, numbers, problems) = (new List<SettlementLine>(), new List<int>(), new List<(int Line, string Problem)>());
        var rest = content.AsSpan();
        if (rest.StartsWith(Encoding.UTF8.Preamble))
            rest = rest[Encoding.UTF8.Preamble.Length..];

        for (var number = 1; !rest.IsEmpty; number++)
        {
            var end = rest.IndexOf((byte)'\n') is var at and >= 0 ? at : rest.Length;
            var text = rest[..end].Trim(" \t\r"u8);
            rest = rest[Math.Min(end + 1, rest.Length)..];
            if (text.IsEmpty)
                continue;

            if (TryLine(text, out var line) is { } problem)
            {
                problems.Add((number, problem));
                continue;
            }

            lines.Add(line!);
            numbers.Add(number);
        }

        if (problems.Count > 0)
            throw Stop(path, problems);

        try
        {
            return new(lines);
        }
        catch (SettlementException e)
        {
            throw Stop(path, [.. e.Problems.Select(p => (numbers[p.Line!.Value - 1], p.Message))]);
        }
        catch (OverflowException e)
        {
            throw new StopException(ExitCode.Failed, $"{path}: {e.Message}");
        }
    }

    private static string? TryLine(ReadOnlySpan<byte> text, out SettlementLine? line)
    {
        line = null;
        try
        {
            line = JsonSerializer.Deserialize<SettlementLine>(text, Options);
            return line is null ? NoLine : null;
        }
        catch (JsonException e)
        {
            return e.Path is { Length: > 2 } name
                ? string.Create(CultureInfo.InvariantCulture, $"{name[2..]}: is none that a settlement line has: put the line back as a run has written it.")
                : NoLine;
        }
    }

    private static StopException Stop(string path, List<(int Line, string Problem)> problems) => new(ExitCode.Failed,
    [
        .. problems.Take(MostTold).Select(p => string.Create(CultureInfo.InvariantCulture, $"{path}:{p.Line}: {p.Problem}")),
        .. problems.Count > MostTold ? [$"{path}: … and {Shown.Count(problems.Count - MostTold)} more lines."] : Array.Empty<string>(),
    ]);
}

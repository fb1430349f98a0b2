using System.Globalization;
using System.Reflection;

namespace AccountRules.Cultures.Tests;

/// <summary>
/// Runs of the tool, one after the other in one process with the tool's own runtime configuration: to start one for each took most of the time.
/// </summary>
internal static class ToolRuns
{
    private const string Tool = "AccountRules.Cli";

    /// <summary>A line of its own that ends what a command writes, before its exit code.</summary>
    private const string End = "\u001E ended with ";

    private static readonly string[] Northwind = ["samples/northwind", "--policy", "samples/northwind/policy.json"];

    public static string[][] Commands { get; } =
    [
        ["assess", .. Northwind, "--as-of", "1998-05-06", "--rule", "performance-pay", "--rule", "key-account", "--format", "table"],
        ["assess", .. Northwind, "--as-of", "1998-05-06", "--rule", "improvement-plan", "--format", "json", "--fail-on", "overdue"],
        ["assess", "samples/northwind", "--as-of", "1998-05-06", "--rule", "KPI-MONTH", "--standing", "MISSED", "--format", "CSV", "--excel"],
        ["agenda", .. Northwind, "--as-of", "1998-01-06", "--days", "60"],
        ["agenda", .. Northwind, "--as-of", "1998-01-06", "--days", "60", "--format", "ics"],
        ["policy", "show", "samples/northwind/policy.json"],
        ["policy", "init", "/dev/stdout", "--force"],
        ["policy", "check", "tests/Cultures.Tests/Data/bad-policy.json"],
        ["assess", "tests/Cultures.Tests/Data", "--as-of", "2026-05-01", "--format", "csv"],
        ["assess", "tests/Cultures.Tests/Data", "--as-of", "๒๕๖๙-05-01"],
        ["agenda", "tests/Cultures.Tests/Data", "--days", "-7"],
    ];

    public static string NameOf(string[] command) => string.Join(' ', command);

    /// <summary>What each command says under a culture, by its name.</summary>
    public static Dictionary<string, Outcome> Under(string culture)
    {
        var all = Cultured.Run(culture, "Cultures.Tests", Tool, ["tool"]);
        Assert.Equal(0, all.Code);
        var (output, error) = (all.Output.Split(End), all.Error.Split(End));
        Assert.Equal((Commands.Length + 1, Commands.Length + 1), (output.Length, error.Length));
        return Commands.Select((command, i) => (command, i)).ToDictionary(
            c => NameOf(c.command),
            c => new Outcome(int.Parse(output[c.i + 1].Split('\n')[0], CultureInfo.InvariantCulture), Said(output, c.i), Said(error, c.i)),
            StringComparer.Ordinal);
    }

    /// <summary>Runs them here, by the tool's own entry.</summary>
    public static void Run()
    {
        var entry = Assembly.Load(Tool).EntryPoint!;
        foreach (var command in Commands)
        {
            var code = (int)entry.Invoke(null, [command])!;
            Console.Out.Write($"{End}{code}\n");
            Console.Error.Write($"{End}{code}\n");
        }
    }

    /// <summary>What stands before an end, without the exit code of the command before.</summary>
    private static string Said(string[] parts, int i) => i == 0 ? parts[i] : parts[i][(parts[i].IndexOf('\n', StringComparison.Ordinal) + 1)..];
}

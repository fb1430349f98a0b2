using System.Collections.Concurrent;

namespace AccountRules.Cultures.Tests;

/// <summary>The same input gives the same answer on any machine: under the cultures whose digits, calendars, letters and signs are most unlike.</summary>
public sealed class CultureTests
{
    private static readonly Lazy<Outcome> Expected = new(() => Cultured.Run(Cultured.Invariant, "Cultures.Tests", "transcript"));

    private static readonly ConcurrentDictionary<string, Outcome> ExpectedOf = new(StringComparer.Ordinal);

    private static readonly string[] All = ["tr-TR", "ar-SA", "fa-IR", "th-TH", "de-DE"];

    public static TheoryData<string> Cultures => [.. All];

    public static TheoryData<string, string[]> Commands
    {
        get
        {
            string[] northwind = ["samples/northwind", "--policy", "samples/northwind/policy.json"];
            string[][] commands =
            [
                ["assess", .. northwind, "--as-of", "1998-05-06", "--rule", "performance-pay", "--rule", "key-account", "--format", "table"],
                ["assess", .. northwind, "--as-of", "1998-05-06", "--rule", "improvement-plan", "--format", "json", "--fail-on", "overdue"],
                ["assess", "samples/northwind", "--as-of", "1998-05-06", "--rule", "KPI-MONTH", "--standing", "MISSED", "--format", "CSV", "--excel"],
                ["agenda", .. northwind, "--as-of", "1998-01-06", "--days", "60"],
                ["agenda", .. northwind, "--as-of", "1998-01-06", "--days", "60", "--format", "ics"],
                ["policy", "show", "samples/northwind/policy.json"],
                ["policy", "init", "/dev/stdout", "--force"],
                ["policy", "check", "tests/Cultures.Tests/Data/bad-policy.json"],
                ["assess", "tests/Cultures.Tests/Data", "--as-of", "2026-05-01", "--format", "csv"],
                ["assess", "tests/Cultures.Tests/Data", "--as-of", "๒๕๖๙-05-01"],
                ["agenda", "tests/Cultures.Tests/Data", "--days", "-7"],
            ];
            var all = new TheoryData<string, string[]>();
            foreach (var culture in All)
            {
                foreach (var command in commands)
                    all.Add(culture, command);
            }

            return all;
        }
    }

    /// <summary>That the cultures are real: what .NET says under them where nobody names one.</summary>
    [CultureTheory]
    [InlineData("tr-TR", "date 2026-03-01", "upper KPİ")]
    [InlineData("ar-SA", "date 1447-09-12")]
    [InlineData("fa-IR", "date 1404-12-10")]
    [InlineData("th-TH", "date 2569-03-01")]
    [InlineData("de-DE", "number -1234,5", "order a ä B z")]
    public void Process_UnderACulture_HasItsDatesNumbersAndLetters(string culture, params string[] expected)
    {
        var control = Cultured.Run(culture, "Cultures.Tests", "control");

        Assert.Equal(0, control.Code);
        Assert.Contains($"culture {culture}\n", control.Output, StringComparison.Ordinal);
        Assert.All(expected, line => Assert.Contains(line + "\n", control.Output, StringComparison.Ordinal));
    }

    [CultureTheory]
    [MemberData(nameof(Cultures))]
    public void Library_UnderACulture_SaysTheSame(string culture)
    {
        Assert.Equal((0, ""), (Expected.Value.Code, Expected.Value.Error));
        Assert.True(Expected.Value.Output.Split('\n').Length > 500);

        var found = Cultured.Run(culture, "Cultures.Tests", "transcript");

        Assert.Equal((0, ""), (found.Code, found.Error));
        Assert.Equal(Expected.Value.Output.Split('\n'), found.Output.Split('\n'));
    }

    [CultureTheory]
    [MemberData(nameof(Commands))]
    public void Tool_UnderACulture_SaysTheSame(string culture, string[] command)
    {
        var expected = ExpectedOf.GetOrAdd(string.Join(' ', command), _ => Cultured.Run(Cultured.Invariant, "AccountRules.Cli", command));
        Assert.NotEqual("", expected.Output + expected.Error);

        Assert.Equal(expected, Cultured.Run(culture, "AccountRules.Cli", command));
    }
}

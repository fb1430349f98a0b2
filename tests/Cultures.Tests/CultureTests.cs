using System.Collections.Concurrent;

namespace AccountRules.Cultures.Tests;

/// <summary>The same input gives the same answer on any machine: under the cultures whose digits, calendars, letters and signs are most unlike.</summary>
public sealed class CultureTests
{
    private static readonly Lazy<Outcome> Expected = new(() => Cultured.Run(Cultured.Invariant, "Cultures.Tests", "transcript"));

    private static readonly ConcurrentDictionary<string, Lazy<Dictionary<string, Outcome>>> ToolOf = new(StringComparer.Ordinal);

    private static readonly string[] All = ["tr-TR", "ar-SA", "fa-IR", "th-TH", "de-DE"];

    public static TheoryData<string> Cultures => [.. All];

    public static TheoryData<string, string[]> Commands
    {
        get
        {
            var all = new TheoryData<string, string[]>();
            foreach (var culture in All)
            {
                foreach (var command in ToolRuns.Commands)
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
        var expected = Said(Cultured.Invariant, command);
        Assert.NotEqual("", expected.Output + expected.Error);

        Assert.Equal(expected, Said(culture, command));
    }

    /// <summary>A process for each culture runs all commands.</summary>
    private static Outcome Said(string culture, string[] command) =>
        ToolOf.GetOrAdd(culture, _ => new(() => ToolRuns.Under(culture))).Value[ToolRuns.NameOf(command)];
}

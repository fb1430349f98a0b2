using AccountRules.Facts;

namespace AccountRules.Tests.History;

/// <summary>The C# of docs/time.md on versions, compiled and run; a test compares the texts.</summary>
public sealed class HistorySnippets
{
    [Fact]
    public void VersionsPage_Snippet_SaysWhatItShows()
    {
        var Console = new StringWriter { NewLine = "\n" };
        var history = new PolicyHistory(
        [
            new Policy(new PolicyTerms { Version = "2026.1" }),
            new Policy(new PolicyTerms { Version = "2026.2", EffectiveFrom = new(2026, 7, 1) }
                .With(new FteFulfillmentTerms { LimitDays = 60, AtRiskFromDay = 51 })),
        ]);

        foreach (var placed in new[] { new DateOnly(2026, 6, 30), new DateOnly(2026, 7, 1) })
        {
            var order = new FteOrder { OrderId = "1042", AccountId = "ACME", OrderedOn = placed };
            Assessment a = history.FteFulfillment.Assess(order, new DateOnly(2026, 8, 31));
            Console.WriteLine($"{a.Standing}, due {a.DueOn:yyyy-MM-dd} by {a.JudgedBy}");
        }
        // OnTrack, due 2026-09-28 by version 2026.1, by the start 2026-06-30
        // Overdue, due 2026-08-30 by version 2026.2, in force from 2026-07-01 on, by the start 2026-07-01

        Assert.Equal(
            Snippet().Where(l => l.StartsWith("// ", StringComparison.Ordinal)).Select(l => l[3..]),
            Console.ToString().Trim().Split('\n'));
    }

    [Fact]
    public void VersionsPage_Snippet_StandsInThisTest()
    {
        var test = File.ReadLines(Path.Combine(Repository.Root, "tests", "AccountRules.Tests", "History", "HistorySnippets.cs"))
            .Select(l => l.Trim()).ToHashSet(StringComparer.Ordinal);
        Assert.All(Snippet().Where(l => l.Length > 0), line => Assert.Contains(line, test));
        Assert.NotEmpty(Snippet());
    }

    private static IEnumerable<string> Snippet() => File.ReadLines(Path.Combine(Repository.Root, "docs", "time.md"))
        .SkipWhile(l => l != "## Versions").SkipWhile(l => l != "```csharp").Skip(1).TakeWhile(l => l != "```").Select(l => l.Trim());
}

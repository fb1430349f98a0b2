using AccountRules.Facts;
using AccountRules.Reference;

namespace AccountRules.Tests.Reference;

/// <summary>The code of <c>docs/time.md</c> on the second reading, line by line.</summary>
public sealed class ReferenceSnippets
{
    [Fact]
    public void ReferencePage_Snippet_PrintsWhatThePageShows()
    {
        using var Console = new StringWriter { NewLine = "\n" };
        var history = new PolicyHistory(
        [
            new(new PolicyTerms { Version = "2026.1" }),
            new(new PolicyTerms { Version = "2026.2", EffectiveFrom = new(2026, 7, 1) }.With(new FteFulfillmentTerms { LimitDays = 60, AtRiskFromDay = 51 })),
        ]);
        var order = new FteOrder { OrderId = "1042", AccountId = "ACME", OrderedOn = new(2026, 9, 26) };
        var asOf = new DateOnly(2026, 11, 26);

        var reference = new ReferenceEvaluator(history);
        Assessment a = history.FteFulfillment.Assess(order, asOf);
        foreach (ReferenceDifference difference in reference.Compare(a))
            Console.WriteLine(difference);
        // nothing where both say the same, else: fte-fulfillment of 1042: Standing is Overdue, by the reference OnTrack.

        ReferenceAnswer answer = reference.Assess("fte-fulfillment", order, asOf);
        Console.WriteLine($"{answer.Standing}, {answer.Band}, day {answer.Days}");
        // Overdue, OverLimit, day 61

        Assert.Equal(Snippet().Last(l => l.StartsWith("// ", StringComparison.Ordinal))[3..], Console.ToString().Trim());
    }

    [Fact]
    public void ReferencePage_Snippet_StandsInThisTest()
    {
        var test = File.ReadLines(Path.Combine(Repository.Root, "tests", "AccountRules.Tests", "Reference", "ReferenceSnippets.cs"))
            .Select(l => l.Trim()).ToHashSet(StringComparer.Ordinal);
        Assert.All(Snippet().Where(l => l.Length > 0), line => Assert.Contains(line, test));
        Assert.NotEmpty(Snippet());
    }

    private static IEnumerable<string> Snippet() => File.ReadLines(Path.Combine(Repository.Root, "docs", "time.md"))
        .SkipWhile(l => l != "## A second reading").SkipWhile(l => l != "```csharp").Skip(1).TakeWhile(l => l != "```").Select(l => l.Trim());
}

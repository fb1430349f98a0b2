using AccountRules.Facts;

namespace AccountRules.Tests.Evaluation;

/// <summary>The C# of docs/time.md on two times, compiled and run; a test compares the texts.</summary>
public sealed class KnownSnippets
{
    [Fact]
    public void TimePage_SnippetOfTwoTimes_SaysWhatItShows()
    {
        var Console = new StringWriter { NewLine = "\n" };
        var policy = Policy.Default;

        var july = Period.Month(2026, 7);
        PayPeriod[] pays =
        [
            new() { EmployeeId = "ann", Period = july, Target = 100, Actual = 101, CommittedPay = 1000 },
            new() { EmployeeId = "ann", Period = july, Target = 100, Actual = 79, CommittedPay = 1000, KnownOn = new(2026, 8, 10) },
        ];

        var (rule, asOf) = (policy.PerformancePay, new DateOnly(2026, 8, 31));
        foreach (var day in new[] { new DateOnly(2026, 7, 31), DateOnly.MaxValue })
        {
            foreach (Assessment a in rule.AssessOnce(rule.AsKnownOn(pays, day), asOf))
                Console.WriteLine(a.Reason);
        }
        // Employee ann in 2026-07 attained 101 %: Over, paid at 110 %, 1100.00 of 1000.00.
        // Employee ann in 2026-07 attained 79 %: Partial, paid at 60 %, 600.00 of 1000.00.

        Assert.Equal(Snippet().Where(l => l.StartsWith("// ", StringComparison.Ordinal)).Select(l => l[3..]), Console.ToString().Trim().Split('\n'));
    }

    [Fact]
    public void TimePage_SnippetOfTwoTimes_StandsInThisTest()
    {
        var test = File.ReadLines(Path.Combine(Repository.Root, "tests", "AccountRules.Tests", "Evaluation", "KnownSnippets.cs"))
            .Select(l => l.Trim())
            .Where(l => l.Length > 0);
        Assert.Contains(string.Join('\n', Snippet()), string.Join('\n', test), StringComparison.Ordinal);
    }

    private static string[] Snippet() =>
    [
        .. File.ReadAllText(Path.Combine(Repository.Root, "docs", "time.md"))
            .Split("## Two times")[1].Split("```csharp\n")[1].Split("```")[0].Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0),
    ];
}

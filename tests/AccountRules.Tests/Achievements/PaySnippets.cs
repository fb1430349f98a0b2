using AccountRules.Facts;

namespace AccountRules.Tests.Achievements;

/// <summary>The code of <c>docs/pay.md</c>, line by line.</summary>
public sealed class PaySnippets
{
    [Fact]
    public void PayPage_Snippet_PrintsWhatThePageShows()
    {
        using var Console = new StringWriter { NewLine = "\n" };
        var policy = new Policy(new PolicyTerms().With(new AchievementTerms
        {
            Plans =
            [
                new()
                {
                    Name = "sales",
                    Kpis =
                    [
                        new() { Name = "sales", Weight = 0.5m, Cap = 1.2m },
                        new() { Name = "calls", Weight = 0.3m },
                        new() { Name = "faults", Weight = 0.2m, Direction = Direction.LowerIsBetter, Cap = 1.5m, Floor = 0.5m },
                    ],
                },
            ],
        }));

        KpiResult[] results =
        [
            new() { EmployeeId = "ann", Kpi = "sales", Period = Period.Month(2026, 10), Target = 50_000, Actual = 65_000 },
            new() { EmployeeId = "ann", Kpi = "calls", Period = Period.Month(2026, 10), Target = 100, Actual = 86 },
            new() { EmployeeId = "ann", Kpi = "faults", Period = Period.Month(2026, 10), Target = 10, Actual = 40, Direction = Direction.LowerIsBetter },
        ];
        Achievement achievement = Achievement.Of(results, policy.KpiPlan("sales")).Single();
        Console.WriteLine(achievement.Explain());

        PayPeriod pay = achievement.ForPay(committedPay: 1000) with { Share = 16, ShareOf = 31 };
        Assessment a = policy.PerformancePay.Assess(pay, new DateOnly(2026, 11, 26));
        Console.WriteLine(a.Explain());

        Assert.Equal(
            Snippet().Where(l => l.StartsWith("// ", StringComparison.Ordinal)).Select(l => l[3..]),
            Console.ToString().TrimEnd().Split('\n'));
    }

    [Fact]
    public void PayPage_Snippet_StandsInThisTest()
    {
        var test = File.ReadLines(Path.Combine(Repository.Root, "tests", "AccountRules.Tests", "Achievements", "PaySnippets.cs"))
            .Select(l => l.Trim()).ToHashSet(StringComparer.Ordinal);
        Assert.All(Snippet().Where(l => l.Length > 0 && !l.StartsWith("//", StringComparison.Ordinal)), line => Assert.Contains(line, test));
        Assert.NotEmpty(Snippet());
    }

    private static IEnumerable<string> Snippet() => File.ReadLines(Path.Combine(Repository.Root, "docs", "pay.md"))
        .SkipWhile(l => l != "```csharp").Skip(1).TakeWhile(l => l != "```").Select(l => l.Trim());
}

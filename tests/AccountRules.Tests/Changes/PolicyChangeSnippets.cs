using AccountRules.Facts;

namespace AccountRules.Tests.Changes;

/// <summary>The C# of docs/policy-change.md, compiled and run; a test compares the texts.</summary>
public sealed class PolicyChangeSnippets
{
    [Fact]
    public void PolicyChangePage_Snippet_SaysWhatItShows()
    {
        var (policy, asOf) = (Policy.Default, new DateOnly(2026, 11, 21));
        var stricter = new Policy(policy.Terms.With(new KpiAttainmentTerms { Above = 0.9m }));
        KpiResult[] results =
        [
            new() { EmployeeId = "ann", Kpi = "calls", Period = Period.Month(2026, 1), Target = 100, Actual = 86 },
            new() { EmployeeId = "ann", Kpi = "visits", Period = Period.Month(2026, 1), Target = 100, Actual = 91 },
        ];
        long[] actuals = [86, 91, 95], targets = [100, 100, 100];
        var Console = new StringWriter { NewLine = "\n" };

        var diff = PolicyDiff.Between(policy, stricter);
        foreach (var rule in diff.Rules.Where(r => r.Verdict != DiffVerdict.Equivalent))
        {
            foreach (DiffRegion region in rule.Regions)
                Console.WriteLine($"{rule.RuleId} {region}");                   // and region.Contains(fact, asOf)
        }
        // kpi-attainment attainment above 85 % up to 90 %: Met -> Missed
        // kpi-month where a KPI of attainment above 85 % up to 90 % decides: Met -> Missed
        // kpi-month where a KPI of attainment above 85 % up to 90 % decides: Undetermined, NoResult -> Missed

        var impact = new PolicyImpact(policy, stricter, asOf);
        var kpis = impact.Collect(policy.KpiAttainment);                        // or CollectTrack for a track
        foreach (var result in results)
            kpis.Add(result);

        Console.WriteLine($"{impact.Rules[0].Changed} of {impact.Rules[0].Facts}");   // and impact.Pay.ByClause
        foreach (var one in impact.Rules[0].Managers.Where(m => m.IsChanged))   // likewise Accounts and Bands
            Console.WriteLine($"{one.Id} {one.Changed} of {one.Facts}");
        // 1 of 2
        // ann 1 of 2

        impact.AddColumns(policy.KpiAttainment, new RatioColumns(actuals, targets));   // DayColumns for a deadline; with an AmountColumn for pay
        Console.WriteLine($"{impact.Rules[1].Changed} of {impact.Rules[1].Facts}");
        // 1 of 3

        var curve = new PolicyCurve(policy, "kpiAttainment.above", from: 0.85m, to: 0.95m, asOf);
        var at = curve.Collect(policy.KpiAttainment);                           // of curve.Rules
        foreach (var result in results)
            at.Add(result);

        foreach (var range in curve.Curves[0].ShareAtLeast(0.5m, "Met"))
            Console.WriteLine(range);
        // from 0.85 to below 0.91

        Assert.Equal(Snippet.Where(l => l.StartsWith("// ", StringComparison.Ordinal)).Select(l => l[3..]), Console.ToString().Trim().Split('\n'));
    }

    [Fact]
    public void PolicyChangePage_Snippet_StandsInThisTest()
    {
        var test = File.ReadLines(Path.Combine(Repository.Root, "tests", "AccountRules.Tests", "Changes", "PolicyChangeSnippets.cs"))
            .Select(l => l.Trim())
            .Where(l => l.Length > 0);
        Assert.Contains(string.Join('\n', Snippet), string.Join('\n', test), StringComparison.Ordinal);
    }

    private static string[] Snippet => [
        .. File.ReadAllText(Path.Combine(Repository.Root, "docs", "policy-change.md"))
            .Split("```csharp\n")[1].Split("```")[0].Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0),
    ];
}

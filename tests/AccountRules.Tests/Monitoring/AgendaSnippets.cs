using AccountRules.Facts;

namespace AccountRules.Tests.Monitoring;

/// <summary>The C# of docs/agenda.md, compiled and run; a test compares the texts.</summary>
public sealed class AgendaSnippets
{
    [Fact]
    public void AgendaPage_Snippet_SaysWhatItShows()
    {
        var (policy, asOf) = (new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 })), new DateOnly(2026, 11, 21));
        FteOrder[] orders = [new() { OrderId = "1043", OrderedOn = new(2026, 9, 10) }, new() { OrderId = "1042", OrderedOn = new(2026, 9, 1) }];
        RegistryItem[] items = [];
        KpiResult[] results = [new() { EmployeeId = "ann", Kpi = "calls", Period = Period.Month(2026, 12), Target = 100, Actual = 86 }];
        AccountRevenue[] revenues = [];
        var Console = new StringWriter { NewLine = "\n" };

        var agenda = new Agenda(asOf, days: 30)                    // or a last day: new Agenda(asOf, until)
            .Add(policy.FteFulfillment, orders)                    // each fact by itself; a rule made with For<THost> too
            .Add(policy.RegistryClosure, items)
            .Add(policy.KpiMonth, results)                         // a roll-up: the results of a month together
            .AddTrack(policy.KeyAccount, revenues);                // a track: who enters and leaves when a period begins

        foreach (var day in agenda.Entries().GroupBy(e => e.On))   // or by e.Account, or e.Rule.Id
        {
            foreach (AgendaEntry e in day)
                Console.WriteLine($"{e.On:yyyy-MM-dd} {e.Rule.Id} {e.Subject} {e.From} -> {e.To}, act by {e.ActBy:yyyy-MM-dd}");
        }
        // 2026-11-25 fte-fulfillment 1043 OnTrack -> AtRisk, act by 2026-11-24
        // 2026-12-01 fte-fulfillment 1042 AtRisk -> Overdue, act by 2026-11-30
        // 2026-12-01 kpi-month ann NotApplicable -> Met, act by
        // 2026-12-10 fte-fulfillment 1043 AtRisk -> Overdue, act by 2026-12-09

        var shown = Snippet(File.ReadAllText(Page)).Where(l => l.StartsWith("// 2", StringComparison.Ordinal)).Select(l => l[3..]);
        Assert.Equal(shown, Console.ToString().Trim().Split('\n').Select(l => l.Trim()));
    }

    [Fact]
    public void AgendaPage_Snippet_StandsInThisTest()
    {
        var test = File.ReadLines(Path.Combine(Repository.Root, "tests", "AccountRules.Tests", "Monitoring", "AgendaSnippets.cs"))
            .Select(l => l.Trim())
            .Where(l => l.Length > 0);
        Assert.Contains(string.Join('\n', Snippet(File.ReadAllText(Page))), string.Join('\n', test), StringComparison.Ordinal);
    }

    private static string Page => Path.Combine(Repository.Root, "docs", "agenda.md");

    private static string[] Snippet(string page) =>
        [.. page.Split("```csharp\n")[1].Split("```")[0].Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];
}

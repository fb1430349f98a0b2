using AccountRules.Facts;

namespace AccountRules.Tests.Monitoring;

/// <summary>The C# of docs/waivers.md, compiled and run; a test compares the texts.</summary>
public sealed class WaiverSnippets
{
    [Fact]
    public void WaiversPage_Snippet_SaysWhatItShows()
    {
        var (policy, asOf) = (Policy.Default, new DateOnly(2026, 12, 15));
        var order = new FteOrder { OrderId = "1042", AccountId = "ACME", OrderedOn = new(2026, 9, 1) };
        FteOrder[] orders = [order];
        var Console = new StringWriter { NewLine = "\n" };

        Waivers waivers = policy.Waivers([                               // the rows of a table of yours, checked all at once
            new Waiver
            {
                Rule = "fte-fulfillment", Subject = "1042", Reason = "client asked to wait", ApprovedBy = "ann",
                From = new(2026, 12, 1), Until = new(2026, 12, 31),      // both days are in
            },
        ]);

        Assessment a = waivers.Apply(policy.FteFulfillment.Assess(order, asOf));
        Console.WriteLine($"{a.Standing}, waived by {a.Waiver?.ApprovedBy} until {a.Waiver?.Until:yyyy-MM-dd}, changes on {a.ChangesOn:yyyy-MM-dd}");

        var agenda = new Agenda(asOf, days: 30) { Waivers = waivers }.Add(policy.FteFulfillment, orders);
        foreach (AgendaEntry e in agenda.Entries())
            Console.WriteLine(e.Summary);

        AccountReport report = AccountReport.Collect(policy, asOf, new() { Waivers = waivers }).AddRange(orders).Report();
        Console.WriteLine($"needs attention: {report.All.Attention.Total}; waived: {report.All.WaivedStandings}");

        var monitor = new PolicyMonitor(policy, asOf);
        monitor.Waive(waivers);                                          // in the place of those that there were
        monitor.AddRange(orders);
        foreach (StandingChange change in monitor.AdvanceTo(new(2027, 1, 1)))
            Console.WriteLine(change);
        // Overdue, waived by ann until 2026-12-31, changes on 2027-01-01
        // Order 1042 stands as Overdue again on 2027-01-01, with no waiver any more, unless it is fulfilled by 2026-12-31.
        // needs attention: 0; waived: Overdue 1
        // fte-fulfillment Overdue (waived until 2026-12-31) -> Overdue: Order 1042 is open for 122 days, 32 more than the 90 allowed; it was due 2026-11-30.

        Assert.Equal(Snippet().Where(l => l.StartsWith("// ", StringComparison.Ordinal)).Select(l => l[3..]), Console.ToString().Trim().Split('\n'));
    }

    [Fact]
    public void WaiversPage_Snippet_StandsInThisTest()
    {
        var test = File.ReadLines(Path.Combine(Repository.Root, "tests", "AccountRules.Tests", "Monitoring", "WaiverSnippets.cs"))
            .Select(l => l.Trim())
            .Where(l => l.Length > 0);
        Assert.Contains(string.Join('\n', Snippet()), string.Join('\n', test), StringComparison.Ordinal);
    }

    private static string[] Snippet() =>
    [
        .. File.ReadAllText(Path.Combine(Repository.Root, "docs", "waivers.md"))
            .Split("```csharp\n")[1].Split("```")[0].Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0),
    ];
}

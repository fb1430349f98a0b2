using AccountRules.Facts;

namespace AccountRules.Tests.Reports;

/// <summary>The C# of docs/report.md, compiled and run; a test compares the texts.</summary>
public sealed class ReportSnippets
{
    [Fact]
    public void ReportPage_Snippet_SaysWhatItShows()
    {
        var (policy, asOf) = (new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 600 })), new DateOnly(2026, 11, 21));
        Account[] accounts = [new() { AccountId = "ACME", ManagerId = "ann", StartedOn = new(2026, 1, 1) }];
        FteOrder[] orders = [new() { OrderId = "1042", AccountId = "ACME", OrderedOn = new(2026, 9, 1) }];
        Invoice[] invoices = [new() { InvoiceId = "7", AccountId = "ACME", DueOn = new(2026, 11, 7), Amount = 120.50m }];
        AccountRevenue[] revenues =
        [
            new() { AccountId = "ACME", Period = Period.Month(2026, 9), Revenue = 500 },
            new() { AccountId = "ACME", Period = Period.Month(2026, 10), Revenue = 900 },
        ];
        var Console = new StringWriter { NewLine = "\n" };

        AccountReport report = AccountReport.Collect(policy, asOf)
            .AddRange(accounts)                                      // who manages which account, and of which tier it is
            .AddRange(orders)                                        // each kind of fact goes to all rules that are on it
            .AddRange(invoices)
            .AddRange(revenues)
            .Report();

        ReportSheet acme = report.Account("ACME")!;                  // likewise Manager, Tier, All; or all of them: Accounts, Managers, Tiers
        foreach (Assessment worst in acme.Worst)
            Console.WriteLine($"{worst.Standing}: {worst.Reason}");
        foreach (AgendaEntry next in acme.Next)
            Console.WriteLine(next.Summary);
        foreach (DebtBand debt in acme.Rule("payment")!.Debts)
            Console.WriteLine($"{debt.Band}: {debt.Count}, {debt.Amount}");
        ReportRule portfolio = acme.Rule("key-account")!;            // the newest period beside the one before
        Console.WriteLine($"{portfolio.Newest}: {portfolio.Now!.Only.Movement}, {portfolio.Now.Only.Value} after {portfolio.Before!.Only.Value}");
        // Overdue: Invoice 7 is 14 days past due; it was due 2026-11-07.
        // AtRisk: Order 1042 is open for 81 of 90 days, due 2026-11-30.
        // Order 1042 becomes Overdue on 2026-12-01 unless it is fulfilled by 2026-11-30.
        // Invoice 7 becomes Days31To60 on 2026-12-08 unless it is paid by 2026-12-07.
        // NotLate: 0, 0
        // Days1To30: 1, 120.50
        // Days31To60: 0, 0
        // Over60: 0, 0
        // 2026-10: Entered, 900 after 500

        var shown = Snippet().Where(l => l.StartsWith("// ", StringComparison.Ordinal)).Select(l => l[3..]);
        Assert.Equal(shown, Console.ToString().Trim().Split('\n'));
    }

    /// <summary>One of three orders is in time, and the one invoice: 0.4 * 1/3 + 0.6 is 73.33.</summary>
    [Fact]
    public void ReportPage_ScoreSnippet_SaysWhatItShows()
    {
        var policy = Policy.Parse(Blocks("json")[0].Insert(0, "{").Insert(Blocks("json")[0].Length + 1, "}"));
        FteOrder[] orders = [.. new[] { 10, 100, 200 }.Select((days, i) => new FteOrder
        {
            OrderId = $"{i}", AccountId = "ACME", OrderedOn = new DateOnly(2026, 11, 21).AddDays(-days),
        })];
        Invoice[] invoices = [new() { InvoiceId = "7", AccountId = "ACME", DueOn = new(2026, 12, 1) }];
        var report = AccountReport.Collect(policy, new(2026, 11, 21)).AddRange(orders).AddRange(invoices).Report();
        var Console = new StringWriter { NewLine = "\n" };

        ReportScore score = report.Account("ACME")!.Score!;
        Console.WriteLine(score);                                    // 73.33 of 100, Fair
        foreach (ScorePart part in score.Parts)
            Console.WriteLine($"{part.Rule}: {part.InTime} of {part.InTime + part.NotInTime}, {part.Points}");

        Assert.Equal("73.33 of 100, Fair\nfte-fulfillment: 1 of 3, 13.33\npayment: 1 of 1, 60.00\n", Console.ToString());
        Assert.Contains(
            string.Join('\n', Blocks("csharp")[1].Split('\n').Select(l => l.Trim())),
            string.Join(
                '\n',
                File.ReadLines(Path.Combine(Repository.Root, "tests", "AccountRules.Tests", "Reports", "ReportSnippets.cs")).Select(l => l.Trim())),
            StringComparison.Ordinal);
    }

    private static string[] Blocks(string language) =>
        [.. File.ReadAllText(Path.Combine(Repository.Root, "docs", "report.md")).Split($"```{language}\n").Skip(1).Select(b => b.Split("\n```")[0])];

    [Fact]
    public void ReportPage_Snippet_StandsInThisTest()
    {
        var test = File.ReadLines(Path.Combine(Repository.Root, "tests", "AccountRules.Tests", "Reports", "ReportSnippets.cs"))
            .Select(l => l.Trim()).Where(l => l.Length > 0);
        Assert.Contains(string.Join('\n', Snippet()), string.Join('\n', test), StringComparison.Ordinal);
    }

    private static string[] Snippet() =>
    [
        .. File.ReadAllText(Path.Combine(Repository.Root, "docs", "report.md"))
            .Split("```csharp\n")[1].Split("```")[0].Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0),
    ];
}

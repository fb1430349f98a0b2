using System.Collections.Concurrent;
using AccountRules.Facts;

namespace AccountRules.Tests.Monitoring;

/// <summary>The C# of docs/monitor.md that needs no database, compiled and run; a test compares the texts.</summary>
public sealed class MonitorSnippets
{
    private static readonly Policy policy = Policy.Default;
    private static readonly DateOnly asOf = new(2026, 11, 21);
    private static readonly FteOrder order = new() { OrderId = "1042", AccountId = "ALFKI", OrderedOn = new(2026, 9, 1) };

    private sealed record CrmOrder(string Number, DateOnly? PlacedOn, DateOnly? FilledOn);

    [Fact]
    public void Calls_GiveTheirChanges()
    {
        var newPolicy = new Policy(new PolicyTerms { Version = "2" }.With(new FteFulfillmentTerms { LimitDays = 60, AtRiskFromDay = 40 }));
        var Console = new Lines();
        FteOrder[] allOrders = [order];
        FteOrder[] orders = [order with { OrderId = "2" }, order];

        var monitor = new PolicyMonitor(policy, asOf);            // every rule, over the library's facts
        IReadOnlyList<StandingChange> changes = monitor.Add(order);
        Assert.Equal(ChangeKind.Raised, Assert.Single(changes, c => c.Rule.Id == "fte-fulfillment").Kind);
        changes = monitor.Update(order with { FulfilledOn = asOf });
        Assert.Equal(Standing.Met, Assert.Single(changes, c => c.Rule.Id == "fte-fulfillment").To);
        changes = monitor.AdvanceTo(asOf.AddDays(1));
        Assert.Empty(changes);
        changes = monitor.Swap(newPolicy);
        Assert.Equal(Standing.Late, Assert.Single(changes, c => c.Rule.Id == "fte-fulfillment").To);
        changes = monitor.Remove<FteOrder>("1042");
        Assert.Equal(ChangeKind.Cleared, Assert.Single(changes, c => c.Rule.Id == "fte-fulfillment").Kind);

        changes = monitor.Sync(allOrders);                        // every order that there is
        Assert.Equal(ChangeKind.Raised, Assert.Single(changes, c => c.Rule.Id == "fte-fulfillment").Kind);

        LoadResult result = monitor.TryAddRange(orders);          // a null, no id or period, a duplicate, a getter that throws
        foreach (LoadProblem problem in result.Problems)
            Console.WriteLine($"{problem.Index}: {problem.Message}");

        Assert.StartsWith("1: FteOrder `1042` is monitored already", Assert.Single(Console), StringComparison.Ordinal);

        changes = monitor.Dismiss(monitor.OpenProblems);          // from now on what was skipped counts as absent
        Assert.Empty(changes);

        MonitorSnapshot now = monitor.Snapshot();
        now.FindAll(ruleId: "fte-fulfillment", standing: Standing.Overdue);
        now.FindAll(account: "ALFKI");
        Assert.Equal(2, now.FindAll(ruleId: "fte-fulfillment", standing: Standing.Overdue, account: "ALFKI").Count);
    }

    [Fact]
    public async Task OwnClassesAndSubscription_Work()
    {
        var Console = new Lines();
        using var ends = new CancellationTokenSource();
        var stop = ends.Token;

        var rules = MonitoredRules.None
            .With(p => p.FteFulfillment.For<CrmOrder>(
                o => new FteOrder { OrderId = o.Number, AccountId = null, OrderedOn = o.PlacedOn, FulfilledOn = o.FilledOn }))
            .With(p => p.KpiMonth);
        var monitor = new PolicyMonitor(policy, asOf, rules);

        monitor.Add(new CrmOrder("1", asOf.AddDays(-90), null));
        var reading = ReadAsync();
        monitor.AdvanceTo(asOf.AddDays(1));
        while (Console.IsEmpty)
            await Task.Delay(1);

        await ends.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.StartsWith("fte-fulfillment AtRisk -> Overdue: Order 1", Assert.Single(Console), StringComparison.Ordinal);

        async Task ReadAsync()
        {
            using ChangeSubscription subscription = monitor.Subscribe(capacity: 100_000);
            MonitorSnapshot start = subscription.Start;               // the standings before the first change
            await foreach (StandingChange change in subscription.WithCancellation(stop))
                Console.WriteLine(change);
        }
    }

    [Fact]
    public void Monitor_EverySnippetWithoutADatabase_StandsInTheseTests()
    {
        // What the tests assert between the lines is not on the page.
        static string Squeezed(IEnumerable<string> lines) => string.Join(
            '\n', lines.Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith("Assert.", StringComparison.Ordinal)));
        var tests = Squeezed(File.ReadLines(Path.Combine(Repository.Root, "tests", "AccountRules.Tests", "Monitoring", "MonitorSnippets.cs")));
        var blocks = File.ReadAllText(Path.Combine(Repository.Root, "docs", "monitor.md")).Split("```csharp\n").Skip(1).Select(b => b.Split("```")[0])
            .Where(b => !b.Contains("CrmC", StringComparison.Ordinal) && !b.Contains("MonitorInterceptor", StringComparison.Ordinal)).ToArray();
        Assert.Equal(7, blocks.Length);
        Assert.All(blocks, block => Assert.Contains(Squeezed(block.Split('\n')), tests, StringComparison.Ordinal));
    }

    private sealed class Lines : ConcurrentQueue<string>
    {
        public void WriteLine(object line) => Enqueue($"{line}");
    }
}

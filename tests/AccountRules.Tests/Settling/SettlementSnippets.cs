using System.Text.Json;

namespace AccountRules.Tests.Settling;

/// <summary>The C# of docs/time.md on settlement, compiled and run; a test compares the texts.</summary>
public sealed class SettlementSnippets
{
    [Fact]
    public void SettlementPage_Snippet_SaysWhatItShows()
    {
        var Console = new StringWriter { NewLine = "\n" };
        var policy = Pays.Policy;
        var file = Path.GetTempFileName();
        var januaryPays = new[] { Pays.Of("ann", 90), Pays.Of("bob", 79), Pays.Of("cy", 95) };
        var pays = new[] { Pays.Of("ann", 79), Pays.Of("bob", null), Pays.Of("ann", 101, Pays.February) };

        var (january, february) = (Period.Month(2026, 1), Period.Month(2026, 2));
        var day = new DateOnly(2026, 2, 5);
        var assessed = policy.PerformancePay.AssessOnce(januaryPays, day);
        Settlement paid = SettlementLedger.Empty.Settle(day, assessed, new SettlementScope { Periods = [january] });
        File.AppendAllLines(file, paid.Lines.Select(line => JsonSerializer.Serialize(line)));      // the ledger: a line in JSON for each fact and run

        // A month later ann's result is restated, bob's is in doubt, and the row of cy is gone.
        var ledger = new SettlementLedger(File.ReadLines(file).Select(line => JsonSerializer.Deserialize<SettlementLine>(line)!));
        day = new(2026, 3, 5);
        assessed = policy.PerformancePay.AssessOnce(pays, day);
        Settlement run = ledger.Settle(day, assessed, new SettlementScope { Periods = [january, february] });
        foreach (SettlementLine line in run.Lines)
            Console.WriteLine(line);

        foreach (SettlementTotal total in run.ByPeriod)
            Console.WriteLine(total);
        // performance-pay of ann in 2026-01 Corrected: Graded Full, paid 1000.00 -> Graded Partial, paid 600.00 (-400.00). Employee ann in 2026-01
        // attained 79 %: Partial, paid at 60 %, 600.00 of 1000.00.
        // performance-pay of ann in 2026-02 New: nothing -> Graded Over, paid 1100.00 (+1100.00). Employee ann in 2026-02 attained 101 %: Over, paid at
        // 110 %, 1100.00 of 1000.00.
        // performance-pay of bob in 2026-01 Held (NoActual): Graded Partial, paid 600.00 -> Graded Partial, paid 600.00. Employee bob in 2026-01 has no
        // actual.
        // performance-pay of cy in 2026-01 Withdrawn: Graded Full, paid 1000.00 -> nothing (-1000.00). cy in 2026-01 was settled, and is not among the
        // facts of this run.
        // 2026-01: 2600.00 settled, -1400.00, 1200.00 now; 1 held, of which 600.00 is settled
        // 2026-02: 0 settled, +1100.00, 1100.00 now

        Assert.Equal(
            string.Join(' ', Snippet().Where(l => l.StartsWith("// ", StringComparison.Ordinal)).Skip(1).Select(l => l[3..])),
            Console.ToString().Trim().Replace('\n', ' '));
        File.Delete(file);
    }

    [Fact]
    public void SettlementPage_Snippet_StandsInThisTest()
    {
        var test = File.ReadLines(Path.Combine(Repository.Root, "tests", "AccountRules.Tests", "Settling", "SettlementSnippets.cs"))
            .Select(l => l.Trim()).ToHashSet(StringComparer.Ordinal);
        Assert.All(Snippet().Where(l => l.Length > 0), line => Assert.Contains(line, test));
        Assert.NotEmpty(Snippet());
    }

    private static IEnumerable<string> Snippet() => File.ReadLines(Path.Combine(Repository.Root, "docs", "time.md"))
        .SkipWhile(l => l != "## Settlement").SkipWhile(l => l != "```csharp").Skip(1).TakeWhile(l => l != "```").Select(l => l.Trim());
}

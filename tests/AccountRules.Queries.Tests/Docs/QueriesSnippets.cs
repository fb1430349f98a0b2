using AccountRules.Facts;
using AccountRules.Queries.Tests.Hosts;
using AccountRules.Queries.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace AccountRules.Queries.Tests.Docs;

/// <summary>The C# of docs/queries.md, compiled and run; a test compares the texts.</summary>
public class QueriesSnippets
{
    private static readonly DateOnly asOf = new(2026, 11, 21);

    [Fact]
    public async Task Queries_Orders_AreFilteredCountedAndPaged()
    {
        using var store = SqliteStore.InMemory();
        var (policy, db) = (Policy.Default, store.Context);
        store.Load<CrmOrder>([new() { Id = 1, Number = "1", PlacedOn = asOf.AddDays(-91) }, new() { Id = 2, Number = "2", PlacedOn = asOf.AddDays(-80) }]);

        DeadlineRule<CrmOrder> orders = policy.FteFulfillment.For<CrmOrder>(
            o => new FteOrder { OrderId = o.Number, OrderedOn = o.PlacedOn, FulfilledOn = o.FilledOn });

        List<CrmOrder> overdue = await orders.Where(db.Orders, asOf, Standing.Overdue).ToListAsync();
        List<CrmOrder> nearLimit = await orders.WhereBand(db.Orders, asOf, "NearLimit").ToListAsync();
        List<StandingCount> counts = await orders.CountByStanding(db.Orders, asOf).ToListAsync();
        List<BandCount> bands = await orders.CountByBand(db.Orders, asOf).ToListAsync();
        List<Graded<CrmOrder>> page = await orders.Grade(db.Orders, asOf).OrderBy(g => g.Fact.PlacedOn).Take(50).ToListAsync();

        Assert.Equal(1, Assert.Single(overdue).Id);
        Assert.Equal(2, Assert.Single(nearLimit).Id);
        Assert.Equal([(Standing.AtRisk, 1L), (Standing.Overdue, 1L)], counts.Select(c => (c.Standing, c.Count)).Order());
        Assert.Equal([(Standing.AtRisk, "NearLimit", 1L), (Standing.Overdue, "OverLimit", 1L)], bands.Select(c => (c.Standing, c.Band!, c.Count)).Order());
        Assert.Equal([(1, Standing.Overdue, "OverLimit"), (2, Standing.AtRisk, "NearLimit")], page.Select(g => (g.Fact.Id, g.Standing, g.Band!)));
    }

    [Fact]
    public async Task Queries_Periods_AreRolledUpAndTracked()
    {
        using var store = SqliteStore.InMemory();
        var (policy, db) = (new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100, ExitThreshold = 80 })), store.Context);
        var october = new DateOnly(2026, 10, 1);
        store.Load<KpiRow>([new() { Id = 1, Employee = "ann", Name = "calls", StartsOn = october, Month = "2026-10", Goal = 100, Reached = 90 }]);
        store.Load<RevenueRow>([
            new() { Id = 1, Account = "A", StartsOn = october.AddMonths(-1), Month = "2026-09", Turnover = 100 },
            new() { Id = 2, Account = "A", StartsOn = october, Month = "2026-10", Turnover = 80 },
        ]);
        var (kpis, revenues) = (Mapped.Kpis(policy.KpiAttainment), Mapped.Revenues(policy.KeyAccount));

        List<RolledUp<DateOnly>> months = await policy.KpiMonth.Over(kpis)
            .Group(db.Kpis, asOf, k => k.StartsOn).ToListAsync();
        List<string> keyAccounts = await revenues.Members(db.Revenues, r => r.StartsOn, at: new(2026, 10, 1)).ToListAsync();

        Assert.Equal(("ann", Standing.Met), (Assert.Single(months).Subject, months[0].Standing));
        Assert.Equal(["A"], keyAccounts);
    }

    [Fact]
    public void Queries_Checks_FindNoDifference()
    {
        using var store = new EfInMemoryStore();
        var policy = new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100, ExitThreshold = 80 }));
        var october = new DateOnly(2026, 10, 1);
        store.Load<CrmOrder>([new() { Id = 1, Number = "1", PlacedOn = asOf.AddDays(-91) }, new() { Id = 2, Number = "2", PlacedOn = asOf.AddDays(-80) }]);
        var db = store.Context;
        db.Add(new KpiRow { Id = 1, Employee = "ann", Name = "calls", StartsOn = october, Month = "2026-10", Goal = 100, Reached = 90 });
        db.Add(new RevenueRow { Id = 1, Account = "A", StartsOn = october, Month = "2026-10", Turnover = 100 });
        db.Add(new PayRow { Id = 1, Employee = "ann", StartsOn = october, Goal = 100, Reached = 101, Committed = 1234.55m });
        db.SaveChanges();
        var (orders, kpis, revenues, pay) = (
            Mapped.Orders(policy.FteFulfillment), Mapped.Kpis(policy.KpiAttainment), Mapped.Revenues(policy.KeyAccount), Mapped.Pay(policy.PerformancePay));

        Assert.Null(orders.FirstDifference(db.Orders, asOf));                                        // Grade, every Where and WhereBand, CountByStanding
        Assert.Null(policy.KpiMonth.Over(kpis).FirstDifference(db.Kpis, asOf, k => k.StartsOn));     // Group
        Assert.Null(revenues.FirstDifference(db.Revenues, r => r.StartsOn, at: new(2026, 10, 1)));   // Members
        Assert.Null(pay.FirstDifferenceInPay(db.Pay, asOf));                                         // Pay
    }

    [Fact]
    public void Queries_Pay_IsTranslated()
    {
        using var db = Offline.Of("PostgreSQL");
        var pay = Mapped.Pay(Policy.Default.PerformancePay);

        IQueryable<Paid<PayRow>> payroll = pay.Pay(db.Pay.Where(p => p.StartsOn == new DateOnly(2026, 10, 1)), asOf);

        Assert.Contains("floor(p.\"Committed\" * 1.1 * 100.0 + 0.5) * 0.01", Offline.Text(payroll), StringComparison.Ordinal);
    }

    [Fact]
    public void Queries_ScaledIntegers_AreComparedAsIntegers()
    {
        using var db = Offline.Of("SQLite");
        var policy = Policy.Default;

        AttainmentRule<KpiUnits> inUnits = policy.KpiAttainment.For<KpiUnits>(k => new KpiResult
        {
            EmployeeId = k.Employee,
            Kpi = k.Name,
            Period = Period.Month(k.StartsOn.Year, k.StartsOn.Month),
            Target = k.Goal / 10000m,        // long? Goal, in ten-thousandths
            Actual = k.Reached / 10000m,
            Direction = k.IsLessBetter ? Direction.LowerIsBetter : Direction.HigherIsBetter,
        });

        Assert.Contains(
            "\"k\".\"Reached\" * 20 > \"k\".\"Goal\" * 17",
            Offline.Text(inUnits.Where(db.KpiUnits, asOf, Standing.Met)).Replace("\"k0\"", "\"k\"", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Queries_EverySnippet_StandsInTheseTests()
    {
        static string Squeezed(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => l.Trim()).Where(l => l.Length > 0));
        var tests = Squeezed(File.ReadLines(Path.Combine(Repository.Root, "tests", "AccountRules.Queries.Tests", "Docs", "QueriesSnippets.cs")));
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "queries.md"));
        var blocks = text.Split("```csharp\n").Skip(1).Select(b => b.Split("```")[0]).Where(b => !b.StartsWith("using ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(5, blocks.Length);
        Assert.All(blocks, block => Assert.Contains(Squeezed(block.Split('\n')), tests, StringComparison.Ordinal));

        // The SQL that the page shows is the recorded one.
        var recorded = Squeezed(Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests", "AccountRules.Queries.Tests", "Sql"), "*.sql", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines));
        var shown = text.Split("```sql\n").Skip(1).Select(b => b.Split("```")[0]).ToArray();
        Assert.Equal(3, shown.Length);
        Assert.All(shown, block => Assert.Contains(Squeezed(block.Split('\n')), recorded, StringComparison.Ordinal));
    }
}

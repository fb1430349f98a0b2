using AccountRules.Facts;
using AccountRules.Queries.Tests.Hosts;
using AccountRules.Queries.Tests.Stores;
using DuckDB.NET.Data;
using Xunit.Abstractions;

namespace AccountRules.Queries.Tests.Rounding;

/// <summary>Every provider pays the right cent, also of halves, which providers that are asked to round make even, or floating point.</summary>
[Collection(Postgres.Collection)]
public class PayRoundingTests(Postgres postgres, ITestOutputHelper output)
{
    public static TheoryData<string> Providers => ["PostgreSQL", "DuckDB", "EF Core in memory", "LINQ in memory"];

    /// <summary>110 % of 0.05, 0.15, 0.25 … 139.85: half a cent each, which is paid as a whole one.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public void Pay_OfHalfACent_IsTheCentAwayFromZero(string provider)
    {
        if (Open(provider) is not { } store)
            return;

        using (store)
        {
            var rows = Enumerable.Range(0, 1400).Select(i => Row(i, committed: (2 * i + 1) * 0.05m)).ToArray();
            var pay = Mapped.Pay(Policy.Default.PerformancePay);
            Assert.Equal(
                rows.Select(r => (r.Id, Payable: (decimal?)((2 * r.Id + 1) * 0.055m + 0.005m))),
                pay.Pay(store.Load(rows), DateOnly.MaxValue).AsEnumerable().OrderBy(p => p.Fact.Id).Select(p => (p.Fact.Id, p.Payable)));
            Assert.Null(pay.FirstDifferenceInPay(store.Load(rows), DateOnly.MaxValue));
        }
    }

    /// <summary>Cents, and a product that was divided in the mapping: nothing becomes floating point on the way.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public void Pay_OfCents_IsTheCentAwayFromZero(string provider)
    {
        if (Open(provider) is not { } store)
            return;

        using (store)
        {
            var rows = Enumerable.Range(0, 700)
                .Select(i => new PayUnits { Id = i, Employee = "ann", StartsOn = new(2026, 10, 1), Goal = 10000, Reached = 10001, Committed = 10 * i + 5 })
                .ToArray();
            Assert.Equal(
                rows.Select(r => (r.Id, Payable: (decimal?)((r.Committed * 110 + 50) / 100 / 100m))),
                Mapped.PayUnits(Policy.Default.PerformancePay)
                    .Pay(store.Load(rows), DateOnly.MaxValue)
                    .AsEnumerable()
                    .OrderBy(p => p.Fact.Id)
                    .Select(p => (p.Fact.Id, p.Payable)));
        }
    }

    /// <summary>Days of 31 days, of pay up to a billion: whole cents, worked out in integers.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public void Pay_OfAShare_IsTheCentAwayFromZero(string provider)
    {
        if (Open(provider) is not { } store)
            return;

        using (store)
        {
            var rows = Enumerable.Range(0, 700).Select(i => new ProratedPay
            {
                Id = i,
                Employee = "ann",
                StartsOn = new(2026, 10, 1),
                Goal = 100,
                Reached = 101,
                Committed = 999_999_937.05m - 1_234_567.05m * i,
                Days = i % 32,
                DaysInPeriod = 31,
            }).ToArray();
            Assert.Equal(
                rows.Select(r => (r.Id, Payable: (decimal?)Cents(r) / 100m)),
                Mapped.Prorated(Policy.Default.PerformancePay)
                    .Pay(store.Load(rows), DateOnly.MaxValue)
                    .AsEnumerable()
                    .OrderBy(p => p.Fact.Id)
                    .Select(p => (p.Fact.Id, p.Payable)));
        }

        // The half of a cent is taken in, and then the rest is cut off.
        static long Cents(ProratedPay r) => ((long)(r.Committed!.Value * 100) * 110 * r.Days!.Value * 2 + 31 * 100) / (31 * 100 * 2);
    }

    /// <summary>16 of 31 days of 110 % of 31,000,000,000,000.31: cents of 16 digits, which linq2db's decimals in DuckDB do not hold; they throw.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public void Pay_OfAShareOfSixteenDigits_IsTheCentAwayFromZeroOrThrows(string provider)
    {
        if (Open(provider) is not { } store)
            return;

        using (store)
        {
            var rows = store.Load<ProratedPay>([new()
            {
                Id = 1, Employee = "ann", StartsOn = new(2026, 10, 1), Goal = 100, Reached = 101, Committed = 31_000_000_000_000.31m, Days = 16,
                DaysInPeriod = 31,
            }]);
            var pay = Mapped.Prorated(Policy.Default.PerformancePay).Pay(rows, DateOnly.MaxValue).AsEnumerable();
            if (provider == "DuckDB")
                Assert.Throws<DuckDBException>(() => pay.Single());
            else
                Assert.Equal(17_600_000_000_000.18m, pay.Single().Payable);
        }
    }

    /// <summary>
    /// In the month in which a policy comes into force, no row can be paid: each began before it or has not begun, by conditions that are the same on that
    /// day alone.
    /// </summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public void Pay_WhereNoRowCanBePaid_PaysNothing_AlsoWhereTheHostAsksOn_AndPaysWhenOneCan(string provider)
    {
        if (Open(provider) is not { } store)
            return;

        using (store)
        {
            var rows = store.Load(Enumerable.Range(2, 3)
                .Select(month => new PayRow { Id = month, Employee = "ann", StartsOn = new(2026, month, 1), Goal = 100, Reached = 101, Committed = 500 })
                .ToArray());
            foreach (var judged in Enum.GetValues<PeriodJudgement>())
            {
                var tier = new Policy(
                    new PolicyTerms { EffectiveFrom = new(2026, 3, 15) }.With(new PerformancePayTerms { Judged = judged })).PerformancePay;
                foreach (var rule in new[] { Mapped.Pay(tier), OfNumbers(tier) })
                {
                    foreach (var asOf in new DateOnly[] { new(2026, 3, 5), new(2026, 3, 15), new(2026, 3, 31) })
                    {
                        var pay = rule.Pay(rows, asOf);
                        Assert.Equal([null, null, null], pay.AsEnumerable().Select(p => p.Payable));
                        Assert.Equal(
                            [Cause.BeforePolicy, Cause.BeforePolicy, Cause.NotBegun],
                            rule.Grade(rows, asOf).AsEnumerable().OrderBy(g => g.Fact.Id).Select(g => g.Cause));
                        Assert.Empty(pay.Where(p => p.Payable > 1).AsEnumerable());
                        Assert.Equal(3, pay.Count(p => p.Payable == null));
                    }

                    Assert.Equal([550m], rule.Pay(rows, new(2026, 5, 1)).Where(p => p.Payable > 1).AsEnumerable().Select(p => p.Payable));
                }
            }
        }

        static TierRule<PayRow> OfNumbers(TierRule<PayPeriod> rule) => rule.For<PayRow>(p => new PayPeriod
        {
            EmployeeId = p.Employee,
            Period = Period.Month(2026, p.Id),
            Target = p.Goal,
            Actual = p.Reached,
            CommittedPay = p.Committed,
        });
    }

    private IRowStore? Open(string provider) => provider switch
    {
        "PostgreSQL" => postgres.IsLeftOut(output) ? null : postgres.Open("rounding"),
        "DuckDB" => new DuckDbStore(),
        "EF Core in memory" => new EfInMemoryStore(),
        _ => new MemoryStore(),
    };

    private static PayRow Row(int id, decimal committed) =>
        new() { Id = id, Employee = "ann", StartsOn = new(2026, 10, 1), Goal = 100, Reached = 101, Committed = committed };
}

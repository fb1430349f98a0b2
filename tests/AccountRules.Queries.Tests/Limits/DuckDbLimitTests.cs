using AccountRules.Facts;
using AccountRules.Queries.Tests.Hosts;
using AccountRules.Queries.Tests.Stores;
using DuckDB.NET.Data;

namespace AccountRules.Queries.Tests.Limits;

/// <summary>What DuckDB through linq2db holds exactly and what it refuses, as docs/queries.md states it.</summary>
public class DuckDbLimitTests
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    [Fact]
    public void Checks_OfDuckDb_FindNoDifference()
    {
        using var store = new DuckDbStore();
        var orders = Enumerable.Range(0, 200)
            .Select(i => new CrmOrder { Id = i, Number = $"{i}", PlacedOn = AsOf.AddDays(-i), FilledOn = i % 2 == 0 ? null : AsOf.AddDays(i % 7 - 10) });
        Assert.Null(Mapped.Orders(Policy.Default.FteFulfillment).FirstDifference(store.Load(orders.ToArray()), AsOf));
    }

    /// <summary>
    /// Under the first policy the cut of the warning lies on the evaluation date, as the due date's does; under the next it does not. linq2db keeps the query
    /// of the first.
    /// </summary>
    [Fact]
    public void Policies_OfWhichOneHasItsCutsOnOneDay_AreAnsweredEachByItsOwn()
    {
        using var store = new DuckDbStore();
        var runs = Enumerable.Range(-6, 13).Select(day => new ProtocolRun { RunId = $"{day}", DueOn = AsOf.AddDays(day) }).ToArray();
        foreach (var days in new[] { 0, 3, 0, 5 })
        {
            var rule = new Policy(new PolicyTerms().With(new BcpProtocolTerms { AtRiskDays = days })).BcpProtocol.WithoutPauses();
            Assert.Null(rule.FirstDifference(store.Load(runs), AsOf));
            Assert.Null(rule.FirstDifference(store.Load(runs), AsOf.AddDays(1)));
        }

        // The cut of the warning lies on the day of the issue, before which an update has not begun.
        var updates = Enumerable.Range(-12, 14).Select(day => new ProgramUpdate { UpdateId = $"{day}", IssuedOn = AsOf.AddDays(day) }).ToArray();
        foreach (var days in new[] { 3, 8, 0, 3 })
        {
            var rule = new Policy(new PolicyTerms().With(new UpdateAcknowledgementTerms { AcknowledgeWithinDays = days })).UpdateAcknowledgement
                .WithoutPauses();
            Assert.Null(rule.FirstDifference(store.Load(updates), AsOf));
        }
    }

    /// <summary>A period that is worked out is a group's key as well as a column is.</summary>
    [Fact]
    public void Group_OfAPeriodThatIsWorkedOut_IsGroupedByIt()
    {
        using var store = new DuckDbStore();
        var rows = store.Load(Enumerable.Range(0, 90)
            .Select(i => new KpiRow
            {
                Id = i,
                Employee = $"e{i % 3}",
                Name = $"{i}",
                StartsOn = new(2026, 1 + i % 12, 1),
                Month = $"2026-{1 + i % 12:00}",
                Goal = 100,
                Reached = 80 + i % 10,
            })
            .ToArray());
        var months = Policy.Default.KpiMonth.Over(Mapped.Kpis(Policy.Default.KpiAttainment));
        Assert.Null(months.FirstDifference(rows, AsOf, k => k.StartsOn.Month <= 6 ? "first half" : "second half"));
        Assert.Equal(6, months.Group(rows, AsOf, k => k.StartsOn.Month <= 6 ? "first half" : "second half").AsEnumerable().Count());
    }

    /// <summary>18 digits before the point, times 110 %, times 100 for the cents: more than 38 digits with those after the point.</summary>
    [Fact]
    public void Pay_ThatLeaves38Digits_Throws()
    {
        using var store = new DuckDbStore();
        PayRow[] rows = [new() { Id = 1, Employee = "ann", StartsOn = new(2026, 10, 1), Goal = 100, Reached = 101, Committed = 999_999_999_999_999_999m }];
        var prorated = store.Load<ProratedPay>(
            [new()
            {
                Id = 1,
                Employee = "ann",
                StartsOn = new(2026, 10, 1),
                Goal = 100,
                Reached = 101,
                Committed = 999_999_999_999_999_999m,
                Days = 1_999_999_999,
                DaysInPeriod = 2_000_000_000,
            }]);
        Assert.Null(Mapped.Pay(Policy.Default.PerformancePay).FirstDifferenceInPay(store.Load(rows), AsOf));
        Assert.ThrowsAny<DuckDBException>(() => Mapped.Prorated(Policy.Default.PerformancePay).Pay(prorated, AsOf).ToList());
    }
}

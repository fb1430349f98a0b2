using AccountRules.Queries.Tests.Hosts;
using AccountRules.Queries.Tests.Stores;
using Npgsql;
using Xunit.Abstractions;

namespace AccountRules.Queries.Tests.Limits;

/// <summary>What PostgreSQL and Npgsql cannot hold, as docs/queries.md states it.</summary>
[Collection(Postgres.Collection)]
public class PostgresLimitTests(Postgres postgres, ITestOutputHelper output)
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    /// <summary>Npgsql keeps the first and the last day as infinities: 30 days before infinity are infinity.</summary>
    [Fact]
    public void FirstAndLastDayOfTheCalendar_AreInfinities()
    {
        if (postgres.IsLeftOut(output))
            return;

        using var store = postgres.Open("limits");
        CrmOrder[] orders = [new() { Id = 1, Number = "1", PlacedOn = new(9999, 12, 1), FilledOn = DateOnly.MaxValue }];
        var rule = Mapped.Orders(Policy.Default.FteFulfillment);
        Assert.Equal(Standing.Met, rule.Grade(orders.AsQueryable(), DateOnly.MaxValue).Single().Standing);
        Assert.Equal(Standing.Late, rule.Grade(store.Load(orders), DateOnly.MaxValue).Single().Standing);
    }

    [Fact]
    public void Pay_ThatNoDecimalHolds_IsUndeterminedInBoth()
    {
        if (postgres.IsLeftOut(output))
            return;

        using var store = postgres.Open("limits");
        PayRow[] rows = [new() { Id = 1, Employee = "ann", StartsOn = new(2026, 10, 1), Goal = 1m, Reached = 2m, Committed = decimal.MaxValue }];
        var rule = Mapped.Pay(Policy.Default.PerformancePay);
        foreach (var source in (IQueryable<PayRow>[])[rows.AsQueryable(), store.Load(rows)])
        {
            Assert.Equal(Cause.TooLarge, rule.Grade(source, AsOf).Single().Cause);
            Assert.Equal((null, null), (rule.Pay(source, AsOf).Single().Band, rule.Pay(source, AsOf).Single().Payable));
        }
    }

    [Fact]
    public void ScaledIntegers_WhoseProductLeaves64Bits_Throw()
    {
        if (postgres.IsLeftOut(output))
            return;

        using var store = postgres.Open("limits");
        var rows = store.Load<KpiUnits>(
            [new() { Id = 1, Employee = "ann", StartsOn = new(2026, 10, 1), Month = "2026-10", Goal = 1_000_000_000_000_000_000, Reached = 1 }]);
        var error = Assert.Throws<PostgresException>(() => Mapped.KpiUnits(Policy.Default.KpiAttainment).Where(rows, AsOf, Standing.Met).ToList());
        Assert.Equal(PostgresErrorCodes.NumericValueOutOfRange, error.SqlState);
    }
}

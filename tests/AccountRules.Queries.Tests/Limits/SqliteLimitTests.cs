using AccountRules.Queries.Tests.Hosts;
using AccountRules.Queries.Tests.Stores;
using Microsoft.Data.Sqlite;

namespace AccountRules.Queries.Tests.Limits;

/// <summary>What SQLite cannot hold exactly, as docs/queries.md states it.</summary>
public class SqliteLimitTests
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    /// <summary>0.85 * 1.000…0001 has 30 digits; .NET's decimal rounds it to 0.850…0001, which the actual does not exceed.</summary>
    [Fact]
    public void Decimals_WhoseProductHasMoreThan28Digits_AreRoundedByDotNet()
    {
        using var store = SqliteStore.InMemory();
        KpiRow[] rows = [Row(1, goal: 1.0000000000000000000000000001m, reached: 0.8500000000000000000000000001m)];
        Assert.Equal(Standing.Met, Of(rows.AsQueryable()));
        Assert.Equal(Standing.Missed, Of(store.Load(rows)));
    }

    [Fact]
    public void Decimals_ThatOverflow_Throw()
    {
        using var store = SqliteStore.InMemory();
        var rule = Mapped.Kpis(new Policy(new PolicyTerms().With(new KpiAttainmentTerms { Above = 2m })).KpiAttainment);
        var rows = store.Load([Row(1, decimal.MaxValue, 1m)]);
        Assert.Contains("too large", Assert.Throws<SqliteException>(() => rule.Where(rows, AsOf, Standing.Met).ToList()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ScaledIntegers_AreComparedAsIntegers()
    {
        using var store = SqliteStore.InMemory();
        var sql = Offline.Text(Mapped.KpiUnits(Policy.Default.KpiAttainment).Where(store.Load<KpiUnits>([]), AsOf, Standing.Met));
        Assert.Contains("* 20 >", sql, StringComparison.Ordinal);
        Assert.Contains("* 17", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("ef_", sql, StringComparison.Ordinal);
    }

    /// <summary>The result times 20 is past 64 bits, where SQLite goes on with floating point.</summary>
    [Fact]
    public void ScaledIntegers_WhoseProductLeaves64Bits_AreComparedAsFloatingPoint()
    {
        using var store = SqliteStore.InMemory();
        KpiUnits[] rows = [Units(1, goal: 1_000_000_000_000_000_000, reached: 850_000_000_000_000_001)];
        Assert.Equal(Standing.Met, Mapped.KpiUnits(Policy.Default.KpiAttainment).Grade(rows.AsQueryable(), AsOf).Single().Standing);
        Assert.Equal(Standing.Missed, Mapped.KpiUnits(Policy.Default.KpiAttainment).Grade(store.Load(rows), AsOf).Single().Standing);
    }

    /// <summary>As far as docs/queries.md promises.</summary>
    [Theory]
    [InlineData(999_999_999_999, 849_999_999_999, Standing.Missed)]
    [InlineData(999_999_999_999, 850_000_000_000, Standing.Met)]
    [InlineData(1_000_000_000_000, 850_000_000_000, Standing.Missed)]
    [InlineData(1_000_000_000_000, 850_000_000_001, Standing.Met)]
    public void ScaledIntegers_OfTwelveDigits_AreExact(long goal, long reached, Standing expected)
    {
        using var store = SqliteStore.InMemory();
        Assert.Equal(expected, Mapped.KpiUnits(Policy.Default.KpiAttainment).Grade(store.Load([Units(1, goal, reached)]), AsOf).Single().Standing);
    }

    [Fact]
    public void Dates_AtTheEndOfTheCalendar_AreExact()
    {
        using var store = SqliteStore.InMemory();
        var last = DateOnly.MaxValue;
        var rows = store.Load<CrmOrder>(
        [
            new() { Id = 1, Number = "1", PlacedOn = last.AddDays(-90), FilledOn = last },
            new() { Id = 2, Number = "2", PlacedOn = last.AddDays(-91), FilledOn = last },
            new() { Id = 3, Number = "3", PlacedOn = last.AddDays(-5), FilledOn = null },
        ]);
        var rule = Mapped.Orders(Policy.Default.FteFulfillment);
        Assert.Equal([1], rule.Where(rows, last, Standing.Met).Select(o => o.Id));
        Assert.Equal([2], rule.Where(rows, last, Standing.Late).Select(o => o.Id));
        Assert.Equal([3], rule.Where(rows, last, Standing.OnTrack).Select(o => o.Id));
    }

    private static Standing Of(IQueryable<KpiRow> rows) => Mapped.Kpis(Policy.Default.KpiAttainment).Grade(rows, AsOf).Single().Standing;

    private static KpiRow Row(int id, decimal goal, decimal reached) =>
        new() { Id = id, Employee = "ann", Name = "calls", StartsOn = new(2026, 10, 1), Month = "2026-10", Goal = goal, Reached = reached };

    private static KpiUnits Units(int id, long goal, long reached) =>
        new() { Id = id, Employee = "ann", StartsOn = new(2026, 10, 1), Month = "2026-10", Goal = goal, Reached = reached };
}

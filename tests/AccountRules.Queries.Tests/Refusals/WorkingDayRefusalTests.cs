using AccountRules.Facts;
using AccountRules.Queries.Tests.Hosts;
using AccountRules.Queries.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace AccountRules.Queries.Tests.Refusals;

/// <summary>What a database can count of working days, and what it is refused; how far queries go is in docs/working-days.md.</summary>
public class WorkingDayRefusalTests
{
    private static readonly DateOnly AsOf = new(2026, 4, 14);

    private static readonly Policy Policy = new(new PolicyTerms()
        .With(new WorkingDaysTerms { Calendars = [new() { Name = "DE", Holidays = [new(2026, 4, 3), new(2026, 4, 6)] }] })
        .With(new FteFulfillmentTerms { LimitDays = 5, AtRiskFromDay = 4, Calendar = "DE" }));

    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("SQLite")]
    public void Closed_WithoutATableOfDays_IsRefusedAndSaysHow(string provider)
    {
        using var db = Offline.Of(provider);
        var refused = Assert.Throws<NotSupportedException>(() => Mapped.Orders(Policy.FteFulfillment).Where(db.Orders, AsOf, Standing.Late));
        Assert.Contains("`fte-fulfillment` counts working days", refused.Message, StringComparison.Ordinal);
        Assert.Contains("WithCalendarTable(db.CalendarDays)", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Tuesday 7 April is five working days before Tuesday 14: what was ordered before it is overdue.</summary>
    [Theory]
    [InlineData("PostgreSQL", "04/07/2026")]
    [InlineData("SQLite", "2026-04-07")]
    public void Open_WithoutATableOfDays_IsAColumnBesideADate(string provider, string day)
    {
        using var db = Offline.Of(provider);
        var rule = Policy.FteFulfillment.For<CrmOrder>(o => new FteOrder { OrderId = o.Number, OrderedOn = o.PlacedOn, FulfilledOn = null });
        var sql = rule.Where(db.Orders, AsOf, Standing.Overdue).ToQueryString();
        Assert.Contains(day, sql, StringComparison.Ordinal);
        Assert.DoesNotContain("calendar_day", sql, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("SQLite")]
    public void Pauses_OfRows_AreRefusedAndSayHow(string provider)
    {
        using var db = Offline.Of(provider);
        foreach (var rule in (DeadlineRule<FteOrder>[])[Policy.Default.FteFulfillment, Policy.FteFulfillment])
        {
            var refused = Assert.Throws<NotSupportedException>(() => rule.Where(db.Set<FteOrder>(), AsOf, Standing.Overdue));
            Assert.Contains("rule.WithoutPauses()", refused.Message, StringComparison.Ordinal);
        }

        Assert.NotEmpty(Policy.Default.FteFulfillment.WithoutPauses().Where(db.Set<FteOrder>(), AsOf, Standing.Overdue).ToQueryString());
    }

    [Fact]
    public void Columns_OfDays_AreRefused() => Assert.Contains(
        "counts the working days of calendar DE",
        Assert.Throws<ArgumentException>(() => Policy.FteFulfillment.CountByStanding(new([1], [2]), AsOf)).Message, StringComparison.Ordinal);
}

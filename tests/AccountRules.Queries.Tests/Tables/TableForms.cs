using AccountRules.Queries.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace AccountRules.Queries.Tests.Tables;

/// <summary>The same rows in the tables of both databases, filled once.</summary>
public sealed class TableForms(Postgres postgres) : IDisposable
{
    internal static readonly DateOnly AsOf = new(2026, 11, 21);
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private TablesContext? sqlite;
    private TablesContext? inPostgres;

    internal TablesContext OnSqlite => sqlite ??= Filled(TablesContext.OnSqlite());

    internal TablesContext OnPostgres => inPostgres ??= Filled(TablesContext.OnPostgres(postgres.ConnectionString("tables")));

    public void Dispose()
    {
        sqlite?.Dispose();
        inPostgres?.Dispose();
    }

    /// <summary>Numbered by the days since the order: half past ten in the evening of UTC is half past twelve of the next day in Berlin's summer.</summary>
    private static TablesContext Filled(TablesContext db)
    {
        db.Database.OpenConnection();
        foreach (var days in new[] { 76, 89, 90, 91, 92, 95 })
        {
            var on = AsOf.AddDays(-days);
            var at = on.AddDays(-1).ToDateTime(new TimeOnly(22, 30), DateTimeKind.Utc);
            var dates = () => new Dates { PlacedOn = on, FilledOn = days == 89 ? on.AddDays(20) : null };
            var order = days % 2 == 0 ? new StaffingOrder() : new UrgentOrder { NeededBy = on };
            order.Id = new Guid(days, 0xab, 0xcd, 1, 2, 3, 4, 5, 6, 7, 0xef);
            (order.Number, order.Code, order.PlacedAt, order.ReceivedAt, order.IsDeleted) = (days, new(days), at, new(at), days == 95);
            (order.Owned, order.Complex, order.Json, order.FilledOn) = (dates(), dates(), dates(), dates().FilledOn);
            order.FilledAt = order.FilledOn?.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
            (order.Goal, order.Target, order.Reached, order.Aim) = (100, 100, days, days % 2 == 0 ? Aim.AtMost : Aim.AtLeast);
            order.Client = days == 92 ? null : new Client { SignedOn = on };
            order.PlacedOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(new DateTimeOffset(at), Berlin).DateTime);
            Assert.Equal(on, order.PlacedOn);
            db.Add(order);
        }

        db.SaveChanges();
        db.ChangeTracker.Clear();
        return db;
    }
}

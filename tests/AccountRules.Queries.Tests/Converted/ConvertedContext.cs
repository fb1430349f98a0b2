using System.Globalization;
using AccountRules.Facts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AccountRules.Queries.Tests.Converted;

/// <summary>
/// A database of a host that keeps its columns in another form: money in cents or as a double, dates as numbers or texts, enumerations by name.
/// </summary>
internal sealed class ConvertedContext(DbContextOptions options, ValueConverter? dates, ValueConverter? money) : DbContext(options)
{
    public static ValueConverter Cents { get; } = new ValueConverter<decimal, long>(d => (long)(d * 100), c => c / 100m);

    public static ValueConverter Double { get; } = new ValueConverter<decimal, double>(d => (double)d, d => (decimal)d);

    /// <summary>Above cents, so that a ratio is another one.</summary>
    public static ValueConverter FromThousand { get; } = new ValueConverter<decimal, long>(d => (long)(d * 100) + 1000, c => (c - 1000) / 100m);

    /// <summary>Cents in descending order.</summary>
    public static ValueConverter Negated { get; } = new ValueConverter<decimal, long>(d => -(long)(d * 100), c => -c / 100m);

    public static ValueConverter DayNumbers { get; } = new ValueConverter<DateOnly, int>(d => d.DayNumber, n => DateOnly.FromDayNumber(n));

    public static ValueConverter Ticks { get; } = new ValueConverter<DateOnly, long>(
        d => d.ToDateTime(TimeOnly.MinValue).Ticks, t => DateOnly.FromDateTime(new DateTime(t)));

    public static ValueConverter Digits { get; } = new ValueConverter<DateOnly, string>(
        d => d.ToString("yyyyMMdd", CultureInfo.InvariantCulture), t => DateOnly.ParseExact(t, "yyyyMMdd", CultureInfo.InvariantCulture));

    public static ValueConverter Iso { get; } = new ValueConverter<DateOnly, string>(
        d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), t => DateOnly.ParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    public DbSet<FteOrder> Orders => Set<FteOrder>();

    public DbSet<KpiResult> Kpis => Set<KpiResult>();

    public DbSet<AccountRevenue> Revenues => Set<AccountRevenue>();

    public DbSet<PayPeriod> Pay => Set<PayPeriod>();

    public static ConvertedContext OnSqlite(ValueConverter? dates = null, ValueConverter? money = null)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return Created(new DbContextOptionsBuilder<ConvertedContext>().UseSqlite(connection), dates, money);
    }

    public static ConvertedContext OnPostgres(string connection, ValueConverter? dates = null, ValueConverter? money = null) =>
        Created(new DbContextOptionsBuilder<ConvertedContext>().UseNpgsql(connection), dates, money);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<FteOrder>(e =>
        {
            e.HasKey(o => o.OrderId);
            e.Property(o => o.OrderedOn).HasConversion(dates);
            e.Property(o => o.FulfilledOn).HasConversion(dates);
        });
        modelBuilder.Entity<KpiResult>(e =>
        {
            e.HasKey(k => k.Kpi);
            e.Property(k => k.Period).HasConversion(p => p.ToString(), text => Period.Parse(text));
            e.Property(k => k.Target).HasConversion(money);
            e.Property(k => k.Actual).HasConversion(money);
            e.Property(k => k.Direction).HasConversion<string>();
        });
        modelBuilder.Entity<AccountRevenue>(e =>
        {
            e.HasKey(r => new { r.AccountId, r.Period });
            e.Property(r => r.Period).HasConversion(p => p.ToString(), text => Period.Parse(text));
            e.Property(r => r.Revenue).HasConversion(money);
        });
        modelBuilder.Entity<PayPeriod>(e =>
        {
            e.HasKey(p => p.EmployeeId);
            e.Property(p => p.Period).HasConversion(p => p.ToString(), text => Period.Parse(text));
            e.Property(p => p.Target).HasConversion(money);
            e.Property(p => p.Actual).HasConversion(money);
            e.Property(p => p.CommittedPay).HasConversion(money);
        });
    }

    private static ConvertedContext Created(DbContextOptionsBuilder builder, ValueConverter? dates, ValueConverter? money)
    {
        // A model of its own for each form: by default there is one for each type of context.
        var options = builder.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).ReplaceService<IModelCacheKeyFactory, OfEachContext>().Options;
        var context = new ConvertedContext(options, dates, money);
        context.Database.EnsureDeleted();
        context.Database.EnsureCreated();
        return context;
    }

    private sealed class OfEachContext : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (context, designTime);
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AccountRules.Queries.Tests.Tables;

/// <summary>A host's tables in the forms of docs/your-tables.md.</summary>
internal sealed class TablesContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<StaffingOrder> Orders => Set<StaffingOrder>();

    public static TablesContext OnSqlite()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return Created(new DbContextOptionsBuilder<TablesContext>().UseSqlite(connection));
    }

    public static TablesContext OnPostgres(string connection) => Created(new DbContextOptionsBuilder<TablesContext>().UseNpgsql(connection));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StaffingOrder>(e =>
        {
            e.HasQueryFilter(o => !o.IsDeleted);
            e.Property(o => o.Aim).HasConversion<string>();
            e.Property(o => o.Code).HasConversion(code => code.Value, value => new OrderCode(value));
            e.OwnsOne(o => o.Owned);
            e.ComplexProperty(o => o.Complex);
            e.OwnsOne(o => o.Json, json => json.ToJson());
            if (Database.ProviderName!.Contains("Npgsql", StringComparison.Ordinal))
                e.Property(o => o.Version).IsRowVersion();

            if (Database.ProviderName!.Contains("Npgsql", StringComparison.Ordinal))
            {
                e.Property(o => o.PlacedOn)
                    .HasComputedColumnSql("(\"PlacedAt\" AT TIME ZONE 'Europe/Berlin')::date", stored: true);
            }

            e.HasIndex(o => new { o.FilledOn, o.PlacedOn });
        });
        modelBuilder.Entity<UrgentOrder>();
    }

    private static TablesContext Created(DbContextOptionsBuilder<TablesContext> builder)
    {
        var context = new TablesContext(builder.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);
        context.Database.EnsureDeleted();
        context.Database.EnsureCreated();
        return context;
    }
}

using Microsoft.EntityFrameworkCore;

namespace AccountRules.Benchmarks.Database;

/// <summary>The host's orders, through EF Core.</summary>
internal sealed class OrdersContext(string connectionString) : DbContext
{
    public DbSet<CrmOrder> Orders => Set<CrmOrder>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) =>
        options.UseNpgsql(connectionString).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);

    protected override void OnModelCreating(ModelBuilder model)
    {
        var order = model.Entity<CrmOrder>().ToTable("orders");
        order.HasKey(o => o.Number);
        order.Property(o => o.Number).HasColumnName("number");
        order.Property(o => o.AccountId).HasColumnName("account_id");
        order.Property(o => o.PlacedOn).HasColumnName("placed_on");
        order.Property(o => o.FilledOn).HasColumnName("filled_on");
    }
}

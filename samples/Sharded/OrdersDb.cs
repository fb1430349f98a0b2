using Microsoft.EntityFrameworkCore;

namespace AccountRules.Samples.Sharded;

/// <summary>The orders of one server: of a shard, or of the coordinator, to which the whole table is one.</summary>
internal sealed class OrdersDb(string connectionString) : DbContext
{
    public DbSet<CrmOrder> Orders => Set<CrmOrder>();

    /// <summary>The orders of one partition of the coordinator's table.</summary>
    public IQueryable<CrmOrder> Partition(string rows) => Orders.FromSqlRaw(rows);

    protected override void OnConfiguring(DbContextOptionsBuilder options) =>
        options.UseNpgsql(connectionString).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking);

    protected override void OnModelCreating(ModelBuilder model)
    {
        var order = model.Entity<CrmOrder>().ToTable("orders");
        order.HasKey(o => new { o.AccountId, o.Number });
        order.Property(o => o.Number).HasColumnName("number");
        order.Property(o => o.AccountId).HasColumnName("account_id");
        order.Property(o => o.PlacedOn).HasColumnName("placed_on");
        order.Property(o => o.FilledOn).HasColumnName("filled_on");
    }
}

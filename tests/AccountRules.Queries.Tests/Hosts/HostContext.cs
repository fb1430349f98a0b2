using AccountRules.Facts;
using Microsoft.EntityFrameworkCore;

namespace AccountRules.Queries.Tests.Hosts;

/// <summary>A host's database: its own tables with their own column names, and the facts themselves as tables.</summary>
internal sealed class HostContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<CrmOrder> Orders => Set<CrmOrder>();

    public DbSet<KpiRow> Kpis => Set<KpiRow>();

    public DbSet<KpiUnits> KpiUnits => Set<KpiUnits>();

    public DbSet<RevenueRow> Revenues => Set<RevenueRow>();

    public DbSet<PayRow> Pay => Set<PayRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CrmOrder>(e =>
        {
            e.ToTable("crm_order").Ignore(o => o.PromisedOn).Ignore(o => o.RemindedOn);
            e.Property(o => o.Number).HasColumnName("order_no");
            e.Property(o => o.PlacedOn).HasColumnName("placed_on");
            e.Property(o => o.FilledOn).HasColumnName("filled_on");
            e.HasIndex(o => new { o.FilledOn, o.PlacedOn }, "crm_order_open");
        });
        modelBuilder.Entity<ArchivedOrder>().ToTable("archived_order");
        modelBuilder.Entity<RegistryRow>().ToTable("action_item");
        modelBuilder.Entity<KpiRow>(e =>
        {
            e.ToTable("kpi");
            e.Property(k => k.Goal).HasColumnName("goal");
            e.Property(k => k.Reached).HasColumnName("reached");
            e.Property(k => k.IsLessBetter).HasColumnName("less_is_better");
        });
        modelBuilder.Entity<ProratedKpi>().ToTable("prorated_kpi");
        modelBuilder.Entity<KpiUnits>().ToTable("kpi_units");
        modelBuilder.Entity<ServiceRow>().ToTable("service");
        modelBuilder.Entity<WalletRow>().ToTable("wallet");
        modelBuilder.Entity<RevenueRow>(e => e.ToTable("revenue").Property(r => r.Turnover).HasColumnName("turnover"));
        modelBuilder.Entity<RevenueUnits>(e => e.ToTable("revenue_units").Ignore(r => r.Net));
        modelBuilder.Entity<PayRow>().ToTable("pay");
        modelBuilder.Entity<ProratedPay>().ToTable("prorated_pay");
        modelBuilder.Entity<PayUnits>().ToTable("pay_units");
        modelBuilder.Entity<PlanRow>().ToTable("plan");
        modelBuilder.Entity<PlanUnits>().ToTable("plan_units");
        Facts(modelBuilder);
        modelBuilder.Entity<CalendarDay>().ToTable("calendar_day").HasKey(d => new { d.Calendar, d.Date });
        var ids = modelBuilder.Model.GetEntityTypes().Select(e => e.FindProperty("Id")).OfType<Microsoft.EntityFrameworkCore.Metadata.IMutableProperty>();
        foreach (var id in ids)
            id.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
    }

    private static void Facts(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<FteOrder>().ToTable("fact_order").HasKey(o => o.OrderId);
        modelBuilder.Entity<RegistryItem>().ToTable("fact_item").HasKey(i => i.ItemId);
        modelBuilder.Entity<KpiResult>(e =>
        {
            e.ToTable("fact_kpi").HasKey(k => k.Kpi);
            e.Property(k => k.Period).HasConversion(p => p.ToString(), text => Period.Parse(text));
        });
        modelBuilder.Entity<AccountRevenue>(e =>
        {
            e.ToTable("fact_revenue").HasKey(r => r.AccountId);
            e.Property(r => r.Period).HasConversion(p => p.ToString(), text => Period.Parse(text));
        });
        modelBuilder.Entity<PayPeriod>(e =>
        {
            e.ToTable("fact_pay").HasKey(p => p.EmployeeId);
            e.Property(p => p.Period).HasConversion(p => p.ToString(), text => Period.Parse(text));
        });
        modelBuilder.Entity<ImprovementPlan>().ToTable("fact_plan").HasKey(p => p.EmployeeId);
        foreach (var shape in Policy.Default.Rules.SelectMany(r => r.FactShapes).Distinct().Where(s => modelBuilder.Model.FindEntityType(s.FactType) is null))
        {
            var entity = modelBuilder.Entity(shape.FactType).ToTable("fact_" + shape.Name.Replace('-', '_'));
            entity.HasKey(shape.Identity[0]);
            if (shape.FactType.GetProperty("Period") is { } period)
                entity.Property<Period>(period.Name).HasConversion(p => p.ToString(), text => Period.Parse(text));
        }
    }
}

using AccountRules.Facts;
using Microsoft.EntityFrameworkCore;

namespace AccountRules.Queries.Tests.Known;

/// <summary>A host's database that keeps every row as it was written: its own table, and tables of facts with a period kept as a text.</summary>
internal sealed class KnownContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<KnownRow> Rows => Set<KnownRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<KnownRow>().ToTable("known_row").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<PayPeriod>(e =>
        {
            e.ToTable("known_pay").Property<int>("Id");
            e.HasKey("Id");
            e.Property(p => p.Period).HasConversion(p => p.ToString(), text => Period.Parse(text));
        });
        modelBuilder.Entity<Account>(e =>
        {
            e.ToTable("known_account").Property<int>("Id");
            e.HasKey("Id");
        });
        modelBuilder.Entity<ProgressUpdate>(e =>
        {
            e.ToTable("known_update").Property<int>("Id");
            e.HasKey("Id");
        });
    }
}

using AccountRules.Samples.Crm.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AccountRules.Samples.Crm.Data;

/// <summary>
/// The database: entities of our own, which mapped rules read, and beside them tables of the library's own facts, kept as they are.
/// </summary>
internal sealed class CrmContext(DbContextOptions<CrmContext> options) : DbContext(options)
{
    public DbSet<Manager> Managers => Set<Manager>();

    public DbSet<Client> Clients => Set<Client>();

    public DbSet<StaffingOrder> Orders => Set<StaffingOrder>();

    public DbSet<RegistryEntry> Registry => Set<RegistryEntry>();

    public DbSet<Bill> Bills => Set<Bill>();

    /// <summary>The names of all clients by their codes.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ClientNamesAsync(CancellationToken stop) =>
        await Clients.ToDictionaryAsync(c => c.Id, c => c.Name, StringComparer.Ordinal, stop);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        // Few are open, and those are asked for: the end first, then the start.
        modelBuilder.Entity<StaffingOrder>().HasIndex(o => new { o.FilledOn, o.PlacedOn });
        modelBuilder.Entity<RegistryEntry>().HasIndex(e => new { e.ClosedOn, e.AddedOn });
        modelBuilder.Entity<Bill>().HasIndex(b => new { b.PaidOn, b.DueOn });
        foreach (var table in FactTable.All)
            table.Map(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.IgnoreAny<Pauses>();
        configurationBuilder.Properties<Period>().HaveConversion<PeriodText>();
    }

    private sealed class PeriodText() : ValueConverter<Period, string>(p => p.ToString(), text => Period.Parse(text));
}

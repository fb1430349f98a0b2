using Microsoft.EntityFrameworkCore;

namespace AccountRules.Queries.Tests.Hosts;

/// <summary>The facts of rules on rows that are made of many: a table each, with all that tells them apart as its key.</summary>
internal sealed class GatheredContext(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var gathered = Policy.Default.Rules.Where(r => r.GetType().GetGenericTypeDefinition() == typeof(GatheredRule<>));
        foreach (var shape in gathered.SelectMany(r => r.FactShapes).Distinct())
            modelBuilder.Entity(shape.FactType).ToTable(shape.Name).HasKey([.. shape.Identity]);

        var periods = modelBuilder.Model.GetEntityTypes().SelectMany(e => e.ClrType.GetProperties()).Where(p => p.PropertyType == typeof(Period)).ToArray();
        foreach (var period in periods)
            modelBuilder.Entity(period.DeclaringType!).Property<Period>(period.Name).HasConversion(p => p.ToString(), text => Period.Parse(text));
    }
}

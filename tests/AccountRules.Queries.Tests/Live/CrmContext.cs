using Microsoft.EntityFrameworkCore;

namespace AccountRules.Queries.Tests.Live;

public sealed class CrmOrder
{
    public int Id { get; set; }

    public required string Number { get; set; }

    public DateOnly? PlacedOn { get; set; }

    public DateOnly? FilledOn { get; set; }
}

public sealed class Progress
{
    public int Id { get; set; }

    public DateOnly AsOf { get; set; }
}

public sealed class ToldStanding
{
    public required string Rule { get; set; }

    public required string Subject { get; set; }

    public required string Period { get; set; }

    public required string Part { get; set; }

    public required string Record { get; set; }
}

public sealed class OutgoingMessage
{
    public int Id { get; set; }

    public required string Text { get; set; }
}

public sealed class CrmContext(DbContextOptions<CrmContext> options) : DbContext(options)
{
    public DbSet<CrmOrder> Orders => Set<CrmOrder>();

    public DbSet<Progress> Progress => Set<Progress>();

    public DbSet<ToldStanding> Told => Set<ToldStanding>();

    public DbSet<OutgoingMessage> Outbox => Set<OutgoingMessage>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<CrmOrder>().HasIndex(o => o.Number).IsUnique();
        modelBuilder.Entity<ToldStanding>().HasKey(t => new { t.Rule, t.Subject, t.Period, t.Part });
    }
}

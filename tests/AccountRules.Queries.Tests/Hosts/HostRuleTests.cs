using System.ComponentModel.DataAnnotations.Schema;
using AccountRules.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AccountRules.Queries.Tests.Hosts;

/// <summary>A host's start tells whether the database has what a rule reads, before any row is asked for: the check of docs/hosting.md.</summary>
public sealed class HostRuleTests
{
    [Fact]
    public Task RuleOverMappedColumns_PassesTheCheckAgainstTheModel() => Start(o => new FteOrder
    {
        OrderId = o.Number,
        AccountId = null,
        OrderedOn = o.On,
        FulfilledOn = o.Filled,
    });

    [Fact]
    public async Task RuleOverAPropertyWithoutAColumn_StopsTheHost()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => Start(o => new FteOrder
        {
            OrderId = o.Number,
            AccountId = null,
            OrderedOn = o.Day,
            FulfilledOn = o.Filled,
        }));
        Assert.StartsWith("Rule `fte-fulfillment`, DeadlineRule<Placement>, does not pass the host's check: ", thrown.Message, StringComparison.Ordinal);
    }

    private static async Task Start(System.Linq.Expressions.Expression<Func<Placement, FteOrder>> map)
    {
        var services = new ServiceCollection().AddDbContext<PlacementContext>(o => o.UseSqlite("Data Source=:memory:"))
            .AddAccountRules()
            .AddRule(p => p.FteFulfillment.For(map), check: (scope, rule) =>
                rule.Where(scope.GetRequiredService<PlacementContext>().Placements, new DateOnly(2026, 1, 1), Standing.Overdue).ToQueryString());
        await using var provider = services.BuildServiceProvider();
        foreach (var hosted in provider.GetServices<IHostedService>())
            await hosted.StartAsync(CancellationToken.None);
    }

    private sealed class Placement
    {
        public int Id { get; init; }

        public required string Number { get; init; }

        public DateOnly? On { get; init; }

        public DateOnly? Filled { get; init; }

        [NotMapped]
        public DateOnly? Day => On;
    }

    private sealed class PlacementContext(DbContextOptions<PlacementContext> options) : DbContext(options)
    {
        public DbSet<Placement> Placements => Set<Placement>();
    }
}

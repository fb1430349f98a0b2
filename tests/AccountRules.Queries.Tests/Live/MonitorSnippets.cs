using AccountRules.Facts;
using AccountRules.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AccountRules.Queries.Tests.Live;

/// <summary>The C# of docs/monitor.md that has a database, compiled and run on SQLite; a test compares the texts.</summary>
public sealed class MonitorSnippets : IDisposable
{
    private static readonly DateOnly Today = new(2026, 3, 9);
    private static readonly string[] Files = ["MonitorInterceptor.cs", "CrmChanges.cs", "MonitorSnippets.cs"];

    private readonly string folder = Directory.CreateTempSubdirectory("accountrules").FullName;

    public MonitorSnippets()
    {
        using var db = Context();
        db.Database.EnsureCreated();
        db.Orders.Add(new() { Number = "1", PlacedOn = Today.AddDays(-90) });
        db.SaveChanges();
    }

    private string Database => $"Data Source={Path.Combine(folder, "crm.db")};Pooling=False";

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Saved_IsTakenUpOnceItIsCommitted()
    {
        await using var host = await StartedAsync(Today);
        await TakenAsync(host);
        using var scope = host.Services.CreateScope();
        var (db, monitor) = (scope.ServiceProvider.GetRequiredService<CrmContext>(), host.Services.GetRequiredService<PolicyMonitor>());

        var order = db.Orders.Add(new() { Number = "2", PlacedOn = Today.AddDays(-91) }).Entity;
        await db.SaveChangesAsync();
        Assert.Equal(Standing.Overdue, Standing2());
        Assert.Equal(order.Id, monitor.Fact<CrmOrder>("2")!.Id);

        // What is not saved is not seen, though the entity is the same.
        order.FilledOn = Today.AddDays(-2);
        Assert.Equal(Standing.Overdue, Standing2());
        db.SaveChanges();
        Assert.Equal(Standing.Met, Standing2());

        order.FilledOn = Today;
        using (var rolledBack = db.Database.BeginTransaction())
        {
            db.SaveChanges();
            Assert.Equal(Standing.Met, Standing2());
            rolledBack.Rollback();
        }

        Assert.Equal(Standing.Met, Standing2());
        order.PlacedOn = Today.AddDays(-95);
        await using (var committed = await db.Database.BeginTransactionAsync())
        {
            await db.SaveChangesAsync();
            Assert.Equal(Standing.Met, Standing2());
            await committed.CommitAsync();
        }

        Assert.Equal(Standing.Late, Standing2());

        // A save that fails, as by the unique number, changes nothing, and neither does what it held come with the next.
        var twice = db.Orders.Add(new() { Number = "1", PlacedOn = Today }).Entity;
        Assert.Throws<DbUpdateException>(() => db.SaveChanges());
        db.Entry(twice).State = EntityState.Detached;
        db.Orders.Remove(order);
        await db.SaveChangesAsync();
        Assert.Null(monitor.Find("fte-fulfillment", "2"));
        Assert.Equal(Today.AddDays(-90), monitor.Fact<CrmOrder>("1")!.PlacedOn);

        Standing? Standing2() => monitor.Find("fte-fulfillment", "2")?.Standing;
    }

    [Fact]
    public async Task Transaction_DisposedOfWithoutCommit_ComesWithNoLaterSave()
    {
        await using var host = await StartedAsync(Today);
        await TakenAsync(host);
        using var scope = host.Services.CreateScope();
        var (db, monitor) = (scope.ServiceProvider.GetRequiredService<CrmContext>(), host.Services.GetRequiredService<PolicyMonitor>());
        await using (await db.Database.BeginTransactionAsync())
        {
            db.Orders.Add(new() { Number = "2", PlacedOn = Today });
            await db.SaveChangesAsync();
        }

        db.ChangeTracker.Clear();
        db.Orders.Add(new() { Number = "3", PlacedOn = Today });
        await db.SaveChangesAsync();
        await using (var committed = await db.Database.BeginTransactionAsync())
        {
            db.Orders.Add(new() { Number = "4", PlacedOn = Today });
            await db.SaveChangesAsync();
            await committed.CommitAsync();
        }

        Assert.Null(monitor.Fact<CrmOrder>("2"));
        Assert.NotNull(monitor.Fact<CrmOrder>("3"));
        Assert.NotNull(monitor.Fact<CrmOrder>("4"));
    }

    [Fact]
    public async Task OrderThatTheMonitorRefuses_IsToldOnce_AndKeepsNoLaterOneBack()
    {
        await using var host = await StartedAsync(Today);
        await TakenAsync(host);
        using var scope = host.Services.CreateScope();
        var (db, monitor) = (scope.ServiceProvider.GetRequiredService<CrmContext>(), host.Services.GetRequiredService<PolicyMonitor>());
        db.Orders.Add(new() { Number = " ", PlacedOn = Today });
        await Assert.ThrowsAsync<ArgumentException>(() => db.SaveChangesAsync());

        db.Orders.Add(new() { Number = "2", PlacedOn = Today });
        await db.SaveChangesAsync();

        Assert.NotNull(monitor.Fact<CrmOrder>("2"));
    }

    [Fact]
    public async Task Restart_TellsWhatWasMissed_AndWhatOthersChangedMeanwhile()
    {
        await using (var first = await StartedAsync(Today))
            await TakenAsync(first);

        // Past the program, while it is down.
        using (var db = Context())
        {
            db.Orders.Add(new() { Number = "3", PlacedOn = Today.AddDays(-88) });
            db.SaveChanges();
        }

        for (var i = 0; i < 2; i++)
        {
            await using var later = await StartedAsync(Today.AddDays(3));
            await TakenAsync(later);
        }

        using var reader = Context();
        Assert.Equal(
            [
                "fte-fulfillment nothing -> AtRisk: Order 1 is open for 90 of 90 days, due 2026-03-09.",
                "fte-fulfillment nothing -> AtRisk: Order 3 is open for 88 of 90 days, due 2026-03-11.",
                "fte-fulfillment AtRisk -> Overdue: Order 1 is open for 91 days, 1 more than the 90 allowed; it was due 2026-03-09.",
                "fte-fulfillment AtRisk -> Overdue: Order 3 is open for 91 days, 1 more than the 90 allowed; it was due 2026-03-11.",
            ],
            reader.Outbox.OrderBy(m => m.Id).Select(m => m.Text));
        Assert.Equal(Today.AddDays(3), reader.Progress.Single().AsOf);
    }

    [Fact]
    public void Monitor_EverySnippetWithADatabase_StandsInTheseTests()
    {
        static string Squeezed(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => l.Trim()).Where(l => l.Length > 0));
        var tests = Squeezed(Files.SelectMany(file => File.ReadLines(Path.Combine(Repository.Root, "tests", "AccountRules.Queries.Tests", "Live", file))));
        var blocks = File.ReadAllText(Path.Combine(Repository.Root, "docs", "monitor.md")).Split("```csharp\n").Skip(1).Select(b => b.Split("```")[0])
            .Where(b => b.Contains("CrmC", StringComparison.Ordinal) || b.Contains("MonitorInterceptor", StringComparison.Ordinal)).ToArray();
        Assert.Equal(3, blocks.Length);
        Assert.All(blocks, block => Assert.Contains(Squeezed(block.Split('\n')), tests, StringComparison.Ordinal));
    }

    private CrmContext Context() => new(new DbContextOptionsBuilder<CrmContext>().UseSqlite(Database).Options);

    private async Task<Running> StartedAsync(DateOnly today)
    {
        var rules = MonitoredRules.None.With(p => p.FteFulfillment.For<CrmOrder>(
            o => new FteOrder { OrderId = o.Number, AccountId = null, OrderedOn = o.PlacedOn, FulfilledOn = o.FilledOn }));
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddSingleton<TimeProvider>(new FakeTime(new(today, new(12, 0), TimeSpan.Zero)));

        builder.Services.AddAccountRules(builder.Configuration.GetSection("AccountRules"));
        builder.Services.AddSingleton<MonitorInterceptor>();
        builder.Services.AddDbContext<CrmContext>((services, options) =>
            options.UseSqlite(Database).AddInterceptors(services.GetRequiredService<MonitorInterceptor>()));
        builder.Services.AddPolicyMonitor(load: async (services, monitor, stop) =>
            monitor.TryAddRange(await services.GetRequiredService<CrmContext>().Orders.AsNoTracking().ToListAsync(stop)), rules);
        builder.Services.AddChangeHandler<CrmChanges>();

        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    private static async Task TakenAsync(Running host)
    {
        var handOver = host.Services.GetRequiredService<PolicyMonitorHealthCheck>();
        var (monitor, today) = (host.Services.GetRequiredService<PolicyMonitor>(), host.Services.GetRequiredService<PolicyClock>().Today);
        for (var i = 0; i < 2000; i++)
        {
            using var scope = host.Services.CreateScope();
            if (monitor.AsOf == today && (await handOver.CheckHealthAsync(new())).Data["pending"] is 0L
                && scope.ServiceProvider.GetRequiredService<CrmContext>().Progress.AsNoTracking().SingleOrDefault()?.AsOf == today)
            {
                return;
            }

            await Task.Delay(5);
        }

        Assert.Fail("the changes are not taken");
    }

    private sealed class Running(IHost host) : IAsyncDisposable
    {
        public IServiceProvider Services => host.Services;

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
        }
    }
}

using AccountRules.Facts;
using AccountRules.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AccountRules.Tests.Hosting;

/// <summary>Handlers as they are met in production: cancelled in their own words, never returning, failing once they are done, given twice.</summary>
public sealed class HandOverTests : IAsyncDisposable
{
    private static readonly DateOnly Day = new(2026, 3, 9);

    private readonly FakeTime time = new(new(Day, new(12, 0), TimeSpan.Zero));
    private readonly RecordingLogs logs = new();
    private readonly List<ChangeBatch> told = [];
    private Func<CancellationToken, Task> take = _ => Task.CompletedTask;
    private Action dispose = () => { };
    private ServiceProvider? provider;

    public async ValueTask DisposeAsync() => await (provider?.DisposeAsync() ?? default);

    [Fact]
    public async Task Handler_CancelledInItsOwnWords_StopsWithTheHostAndIsNoFailure()
    {
        take = async stopping =>
        {
            await Task.Delay(Timeout.Infinite, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new IOException("the command was cancelled by its user");
        };
        var service = await StartedAsync();
        await Until(() => told.Count == 1);

        await service.StopAsync(default);

        Assert.True(service.ExecuteTask!.IsCanceled, $"{service.ExecuteTask.Status}");
        Assert.DoesNotContain(logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Handler_ThatReturnsAndCannotBeDisposedOf_IsNotToldAgain()
    {
        dispose = () => throw new IOException("the connection is gone");
        var service = await StartedAsync();
        await Until(() => logs.Lines.Any(line => line.Contains("disposed", StringComparison.Ordinal)) && time.Waiting == 2);

        Assert.Contains("Warning The host's handler took 1 changes as of 2026-03-09, and could not be disposed of then", logs.Lines);
        Assert.Equal(0L, (await HealthAsync()).Data["pending"]);
        Assert.Equal(1, told.Single().Count);
        await service.StopAsync(default);
    }

    [Fact]
    public async Task Handler_ThatDoesNotReturn_IsDegradedAfterFiveMinutes()
    {
        take = stopping => Task.Delay(Timeout.Infinite, stopping);
        var service = await StartedAsync();
        await Until(() => told.Count == 1);

        time.SetUtcNow(time.GetUtcNow().AddMinutes(5));
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync()).Status);
        time.SetUtcNow(time.GetUtcNow().AddTicks(1));

        var slow = await HealthAsync();
        Assert.Equal(
            (HealthStatus.Degraded, "The host's handler has been at work on the same changes since 2026-03-09 12:00:00Z."), (slow.Status, slow.Description));
        await service.StopAsync(default);
    }

    [Fact]
    public async Task FirstBatch_HoldsNoRecords_ButMakesThemAsTheyAreRead()
    {
        var service = await StartedAsync();
        await Until(() => told.Count == 1);
        await service.StopAsync(default);

        Assert.Equal(told[0].Changes.Single(), told[0].Changes.Single());
        Assert.NotSame(told[0].Changes.Single().After, told[0].Changes.Single().After);
    }

    [Fact]
    public async Task ChangesMadeWhileTheStandingsAreCompared_ComeAfterThem()
    {
        var monitor = new PolicyMonitor(Policy.Default, Day);
        var (order, other) = (new List<string>(), Task.CompletedTask);

        monitor.Follow((_, _) => order.Add("change"), standings =>
        {
            other = Task.Run(() => monitor.Add(Order("1")));
            Assert.False(other.Wait(TimeSpan.FromMilliseconds(50)));
            Assert.Empty(standings.Counts);
            order.Add("standings");
        });

        await other;
        Assert.Equal(["standings", "change"], order);
    }

    [Fact]
    public void MonitorOrHandler_AddedTwice_IsRefused()
    {
        var services = new ServiceCollection().AddAccountRules().AddPolicyMonitor().AddChangeHandler<Handler>();

        Assert.Equal(
            "A host has one monitor, and there is one already: name all rules, and load all facts, in one call of services.AddPolicyMonitor(…).",
            Assert.Throws<InvalidOperationException>(() => services.AddPolicyMonitor()).Message);
        Assert.Equal(
            "Changes are handed to one handler, and there is one already: Handler would take its place. Let one handler do all.",
            Assert.Throws<InvalidOperationException>(() => services.AddChangeHandler<Handler>()).Message);
    }

    [Fact]
    public async Task Handler_WithoutAMonitor_StopsTheHostsStart()
    {
        using var host = new ServiceCollection().AddSingleton(this).AddLogging().AddAccountRules().AddChangeHandler<Handler>().BuildServiceProvider();

        var e = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            foreach (var service in host.GetServices<IHostedService>())
                await service.StartAsync(default);
        });

        Assert.Equal("A handler of changes is added, and no monitor that would tell it any: call services.AddPolicyMonitor(…) too.", e.Message);
    }

    private async Task<BackgroundService> StartedAsync()
    {
        provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddLogging(logging => logging.AddProvider(logs))
            .AddSingleton(this)
            .AddAccountRules()
            .AddPolicyMonitor(
                (_, monitor, _) =>
                {
                    monitor.Add(Order("1"));
                    return Task.CompletedTask;
                },
                MonitoredRules.None.With(p => p.FteFulfillment))
            .AddChangeHandler<Handler>()
            .BuildServiceProvider();
        var service = provider.GetServices<IHostedService>().OfType<BackgroundService>().Single();
        await service.StartAsync(default);
        return service;
    }

    private Task<HealthCheckResult> HealthAsync() => provider!.GetRequiredService<PolicyMonitorHealthCheck>().CheckHealthAsync(new());

    private static FteOrder Order(string id) => new() { OrderId = id, OrderedOn = Day };

    private static async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 10_000 && !condition(); i++)
            await Task.Delay(1);

        Assert.True(condition());
    }

    private sealed class Handler(HandOverTests test) : IChangeHandler, IAsyncDisposable
    {
        private bool hasTaken;

        public Task<LastTold> LastToldAsync(CancellationToken cancellationToken) => Task.FromResult(new LastTold(Day, []));

        public async Task TakeAsync(ChangeBatch batch, CancellationToken cancellationToken)
        {
            test.told.Add(batch);
            await test.take(cancellationToken);
            hasTaken = true;
        }

        public ValueTask DisposeAsync()
        {
            if (hasTaken)
                test.dispose();

            return default;
        }
    }
}

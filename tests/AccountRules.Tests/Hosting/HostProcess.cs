using AccountRules.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AccountRules.Tests.Hosting;

/// <summary>Where a process ends, as if its plug were pulled.</summary>
internal enum Ends
{
    /// <summary>At once, whatever its hand-over is doing.</summary>
    AtOnce,

    /// <summary>When all is handed over.</summary>
    WhenDone,

    /// <summary>When the facts are loaded, and nothing is told yet.</summary>
    AfterLoad,

    /// <summary>When a batch is told, of which half has been read.</summary>
    WhileTold,

    /// <summary>When a batch is saved, and the monitor has not heard of it.</summary>
    AfterSave,
}

/// <summary>One run of a host with a monitor over a store, on a clock that is put forward, until it ends.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly ChangeStore store;
    private readonly Ends ends;
    private readonly ServiceProvider provider;
    private readonly IHostedService[] services;
    private readonly TaskCompletionSource dead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int batchesToLive;
    private int failuresToCome;

    public HostProcess(ChangeStore store, DateOnly today, Ends ends = Ends.WhenDone, int batchesToLive = 0, string? policyFile = null, int failures = 0)
        : this(store, new FakeTime(new(today, new(12, 0), TimeSpan.Zero)), ends, batchesToLive, policyFile: policyFile, failures: failures)
    {
    }

    public HostProcess(
        ChangeStore store, FakeTime time, Ends ends = Ends.WhenDone, int batchesToLive = 0, string zone = "Etc/UTC", string? policyFile = null,
        int failures = 0)
    {
        (this.store, this.ends, this.batchesToLive, failuresToCome, Time) = (store, ends, batchesToLive, failures, time);
        provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddLogging(logging => logging.AddProvider(Logs))
            .AddAccountRules(options => (options.TimeZone, options.PolicyFile) = (zone, policyFile))
            .AddPolicyMonitor((_, monitor, _) =>
            {
                monitor.AddRange(store.Facts.Orders.Values);
                monitor.AddRange(store.Facts.Results.Values);
                monitor.AddRange(store.Facts.Revenues.Values);
                monitor.AddRange(store.Facts.Pay.Values);
                return Task.CompletedTask;
            })
            .AddScoped<IChangeHandler>(_ => new Handler(this))
            .BuildServiceProvider();
        services = [.. provider.GetServices<IHostedService>()];
        Monitor = provider.GetRequiredService<PolicyMonitor>();
    }

    public FakeTime Time { get; }

    public RecordingLogs Logs { get; } = new();

    public PolicyMonitor Monitor { get; }

    public bool IsDead => dead.Task.IsCompleted;

    public IServiceProvider Services => provider;

    private DateOnly Today => provider.GetRequiredService<PolicyClock>().Today;

    public async Task StartAsync()
    {
        foreach (var service in services)
            await service.StartAsync(default);

        if (ends == Ends.AfterLoad)
            dead.TrySetResult();
    }

    /// <summary>Puts the clock to noon of a day.</summary>
    public async Task LiveToAsync(DateOnly day)
    {
        await Until(() => Monitor.AsOf >= Today && Time.Waiting >= 2);
        Time.SetUtcNow(new(day, new(12, 0), TimeSpan.Zero));
        await Until(() => Monitor.AsOf >= day && Time.Waiting >= 2);
    }

    /// <summary>Waits until all is told and taken, unless it ends before.</summary>
    public Task DoneAsync()
    {
        var handOver = provider.GetRequiredService<HandOver>();
        return Until(() => Monitor.AsOf >= Today && handOver.Pending == 0 && handOver.Newest == Monitor.AsOf && store.Date == Monitor.AsOf);
    }

    public async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 10_000 && !IsDead && !condition(); i++)
            await Task.Delay(1);

        Assert.True(IsDead || condition(), $"the monitor is at {Monitor.AsOf:O}, the store at {store.Date:O}");
    }

    public async ValueTask DisposeAsync()
    {
        dead.TrySetResult();
        foreach (var service in services)
            await service.StopAsync(default);

        await provider.DisposeAsync();
    }

    private async Task TakeAsync(ChangeBatch batch, CancellationToken cancellationToken)
    {
        if (failuresToCome-- > 0)
            throw new TimeoutException("the database does not answer");

        var mayEnd = batchesToLive-- == 0;
        var read = batch.Changes.Take(mayEnd && ends == Ends.WhileTold ? batch.Count / 2 : batch.Count).ToArray();
        if (mayEnd && ends == Ends.WhileTold)
            dead.TrySetResult();

        lock (store)
        {
            if (!IsDead)
                store.Save(batch.AsOf, read);
        }

        if (mayEnd && ends == Ends.AfterSave)
            dead.TrySetResult();

        if (IsDead)
            await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    /// <summary>Not the process itself, which a scope would dispose of.</summary>
    private sealed class Handler(HostProcess process) : IChangeHandler
    {
        public Task<LastTold> LastToldAsync(CancellationToken cancellationToken) => Task.FromResult(process.store.Last);

        public Task TakeAsync(ChangeBatch batch, CancellationToken cancellationToken) => process.TakeAsync(batch, cancellationToken);
    }
}

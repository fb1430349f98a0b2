using System.Diagnostics;
using AccountRules.Monitoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AccountRules.Hosting;

/// <summary>Loads a monitor's facts when the host starts, and keeps its policy and its date up to date.</summary>
internal sealed class PolicyMonitorService(
    IServiceProvider services,
    Func<IServiceProvider, PolicyMonitor, CancellationToken, Task>? load,
    PolicyMonitor monitor,
    PolicySource source,
    PolicyClock clock,
    TimeProvider time,
    ILogger<PolicyMonitorService> logger) : BackgroundService
{
    /// <summary>Clocks and time zones are corrected: the day is looked at again at least so often.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>The shortest time that a timer knows.</summary>
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    /// <summary>So many skipped facts of one call have a line each.</summary>
    private const int MostSkippedLines = 100;

    private readonly HandOver handOver = services.GetRequiredService<HandOver>();
    private readonly MonitorMetrics metrics = new(monitor, clock, services);
    private bool isHandedOver;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        monitor.Skipped = LogProblems;
        var scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            isHandedOver = scope.ServiceProvider.GetService<IChangeHandler>() is not null;
            var last = isHandedOver ? await handOver.BeginAsync(scope.ServiceProvider, cancellationToken).ConfigureAwait(false) : null;
            if (last?.Date is { } date)
            {
                monitor.BeginAt(date);
                logger.Begins(date, clock.Today);
            }

            await LoadAsync(scope.ServiceProvider, cancellationToken).ConfigureAwait(false);
            monitor.Follow(Tell, standings =>
            {
                if (last?.Standings is { } told && ToldStandings.Between(told, standings) is { Length: > 0 } changes)
                    handOver.Give(new(standings.AsOf, changes));
            });
        }

        logger.Loaded(monitor.Counts.Sum(c => c.Count), monitor.Policy, monitor.AsOf, monitor.SkippedCount);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    public override void Dispose()
    {
        metrics.Dispose();
        base.Dispose();
    }

    /// <summary>Where one of both fails, as on a broken monitor, the other ends too, so that the host hears of it.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var (day, told) = (FollowTheDayAsync(ends.Token), isHandedOver ? handOver.RunAsync(ends.Token) : Task.Delay(Timeout.Infinite, ends.Token));
        await Task.WhenAny(day, told).ConfigureAwait(false);
        await ends.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(day, told).ConfigureAwait(false);
    }

    private static void Wake(SemaphoreSlim swapped)
    {
        try
        {
            swapped.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    private async Task LoadAsync(IServiceProvider scope, CancellationToken cancellation)
    {
        if (load is null)
            return;

        using var trace = Begin(TelemetryNames.Load, monitor.AsOf);
        await load(scope, monitor, cancellation).ConfigureAwait(false);
        trace?.SetTag(TelemetryNames.Facts, monitor.Counts.Sum(c => c.Count)).SetStatus(ActivityStatusCode.Unset);
    }

    private async Task FollowTheDayAsync(CancellationToken stopping)
    {
        using var swapped = new SemaphoreSlim(0, 1);
        using var subscription = source.OnChange(_ => Wake(swapped));
        while (!stopping.IsCancellationRequested)
        {
            // Asked before, so that a midnight that passes meanwhile ends the wait at once.
            var nextDay = clock.NextDay;
            CatchUp();
            var wait = nextDay - time.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                await WaitAsync(swapped, wait < ShortestWait ? ShortestWait : wait < LongestWait ? wait : LongestWait, stopping).ConfigureAwait(
                    ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task WaitAsync(SemaphoreSlim swapped, TimeSpan wait, CancellationToken stopping)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(Task.Delay(wait, time, ends.Token), swapped.WaitAsync(ends.Token)).ConfigureAwait(false);
        await ends.CancelAsync().ConfigureAwait(false);
    }

    private void CatchUp()
    {
        if (source.Current is var policy && !policy.Equals(monitor.Policy))
            Swap(policy);

        var today = clock.Today;
        if (today > monitor.AsOf)
            Advance(today);
        else if (today < monitor.AsOf)
            logger.Ahead(today, monitor.AsOf);

        if (isHandedOver)
            handOver.GiveDay(monitor.AsOf);
    }

    /// <summary>Day by day, so that the changes of each day that was missed are told by themselves.</summary>
    private void Advance(DateOnly today)
    {
        using var trace = Begin(TelemetryNames.Advance, today);
        try
        {
            var changes = 0;
            while (monitor.AsOf < today)
                changes += monitor.AdvanceTo(monitor.AsOf.AddDays(1)).Count;

            trace?.SetTag(TelemetryNames.Changes, changes).SetStatus(ActivityStatusCode.Unset);
            logger.Advanced(today, changes);
        }
        catch (Exception e) when (e is not OutOfMemoryException && !monitor.IsBroken)
        {
            trace?.SetTag(TelemetryNames.ErrorType, e.GetType().FullName);
            logger.Stays(monitor.AsOf, today, e);
        }
    }

    private void Swap(Policy policy)
    {
        using var trace = Begin(TelemetryNames.Swap, monitor.AsOf);
        try
        {
            var old = monitor.Policy;
            var changes = monitor.Swap(policy).Count;
            trace?.SetTag(TelemetryNames.Changes, changes).Of(policy.Name, policy.Version, monitor.AsOf).SetStatus(ActivityStatusCode.Unset);
            logger.Swapped(policy, old, changes);
        }
        catch (Exception e) when (e is not OutOfMemoryException && !monitor.IsBroken)
        {
            trace?.SetTag(TelemetryNames.ErrorType, e.GetType().FullName);
            logger.KeptPolicy(monitor.Policy, policy, e);
        }
    }

    private void Tell(DateOnly asOf, StandingChange[] changes)
    {
        metrics.Count(changes);
        if (isHandedOver)
            handOver.Give(new(asOf, changes));
    }

    private Activity? Begin(string name, DateOnly asOf) => AccountRulesTelemetry.Begin(name)?.Of(monitor.Policy.Name, monitor.Policy.Version, asOf);

    private void LogProblems(IReadOnlyList<LoadProblem> problems)
    {
        foreach (var problem in problems.Take(MostSkippedLines))
            logger.Skipped(problem.RuleId, problem.Subject, problem.Index, problem.Message);

        if (problems.Count > MostSkippedLines)
            logger.SkippedMore(problems.Count - MostSkippedLines, problems.Count);
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AccountRules.Hosting;

/// <summary>Loads a monitor's facts when the host starts, and keeps its policy and its date up to date.</summary>
internal sealed partial class PolicyMonitorService(
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

    private Policy? failed;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        monitor.Skipped = LogProblems;
        if (load is not null)
        {
            var scope = services.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
                await load(scope.ServiceProvider, monitor, cancellationToken).ConfigureAwait(false);
        }

        LogLoaded(monitor.Counts.Sum(c => c.Count), monitor.Policy, monitor.AsOf, monitor.SkippedCount);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var metrics = new MonitorMetrics(monitor, services);
        using var swapped = new SemaphoreSlim(0, 1);
        using var subscription = source.OnChange(_ => Wake(swapped));
        while (!stoppingToken.IsCancellationRequested)
        {
            // Asked before, so that a midnight that passes meanwhile ends the wait at once.
            var nextDay = clock.NextDay;
            CatchUp();
            var wait = nextDay - time.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                await WaitAsync(swapped, wait < ShortestWait ? ShortestWait : wait < LongestWait ? wait : LongestWait, stoppingToken).ConfigureAwait(
                    ConfigureAwaitOptions.SuppressThrowing);
            }
        }
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

    private async Task WaitAsync(SemaphoreSlim swapped, TimeSpan wait, CancellationToken stoppingToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(Task.Delay(wait, time, ends.Token), swapped.WaitAsync(ends.Token)).ConfigureAwait(false);
        await ends.CancelAsync().ConfigureAwait(false);
    }

    private void CatchUp()
    {
        if (source.Current is var policy && !policy.Equals(monitor.Policy) && !policy.Equals(failed))
            Swap(policy);

        var today = clock.Today;
        if (today > monitor.AsOf)
            Advance(today);
        else if (today < monitor.AsOf)
            LogBehind(today, monitor.AsOf);
    }

    private void Advance(DateOnly today)
    {
        try
        {
            LogAdvanced(today, monitor.AdvanceTo(today).Count);
        }
        catch (Exception e) when (e is not OutOfMemoryException && !monitor.IsBroken)
        {
            LogStays(monitor.AsOf, today, e);
        }
    }

    private void LogProblems(IReadOnlyList<LoadProblem> problems)
    {
        foreach (var problem in problems.Take(MostSkippedLines))
            LogSkipped(problem.RuleId, problem.Subject, problem.Index, problem.Message);

        if (problems.Count > MostSkippedLines)
            LogMoreSkipped(problems.Count - MostSkippedLines, problems.Count);
    }

    private void Swap(Policy policy)
    {
        try
        {
            var old = monitor.Policy;
            LogSwapped(policy, old, monitor.Swap(policy).Count);
        }
        catch (Exception e) when (e is not OutOfMemoryException && !monitor.IsBroken)
        {
            failed = policy;
            LogKept(monitor.Policy, policy, e);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Monitor loaded: {Standings} standings under policy {Policy} as of {AsOf:yyyy-MM-dd}, {Skipped} facts skipped")]
    private partial void LogLoaded(int standings, Policy policy, DateOnly asOf, long skipped);

    [LoggerMessage(2, LogLevel.Information, "Monitor moved on to {AsOf:yyyy-MM-dd}: {Changes} changes")]
    private partial void LogAdvanced(DateOnly asOf, int changes);

    [LoggerMessage(3, LogLevel.Information, "Monitor took up policy {New} in the place of {Old}: {Changes} changes")]
    private partial void LogSwapped(Policy @new, Policy old, int changes);

    [LoggerMessage(4, LogLevel.Error, "Monitor stays with policy {Old}: under policy {New} a fact could not be judged")]
    private partial void LogKept(Policy old, Policy @new, Exception exception);

    [LoggerMessage(
        5, LogLevel.Warning, "The clock says {Today:yyyy-MM-dd} and the monitor has come to {AsOf:yyyy-MM-dd}: it stays there until the clock is past it")]
    private partial void LogBehind(DateOnly today, DateOnly asOf);

    [LoggerMessage(6, LogLevel.Warning, "Monitor skipped a fact: rule {Rule}, subject {Subject}, index {Index}: {Problem}")]
    private partial void LogSkipped(string rule, string? subject, int index, string problem);

    [LoggerMessage(7, LogLevel.Warning, "Monitor skipped {More} more facts of the same call, {All} in all")]
    private partial void LogMoreSkipped(int more, int all);

    [LoggerMessage(
        8, LogLevel.Error, "Monitor stays at {AsOf:yyyy-MM-dd}: a fact could not be judged as of {Today:yyyy-MM-dd}; it is tried again within the hour")]
    private partial void LogStays(DateOnly asOf, DateOnly today, Exception exception);
}

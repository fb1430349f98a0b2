using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AccountRules.Hosting;

/// <summary>
/// Hands what a monitor tells to the host's handler, batch by batch, each until it is taken. The monitor does not wait for it: what is not taken yet is held
/// in memory, and is told again by the next start.
/// </summary>
internal sealed class HandOver(IServiceProvider services, TimeProvider time, ILogger logger)
{
    /// <summary>So long a failed batch waits at most; a handler that has been at work on one for longer does not take it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly Channel<ChangeBatch> batches = Channel.CreateUnbounded<ChangeBatch>(new() { SingleReader = true });
    private readonly Lock giving = new();
    private DateOnly? newest;
    private long pending;
    private long failures;
    private long begun;

    public long Pending => Interlocked.Read(ref pending);

    public long Failures => Interlocked.Read(ref failures);

    public Exception? Failing { get; private set; }

    /// <summary>Since when the handler has been at work on one batch; <c>null</c> where that is not long.</summary>
    public DateTimeOffset? WorkingSince => Interlocked.Read(ref begun) is var ticks and > 0 && time.GetUtcNow().UtcTicks - ticks > LongestWait.Ticks
        ? new(ticks, TimeSpan.Zero)
        : null;

    /// <summary>The date of the newest batch, taken or not.</summary>
    public DateOnly? Newest
    {
        get
        {
            lock (giving)
                return newest;
        }
    }

    public async Task<LastTold> BeginAsync(IServiceProvider scope, CancellationToken cancellation)
    {
        var last = await scope.GetRequiredService<IChangeHandler>().LastToldAsync(cancellation).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The host's IChangeHandler gives no LastTold: where nothing was told yet, it is new LastTold(null).");
        lock (giving)
            newest = last.Date;

        return last;
    }

    public void Give(ChangeBatch batch)
    {
        lock (giving)
        {
            Interlocked.Add(ref pending, batch.Count);
            newest = batch.AsOf;
            batches.Writer.TryWrite(batch);
        }
    }

    /// <summary>A day without changes is to be taken too, so that a later start does not go back behind it.</summary>
    public void GiveDay(DateOnly day)
    {
        lock (giving)
        {
            if (newest is null || newest < day)
                Give(new(day, Array.Empty<StandingChange>()));
        }
    }

    public async Task RunAsync(CancellationToken stopping)
    {
        await foreach (var batch in batches.Reader.ReadAllAsync(stopping).ConfigureAwait(false))
        {
            for (var wait = TimeSpan.FromSeconds(1); !await TryTakeAsync(batch, wait, stopping).ConfigureAwait(false);)
            {
                await Task.Delay(wait, time, stopping).ConfigureAwait(false);
                wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
            }

            Interlocked.Add(ref pending, -batch.Count);
        }
    }

    private async Task<bool> TryTakeAsync(ChangeBatch batch, TimeSpan wait, CancellationToken stopping)
    {
        using var trace = AccountRulesTelemetry.Begin(TelemetryNames.HandOver)
            ?.SetTag(TelemetryNames.AsOf, Wording.Texts.Date(batch.AsOf)).SetTag(TelemetryNames.Changes, batch.Count);
        var isTaken = false;
        Interlocked.Exchange(ref begun, time.GetUtcNow().UtcTicks);
        try
        {
            var scope = services.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                await scope.ServiceProvider.GetRequiredService<IChangeHandler>().TakeAsync(batch, stopping).ConfigureAwait(false);
                isTaken = true;
                trace?.SetStatus(ActivityStatusCode.Unset);
                Failing = null;
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException && isTaken)
        {
            logger.NotDisposed(batch.Count, batch.AsOf, e);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            trace?.SetTag(TelemetryNames.ErrorType, e.GetType().FullName);
            stopping.ThrowIfCancellationRequested();   // databases tell of being cancelled in exceptions of their own
            Failing = e;
            Interlocked.Increment(ref failures);
            logger.NotTaken(batch.Count, batch.AsOf, (int)wait.TotalSeconds, e);
        }
        finally
        {
            Interlocked.Exchange(ref begun, 0);
        }

        return isTaken;
    }
}

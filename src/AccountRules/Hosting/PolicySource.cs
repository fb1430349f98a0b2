using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace AccountRules.Hosting;

/// <summary>
/// The policy in force. A change of the configuration or of the policy file swaps the whole policy at once; one that cannot be used leaves the
/// old one in force and is logged with all of its problems. The file is watched, and its content compared every two seconds, which finds the changes that no
/// system tells of: behind links, of a folder made anew. Safe for use by many threads. A singleton that needs the newest policy takes this;
/// others take <see cref="Policy"/>, which is the same throughout a scope.
/// </summary>
public sealed class PolicySource : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    private readonly PolicyLoader loader;
    private readonly TimeProvider time;
    private readonly ILogger<PolicySource> logger;
    private readonly PolicyListeners listeners;
    private readonly ReloadCounts reloads = new();
    private readonly Lock reloading = new();
    private readonly IDisposable? sectionWatch;
    private readonly ITimer? poll;
    private PolicyFileWatch? fileWatch;
    private PolicyLoad newest;
    private volatile PolicyState state;
    private bool isReloadDue;
    private bool isDisposed;

    internal PolicySource(PolicyLoader loader, TimeProvider time, ILogger<PolicySource> logger)
    {
        (this.loader, this.time, this.logger, listeners) = (loader, time, logger, new(logger));

        try
        {
            // Watched first and read then: a change that comes while the policy is read waits for the lock, and is taken up. The section is not watched inside
            // the lock: to begin a watch may wait for its call that is running, as to end it does.
            sectionWatch = loader.Section is { } section ? ChangeToken.OnChange(section.GetReloadToken, Reload) : null;
            lock (reloading)
            {
                Watch();
                newest = loader.Load();
                state = new(
                    newest.Setup ?? throw new OptionsValidationException(Options.DefaultName, typeof(AccountRulesOptions), newest.Problems), time.GetUtcNow());
                logger.Started(Current, newest.Source, Today, TimeZone.Id);
                Warn(newest.Warnings);
                poll = time.CreateTimer(_ => Poll(), state: null, PollInterval, Timeout.InfiniteTimeSpan);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The policy in force; immutable.</summary>
    public Policy Current => state.Setup.Policy;

    /// <summary>
    /// When <see cref="Current"/> came into force here: the last time that a policy was read which can be used and differs from the one before.
    /// </summary>
    public DateTimeOffset Since => state.Since;

    /// <summary>The last changed policy that could not be used, with its problems; <c>null</c> where there was none.</summary>
    public PolicyRefusal? LastRefusal => state.LastRefusal;

    /// <summary>
    /// Whether <see cref="LastRefusal"/> is the newest: the configuration, or the file, says something else than <see cref="Current"/>, and cannot be used.
    /// </summary>
    public bool IsStale => state.IsStale;

    internal PolicyState State => state;

    internal IEnumerable<(string Outcome, long Count)> Reloads => reloads.All;

    internal TimeZoneInfo TimeZone => state.Setup.TimeZone;

    private DateOnly Today => PolicyClock.DayOf(time.GetUtcNow(), TimeZone);

    /// <summary>
    /// Calls a listener after each swap, on the thread that found the change. What a listener throws is logged; the others are called all the same.
    /// </summary>
    /// <param name="listener">Takes the new policy.</param>
    /// <returns>Disposing of it ends the calls.</returns>
    public IDisposable OnChange(Action<Policy> listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        return listeners.Add(listener);
    }

    /// <summary>Stops watching for changes.</summary>
    public void Dispose()
    {
        PolicyFileWatch? watch;
        lock (reloading)
            (watch, fileWatch, isDisposed) = (fileWatch, null, true);

        // Not inside the lock: ending the section's watch waits for its call that is running, which waits for the lock.
        watch?.Dispose();
        sectionWatch?.Dispose();
        poll?.Dispose();
    }

    private void Poll()
    {
        bool isOutdated;
        lock (reloading)
            isOutdated = !isDisposed && newest.IsOutdated;

        if (isOutdated)
            Reload();

        lock (reloading)
        {
            if (!isDisposed)
                poll?.Change(PollInterval, Timeout.InfiniteTimeSpan);
        }
    }

    private void Watch()
    {
        if (loader.PolicyFile is var file && file == fileWatch?.File)
            return;

        fileWatch?.Dispose();
        fileWatch = PolicyFileWatch.On(file, ReloadSoon);
        if (file is not null && fileWatch is null)
            logger.NotWatched(file, (int)PollInterval.TotalSeconds);
    }

    /// <summary>
    /// For the watch of a file, of which one is begun and ended inside the lock: its call waits for nothing, so that nothing that waits for its call hangs.
    /// Changes that come before the policy is read again are read with it.
    /// </summary>
    private void ReloadSoon()
    {
        if (Interlocked.Exchange(ref isReloadDue, true))
            return;

        _ = Task.Run(() =>
        {
            Volatile.Write(ref isReloadDue, false);
            Reload();
        });
    }

    private void Reload()
    {
        lock (reloading)
        {
            // There is none yet where a token had changed before it was watched: what has changed is read next.
            if (isDisposed || newest is not { } before)
                return;

            using var trace = AccountRulesTelemetry.Begin(TelemetryNames.Reload);
            try
            {
                Watch();
                newest = loader.Load();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                newest = before with { Setup = null, Problems = [e.Message], Content = null };
            }

            var outcome = TakeUp(before);
            reloads.Add(outcome);
            trace?.SetTag(TelemetryNames.Outcome, outcome).Of(Current.Name, Current.Version, asOf: null)
                .SetStatus(IsStale ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        }
    }

    /// <summary>What comes of the newest policy.</summary>
    private string? TakeUp(PolicyLoad before)
    {
        var old = state;
        if (newest.Setup is not { } loaded)
        {
            if (old.IsStale && newest.Problems.SequenceEqual(before.Problems, StringComparer.Ordinal))
                return null;

            state = old with { LastRefusal = new(time.GetUtcNow(), newest.Problems), IsStale = true };
            logger.Kept(old.Setup.Policy, string.Join(Environment.NewLine, newest.Problems));
            return ReloadCounts.Refused;
        }

        if (loaded != old.Setup)
        {
            state = old with { Setup = loaded, Since = time.GetUtcNow(), IsStale = false };
            logger.Swapped(loaded.Policy, old.Setup.Policy);
            Warn(newest.Warnings.Except(before.Warnings, StringComparer.Ordinal));
            listeners.Tell(loaded.Policy);
            return ReloadCounts.TakenUp;
        }

        if (!old.IsStale)
            return null;

        state = old with { IsStale = false };
        logger.Mended(loaded.Policy);
        return ReloadCounts.TakenBack;
    }

    private void Warn(IEnumerable<string> warnings)
    {
        foreach (var warning in warnings)
            logger.Warned(warning);

        if (Current.InForceFrom is { } from && from > Today)
            logger.NotYetEffective(Current, from, Today, TimeZone.Id);
    }
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace AccountRules.Hosting;

/// <summary>
/// The policy in force. A change of the configuration or of the policy file swaps the whole policy at once; one that cannot be used leaves the
/// old one in force and is logged with all of its problems. Safe for use by many threads. A singleton that needs the newest policy takes this;
/// others take <see cref="Policy"/>, which is the same throughout a scope.
/// </summary>
public sealed partial class PolicySource : IDisposable
{
    private readonly PolicyLoader loader;
    private readonly ILogger<PolicySource> logger;
    private readonly Lock reloading = new();
    private readonly IDisposable? sectionWatch;
    private PolicyFileWatch? fileWatch;
    private volatile PolicySetup setup;
    private Action<Policy>? listeners;

    internal PolicySource(PolicyLoader loader, ILogger<PolicySource> logger)
    {
        (this.loader, this.logger) = (loader, logger);
        setup = loader.Load(out var problems) ?? throw new OptionsValidationException(Options.DefaultName, typeof(AccountRulesOptions), problems);
        fileWatch = PolicyFileWatch.On(loader.PolicyFile, Reload);
        sectionWatch = loader.Section is { } section ? ChangeToken.OnChange(section.GetReloadToken, Reload) : null;
    }

    /// <summary>The policy in force; immutable.</summary>
    public Policy Current => setup.Policy;

    internal TimeZoneInfo TimeZone => setup.TimeZone;

    /// <summary>Calls a listener after each swap, on the thread that found the change; the listener must not throw.</summary>
    /// <param name="listener">Takes the new policy.</param>
    /// <returns>Disposing of it ends the calls.</returns>
    public IDisposable OnChange(Action<Policy> listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        lock (reloading)
            listeners += listener;

        return new Subscription(() =>
        {
            lock (reloading)
                listeners -= listener;
        });
    }

    /// <summary>Stops watching for changes.</summary>
    public void Dispose()
    {
        sectionWatch?.Dispose();
        fileWatch?.Dispose();
    }

    private void Reload()
    {
        lock (reloading)
        {
            if (loader.PolicyFile is var file && file != fileWatch?.File)
            {
                fileWatch?.Dispose();
                fileWatch = PolicyFileWatch.On(file, Reload);
            }

            var old = setup;
            if (loader.Load(out var problems) is not { } loaded)
            {
                LogKept(old.Policy, string.Join(Environment.NewLine, problems));
            }
            else if (loaded != old)
            {
                setup = loaded;
                LogSwapped(loaded.Policy, old.Policy);
                listeners?.Invoke(loaded.Policy);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Policy {New} is in force; it takes the place of {Old}")]
    private partial void LogSwapped(Policy @new, Policy old);

    [LoggerMessage(2, LogLevel.Error, "Policy {Old} stays in force; the changed policy cannot be used: {Problems}")]
    private partial void LogKept(Policy old, string problems);

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}

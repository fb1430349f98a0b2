using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace AccountRules.Hosting;

/// <summary>The meter of one host: made by its factory where it has one, so that two hosts of a process are told apart.</summary>
internal sealed class HostMeter : IDisposable
{
    private readonly bool isOwned;

    public HostMeter(IServiceProvider services)
    {
        var (factory, options) = (services.GetService<IMeterFactory>(), new MeterOptions(AccountRulesTelemetry.Name) { Version = LibraryVersions.Own });
        (Of, isOwned) = (factory?.Create(options) ?? new Meter(options), factory is null);
    }

    public Meter Of { get; }

    public void Dispose()
    {
        if (isOwned)
            Of.Dispose();
    }
}

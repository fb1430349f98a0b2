using AccountRules;
using AccountRules.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a live <see cref="PolicyMonitor"/> to a host's services.</summary>
public static class PolicyMonitorServices
{
    /// <summary>
    /// Adds a <see cref="PolicyMonitor"/> (singleton) under the policy in force, which takes up each new policy, moves on to the new day at local midnight by
    /// the <see cref="PolicyClock"/>, and is measured by the meter <c>AccountRules</c>. Comes after <c>AddAccountRules</c>.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="load">
    /// Hands the monitor its facts before the host has started; the services are those of a scope of its own. The host fails to start where it throws.
    /// </param>
    /// <param name="rules">The rules to watch, and over which facts; every rule over the library's own facts unless given.</param>
    public static IServiceCollection AddPolicyMonitor(
        this IServiceCollection services, Func<IServiceProvider, PolicyMonitor, CancellationToken, Task>? load = null, MonitoredRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider => new PolicyMonitor(
            Source(provider).Current, provider.GetRequiredService<PolicyClock>().Today, rules ?? MonitoredRules.Default));
        services.AddHostedService(provider => new PolicyMonitorService(
            provider, load, provider.GetRequiredService<PolicyMonitor>(), Source(provider), provider.GetRequiredService<PolicyClock>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<PolicyMonitorService>>() ?? NullLogger<PolicyMonitorService>.Instance));
        return services;
    }

    private static PolicySource Source(IServiceProvider provider) =>
        provider.GetService<PolicySource>() ?? throw new InvalidOperationException(
            "A monitor needs a policy: call services.AddAccountRules(…) before services.AddPolicyMonitor(…).");
}

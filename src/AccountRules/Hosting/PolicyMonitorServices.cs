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
    /// the <see cref="PolicyClock"/>, and is measured by the meter <c>AccountRules</c>. Comes after <c>AddAccountRules</c>. Where the host has an
    /// <see cref="IChangeHandler"/>, it begins with the date that was told last, and every change from then on is told to it.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="load">
    /// Hands the monitor its facts before the host has started; the services are those of a scope of its own. The host fails to start where it throws.
    /// </param>
    /// <param name="rules">The rules to watch, and over which facts; every rule over the library's own facts unless given.</param>
    /// <exception cref="InvalidOperationException">There is a monitor already.</exception>
    public static IServiceCollection AddPolicyMonitor(
        this IServiceCollection services, Func<IServiceProvider, PolicyMonitor, CancellationToken, Task>? load = null, MonitoredRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(s => s.ServiceType == typeof(HandOver)))
        {
            throw new InvalidOperationException(
                "A host has one monitor, and there is one already: name all rules, and load all facts, in one call of services.AddPolicyMonitor(…).");
        }

        services.TryAddSingleton(provider => new PolicyMonitor(
            Source(provider).Current, provider.GetRequiredService<PolicyClock>().Today, rules ?? MonitoredRules.Default));
        services.AddSingleton(provider => new HandOver(
            provider, provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<PolicyMonitorService>>() ?? NullLogger<PolicyMonitorService>.Instance));
        services.TryAddSingleton(provider => new PolicyMonitorHealthCheck(
            provider.GetRequiredService<PolicyMonitor>(), Source(provider), provider.GetRequiredService<PolicyClock>(),
            provider.GetRequiredService<HandOver>()));
        services.AddHostedService(provider => new PolicyMonitorService(
            provider, load, provider.GetRequiredService<PolicyMonitor>(), Source(provider), provider.GetRequiredService<PolicyClock>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<PolicyMonitorService>>() ?? NullLogger<PolicyMonitorService>.Instance));
        return services;
    }

    /// <summary>
    /// Adds what takes the changes of the monitor that <see cref="AddPolicyMonitor"/> adds, and keeps how far it has come (scoped). A change is told until it
    /// is taken, in its order, also after a restart.
    /// </summary>
    /// <typeparam name="THandler">The host's handler.</typeparam>
    /// <param name="services">The services to add to.</param>
    /// <exception cref="InvalidOperationException">There is a handler already.</exception>
    public static IServiceCollection AddChangeHandler<THandler>(this IServiceCollection services)
        where THandler : class, IChangeHandler
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(s => s.ServiceType == typeof(IChangeHandler)))
        {
            throw new InvalidOperationException(
                $"Changes are handed to one handler, and there is one already: {typeof(THandler).Name} would take its place. Let one handler do all.");
        }

        return services.AddScoped<IChangeHandler, THandler>();
    }

    private static PolicySource Source(IServiceProvider provider) =>
        provider.GetService<PolicySource>() ?? throw new InvalidOperationException(
            "A monitor needs a policy: call services.AddAccountRules(…) before services.AddPolicyMonitor(…).");
}

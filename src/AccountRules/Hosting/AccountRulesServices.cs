using AccountRules.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds AccountRules to a host's services.</summary>
public static class AccountRulesServices
{
    /// <summary>
    /// Adds the <see cref="AccountRules.Policy"/> in force (scoped: the same throughout a scope), the <see cref="PolicySource"/> and the
    /// <see cref="PolicyClock"/> (singletons), configured by a section and reloaded when it, or the policy file that it names, changes.
    /// Rules of the host's own are added as a singleton <see cref="AccountRules.RuleCatalogue"/>, made with
    /// <c>RuleCatalogue.Documents.With(…)</c>. The host fails to start where the configuration or the policy cannot be used, with all problems.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="section">The section that <see cref="AccountRulesOptions"/> are bound from; it may hold the policy in a <c>Policy</c> section.</param>
    public static IServiceCollection AddAccountRules(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return Add(services, section, configure: null);
    }

    /// <inheritdoc cref="AddAccountRules(IServiceCollection, IConfiguration)"/>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Sets the options.</param>
    public static IServiceCollection AddAccountRules(this IServiceCollection services, Action<AccountRulesOptions>? configure = null) =>
        Add(services, section: null, configure);

    private static IServiceCollection Add(IServiceCollection services, IConfiguration? section, Action<AccountRulesOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new PolicyLoader(provider, section, configure));
        services.TryAddSingleton(provider => new PolicySource(
            provider.GetRequiredService<PolicyLoader>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<PolicySource>>() ?? NullLogger<PolicySource>.Instance));
        services.TryAddSingleton(provider => new PolicyClock(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<PolicySource>()));
        services.TryAddScoped(provider => provider.GetRequiredService<PolicySource>().Current);
        services.AddHostedService<PolicyStart>();

        // Options are not bound with a change token: an invalid change would then throw on the thread that watches; PolicySource takes it up.
        services.AddOptions<AccountRulesOptions>().Configure<PolicyLoader>((options, loader) => loader.Configure(options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AccountRulesOptions>, OptionsValidator>());
        return services;
    }
}

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

    /// <summary>
    /// Adds a rule over a type of the host's own, such as <c>AddRule(p =&gt; p.FteFulfillment.For&lt;StaffingOrder&gt;(…))</c>, to what
    /// <see cref="AddAccountRules(IServiceCollection, IConfiguration)"/> adds. It is injected as what it is, a <c>DeadlineRule&lt;StaffingOrder&gt;</c>
    /// (scoped, of the scope's policy), and as a <see cref="PolicyRule{TRule}"/> (a singleton), whose <c>Current</c> goes with the policy in force. It is made
    /// once for each policy. The host fails to start where it cannot be made or does not pass its check, and a changed policy of which it cannot be made is
    /// refused like one that cannot be read.
    /// </summary>
    /// <typeparam name="TRule">The type of the rule.</typeparam>
    /// <param name="services">The services to add to.</param>
    /// <param name="rule">Makes the rule of a policy.</param>
    /// <param name="name">The key by which it is injected, where there are several rules of one type; <c>null</c> where there is one.</param>
    /// <param name="check">
    /// Run once when the host starts, in a scope: throws where the rule does not go with what is there, such as the model of a database.
    /// </param>
    /// <exception cref="ArgumentException">There is a rule of the type already, without a name or of the same one.</exception>
    public static IServiceCollection AddRule<TRule>(
        this IServiceCollection services, Func<AccountRules.Policy, TRule> rule, string? name = null, Action<IServiceProvider, TRule>? check = null)
        where TRule : AccountRules.Rule
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(rule);
        if (services.Any(s => s.ServiceType == typeof(PolicyRule<TRule>) && Equals(s.ServiceKey, name)))
        {
            throw new ArgumentException(
                $"There is a rule of the type already{(name is null ? "" : $", and of the name `{name}`")}: give each a `name`, and inject it by "
                + "`[FromKeyedServices(name)]`.",
                nameof(name));
        }

        PolicyRule<TRule> Make(IServiceProvider provider) => new(provider.GetRequiredService<PolicySource>, rule, check, name);
        TRule Of(IServiceProvider provider) => Made(provider).Of(provider.GetRequiredService<AccountRules.Policy>());
        PolicyRule<TRule> Made(IServiceProvider provider) =>
            name is null ? provider.GetRequiredService<PolicyRule<TRule>>() : provider.GetRequiredKeyedService<PolicyRule<TRule>>(name);

        services.AddHostedService<PolicyStart>();
        services.AddSingleton<IPolicyRule>(Made);
        return name is null
            ? services.AddSingleton(Make).AddScoped(Of)
            : services.AddKeyedSingleton(name, (provider, _) => Make(provider)).AddKeyedScoped(name, (provider, _) => Of(provider));
    }

    private static IServiceCollection Add(IServiceCollection services, IConfiguration? section, Action<AccountRulesOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new PolicyLoader(provider, section, configure));
        services.TryAddSingleton(provider => new PolicySource(
            provider.GetRequiredService<PolicyLoader>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<PolicySource>>() ?? NullLogger<PolicySource>.Instance));
        services.TryAddSingleton(provider => new PolicyClock(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<PolicySource>()));
        services.TryAddSingleton(provider => new PolicyMetrics(provider.GetRequiredService<PolicySource>(), provider));
        services.TryAddScoped(provider => provider.GetRequiredService<PolicySource>().Current);
        services.AddHostedService<PolicyStart>();

        // Options are not bound with a change token: an invalid change would then throw on the thread that watches; PolicySource takes it up.
        services.AddOptions<AccountRulesOptions>().Configure<PolicyLoader>((options, loader) => loader.Configure(options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AccountRulesOptions>, OptionsValidator>());
        return services;
    }
}

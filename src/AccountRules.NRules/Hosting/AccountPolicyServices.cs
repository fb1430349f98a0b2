using AccountRules;
using AccountRules.Hosting;
using AccountRules.NRules.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NRules;
using NRules.RuleModel;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the account policy to a host's NRules rules.</summary>
public static class AccountPolicyServices
{
    /// <summary>
    /// Compiles the policy in force together with the host's rules, so that every <c>ISession</c> has both. Comes after the host's <c>IRuleRepository</c>, and
    /// needs <c>AddAccountRules</c> for the policy. Where the policy is swapped, sessions and <c>ISessionFactory</c> asked for from then on are of the new one;
    /// a session stays as it was made. Facts of <c>AccountRules.Facts</c> are known by their ids.
    /// </summary>
    /// <remarks>
    /// The repository is a service that the host registers itself or by <c>AddRules</c> of NRules.Integration.DependencyInjection. A registered
    /// <c>ISessionFactory</c> is replaced; a registered <c>ISession</c> stays, and one that makes a session of the factory each time it is asked for is added
    /// where there is none.
    /// </remarks>
    /// <param name="services">The services to add to.</param>
    /// <param name="rules">
    /// The definitions to make of a policy, such as those of rules mapped with <c>For</c>; all of <see cref="RuleDefinitions.ToRuleSet"/> unless given.
    /// </param>
    /// <param name="compiler">Sets up the rule compiler: identities of the host's facts, aggregators, options.</param>
    /// <exception cref="InvalidOperationException">No <c>IRuleRepository</c> has been registered, or this has been called before.</exception>
    public static IServiceCollection AddAccountPolicy(
        this IServiceCollection services, Func<Policy, IEnumerable<IRuleDefinition>>? rules = null, Action<RuleCompiler>? compiler = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.All(s => s.ServiceType != typeof(IRuleRepository)))
        {
            throw new InvalidOperationException(
                "AddAccountPolicy() found no rules to add the policy to: register an IRuleRepository before it, "
                + "or call AddRules(…) of NRules.Integration.DependencyInjection.");
        }

        if (services.Any(s => s.ServiceType == typeof(PolicySessions)))
            throw new InvalidOperationException("AddAccountPolicy() was called before, and a session has one policy: give all definitions in one call.");

        services.AddSingleton(provider => new PolicySessions(
            provider.GetRequiredService<IRuleRepository>(),
            provider.GetService<PolicySource>() ?? throw new InvalidOperationException("AddAccountPolicy() found no policy: call AddAccountRules(…) too."),
            rules ?? (policy => policy.ToRuleSet().Rules),
            compiler));
        services.Replace(ServiceDescriptor.Transient(provider => provider.GetRequiredService<PolicySessions>().Factory));
        services.TryAddTransient(provider => provider.GetRequiredService<ISessionFactory>().CreateSession());
        return services;
    }
}

using AccountRules.Hosting;
using NRules;
using NRules.RuleModel;

namespace AccountRules.NRules.Hosting;

/// <summary>The host's rules compiled together with the policy in force; compiled anew when the policy has been swapped.</summary>
internal sealed class PolicySessions(
    IRuleRepository repository, PolicySource source, Func<Policy, IEnumerable<IRuleDefinition>> rules, Action<RuleCompiler>? configure)
{
    private readonly Lock compiling = new();
    private (Policy Policy, ISessionFactory Factory)? compiled;

    public ISessionFactory Factory
    {
        get
        {
            lock (compiling)
            {
                var policy = source.Current;
                if (compiled is not { } last || !last.Policy.Equals(policy))
                    compiled = last = (policy, Compile(policy));

                return last.Factory;
            }
        }
    }

    private ISessionFactory Compile(Policy policy)
    {
        var compiler = new RuleCompiler();
        compiler.FactIdentityComparerRegistry.RegisterAccountFacts();
        configure?.Invoke(compiler);
        return compiler.Compile([.. repository.GetRules(), .. rules(policy)]);
    }
}

using System.Runtime.CompilerServices;

namespace AccountRules.Hosting;

/// <summary>
/// A rule over a host's own type, made once for each policy that comes into force. A singleton that needs the newest takes this; others take the rule itself,
/// which goes with the <see cref="Policy"/> of their scope. Safe for use by many threads.
/// </summary>
/// <typeparam name="TRule">The type of the rule, such as <c>DeadlineRule&lt;StaffingOrder&gt;</c>.</typeparam>
public sealed class PolicyRule<TRule> : IPolicyRule
    where TRule : Rule
{
    private readonly ConditionalWeakTable<Policy, TRule> made = [];
    private readonly Func<PolicySource> source;
    private readonly Func<Policy, TRule> make;
    private readonly Action<IServiceProvider, TRule>? check;

    private readonly string name;

    internal PolicyRule(Func<PolicySource> source, Func<Policy, TRule> make, Action<IServiceProvider, TRule>? check, string? name)
    {
        (this.source, this.make, this.check) = (source, make, check);
        this.name = Named(typeof(TRule)) + (name is null ? "" : $" `{name}`");
    }

    /// <summary>The rule of the policy in force.</summary>
    public TRule Current => Of(source().Current);

    /// <summary>The rule of a policy: the same one for the same policy object.</summary>
    /// <param name="policy">The policy.</param>
    /// <exception cref="ArgumentNullException">The policy is <c>null</c>.</exception>
    public TRule Of(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return made.GetValue(policy, p => make(p) ?? throw new InvalidOperationException("makes no rule, but null"));
    }

    string? IPolicyRule.ProblemWith(Policy policy)
    {
        try
        {
            Of(policy);
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"Rule {name} cannot be made of policy {policy}: {e.Message}";
        }
    }

    string? IPolicyRule.Check(IServiceProvider services)
    {
        try
        {
            check?.Invoke(services, Current);
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return $"Rule `{Current.Id}`, {name}, does not pass the host's check: {e.Message}";
        }
    }

    private static string Named(Type type) => !type.IsGenericType ? type.Name
        : $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Named))}>";
}

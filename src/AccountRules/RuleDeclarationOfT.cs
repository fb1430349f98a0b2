namespace AccountRules;

/// <summary>
/// The declaration of a rule of a known kind: <see cref="Policy.Rule{TRule}"/> gives the rule that a policy has by it. Made by <see cref="RuleDeclaration"/>.
/// </summary>
/// <typeparam name="TRule">The kind of the rule.</typeparam>
public sealed class RuleDeclaration<TRule> : RuleDeclaration
    where TRule : Rule
{
    private readonly Func<RuleInfo, Policy, TRule> make;

    internal RuleDeclaration(RuleInfo info, TermSection? section, Func<RuleInfo, Policy, TRule> make)
        : base(info, section) => this.make = make;

    /// <summary>The same declaration with a section more, whose terms are not the rule's own: what its facts are made by.</summary>
    /// <param name="section">The section.</param>
    public RuleDeclaration<TRule> Beside(TermSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return new(Info, Section, make) { Others = [.. Others, section] };
    }

    internal override Rule Make(Policy policy, DateOnly? effectiveFrom)
    {
        var notSet = Section is null ? null : NotSet(Section, policy.Terms.Of(Section));
        return make(
            Info with
            {
                PolicyName = policy.Name,
                PolicyVersion = policy.Version,
                Fingerprint = new(() => policy.Fingerprint),
                EffectiveFrom = effectiveFrom,
                NotSet = Info.OpenFor is null ? notSet : null,
                NotSetForSome = Info.OpenFor is null ? null : notSet,
            },
            policy);
    }

    /// <summary>The paths of the terms that the documents leave open and the policy does not set.</summary>
    private static string? NotSet(TermSection section, object terms)
    {
        string? paths = null;
        foreach (var term in section.Terms)
        {
            if (term.IsLeftOpen && term.IsUnset(term.ValueOf(terms)))
                paths = $"{(paths is null ? "" : paths + ", ")}{section.Name}.{term.Name}";
        }

        return paths;
    }
}

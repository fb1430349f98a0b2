namespace AccountRules;

/// <summary>
/// A rule as it is declared, once: what it says about itself, the section of the policy document that holds its terms, the facts that it is on, and how it is
/// made of them. Documents, handbook, monitor, agenda, command line and adapters go by declarations. Immutable and safe for use by many threads.
/// </summary>
public abstract class RuleDeclaration
{
    private protected RuleDeclaration(RuleInfo info, TermSection? section)
    {
        ArgumentNullException.ThrowIfNull(info);
        (Info, Section) = (info, section);
    }

    /// <summary>The rule's id, such as <c>fte-fulfillment</c>.</summary>
    public string Id => Info.Id;

    /// <summary>What the rule says about itself, apart from any policy.</summary>
    public RuleInfo Info { get; }

    /// <summary>The section of the policy document that holds its terms, which it may share with other rules; <c>null</c> where it has none.</summary>
    public TermSection? Section { get; }

    /// <summary>Sections whose terms are not the rule's own, and stand beside it in the document.</summary>
    internal IReadOnlyList<TermSection> Others { get; init; } = [];

    /// <summary>The rule's own section, and those beside it.</summary>
    internal IEnumerable<TermSection> Sections => Section is null ? Others : Others.Prepend(Section);

    /// <summary>Makes the rule of a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="effectiveFrom">The first day on which it is in force, or the first of its versions is.</param>
    internal abstract Rule Make(Policy policy, DateOnly? effectiveFrom);

    /// <summary>Declares a rule with terms of its own.</summary>
    /// <typeparam name="TTerms">The record of its terms.</typeparam>
    /// <typeparam name="TRule">The kind of the rule.</typeparam>
    /// <param name="info">What the rule says about itself; the policy adds its version.</param>
    /// <param name="section">The section that holds its terms.</param>
    /// <param name="make">Makes the rule of its info, its terms and its policy: called once for a policy, when the rule is first asked for.</param>
    public static RuleDeclaration<TRule> Of<TTerms, TRule>(RuleInfo info, TermSection<TTerms> section, Func<RuleInfo, TTerms, Policy, TRule> make)
        where TTerms : class
        where TRule : Rule
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(make);
        return new(info, section, (own, policy) => make(own, policy.Terms.Of(section), policy));
    }

    /// <summary>Declares a rule without terms.</summary>
    /// <typeparam name="TRule">The kind of the rule.</typeparam>
    /// <param name="info">What the rule says about itself; the policy adds its version.</param>
    /// <param name="make">Makes the rule of its info and its policy: called once for a policy, when the rule is first asked for.</param>
    public static RuleDeclaration<TRule> Of<TRule>(RuleInfo info, Func<RuleInfo, Policy, TRule> make)
        where TRule : Rule
    {
        ArgumentNullException.ThrowIfNull(make);
        return new(info, section: null, make);
    }
}

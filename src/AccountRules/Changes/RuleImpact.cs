namespace AccountRules;

/// <summary>What a change of policy does under one rule. Immutable.</summary>
/// <param name="Rule">The rule, as the new policy has it.</param>
/// <param name="Facts">How many facts there are; of a roll-up groups, of a track rows.</param>
/// <param name="Changed">How many of them have another outcome.</param>
/// <param name="Transitions">From which outcome to which, the most frequent first.</param>
public sealed record RuleImpact(Rule Rule, long Facts, long Changed, IReadOnlyList<ImpactTransition> Transitions)
{
    /// <summary>The rule's id.</summary>
    public string RuleId => Rule.Id;

    /// <summary>What it does to pay; <c>null</c> for rules that pay nothing.</summary>
    public PayImpact? Pay { get; init; }

    /// <summary>
    /// By the band that facts go from and the one that they go to, with all that stay: the biggest difference in pay first, then the most changes, then the
    /// most facts, then by name. Their pay adds up to that of the rule.
    /// </summary>
    public IReadOnlyList<ImpactBand> Bands { get; init; } = [];

    /// <summary>
    /// By account, in the same order; facts that are of none are a group without an id. Empty where <see cref="PolicyImpact.IsGrouped"/> is not set. For those
    /// that change anything, ask <see cref="ImpactGroup.IsChanged"/>.
    /// </summary>
    public IReadOnlyList<ImpactGroup> Accounts { get; init; } = [];

    /// <summary>
    /// By account manager, likewise: the employee whom a fact is of (<see cref="FactShape{TFact}.Employee"/>), otherwise the manager of its account
    /// (<see cref="PolicyImpact.AddAccount"/>).
    /// </summary>
    public IReadOnlyList<ImpactGroup> Managers { get; init; } = [];
}

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
}

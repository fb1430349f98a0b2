using System.Collections.Immutable;

namespace AccountRules;

/// <summary>
/// How this version of a policy takes over from the one before, by rule: the section <c>transition</c> of its document. What it does not name goes the usual
/// way, see <see cref="VersionTransition"/>. It matters in a <see cref="PolicyHistory"/> alone. Immutable; equal by value.
/// </summary>
public sealed record TransitionTerms
{
    private readonly ImmutableSortedDictionary<string, VersionTransition> rules;

    /// <summary>Every rule goes the usual way.</summary>
    public TransitionTerms()
        : this(ImmutableSortedDictionary.Create<string, VersionTransition>(StringComparer.Ordinal))
    {
    }

    private TransitionTerms(ImmutableSortedDictionary<string, VersionTransition> rules) => this.rules = rules;

    /// <summary>How the version takes over for a rule; <c>null</c> for the usual way.</summary>
    /// <param name="ruleId">The rule's id.</param>
    public VersionTransition? Of(string ruleId) => rules.TryGetValue(ruleId, out var transition) ? transition : null;

    /// <summary>The same with how the version takes over for a rule.</summary>
    /// <param name="ruleId">The rule's id.</param>
    /// <param name="transition">The transition; <c>null</c> for the usual way.</param>
    public TransitionTerms With(string ruleId, VersionTransition? transition) =>
        new(transition is { } one ? rules.SetItem(ruleId, one) : rules.Remove(ruleId));

    /// <summary>Whether both say the same.</summary>
    /// <param name="other">The terms to compare with.</param>
    public bool Equals(TransitionTerms? other) => other is not null && rules.SequenceEqual(other.rules);

    /// <inheritdoc/>
    public override int GetHashCode() => rules.Aggregate(0, HashCode.Combine);

    /// <summary>The section of a catalogue's documents: a term for each rule.</summary>
    internal static TermSection<TransitionTerms> Section(IEnumerable<RuleDeclaration> rules) => rules.Aggregate(
        new TermSection<TransitionTerms>("transition", new()) { IsOfHistory = true },
        (section, rule) => section.And(new OptionalChoiceTerm<TransitionTerms, VersionTransition>(
            rule.Id, $"How this version takes over from the one before, for {rule.Id}; the usual way unless given.",
            t => t.Of(rule.Id), (t, transition) => t.With(rule.Id, transition))));

    private bool PrintMembers(System.Text.StringBuilder text)
    {
        text.AppendJoin(", ", rules.Select(r => $"{r.Key} = {r.Value}"));
        return rules.Count > 0;
    }
}

using System.Text;
using System.Text.Json.Serialization;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// All terms of a policy: what the policy document holds. A section that is not set has the documents' own numbers. Each rule's file adds its section as a
/// property, such as <c>terms.FteFulfillment</c>; <see cref="With{TTerms}"/> sets one in a copy. Immutable and safe for use by many threads; equal by value.
/// </summary>
[JsonConverter(typeof(PolicyTermsJsonConverter))]
public sealed record PolicyTerms
{
    /// <summary>By the catalogue's order; where there is none, the section is the standard one.</summary>
    private readonly object?[] sections;

    /// <summary>Takes the sections that are read; <c>null</c> for most.</summary>
    private readonly HashSet<TermSection>? read;

    /// <summary>The documents' own numbers for the documents' rules.</summary>
    public PolicyTerms()
        : this(RuleCatalogue.Documents)
    {
    }

    /// <summary>The standard numbers for the rules of a catalogue.</summary>
    /// <param name="rules">The catalogue.</param>
    public PolicyTerms(RuleCatalogue rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        (Rules, sections) = (rules, new object?[rules.Sections.Count]);
    }

    /// <summary>The rules that the policy has.</summary>
    public RuleCatalogue Rules { get; }

    /// <summary>The policy's name; <c>account-management</c> unless given.</summary>
    public string Policy { get; init; } = "account-management";

    /// <summary>The policy's version, which every assessment carries; <c>unversioned</c> unless given. Clean by <see cref="Ids"/>.</summary>
    public string Version { get; init; } = "unversioned";

    /// <summary>
    /// The first day on which the policy is in force: facts that date from before it are not applicable, see <see cref="Cause.BeforePolicy"/>. <c>null</c>
    /// where it says none; then every fact is judged.
    /// </summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>The terms of a section.</summary>
    /// <typeparam name="TTerms">The record of the section's terms.</typeparam>
    /// <param name="section">The section.</param>
    /// <exception cref="ArgumentException">The section belongs to no rule of the catalogue.</exception>
    public TTerms Of<TTerms>(TermSection<TTerms> section)
        where TTerms : class => (TTerms)Of((TermSection)section);

    /// <summary>The same terms with those of one section.</summary>
    /// <typeparam name="TTerms">The record of the section's terms, which says which section it is.</typeparam>
    /// <param name="terms">The section's terms.</param>
    /// <exception cref="ArgumentException">No rule of the catalogue has such terms.</exception>
    public PolicyTerms With<TTerms>(TTerms terms)
        where TTerms : class
    {
        ArgumentNullException.ThrowIfNull(terms);
        return With(Rules.Sections.FirstOrDefault(s => s.RecordType == typeof(TTerms))
            ?? throw new ArgumentException($"No rule of the policy's catalogue has terms of type {typeof(TTerms).Name}: "
                + $"add the rule's declaration to the catalogue.", nameof(terms)), terms);
    }

    internal object Of(TermSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        if (read is not null)
        {
            lock (read)
                read.Add(section);
        }

        return sections[Rules.IndexOf(section)] ?? section.Standard;
    }

    internal PolicyTerms With(TermSection section, object terms)
    {
        var next = (object?[])sections.Clone();
        next[Rules.IndexOf(section)] = terms;
        return new(this, next);
    }

    /// <summary>The same terms, which tell what is read of them.</summary>
    /// <param name="read">Takes the sections that are read.</param>
    internal PolicyTerms Reading(HashSet<TermSection> read) => new(this, sections, read);

    private PolicyTerms(PolicyTerms other, object?[] sections, HashSet<TermSection> read)
        : this(other, sections) => this.read = read;

    private PolicyTerms(PolicyTerms other, object?[] sections) =>
        (Rules, Policy, Version, EffectiveFrom, this.sections) = (other.Rules, other.Policy, other.Version, other.EffectiveFrom, sections);

    /// <summary>Whether both have the same rules and the same terms.</summary>
    /// <param name="other">The terms to compare with.</param>
    public bool Equals(PolicyTerms? other) =>
        other is not null && ReferenceEquals(Rules, other.Rules) && string.Equals(Policy, other.Policy, StringComparison.Ordinal) && string.Equals(
            Version, other.Version, StringComparison.Ordinal)
        && EffectiveFrom == other.EffectiveFrom && Rules.Sections.All(section => Of(section).Equals(other.Of(section)));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Policy, Version, EffectiveFrom);

    private bool PrintMembers(StringBuilder text)
    {
        text.Append("Policy = ").Append(Policy).Append(", Version = ").Append(Version).Append(", EffectiveFrom = ").Append(
            EffectiveFrom is { } date ? Texts.Date(date) : "");
        foreach (var terms in sections.OfType<object>())
            text.Append(", ").Append(terms);

        return true;
    }
}

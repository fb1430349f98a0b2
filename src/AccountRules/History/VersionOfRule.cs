namespace AccountRules.History;

/// <summary>The rule that a version of a policy has, and the sections of terms that it was made of.</summary>
internal sealed record VersionOfRule(Policy Policy, Rule Rule, IReadOnlySet<TermSection> Read)
{
    /// <summary>Whether nothing that either was made of is another.</summary>
    public bool HasTermsOf(VersionOfRule other) =>
        Read.Union(other.Read).All(section => Policy.Terms.Of(section).Equals(other.Policy.Terms.Of(section)));
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using AccountRules.History;

namespace AccountRules;

/// <summary>
/// The versions of a policy, ordered by their first days (<see cref="PolicyTerms.EffectiveFrom"/>). It is a policy like any: each of its rules judges a fact by
/// the version that the fact goes by, in every way in which rules are evaluated. Which one that is, each version's <see cref="TransitionTerms"/> say; unless
/// they do, facts of periods go by their period, deadlines and plans by their start, all others by the evaluation date. What dates from before the first
/// version is <see cref="Cause.BeforePolicy"/>. Its own <see cref="Policy.Terms"/> and <see cref="Policy.Version"/> are the newest version's. Immutable and
/// safe for use by many threads; equal by its versions.
/// </summary>
[JsonConverter(typeof(PlainJsonConverter<Policy>))]
public sealed class PolicyHistory : Policy
{
    /// <summary>Makes a history of its versions.</summary>
    /// <param name="versions">The versions, in any order, of one policy and one catalogue of rules.</param>
    /// <exception cref="PolicyException">
    /// The versions do not make a history: there is none, two have the same version or first day, one has another name, or several have no first day, which
    /// only the first one may leave open; or one takes over in a way that its rule does not admit. All problems are named.
    /// </exception>
    public PolicyHistory(IEnumerable<Policy> versions)
        : this(new Checked(PolicyHistoryCheck.Ordered(versions, "The versions of the policy")))
    {
    }

    private PolicyHistory(Checked versions)
        : base(versions.Ordered[^1].Terms, PolicyHistoryCheck.Remarks(versions.Ordered)) => Versions = versions.Ordered;

    /// <summary>A history of versions that have been ordered and checked.</summary>
    internal static PolicyHistory Of(IReadOnlyList<Policy> ordered) => new(new Checked(ordered));

    /// <summary>Reads a history from a folder with a policy document for each version, or from a document with several.</summary>
    /// <param name="path">
    /// The folder, of which the files <c>*.json</c> count that do not begin with a dot; or the file: <c>{ "versions": [ … ] }</c>, each version a whole
    /// policy document, or one such document.
    /// </param>
    /// <param name="rules">The rules whose terms the documents may hold; those of the documents unless given.</param>
    /// <exception cref="PolicyException">
    /// A document cannot be read or used, or they make no history; all problems of all documents are named, each with its file, path and line.
    /// </exception>
    public static new PolicyHistory Read(string path, RuleCatalogue? rules = null) =>
        Policy.Read(path, rules) is var policy && policy is PolicyHistory history ? history : new([policy]);

    /// <summary>The versions, ordered by their first days.</summary>
    public IReadOnlyList<Policy> Versions { get; }

    /// <summary>The version that is in force on a date; <c>null</c> before the first one is.</summary>
    /// <param name="date">The date; a version's first day is its own.</param>
    public Policy? At(DateOnly date) => Versions.LastOrDefault(version => !(version.Terms.EffectiveFrom > date));

    /// <summary>Whether both have the same versions.</summary>
    /// <param name="other">The policy to compare with.</param>
    public override bool Equals(Policy? other) => other is PolicyHistory history && Versions.SequenceEqual(history.Versions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Policy);

    /// <inheritdoc/>
    public override int GetHashCode() => Versions.Aggregate(0, HashCode.Combine);

    /// <summary>The policy's name and its versions, such as <c>account-management 2026.1 to 2026.2</c>.</summary>
    public override string ToString() => Versions.Count == 1 ? base.ToString() : $"{Name} {Versions[0].Version} to {Version}";

    /// <inheritdoc/>
    public override string Fingerprint => field ??= Convert.ToHexStringLower(
        SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(Versions.Select(version => $"{version.Fingerprint}\n")))));

    internal override PolicyTerms TermsOn(DateOnly date) => (At(date) ?? Versions[0]).Terms;

    /// <inheritdoc/>
    public override DateOnly? InForceFrom => Versions[0].Terms.EffectiveFrom;

    /// <summary>Versions that have been ordered and checked: a type of its own, so that no list is taken for them.</summary>
    private sealed record Checked(IReadOnlyList<Policy> Ordered);

    private protected override Rule Make(RuleDeclaration declaration)
    {
        List<VersionOfRule> rules = [];
        (Policy Version, HashSet<TermSection> Read)? before = null;
        foreach (var version in Versions)
        {
            HashSet<TermSection> read = [];
            var rule = declaration.Make(version.Reading(read), InForceFrom);

            // Each fact stands by the version that judges it, whichever the rows are made by.
            if (rule.IsOfStandings)
                rule = declaration.Make(version.Reading(read, history: this), InForceFrom);

            rules.Add(new(
                version.Version, version.Terms.EffectiveFrom, version.Terms.Transition.Of(declaration.Id), rule,
                before is var (old, oldRead) && read.Union(oldRead).All(section => version.Terms.Of(section).Equals(old.Terms.Of(section)))));
            before = (version, read);
        }

        return rules.Count == 1 ? rules[0].Rule
            : (rules[^1].Rule.IsRollUp ? declaration.Make(this, InForceFrom) : rules[^1].Rule).Versioned(usual => new(rules, usual));
    }
}

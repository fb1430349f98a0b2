using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountRules;

/// <summary>
/// A policy: its terms, and the rules made of them. Each rule's file adds its rule as a property, such as <c>policy.FteFulfillment</c>. A rule is made when it
/// is first asked for, and is the same object ever after. Immutable and safe for use by many threads; equal by its terms.
/// </summary>
[JsonConverter(typeof(PlainJsonConverter<Policy>))]
public partial class Policy : IEquatable<Policy>, IPlainJson
{
    /// <summary>By the catalogue's order.</summary>
    private readonly Rule?[] made;

    /// <summary>The policy that this one is, but for telling what is read of it; <c>null</c> for most.</summary>
    private Policy? origin;

    /// <summary>The history whose rules it gives in the place of its own; <c>null</c> for most.</summary>
    private PolicyHistory? history;

    /// <summary>Makes a policy of its terms.</summary>
    /// <param name="terms">The terms.</param>
    /// <exception cref="PolicyException">Some terms cannot be used; the message and <see cref="PolicyException.Problems"/> name them all.</exception>
    public Policy(PolicyTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var problems = TermCheck.Problems(terms);
        if (problems.Found.Count > 0)
        {
            throw new PolicyException(
                "The policy's terms", problems.Found.ConvertAll(p => new PolicyProblem($"$.{p.Path}", Line: null, Visible.Text(p.Found), p.Allowed)));
        }

        (Terms, Remarks, made) = (terms, problems.Remarks, new Rule?[terms.Rules.Count]);
    }

    /// <summary>A policy of terms that have been checked.</summary>
    private protected Policy(PolicyTerms terms, IReadOnlyList<PolicyRemark> remarks) => (Terms, Remarks, made) = (terms, remarks, new Rule?[terms.Rules.Count]);

    /// <summary>The documents' own numbers.</summary>
    public static Policy Default { get; } = new(new PolicyTerms { Version = "documents" });

    /// <summary>The policy's terms.</summary>
    public PolicyTerms Terms { get; }

    /// <summary>What the terms say that can be used, and is hardly meant, such as a pay factor that falls while attainment rises; most often nothing.</summary>
    public IReadOnlyList<PolicyRemark> Remarks { get; }

    /// <summary>The policy's name.</summary>
    public string Name => Terms.Policy;

    /// <summary>The policy's version, which every assessment carries.</summary>
    public string Version => Terms.Version;

    /// <summary>Every rule of the policy in the order of its catalogue, for listing and printing.</summary>
    public IReadOnlyList<Rule> Rules => field ??= [.. Terms.Rules.Select(RuleOf)];

    /// <summary>The rules that have been asked for so far, and so been made, in the order of the catalogue: what a test of the policy touched.</summary>
    public IReadOnlyList<Rule> RulesMade
    {
        get
        {
            List<Rule> rules = [];
            for (var i = 0; i < made.Length; i++)
            {
                if (Volatile.Read(ref made[i]) is { } rule)
                    rules.Add(rule);
            }

            return rules;
        }
    }

    /// <summary>The rule that the policy has by a declaration.</summary>
    /// <typeparam name="TRule">The kind of the rule.</typeparam>
    /// <param name="declaration">The declaration.</param>
    /// <exception cref="ArgumentException">The declaration is not in the policy's catalogue.</exception>
    public TRule Rule<TRule>(RuleDeclaration<TRule> declaration)
        where TRule : Rule
    {
        ArgumentNullException.ThrowIfNull(declaration);
        return (TRule)RuleOf(declaration);
    }

    /// <summary>Whether both have the same terms.</summary>
    /// <param name="other">The policy to compare with.</param>
    public virtual bool Equals(Policy? other) => other is not null && GetType() == other.GetType() && Terms == other.Terms;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Policy);

    /// <inheritdoc/>
    public override int GetHashCode() => Terms.GetHashCode();

    /// <summary>The policy's name and version.</summary>
    public override string ToString() => $"{Name} {Version}";

    /// <summary>Refuses a history where what is made is of a single version.</summary>
    internal static void CheckIsSingle(
        Policy policy, string what, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(policy))] string argument = "")
    {
        ArgumentNullException.ThrowIfNull(policy, argument);
        if (policy is PolicyHistory history)
        {
            throw new ArgumentException(
                $"{what} is of a single version of a policy, and this is a history of {history.Versions.Count}: give one of its Versions.", argument);
        }
    }

    /// <summary>The same policy, whose terms tell what is read of them.</summary>
    /// <param name="read">Takes the sections that are read.</param>
    /// <param name="history">The history whose rules it gives in the place of its own, if any.</param>
    internal Policy Reading(HashSet<TermSection> read, PolicyHistory? history = null) =>
        new(Terms.Reading(read), Remarks) { origin = this, history = history };

    /// <summary>The terms of the version that is in force on a date, or of the first one.</summary>
    internal virtual PolicyTerms TermsOn(DateOnly date) => Terms;

    /// <summary>
    /// The first day on which the policy, or the first version of a <see cref="PolicyHistory"/>, is in force; <c>null</c> where it says none.
    /// </summary>
    public virtual DateOnly? InForceFrom => Terms.EffectiveFrom;

    private protected virtual Rule Make(RuleDeclaration declaration) => declaration.Make(this, InForceFrom);

    /// <summary>The rule of an id, with no other made for it; <c>null</c> where the catalogue has none.</summary>
    internal Rule? RuleOf(string id) => Terms.Rules.FirstOrDefault(d => d.Id == id) is { } declaration ? RuleOf(declaration) : null;

    /// <summary>The rule by its declaration. Of threads that make the same rule at once, all get what the first one kept.</summary>
    internal Rule RuleOf(RuleDeclaration declaration)
    {
        if (history is not null)
            return history.RuleOf(declaration);

        ref var place = ref made[Terms.Rules.IndexOf(declaration)];
        return Volatile.Read(ref place) ?? Interlocked.CompareExchange(ref place, Make(declaration), null) ?? place;
    }

    void IPlainJson.Write(Utf8JsonWriter writer, JsonSerializerOptions options) => PlainJson.Write(
        writer, options, (nameof(Name), Name), (nameof(Version), Version), (nameof(Fingerprint), Fingerprint));
}

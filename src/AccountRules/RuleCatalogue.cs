using System.Collections;

namespace AccountRules;

/// <summary>
/// The rules that a policy has, by their declarations: those of the documents, and a host's own beside them. It says what a policy document may hold. Immutable
/// and safe for use by many threads.
/// </summary>
public sealed partial class RuleCatalogue : IReadOnlyList<RuleDeclaration>
{
    private readonly RuleDeclaration[] declarations;

    private RuleCatalogue(RuleDeclaration[] declarations)
    {
        this.declarations = declarations;
        TransitionSection = TransitionTerms.Section(declarations);
        Sections = [.. declarations.SelectMany(d => d.Sections).Distinct(), WorkingDaysTerms.Section, AccountReportTerms.Section, TransitionSection];
        CheckNames();
    }

    /// <summary>How many rules there are.</summary>
    public int Count => declarations.Length;

    /// <summary>The sections of a policy document, in its order.</summary>
    public IReadOnlyList<TermSection> Sections { get; }

    /// <summary>How versions of the policy follow each other, by rule.</summary>
    internal TermSection<TransitionTerms> TransitionSection { get; }

    /// <summary>The terms of a whole policy: its name, its version, its date, and the sections.</summary>
    internal TermSection<PolicyTerms> Root => field ??= Sections.Aggregate(
        new TermSection<PolicyTerms>("policy", new PolicyTerms(this))
            .Text("policy", "The policy's name.", t => t.Policy, (t, name) => t with { Policy = name! })
            .Text("version", "The policy's version, which every assessment carries.", t => t.Version, (t, version) => t with { Version = version! })
            .Date(
                "effectiveFrom",
                "The first day on which the policy is in force, as yyyy-MM-dd; it does not apply to facts that begin before.",
                t => t.EffectiveFrom,
                (t, date) => t with { EffectiveFrom = date }),
        (root, section) => root.And(new SectionTerm(section, DescriptionOf(section))));

    /// <summary>The declaration at an index.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such declaration.</exception>
    public RuleDeclaration this[int index] => declarations[index];

    /// <summary>These rules and more, such as a host's own.</summary>
    /// <param name="more">The declarations of the others.</param>
    /// <exception cref="ArgumentException">Two rules have the same id, or two sections the same name.</exception>
    public RuleCatalogue With(params IEnumerable<RuleDeclaration> more) => new([.. declarations, .. more]);

    /// <summary>The declarations, in the order of the document.</summary>
    public IEnumerator<RuleDeclaration> GetEnumerator() => ((IEnumerable<RuleDeclaration>)declarations).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal int IndexOf(RuleDeclaration declaration)
    {
        var index = Array.IndexOf(declarations, declaration);
        return index >= 0 ? index : throw new ArgumentException(
            $"Rule `{declaration.Id}` is not in the policy's catalogue: "
            + $"make the policy with {nameof(RuleCatalogue)}.{nameof(Documents)}.With(…) of its declaration.", nameof(declaration));
    }

    internal int IndexOf(TermSection section)
    {
        for (var i = 0; i < Sections.Count; i++)
        {
            if (Sections[i] == section)
                return i;
        }

        throw new ArgumentException(
            $"Section `{section.Name}` belongs to no rule of the policy's catalogue: add the rule's declaration to it.", nameof(section));
    }

    private string DescriptionOf(TermSection section)
    {
        if (section == WorkingDaysTerms.Section)
            return "The calendars of working days by which deadlines may count.";

        if (section == TransitionSection)
            return "How this version of the policy takes over from the one before, by rule: it matters in a history of several versions.";

        if (Array.Find(declarations, d => d.Sections.Contains(section))?.Info is not { } info)
            return "The score of the account report (key-account-manager, comprehensive reports on key account performance).";

        return info.Citation is { } citation ? $"{info.Says.TrimEnd('.')} ({citation})." : info.Says;
    }

    private void CheckNames()
    {
        if (declarations.GroupBy(d => d.Id, StringComparer.Ordinal).FirstOrDefault(d => d.Count() > 1) is { Key: var id })
            throw new ArgumentException($"The rule id `{id}` is declared more than once: give each rule an id of its own.");

        string[] names = ["policy", "version", "effectiveFrom", .. Sections.Select(s => s.Name)];
        if (names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(n => n.Count() > 1) is { Key: var name })
            throw new ArgumentException($"The section `{name}` is declared more than once: give each section a name of its own; rules may share one section.");
    }
}

using System.Globalization;
using System.Text;
using AccountRules.Catalogue;

namespace AccountRules.Documents;

/// <summary>A policy as a handbook for people, in Markdown. Safe for use by many threads.</summary>
public static class PolicyHandbook
{
    /// <summary>Writes the handbook: each rule with its sentence, its reading, its table and its citation, and the terms that it rests on.</summary>
    /// <param name="policy">The policy.</param>
    public static string Write(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var text = new StringBuilder();
        Line(text, $"# {policy.Name}, version {policy.Version}");
        if (policy.Terms.EffectiveFrom is { } from)
            Line(text, $"In force from {Texts.Date(from)}.");

        foreach (var rule in policy.Rules)
            WriteRule(text, policy, rule);

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void WriteRule(StringBuilder text, Policy policy, Rule rule)
    {
        Line(text, $"## {rule.Info.Title} (`{rule.Id}`)");
        Line(text, $"> {rule.Info.Says}");
        if (Departures(policy, rule.Counted ?? rule) is { Length: > 0 } departures)
            Line(text, $"**This policy departs from the documents, as they are read here:** {string.Join("; ", departures)}.");

        Line(text, $"Source: {rule.Info.Citation}. {rule.Info.Reading}");
        Line(text, HandbookTables.Outcomes(rule));
        if (Section(policy.Terms, rule) is { } terms)
            Line(text, HandbookTables.Terms(SectionName(rule), terms));
    }

    /// <summary>Each term that has another value than the documents give it, with both values; a number that they do not state is no departure.</summary>
    private static string[] Departures(Policy policy, Rule rule) => Section(policy.Terms, rule) is not { } terms ? [] :
    [
        .. from pair in terms.Terms.Zip(terms.Values.Zip(Section(PolicyTerms.Standard, rule)!.Values))
           let found = HandbookTables.Value(pair.First, pair.Second.First)
           let standard = HandbookTables.Value(pair.First, pair.Second.Second)
           where pair.Second.Second is not null && !string.Equals(found, standard, StringComparison.Ordinal)
           select $"`{SectionName(rule)}.{pair.First.Name}` is {found} instead of {standard}",
    ];

    private static ITerms? Section(ITerms terms, Rule rule) =>
        Term.IndexOf(terms.Terms, SectionName(rule), StringComparison.Ordinal) is var section and >= 0 ? (ITerms)terms.Values[section]! : null;

    private static string SectionName(Rule rule) =>
        string.Concat(rule.Id.Split('-').Select((word, i) => i == 0 ? word : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word)));

    private static void Line(StringBuilder text, string paragraph) => text.Append(paragraph.TrimEnd('\n')).Append("\n\n");
}

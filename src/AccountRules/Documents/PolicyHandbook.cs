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
        Line(text, $"# {Markdown.Text(policy.Name)}, version {Markdown.Text(policy.Version)}");
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
        Line(text, $"Source: {rule.Info.Citation}. {rule.Info.Reading}");
        Line(text, HandbookTables.Outcomes(rule));
        var name = string.Concat(rule.Id.Split('-').Select((word, i) => i == 0 ? word : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word)));
        ITerms terms = policy.Terms;
        if (Term.IndexOf(terms.Terms, name, StringComparison.Ordinal) is var section and >= 0)
            Line(text, HandbookTables.Terms(name, (ITerms)terms.Values[section]!));
    }

    private static void Line(StringBuilder text, string paragraph) => text.Append(paragraph.TrimEnd('\n')).Append("\n\n");
}

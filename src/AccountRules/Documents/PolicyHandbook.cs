using System.Collections;
using System.Text;
using AccountRules.Wording;

namespace AccountRules.Documents;

/// <summary>A policy as a handbook for people, in Markdown. Safe for use by many threads.</summary>
public static class PolicyHandbook
{
    /// <summary>Writes the handbook: each rule with its sentence, its reading, its table and its citation, and the terms that it rests on.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="language">The language; English unless given. What a policy's author has written stays as it is.</param>
    public static string Write(Policy policy, Language? language = null)
    {
        Policy.CheckIsSingle(policy, "A handbook");
        return (language ?? Language.English).Speak(() => Whole(policy));
    }

    private static string Whole(Policy policy)
    {
        var text = new StringBuilder();
        Line(text, $"# {Message.Of($"{Markdown.Text(policy.Name)}, version {Markdown.Text(policy.Version)}")}");
        if (policy.Terms.EffectiveFrom is { } from)
            Line(text, Message.Of($"In force from {Texts.Date(from)}. Facts that begin before then are not applicable."));

        foreach (var (declaration, rule) in policy.Terms.Rules.Zip(policy.Rules))
            WriteRule(text, policy, declaration, rule);

        if (policy.Terms.WorkingDays.Calendars.Count > 0)
        {
            Line(text, $"## {Message.Text("Working days")}");
            Line(text, HandbookTables.Terms(WorkingDaysTerms.Section, policy.Terms.WorkingDays, withLists: true));
        }

        Line(text, $"## {Message.Text("The account report")}");
        if (policy.Terms.AccountReport.Weights.Count == 0)
            Line(text, Message.Text("It has no score until accountReport.weights are given: the documents state none."));

        Line(text, HandbookTables.Terms(AccountReportTerms.Section, policy.Terms.AccountReport, withLists: true));
        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>Writes the page of one rule: what the handbook says of it, with all of its terms and the causes for which a fact has no band.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="ruleId">The rule's id.</param>
    /// <exception cref="ArgumentException">The policy has no rule of this id.</exception>
    /// <param name="language">The language; English unless given.</param>
    public static string Write(Policy policy, string ruleId, Language? language = null)
    {
        Policy.CheckIsSingle(policy, "A handbook");
        var (declaration, rule) = policy.Terms.Rules.Zip(policy.Rules).FirstOrDefault(pair => pair.Second.Id == ruleId);
        if (rule is null)
            throw new ArgumentException($"The policy has no rule `{ruleId}`; it has {string.Join(", ", policy.Rules.Select(r => r.Id))}.", nameof(ruleId));

        return (language ?? Language.English).Speak(() =>
        {
            var text = new StringBuilder();
            WriteRule(text, policy, declaration, rule, isAlone: true);
            return text.ToString().TrimEnd('\n') + "\n";
        });
    }

    private static void WriteRule(StringBuilder text, Policy policy, RuleDeclaration declaration, Rule rule, bool isAlone = false)
    {
        Line(text, $"{(isAlone ? "#" : "##")} {Message.Text(rule.Info.Title)} (`{rule.Id}`)");
        Line(text, $"> {Message.Text(rule.Info.Says)}");
        if (declaration.Sections.SelectMany(section => Departures(policy, section)).ToArray() is { Length: > 0 } departures)
            Line(text, Message.Of($"**This policy departs from the documents, as they are read here:** {string.Join("; ", departures)}."));

        Line(text, Message.Of($"Source: {rule.Info.Citation}. {Message.Text(rule.Info.Reading)}"));
        if (rule.Info.NotSet is { } terms)
            Line(text, Message.Of($"**Not in force** until {terms} is set: the documents leave it open."));

        if (rule.Info.NotSetForSome is { } needed)
            Line(text, Message.Of($"**Not in force for {Message.Text(rule.Info.OpenFor!)}** until {needed} is set: the documents state no number."));

        Line(text, HandbookTables.Outcomes(rule));
        if (rule.Payments.Count > 1)
            Line(text, HandbookTables.Payments(rule));

        // Rules that share a section have its terms once, with the first of them; the bands of pay, which the outcomes show, are not listed again.
        foreach (var section in declaration.Sections.Where(s => isAlone || policy.Terms.Rules.First(d => d.Sections.Contains(s)) == declaration))
            Line(text, HandbookTables.Terms(section, policy.Terms.Of(section), withLists: section != declaration.Section || !rule.Pays));

        if (isAlone)
            Line(text, HandbookTables.Causes(rule));
    }

    /// <summary>Each term that has another value than the documents give it, with both values; a number that they do not state is no departure.</summary>
    private static string[] Departures(Policy policy, TermSection section) =>
    [
        .. from term in section.Terms
           let standard = term.ValueOf(section.Standard)
           where standard is not null && !(term.IsList && !((IEnumerable)standard).Cast<object>().Any())
           let found = HandbookTables.Value(term, term.ValueOf(policy.Terms.Of(section)))
           let documents = HandbookTables.Value(term, standard)
           where !string.Equals(found, documents, StringComparison.Ordinal)
           select Message.Of($"`{section.Name}.{term.Name}` is {found} instead of {documents}"),
    ];

    private static void Line(StringBuilder text, string paragraph)
    {
        if (paragraph.Length > 0)
            text.Append(paragraph.TrimEnd('\n')).Append("\n\n");
    }
}

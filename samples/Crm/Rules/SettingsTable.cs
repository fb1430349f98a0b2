using System.Text.Json;
using System.Text.Json.Nodes;
using AccountRules.Documents;

namespace AccountRules.Samples.Crm.Rules;

/// <summary>A term of the policy: what it says, what it is set to, and what the documents say.</summary>
internal sealed record Setting(
    string Name, string Help, IReadOnlyList<string> Value, IReadOnlyList<string> Default, bool IsGiven, bool IsLeftOpen, string Allowed);

/// <summary>The terms of a section, with the rules that they are of.</summary>
internal sealed record SettingSection(string Name, IReadOnlyList<RuleDeclaration> Rules, IReadOnlyList<Setting> Settings);

/// <summary>The settings page's content, made from the terms that the library declares: a new term is on the page by itself.</summary>
internal static class SettingsTable
{
    private static readonly JsonDocumentOptions AsDocuments = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>A policy document, or a part of one; <c>null</c> where the text is no JSON object.</summary>
    public static JsonObject? Parse(string text)
    {
        try
        {
            // Half a character, such as \ud800, is found no sooner than when it is written.
            var node = JsonNode.Parse(text, documentOptions: AsDocuments);
            return node?.ToJsonString() is null ? null : node as JsonObject;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>All terms of a policy, as the document writes them.</summary>
    public static JsonObject Write(Policy policy) => Parse(PolicyDocument.Write(policy))!;

    /// <param name="policy">The policy in force.</param>
    /// <param name="file">What its file says; <c>null</c> where that cannot be read any more, and what differs from the documents is taken as given.</param>
    public static IEnumerable<SettingSection> Of(Policy policy, JsonObject? file)
    {
        var now = Write(policy);
        var standard = Write(new Policy(new PolicyTerms(policy.Terms.Rules)));
        bool IsGiven(string section, string term) => file is null
            ? !JsonNode.DeepEquals(now[section]?[term], standard[section]?[term])
            : file[section] is JsonObject own && own.ContainsKey(term);
        return policy.Terms.Rules.Sections.Select(section => new SettingSection(
            section.Name,
            [.. policy.Terms.Rules.Where(rule => rule.Section == section)],
            [.. section.Terms.Select(term => new Setting(
                term.Name, term.Description, Lines(now[section.Name]?[term.Name]), Lines(standard[section.Name]?[term.Name]),
                IsGiven(section.Name, term.Name), term.IsLeftOpen, Allowed(term)))]));
    }

    /// <summary>Lays a fragment over a document: objects go into each other, all else takes the place of what was there.</summary>
    public static JsonObject Merge(JsonObject document, JsonObject fragment)
    {
        var merged = (JsonObject)document.DeepClone();
        foreach (var (name, value) in fragment)
            merged[name] = merged[name] is JsonObject below && value is JsonObject above ? Merge(below, above) : value?.DeepClone();

        return merged;
    }

    private static IReadOnlyList<string> Lines(JsonNode? value) => value switch
    {
        null => [],
        JsonArray items => [.. items.Select(Line)],
        _ => [Line(value)],
    };

    private static string Line(JsonNode? value) => value switch
    {
        JsonObject part => string.Join(", ", part.Select(p => $"{p.Key} {Line(p.Value)}")),
        JsonArray items => string.Join(" + ", items.Select(Line)),
        _ => $"{value}",
    };

    private static string Allowed(Term term) => (term.Kind, term.Min, term.Max) switch
    {
        (TermKind.Choice, _, _) => string.Join(", ", term.Choices),
        (_, { } min, { } max) => term.IsAboveMin ? $"> {min}, ≤ {max}" : $"{min} – {max}",
        (_, { } min, null) => $"{(term.IsAboveMin ? ">" : "≥")} {min}",
        _ => "",
    };
}

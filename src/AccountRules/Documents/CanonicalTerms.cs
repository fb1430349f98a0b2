using System.Collections;
using System.Text;
using System.Text.Json;
using AccountRules.Wording;

namespace AccountRules.Documents;

/// <summary>
/// The terms of a policy in the one spelling that its fingerprint is made of. Of the documents' sections it has what differs from the documents' own numbers,
/// so that a library with more rules gives the same; of a host's own, whose standard is the host's, all that is set.
/// </summary>
internal static class CanonicalTerms
{
    private static readonly string[] Labels = ["policy", "version"];

    public static string Fingerprint(PolicyTerms terms) => CanonicalJson.Hash(Of(terms));

    public static string Of(PolicyTerms terms)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            Write(writer, terms.Rules.Root, terms, isOfHost: false);

        return CanonicalJson.Of(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void Write(Utf8JsonWriter writer, TermSection section, object terms, bool isOfHost)
    {
        writer.WriteStartObject();
        foreach (var (term, value) in Said(section, terms, isOfHost))
        {
            writer.WritePropertyName(term.Name);
            if (!term.IsList)
            {
                Write(writer, term, value, isOfHost || IsOfHost(term));
                continue;
            }

            writer.WriteStartArray();
            foreach (var item in (IEnumerable)value!)
                Write(writer, term, item, isOfHost);

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Term term, object? value, bool isOfHost)
    {
        if (value is null)
            writer.WriteNullValue();
        else if (term.Section is { } section)
            Write(writer, section, value, isOfHost);
        else
            DocumentWriter.WriteValue(writer, term, value);
    }

    /// <summary>The terms that are said, and not left as they are.</summary>
    private static IEnumerable<(Term Term, object? Value)> Said(TermSection section, object terms, bool isOfHost)
    {
        foreach (var term in section.Terms)
        {
            if (section.Standard is PolicyTerms && Labels.Contains(term.Name, StringComparer.Ordinal))
                continue;

            var value = term.ValueOf(terms);
            var isSaid = term is SectionTerm ? Said(term.Section!, value!, IsOfHost(term)).Any()
                : isOfHost ? value is not null
                : !Equals(value, term.ValueOf(section.Standard));
            if (isSaid)
                yield return (term, value);
        }
    }

    private static bool IsOfHost(Term term) => term is SectionTerm && !RuleCatalogue.Documents.Sections.Contains(term.Section!);
}

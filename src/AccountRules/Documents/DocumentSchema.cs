using System.Text.Json;

namespace AccountRules.Documents;

/// <summary>Writes the JSON Schema of the document from the tables of its terms.</summary>
internal static class DocumentSchema
{
    public static string Write(RuleCatalogue rules) => DocumentWriter.Text(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        writer.WriteString("title", "AccountRules policy document");
        writer.WriteString("description", "A policy, or an object whose `versions` are the policies of a history.");
        WriteChoice(writer);
        writer.WriteStartObject("$defs");
        writer.WriteStartObject("policy");
        WriteSection(writer, rules.Root, isRoot: true);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    /// <summary>A document that has versions has nothing else: what is wrong with either kind is told as of that kind.</summary>
    private static void WriteChoice(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("if");
        writer.WriteString("type", "object");
        WriteNames(writer, "required", [VersionsDocument.Versions]);
        writer.WriteEndObject();
        writer.WriteStartObject("then");
        writer.WriteStartObject("properties");
        WriteOwnSchema(writer);
        writer.WriteStartObject(VersionsDocument.Versions);
        writer.WriteString("description", "The versions of the policy, each a whole policy document with its first day.");
        writer.WriteString("type", "array");
        writer.WriteNumber("minItems", 1);
        writer.WriteStartObject("items");
        writer.WriteString("$ref", Policy);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteBoolean("additionalProperties", false);
        writer.WriteEndObject();
        writer.WriteStartObject("else");
        writer.WriteString("$ref", Policy);
        writer.WriteEndObject();
    }

    private const string Policy = "#/$defs/policy";

    private static void WriteOwnSchema(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("$schema");
        writer.WriteString("type", "string");
        writer.WriteEndObject();
    }

    private static void WriteSection(Utf8JsonWriter writer, TermSection section, bool isRoot = false)
    {
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        if (isRoot)
            WriteOwnSchema(writer);

        foreach (var term in section.Terms)
        {
            writer.WriteStartObject(term.Name);
            WriteTerm(writer, term, term.ValueOf(section.Standard));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        WriteNames(writer, "required", section.Terms.Where(t => t.IsRequired).Select(t => t.Name));
        writer.WriteBoolean("additionalProperties", false);
    }

    private static void WriteTerm(Utf8JsonWriter writer, Term term, object? standard)
    {
        writer.WriteString("description", term.Description);
        if (!term.IsList)
        {
            WriteItem(writer, term, term.IsRequired ? null : standard);
            return;
        }

        writer.WriteString("type", "array");
        writer.WriteStartObject("items");
        WriteItem(writer, term, standard: null);
        writer.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter writer, Term term, object? standard)
    {
        if (term.Section is { } section)
        {
            WriteSection(writer, section);
            return;
        }

        if (term.Kind == TermKind.Choice)
            WriteNames(writer, "enum", term.Choices);
        else
            WriteType(writer, term);

        if (standard is not null)
        {
            writer.WritePropertyName("default");
            DocumentWriter.WriteValue(writer, term, standard);
        }

        if (term.Min is { } min)
            writer.WriteNumber(term.IsAboveMin ? "exclusiveMinimum" : "minimum", min);

        if (term.Max is { } max)
            writer.WriteNumber("maximum", max);
    }

    private static void WriteType(Utf8JsonWriter writer, Term term)
    {
        var type = term.Kind switch { TermKind.Whole => "integer", TermKind.Number => "number", _ => "string" };
        if (term.IsOptional)
            WriteNames(writer, "type", [type, "null"]);
        else
            writer.WriteString("type", type);

        if (term.Kind == TermKind.Date)
            writer.WriteString("format", "date");
    }

    private static void WriteNames(Utf8JsonWriter writer, string property, IEnumerable<string> names)
    {
        if (!names.Any())
            return;

        writer.WriteStartArray(property);
        foreach (var name in names)
            writer.WriteStringValue(name);

        writer.WriteEndArray();
    }
}

using System.Collections;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using AccountRules.Catalogue;

namespace AccountRules.Documents;

/// <summary>Writes terms as they are read, with what they say as comments on request.</summary>
internal static partial class DocumentWriter
{
    /// <summary>A comment is written as a property with this name before the one that it describes, and made a comment in the finished text.</summary>
    private const string CommentName = "//";

    public static string Write(PolicyTerms terms, bool withComments)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(writer, terms, PolicyJson.Default.PolicyTerms, withComments);

        return Comment().Replace(Encoding.UTF8.GetString(stream.ToArray()), "// ${text}") + "\n";
    }

    private static void Write(Utf8JsonWriter writer, object value, JsonTypeInfo type, bool withComments)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object:
                writer.WriteStartObject();
                foreach (var (property, part) in type.Properties.Select(p => (p, p.Get!(value))).OrderBy(p => p.Item2 is not null))
                    Write(writer, property, part, withComments);

                writer.WriteEndObject();
                break;
            case JsonTypeInfoKind.Enumerable:
                writer.WriteStartArray();
                foreach (var item in (IEnumerable)value)
                    Write(writer, item, PolicyJson.Default.Options.GetTypeInfo(item.GetType()), withComments: false);

                writer.WriteEndArray();
                break;
            default:
                JsonSerializer.Serialize(writer, value, type);
                break;
        }
    }

    /// <summary>Terms that are not set come first, so that no comma is left over before their comments.</summary>
    private static void Write(Utf8JsonWriter writer, JsonPropertyInfo property, object? value, bool withComments)
    {
        if (withComments && property.AttributeProvider?.GetCustomAttributes(typeof(TermAttribute), inherit: false) is [TermAttribute term])
            writer.WriteString(CommentName, value is null ? $"{property.Name} is not set: {term.Description}" : term.Description);

        if (value is null)
            return;

        writer.WritePropertyName(property.Name);
        Write(writer, value, PolicyJson.Default.Options.GetTypeInfo(property.PropertyType), withComments);
    }

    [GeneratedRegex("""(?<=^ *)"//": "(?<text>.*)",?$""", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();
}

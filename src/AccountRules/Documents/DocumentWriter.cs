using System.Collections;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AccountRules.Wording;

namespace AccountRules.Documents;

/// <summary>Writes terms as they are read, with what they say as comments on request.</summary>
internal static class DocumentWriter
{
    /// <summary>A comment is written as a property with this name before the one that it describes, and made a comment in the finished text.</summary>
    private const string CommentName = "//";

    public static string Write(PolicyTerms terms, bool withComments) =>
        string.Join('\n', Text(writer => Write(writer, terms.Rules.Root, terms, withComments)).Split('\n').Select(AsComment));

    /// <summary>JSON as documents and their schema are laid out.</summary>
    public static string Text(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            write(writer);

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Writes a single value.</summary>
    public static void WriteValue(Utf8JsonWriter writer, Term term, object value)
    {
        switch (value)
        {
            case int choice when term.Kind == TermKind.Choice:
                writer.WriteStringValue(term.Choices[choice]);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case DateOnly date:
                writer.WriteStringValue(Texts.Date(date));
                break;
            default:
                writer.WriteStringValue((string)value);
                break;
        }
    }

    /// <summary>Terms that are not set come first, so that no comma is left over before their comments.</summary>
    private static void Write(Utf8JsonWriter writer, TermSection section, object terms, bool withComments)
    {
        writer.WriteStartObject();
        foreach (var (term, value) in section.Terms.Zip(section.ValuesOf(terms)).OrderBy(t => !t.First.IsUnset(t.Second)))
        {
            if (withComments)
                writer.WriteString(CommentName, term.IsUnset(value) ? $"{term.Name} is not set: {term.Description}" : term.Description);

            if (term.IsUnset(value))
                continue;

            writer.WritePropertyName(term.Name);
            if (!term.IsList)
            {
                WriteItem(writer, term, value!, withComments);
                continue;
            }

            writer.WriteStartArray();
            foreach (var item in (IEnumerable)value!)
                WriteItem(writer, term, item, withComments: false);

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteItem(Utf8JsonWriter writer, Term term, object item, bool withComments)
    {
        if (term.Section is { } section)
            Write(writer, section, item, withComments);
        else
            WriteValue(writer, term, item);
    }

    /// <summary>A line with a comment's property made a comment; within a value there are no line ends, so that no text of a policy looks like one.</summary>
    private static string AsComment(string line)
    {
        var begin = $"\"{CommentName}\": \"";
        var property = line.TrimStart(' ');
        return property.StartsWith(begin, StringComparison.Ordinal)
            ? $"{line[..^property.Length]}// {property[begin.Length..].TrimEnd(',')[..^1]}"
            : line;
    }
}

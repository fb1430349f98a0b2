using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AccountRules.Catalogue;

namespace AccountRules.Documents;

/// <summary>
/// Reads a document against its terms: what fits is copied, what does not is a problem with its path and line. So one pass finds all problems,
/// and what remains can be checked further.
/// </summary>
internal sealed class DocumentReader(PolicyJson json, LineMap lines)
{
    private readonly HashSet<string> failed = new(StringComparer.Ordinal);

    public List<PolicyProblem> Problems { get; } = [];

    /// <summary>The terms of all that could be read.</summary>
    public PolicyTerms Read(ReadOnlySpan<byte> document)
    {
        var copy = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(copy, new() { SkipValidation = true }))
        {
            try
            {
                var reader = new Utf8JsonReader(document, new() { CommentHandling = JsonCommentHandling.Skip });
                reader.Read();
                if (!TryCopy(ref reader, document, json.PolicyTerms, term: null, "$", writer, name: null))
                    return new();

                reader.Read();
            }
            catch (JsonException e)
            {
                var line = (int)(e.LineNumber ?? 0) + 1;
                Problems.Add(new("$", line, $"text that is not JSON at column {(e.BytePositionInLine ?? 0) + 1} ({FirstSentence(e.Message)})", "one JSON object"));
                return new();
            }
        }

        return JsonSerializer.Deserialize(copy.WrittenSpan, json.PolicyTerms)!;
    }

    /// <summary>Adds the problems of the terms themselves, unless they follow from what could not be read.</summary>
    public void Check(PolicyTerms terms)
    {
        foreach (var problem in TermCheck.Problems(terms))
        {
            var path = $"$.{problem.Path}";
            if (!failed.Any(f => path.StartsWith(f, StringComparison.Ordinal)) && (problem.DependsOn is null || !failed.Contains($"$.{problem.DependsOn}")))
                Problems.Add(new(path, lines.LineOf(path), problem.Found, problem.Allowed));
        }
    }

    /// <summary>Copies the value at the reader, after its name if it has one, if it fits; leaves the reader at the value's last token.</summary>
    private bool TryCopy(ref Utf8JsonReader reader, ReadOnlySpan<byte> document, JsonTypeInfo type, TermAttribute? term, string path, Utf8JsonWriter writer, string? name)
    {
        lines.Record(path, reader.TokenStartIndex);
        return type.Kind switch
        {
            JsonTypeInfoKind.Object => TryCopyObject(ref reader, document, type, path, writer, name),
            JsonTypeInfoKind.Enumerable => TryCopyArray(ref reader, document, type, term, path, writer, name),
            _ => TryCopyValue(ref reader, document, type, term, path, writer, name),
        };
    }

    private bool TryCopyObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> document, JsonTypeInfo type, string path, Utf8JsonWriter writer, string? name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            return Fail(ref reader, document, path, "an object");

        Start(writer, name);
        writer.WriteStartObject();
        var comparison = json.Options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var seen = new HashSet<string>(StringComparer.FromComparison(comparison));
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var (found, at) = (reader.GetString()!, reader.TokenStartIndex);
            var property = type.Properties.FirstOrDefault(p => string.Equals(p.Name, found, comparison));
            var here = $"{path}.{property?.Name ?? found}";
            reader.Read();
            if (property is null && path == "$" && found == "$schema")
            {
                reader.Skip();
            }
            else if (property is null)
            {
                Problems.Add(new(here, lines.LineAt(at), $"an unknown property `{Shortened(found)}`", $"one of {string.Join(", ", type.Properties.Select(p => p.Name))}"));
                reader.Skip();
            }
            else if (!seen.Add(property.Name))
            {
                Problems.Add(new(here, lines.LineAt(at), "the property a second time", "each property once"));
                reader.Skip();
            }
            else if (reader.TokenType == JsonTokenType.Null && property.IsGetNullable)
            {
                lines.Record(here, reader.TokenStartIndex);
            }
            else
            {
                var term = property.AttributeProvider?.GetCustomAttributes(typeof(TermAttribute), inherit: false).OfType<TermAttribute>().FirstOrDefault();
                TryCopy(ref reader, document, json.Options.GetTypeInfo(property.PropertyType), term, here, writer, property.Name);
            }
        }

        foreach (var missing in type.Properties.Where(p => p.IsRequired && !seen.Contains(p.Name)))
        {
            Problems.Add(new($"{path}.{missing.Name}", lines.LineOf(path), "nothing", $"a {missing.Name} here"));
            failed.Add($"{path}.{missing.Name}");
        }

        WriteMissing(writer, type.Properties.Where(p => p.IsRequired && (!seen.Contains(p.Name) || failed.Contains($"{path}.{p.Name}"))));
        writer.WriteEndObject();
        return true;
    }

    /// <summary>Stands in for required texts that could not be read, so that the rest can be checked.</summary>
    private static void WriteMissing(Utf8JsonWriter writer, IEnumerable<JsonPropertyInfo> properties)
    {
        foreach (var property in properties)
            writer.WriteString(property.Name, "");
    }

    private bool TryCopyArray(ref Utf8JsonReader reader, ReadOnlySpan<byte> document, JsonTypeInfo type, TermAttribute? term, string path, Utf8JsonWriter writer, string? name)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return Fail(ref reader, document, path, "an array");

        var items = new ArrayBufferWriter<byte>();
        var good = true;
        using (var itemWriter = new Utf8JsonWriter(items, new() { SkipValidation = true }))
        {
            itemWriter.WriteStartArray();
            var element = json.Options.GetTypeInfo(type.ElementType!);
            for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                if (TryCopy(ref reader, document, element, term, $"{path}[{i}]", itemWriter, name: null))
                    continue;

                good &= element.Kind == JsonTypeInfoKind.Object;
                itemWriter.WriteStartObject();
                WriteMissing(itemWriter, element.Properties.Where(p => p.IsRequired));
                itemWriter.WriteEndObject();
            }

            itemWriter.WriteEndArray();
        }

        if (!good)
        {
            failed.Add(path);
            return false;
        }

        Start(writer, name);
        writer.WriteRawValue(items.WrittenSpan, skipInputValidation: true);
        return true;
    }

    private bool TryCopyValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> document, JsonTypeInfo type, TermAttribute? term, string path, Utf8JsonWriter writer, string? name)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            return Fail(ref reader, document, path, TermWords.Allowed(type.Type, term));

        var raw = Raw(reader, document);
        try
        {
            if (reader.TokenType == JsonTokenType.Null || (JsonSerializer.Deserialize(raw, type) is decimal number && !IsExact(number, raw)))
                return Fail(ref reader, document, path, TermWords.Allowed(type.Type, term));
        }
        catch (JsonException)
        {
            return Fail(ref reader, document, path, TermWords.Allowed(type.Type, term));
        }

        Start(writer, name);
        writer.WriteRawValue(raw, skipInputValidation: true);
        return true;
    }

    private bool Fail(ref Utf8JsonReader reader, ReadOnlySpan<byte> document, string path, string allowed)
    {
        var (line, start) = (lines.LineAt(reader.TokenStartIndex), (int)reader.TokenStartIndex);
        reader.Skip();
        var found = Shortened(Encoding.UTF8.GetString(document[start..(int)reader.BytesConsumed]));
        Problems.Add(new(path, line, found == "null" ? "null" : $"`{found}`", allowed));
        failed.Add(path);
        return false;
    }

    private static void Start(Utf8JsonWriter writer, string? name)
    {
        if (name is not null)
            writer.WritePropertyName(name);
    }

    private static ReadOnlySpan<byte> Raw(in Utf8JsonReader reader, ReadOnlySpan<byte> document) => document[(int)reader.TokenStartIndex..(int)reader.BytesConsumed];

    /// <summary>Whether the decimal is the number that was written: one with more digits than a decimal holds is read rounded.</summary>
    private static bool IsExact(decimal number, ReadOnlySpan<byte> raw)
    {
        var text = Encoding.UTF8.GetString(raw).Trim('"');
        var exponentAt = text.IndexOfAny(['e', 'E']);
        return exponentAt >= 0
            ? text[..exponentAt].Count(char.IsAsciiDigit) <= 28 && (number != 0 || text[..exponentAt].Trim('-', '+', '0', '.').Length == 0)
            : string.Equals(Canonical(text), Canonical(Texts.Number(number)), StringComparison.Ordinal);
    }

    private static string Canonical(string number)
    {
        var digits = number.TrimStart('-', '+');
        digits = digits.Contains('.', StringComparison.Ordinal) ? digits.TrimEnd('0').TrimEnd('.') : digits;
        return digits.TrimStart('0');
    }

    private static string Shortened(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 40 ? line : line[..40] + "…";
    }

    private static string FirstSentence(string message) => message.Split(". ", 2)[0].TrimEnd('.');
}

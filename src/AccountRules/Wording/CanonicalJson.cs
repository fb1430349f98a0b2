using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AccountRules.Wording;

/// <summary>
/// JSON in the one spelling by which two texts that say the same are the same text: no blanks, properties in the ordinal order of their names, numbers without
/// zeros at their ends, in strings only what must be escaped. It is said in docs/time.md, and never changes: fingerprints and digests are made of it.
/// </summary>
internal static class CanonicalJson
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (char)c), '"', '\\']);

    /// <summary>A JSON text in that spelling.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="JsonException">It is no JSON, or holds a string that is no Unicode text.</exception>
    public static string Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Of(document.RootElement);
    }

    /// <inheritdoc cref="Of(string)"/>
    /// <param name="element">The parsed text.</param>
    /// <param name="isShort">Whether properties that are <c>null</c> or an empty list are left out.</param>
    public static string Of(JsonElement element, bool isShort = false)
    {
        try
        {
            var text = new StringBuilder();
            Write(text, element, isShort);
            return text.ToString();
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("A string in it is no Unicode text.", e);
        }
    }

    /// <summary>The SHA-256 of the text in UTF-8, in lower-case hexadecimal digits.</summary>
    public static string Hash(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    private static void Write(StringBuilder text, JsonElement element, bool isShort)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var properties = element.EnumerateObject().Where(p => !(isShort && IsNothing(p.Value)));
                Join(text, '{', properties.OrderBy(p => p.Name, StringComparer.Ordinal), '}', property =>
                {
                    Write(text, property.Name);
                    text.Append(':');
                    Write(text, property.Value, isShort);
                });
                break;
            case JsonValueKind.Array:
                Join(text, '[', element.EnumerateArray(), ']', item => Write(text, item, isShort));
                break;
            case JsonValueKind.String:
                Write(text, element.GetString()!);
                break;
            case JsonValueKind.Number:
                text.Append(Number(element.GetRawText()));
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }

    private static bool IsNothing(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0);

    private static void Join<T>(StringBuilder text, char open, IEnumerable<T> items, char close, Action<T> write)
    {
        var before = open;
        foreach (var item in items)
        {
            text.Append(before);
            write(item);
            before = ',';
        }

        text.Append(before == open ? $"{open}{close}" : close.ToString());
    }

    private static void Write(StringBuilder text, string value)
    {
        text.Append('"');
        if (value.AsSpan().IndexOfAny(Escaped) < 0)
            text.Append(value);
        else
            WriteEscaped(text, value);

        text.Append('"');
    }

    private static void WriteEscaped(StringBuilder text, string value)
    {
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' or '\\' => text.Append('\\').Append(c),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }
    }

    /// <summary>A number with an exponent, which no decimal is written with, stays as it is.</summary>
    private static string Number(string written)
    {
        if (written.AsSpan().ContainsAny('e', 'E'))
            return written;

        var trimmed = written.Contains('.', StringComparison.Ordinal) ? written.TrimEnd('0').TrimEnd('.') : written;
        return trimmed == "-0" ? "0" : trimmed;
    }
}

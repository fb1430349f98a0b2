using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AccountRules.Cli.Output;

/// <summary>Texts in JSON: what would steer a terminal, such as marks of direction, is escaped; the text is the same to every reader of JSON.</summary>
internal static class JsonText
{
    /// <summary>Writes a text as a property.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="name">The property's name.</param>
    /// <param name="text">The text.</param>
    public static void WriteText(this Utf8JsonWriter writer, JsonEncodedText name, string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') || !text.Any(IsFormat))
        {
            writer.WriteString(name, text);
            return;
        }

        var escaped = JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;
        writer.WritePropertyName(name);
        writer.WriteRawValue($"\"{string.Concat(escaped.Select(c => IsFormat(c) ? $"\\u{(int)c:X4}" : c.ToString()))}\"", skipInputValidation: true);
    }

    private static bool IsFormat(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}

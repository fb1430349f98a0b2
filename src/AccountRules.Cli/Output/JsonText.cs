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
        if (!HasFormat(text))
        {
            writer.WriteString(name, text);
            return;
        }

        writer.WritePropertyName(name);
        writer.WriteText(text);
    }

    /// <summary>Writes a text as a value.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="text">The text.</param>
    public static void WriteText(this Utf8JsonWriter writer, string text)
    {
        if (!HasFormat(text))
        {
            writer.WriteStringValue(text);
            return;
        }

        var escaped = JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;
        writer.WriteRawValue($"\"{string.Concat(escaped.Select(c => IsFormat(c) ? $"\\u{(int)c:X4}" : c.ToString()))}\"", skipInputValidation: true);
    }

    /// <summary>Whether a text has a character that would steer a terminal.</summary>
    /// <param name="text">The text.</param>
    public static bool HasFormat(ReadOnlySpan<char> text)
    {
        for (var i = text.IndexOfAnyExceptInRange(' ', '~'); i >= 0 && i < text.Length; i++)
        {
            if (IsFormat(text[i]))
                return true;
        }

        return false;
    }

    private static bool IsFormat(char c) => c > '~' && char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}

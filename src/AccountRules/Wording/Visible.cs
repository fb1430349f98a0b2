using System.Globalization;
using System.Text;

namespace AccountRules;

/// <summary>
/// Texts of others on one line for people: what would steer a terminal or hide in a text is written as its code point, such as <c>\u202E</c>. The command line
/// compiles this file too, so that both say it alike.
/// </summary>
internal static class Visible
{
    /// <summary>The text with its control characters, line ends, invisible characters and halves of surrogate pairs written out.</summary>
    public static string Text(string text)
    {
        var escaped = (StringBuilder?)null;
        for (var i = 0; i < text.Length;)
        {
            var isWhole = Rune.TryGetRuneAt(text, i, out var rune);
            var length = isWhole ? rune.Utf16SequenceLength : 1;
            if (isWhole && !IsInvisible(rune))
                escaped?.Append(text, i, length);
            else
                Write(escaped ??= new StringBuilder(text, 0, i, text.Length + 16), isWhole ? rune.Value : text[i]);

            i += length;
        }

        return escaped?.ToString() ?? text;
    }

    /// <summary>Whether a character steers the text or shows nothing; a blank shows where it is.</summary>
    public static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(
            rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 or (>= 0x180B and <= 0x180F);

    private static void Write(StringBuilder escaped, int character) => _ = character switch
    {
        '\n' => escaped.Append("\\n"),
        '\r' => escaped.Append("\\r"),
        '\t' => escaped.Append("\\t"),
        > char.MaxValue => escaped.Append(CultureInfo.InvariantCulture, $"\\U{character:X8}"),
        _ => escaped.Append(CultureInfo.InvariantCulture, $"\\u{character:X4}"),
    };
}

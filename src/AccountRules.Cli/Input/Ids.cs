using System.Text;

namespace AccountRules.Cli.Input;

/// <summary>Ids and names: two that people read alike are the same text.</summary>
internal static class Ids
{
    /// <summary>What is allowed, where a text cannot be an id; <c>null</c> where it can.</summary>
    /// <param name="text">The text, in Unicode.</param>
    public static string? Unfit(string text)
    {
        Rune.DecodeFromUtf16(text, out var first, out _);
        Rune.DecodeLastFromUtf16(text, out var last, out _);
        if (IsUnseen(first) || IsUnseen(last))
            return "a text without blanks or invisible characters around it";

        if (text.Contains('\uFFFD', StringComparison.Ordinal))
            return "a text without U+FFFD, which stands for a character that was lost on the way";

        return Composed.Is(text) ? null : "a text in Unicode's composed form (NFC), in which é is one character; this one looks like it and is another";
    }

    /// <summary>Whether it is nothing but blanks and invisible characters.</summary>
    /// <param name="text">The text.</param>
    public static bool IsBlank(string text) => text.EnumerateRunes().All(IsUnseen);

    private static bool IsUnseen(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Visible.IsInvisible(rune) || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}

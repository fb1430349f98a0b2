using System.Globalization;
using System.Text;

namespace AccountRules.Cli.Input;

/// <summary>Values of the user in messages: in backticks, on one line, shortened.</summary>
internal static class Shown
{
    private const int MostCharacters = 40;

    /// <summary>A value as it is shown, such as <c>`2026-02-30`</c>; <c>nothing</c> where it is empty.</summary>
    /// <param name="utf8">The value.</param>
    public static string Value(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return "nothing";

        // A character takes up to four bytes, so this holds enough of them; a character cut in half at the end is not shown.
        var text = Encoding.UTF8.GetString(utf8.Length > MostCharacters * 4 ? utf8[..(MostCharacters * 4)] : utf8);
        var isWhole = utf8.Length <= MostCharacters * 4 && text.Length <= MostCharacters;
        return isWhole ? $"`{Escaped(text)}`" : $"`{Escaped(text[..MostCharacters])}…` ({Count(Encoding.UTF8.GetCharCount(utf8))} characters)";
    }

    /// <inheritdoc cref="Value(ReadOnlySpan{byte})"/>
    public static string Value(string text) => Value(Encoding.UTF8.GetBytes(text));

    /// <summary>A count for people: <c>4,980</c>.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A text that begins with a capital letter.</summary>
    public static string Upper(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>What could not be read, in a sentence; empty where all was.</summary>
    /// <param name="files">How many files, to their end.</param>
    /// <param name="rows">How many rows.</param>
    public static string Unread(long files, long rows)
    {
        string[] what =
        [
            .. files > 0 ? [$"{Count(files)} {(files == 1 ? "file" : "files")}"] : Array.Empty<string>(),
            .. rows > 0 ? [$"{Count(rows)} {(rows == 1 ? "row" : "rows")}"] : Array.Empty<string>(),
        ];
        return what.Length == 0 ? ""
            : $"{string.Join(" and ", what)} could not be read: what {(files + rows == 1 ? "it says" : "they say")} is missing here, or undetermined.";
    }

    /// <summary>The version of a policy, or the first and the last of a history: <c>version 2026.1</c>, <c>versions 2026.1 to 2026.3</c>.</summary>
    /// <param name="policy">The policy.</param>
    public static string Versions(Policy policy) => policy is PolicyHistory { Versions: [var first, .., var last] }
        ? $"versions {first.Version} to {last.Version}"
        : $"version {policy.Version}";

    private static string Escaped(string text) => Visible.Text(text).Replace("`", "\\`", StringComparison.Ordinal);
}

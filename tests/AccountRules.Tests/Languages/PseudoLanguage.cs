using System.Text;
using System.Text.RegularExpressions;

namespace AccountRules.Tests.Languages;

/// <summary>
/// A language in which no letter is one of English: a word in English letters is then either of the data, or was never given to be translated.
/// </summary>
internal sealed partial class PseudoLanguage
{
    private static readonly HashSet<string> Known = [.. Language.Messages];

    private readonly HashSet<string> unknown = [];

    public PseudoLanguage() => Language = new("qps-ploc", message =>
    {
        if (!Known.Contains(message) && message.Any(char.IsLetter))
            unknown.Add(message);

        return Widened(message);
    });

    public Language Language { get; }

    /// <summary>What was to be translated and is in no catalogue.</summary>
    public IReadOnlyCollection<string> Unknown => unknown;

    /// <summary>The words in English letters, of three letters at least.</summary>
    public static IEnumerable<string> EnglishWords(string text) => Word().Matches(text).Select(match => match.Value);

    private static string Widened(string message)
    {
        var (text, isPlace) = (new StringBuilder(), false);
        foreach (var c in message)
        {
            isPlace = c == '{' || (isPlace && c != '}');
            text.Append(!isPlace && char.IsAsciiLetter(c) ? (char)(c - 'A' + 'Ａ') : c);
        }

        return text.ToString();
    }

    [GeneratedRegex("[A-Za-z]{3,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}

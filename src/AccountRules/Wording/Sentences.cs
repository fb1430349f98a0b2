using System.Text;

namespace AccountRules.Wording;

/// <summary>Sentences with places to fill in, such as <c>{value}</c>.</summary>
internal static class Sentences
{
    /// <summary>
    /// The sentence with its places filled in; <c>null</c> where there is nothing for one of them. A part in brackets is left out where there is nothing for
    /// one of its own.
    /// </summary>
    public static string? Fill(string sentence, Func<string, string?> said)
    {
        var text = new StringBuilder(sentence.Length + 32);
        for (var at = 0; at < sentence.Length;)
        {
            var (open, close) = Next(sentence, at);
            if (close < 0)
                return text.Append(sentence, at, sentence.Length - at).ToString();

            text.Append(sentence, at, open - at);
            var inside = sentence[(open + 1)..close];
            if (sentence[open] == '[')
                text.Append(Fill(inside, said));
            else if (said(inside) is { } value)
                text.Append(value);
            else
                return null;

            at = close + 1;
        }

        return text.ToString();
    }

    /// <summary>Where the next place, or part in brackets, begins and ends; it ends before 0 where there is none.</summary>
    private static (int Open, int Close) Next(string sentence, int at)
    {
        var open = sentence.AsSpan(at).IndexOfAny('{', '[') + at;
        return open < at ? (open, -1) : (open, sentence.IndexOf(sentence[open] == '{' ? '}' : ']', open));
    }
}

using System.Text;

namespace AccountRules.Wording;

/// <summary>Sentences with places to fill in, such as <c>{value}</c>.</summary>
internal static class Sentences
{
    /// <summary>The sentence with its places filled in; <c>null</c> where there is nothing for one of them.</summary>
    public static string? Fill(string sentence, Func<string, string?> said)
    {
        var text = new StringBuilder(sentence.Length + 32);
        for (var at = 0; at < sentence.Length;)
        {
            var open = sentence.IndexOf('{', at);
            var close = open < 0 ? -1 : sentence.IndexOf('}', open);
            if (close < 0)
                return text.Append(sentence, at, sentence.Length - at).ToString();

            if (said(sentence[(open + 1)..close]) is not { } value)
                return null;

            text.Append(sentence, at, open - at).Append(value);
            at = close + 1;
        }

        return text.ToString();
    }
}

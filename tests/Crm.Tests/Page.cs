using System.Net;
using System.Text.RegularExpressions;

namespace AccountRules.Crm.Tests;

/// <summary>What stands on a page, read without a browser.</summary>
internal static class Page
{
    /// <summary>The section with a heading of that id, up to its end.</summary>
    public static string Section(string html, string id)
    {
        var begin = html.IndexOf($"<section aria-labelledby=\"{id}\"", StringComparison.Ordinal);
        if (begin < 0)
            begin = html.IndexOf($"<section class=\"rule\" aria-labelledby=\"{id}\"", StringComparison.Ordinal);

        Assert.True(begin >= 0, $"The page has no section {id}.");
        return html[begin..html.IndexOf("</section>", begin, StringComparison.Ordinal)];
    }

    /// <summary>The rows of the tables' bodies and feet, each with the texts of its cells.</summary>
    public static List<string[]> Rows(string html) =>
    [
        .. from part in Find(html, "<tbody>.*?</tbody>|<tfoot>.*?</tfoot>")
           from row in Find(part, "<tr>.*?</tr>")
           select Find(row, "<t[hd][^>]*>(.*?)</t[hd]>").Select(Text).ToArray(),
    ];

    /// <summary>The words between the tags, with a blank between them.</summary>
    public static string Text(string html)
    {
        var parts = html.Split('<').Select((part, i) => i == 0 ? part : part[(part.IndexOf('>', StringComparison.Ordinal) + 1)..]);
        return string.Join(' ', WebUtility.HtmlDecode(string.Join(' ', parts)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>What a pattern finds: its one group, or all of it.</summary>
    public static IEnumerable<string> Find(string text, string pattern) =>
        Regex.Matches(text, pattern, RegexOptions.Singleline | RegexOptions.NonBacktracking).Select(match => match.Groups[^1].Value);
}

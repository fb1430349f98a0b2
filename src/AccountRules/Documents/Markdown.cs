using System.Buffers;
using System.Text;

namespace AccountRules.Documents;

/// <summary>Texts of a policy's author in Markdown: shown as they are written, whatever a reader of Markdown, HTML or a terminal would make of them.</summary>
internal static class Markdown
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<>&|~#$:@");

    public static string Text(string text)
    {
        var line = Visible.Text(text);
        var escaped = new StringBuilder(line.Length + 8);
        foreach (var c in line)
            _ = Special.Contains(c) ? escaped.Append('\\').Append(c) : escaped.Append(c);

        return escaped.ToString();
    }
}

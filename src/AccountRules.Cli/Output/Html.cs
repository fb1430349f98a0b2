using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace AccountRules.Cli.Output;

/// <summary>Texts of others in a page: the one place that escapes them.</summary>
internal static partial class Html
{
    /// <summary>A text as it is, on one line: nothing in it is a tag, an entity or an attribute's end, and nothing in it steers the text around it.</summary>
    /// <param name="text">The text.</param>
    public static string Text(string? text) => WebUtility.HtmlEncode(Visible.Text(text ?? ""));

    /// <summary>A name of others, whose direction of writing is its own.</summary>
    /// <param name="name">The name.</param>
    public static string Name(string? name) => $"<bdi>{Text(name)}</bdi>";

    /// <summary>A sentence, whose dates are not broken over two lines.</summary>
    /// <param name="text">The sentence.</param>
    public static string Sentence(string text) => $"<bdi>{Dates().Replace(Text(text), "<span class=\"d\">$0</span>")}</bdi>";

    /// <summary>The path of a term, which may be broken between its parts.</summary>
    /// <param name="term">The path, such as <c>performancePay.bands[Full].above</c>.</param>
    public static string Path(string term) =>
        $"<code>{Text(term).Replace(".", ".<wbr>", StringComparison.Ordinal).Replace("[", "<wbr>[", StringComparison.Ordinal)}</code>";

    /// <summary>A place in a drawing.</summary>
    /// <param name="number">The place.</param>
    public static string At(decimal number) => Math.Round(number, 1).ToString("0.#", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dates();
}

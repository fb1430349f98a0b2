namespace AccountRules.Cli.Output;

/// <summary>A page that is complete in itself: its style and pictures are in it, and it runs and fetches nothing.</summary>
/// <param name="output">Takes it.</param>
internal sealed class HtmlPage(TextWriter output)
{
    /// <summary>Writes the page.</summary>
    /// <param name="title">What it is about.</param>
    /// <param name="name">What it is called in a list of pages.</param>
    /// <param name="remark">What stands under its title.</param>
    /// <param name="more">Style beside the one that all pages share.</param>
    /// <param name="content">Writes what is in it.</param>
    public void Write(string title, string name, string remark, string more, Action content)
    {
        output.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{Html.Text(name)}</title>
            <style>
            {ReportStyle.Css}
            {ReportStyle.Standings}{more}</style>
            </head>
            <body>
            {Charts.Patterns}<main>
            <h1>{Html.Text(title)}</h1>
            <p class="soft">{Html.Text(remark)}</p>

            """);
        content();
        output.Write("<footer>Made by AccountRules from the data and the policy; nothing in this page is fetched from elsewhere.</footer>\n");
        output.Write("</main>\n</body>\n</html>\n");
    }

    /// <summary>Writes what is HTML as it is.</summary>
    /// <param name="html">The HTML.</param>
    public void Add(string html) => output.Write(html);

    /// <summary>Writes a section.</summary>
    /// <param name="title">Its title, as HTML.</param>
    /// <param name="remark">What stands beside the title, as HTML; empty for nothing.</param>
    /// <param name="content">Writes what is in it.</param>
    public void Section(string title, string remark, Action content)
    {
        output.Write($"<section>\n<h2>{title}{(remark.Length > 0 ? $" <small>{remark}</small>" : "")}</h2>\n");
        content();
        output.Write("</section>\n");
    }

    /// <summary>Writes a table of cells that are written as they are.</summary>
    /// <param name="class">The table's class.</param>
    /// <param name="columns">The titles of the columns.</param>
    /// <param name="classes">The class of each column, which is one letter; 0 for none.</param>
    /// <param name="rows">The rows.</param>
    public void Table(string @class, string[] columns, IReadOnlyList<int> classes, IEnumerable<string[]> rows)
    {
        string Class(int i) => i < classes.Count && classes[i] != 0 ? $" class=\"{(char)classes[i]}\"" : "";
        output.Write($"<div class=\"scroll\"><table class=\"{@class}\"><thead><tr>");
        output.Write($"{string.Concat(columns.Select((c, i) => $"<th{Class(i)}>{c}</th>"))}</tr></thead><tbody>\n");
        foreach (var cells in rows)
            output.Write($"<tr>{string.Concat(cells.Select((cell, i) => $"<td{Class(i)}>{cell}</td>"))}</tr>\n");

        output.Write("</tbody></table></div>\n");
    }
}

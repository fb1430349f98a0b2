using AccountRules.Cli.Input;
using Spectre.Console;

namespace AccountRules.Cli.Output;

/// <summary>Where lines and tables are written for people: on a screen, in Markdown, or in a page of HTML.</summary>
internal sealed class Page
{
    private readonly TextWriter output;
    private readonly IAnsiConsole? console;
    private readonly HtmlPage? html;

    private Page(TextWriter output, IAnsiConsole? console, HtmlPage? html = null) => (this.output, this.console, this.html) = (output, console, html);

    /// <summary>Signalled when the user wants the run to end.</summary>
    public CancellationToken Stop { get; private init; }

    /// <summary>A page on a screen, or in a plain text.</summary>
    /// <param name="output">Takes the text.</param>
    /// <param name="terminal">Where it runs.</param>
    public static Page On(TextWriter output, Terminal terminal) => new(output, Screen.On(output, terminal)) { Stop = terminal.Stop };

    /// <summary>A page in Markdown.</summary>
    /// <param name="output">Takes the text.</param>
    public static Page Markdown(TextWriter output) => new(output, console: null);

    /// <summary>A page in Markdown where that is the format, and on a screen otherwise.</summary>
    /// <param name="format">The format.</param>
    /// <param name="output">Takes the text.</param>
    /// <param name="terminal">Where it runs.</param>
    public static Page Of(string format, TextWriter output, Terminal terminal) => format == "markdown" ? Markdown(output) : On(output, terminal);

    /// <summary>What is in a page of HTML.</summary>
    /// <param name="page">The page.</param>
    public static Page Html(HtmlPage page) => new(TextWriter.Null, console: null, page);

    /// <summary>Says under what people read what could not be read; nothing where all was, or where programs read it.</summary>
    /// <param name="unread">What could not be read.</param>
    /// <param name="format">What was written: table, markdown or another format.</param>
    /// <param name="output">Takes the text.</param>
    /// <param name="terminal">Where it runs.</param>
    public static void Unread(string unread, string format, TextWriter output, Terminal terminal)
    {
        if (unread.Length > 0 && format is "table" or "markdown")
            Of(format, output, terminal).Line($"[yellow]{Screen.Text(unread)}[/]");
    }

    /// <summary>How many characters have room beside each other.</summary>
    public int Width => console?.Profile.Width ?? int.MaxValue;

    /// <summary>Whether it is Markdown.</summary>
    public bool IsMarkdown => console is null && html is null;

    /// <summary>Leaves room before what follows; in Markdown it has it.</summary>
    public void Space() => console?.WriteLine();

    /// <summary>Writes a line.</summary>
    /// <param name="markup">The line, in markup.</param>
    public void Line(string markup)
    {
        if (console is not null)
            console.MarkupLine(markup);
        else if (html is not null)
            html.Add($"<p>{OfHtml(markup)}</p>\n");
        else
            output.Write($"{Plain(markup)}\n\n");
    }

    /// <summary>Says that rows are left out, where some are.</summary>
    /// <param name="shown">How many are shown.</param>
    /// <param name="all">How many there are.</param>
    /// <param name="how">How they were chosen; empty where they are the first.</param>
    public void Rest(long shown, long all, string how = "")
    {
        if (shown < all)
            Line($"[grey]showing {Shown.Count(shown)} of {Shown.Count(all)}{how}; --limit 0 shows all[/]");
    }

    /// <summary>Writes a heading, with a remark beside it.</summary>
    /// <param name="title">The heading, in markup.</param>
    /// <param name="remark">The remark, in markup; empty for none.</param>
    public void Heading(string title, string remark = "")
    {
        if (html is not null)
        {
            html.Add($"<h2>{OfHtml(title)}{(remark.Length > 0 ? $" <small>{OfHtml(remark)}</small>" : "")}</h2>\n");
            return;
        }

        if (console is null)
        {
            output.Write($"## {Plain(title)}\n\n{(remark.Length > 0 ? Plain(remark) + "\n\n" : "")}");
            return;
        }

        console.WriteLine();
        console.MarkupLine($"[bold]{title}[/]{(remark.Length > 0 ? $"  [grey]{remark}[/]" : "")}");
    }

    /// <summary>Writes lines that belong together, as a list.</summary>
    /// <param name="markup">The lines, in markup.</param>
    public void List(IEnumerable<string> markup)
    {
        if (html is not null)
        {
            html.Add($"<ul>{string.Concat(markup.Select(line => $"<li>{OfHtml(line)}</li>"))}</ul>\n");
            return;
        }

        foreach (var line in markup)
        {
            if (console is not null)
                console.MarkupLine($"  {line}");
            else
                output.Write($"- {Plain(line)}\n");
        }

        if (console is null)
            output.Write('\n');
    }

    /// <summary>Writes a table with a line for each row.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">The columns; <c>null</c> for one that there is not.</param>
    public void Table<T>(IEnumerable<T> rows, params IEnumerable<TextColumn<T>?> columns) => Table(TextTable.Of(rows, columns));

    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    public void Table(TextTable table)
    {
        if (console is not null)
            table.Write(console, Stop);
        else if (html is not null)
            throw new InvalidOperationException("A page of HTML has tables of its own, which fit narrow windows: HtmlPage.Table.");
        else
            table.WriteMarkdown(row => output.Write($"| {string.Join(" | ", row)} |\n"), Plain, () => output.Write('\n'));
    }

    /// <summary>The text of markup, escaped for Markdown: the one place that does so.</summary>
    private static string Plain(string markup) => Documents.Markdown.Text(Markup.Remove(markup));

    /// <summary>The same for HTML, in which a sentence's direction of writing is its own.</summary>
    private static string OfHtml(string markup) => Output.Html.Sentence(Markup.Remove(markup));
}

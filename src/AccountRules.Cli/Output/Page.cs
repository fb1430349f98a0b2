using Spectre.Console;

namespace AccountRules.Cli.Output;

/// <summary>Where lines and tables are written for people: on a screen, or in Markdown.</summary>
internal sealed class Page
{
    private readonly TextWriter output;
    private readonly IAnsiConsole? console;

    private Page(TextWriter output, IAnsiConsole? console) => (this.output, this.console) = (output, console);

    /// <summary>A page on a screen, or in a plain text.</summary>
    /// <param name="output">Takes the text.</param>
    /// <param name="terminal">Where it runs.</param>
    public static Page On(TextWriter output, Terminal terminal) => new(output, Screen.On(output, terminal));

    /// <summary>A page in Markdown.</summary>
    /// <param name="output">Takes the text.</param>
    public static Page Markdown(TextWriter output) => new(output, console: null);

    /// <summary>How many characters have room beside each other.</summary>
    public int Width => console?.Profile.Width ?? int.MaxValue;

    /// <summary>Whether it is Markdown.</summary>
    public bool IsMarkdown => console is null;

    /// <summary>Leaves room before what follows; in Markdown it has it.</summary>
    public void Space() => console?.WriteLine();

    /// <summary>Writes a line.</summary>
    /// <param name="markup">The line, in markup.</param>
    public void Line(string markup)
    {
        if (console is not null)
            console.MarkupLine(markup);
        else
            output.Write($"{Plain(markup)}\n\n");
    }

    /// <summary>Writes a heading, with a remark beside it.</summary>
    /// <param name="title">The heading, in markup.</param>
    /// <param name="remark">The remark, in markup; empty for none.</param>
    public void Heading(string title, string remark = "")
    {
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

    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    public void Table(TextTable table)
    {
        if (console is not null)
            table.Write(console);
        else
            table.WriteMarkdown(row => output.Write($"| {string.Join(" | ", row)} |\n"), Plain, () => output.Write('\n'));
    }

    /// <summary>The text of markup, escaped for Markdown: the one place that does so.</summary>
    private static string Plain(string markup) => Documents.Markdown.Text(Markup.Remove(markup));
}

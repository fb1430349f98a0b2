using Spectre.Console;
using Spectre.Console.Rendering;

namespace AccountRules.Cli.Output;

/// <summary>A table on a screen of any width: long cells take several lines; where the columns have no room beside each other, each row is a list.</summary>
/// <param name="columns">The columns: title as markup, whether its cells are set to the right, and whether they may take several lines.</param>
internal sealed class TextTable(params IReadOnlyList<(string Title, bool IsNumber, bool Wraps)> columns)
{
    /// <summary>A cell that takes several lines is this wide at least: in narrower ones nobody reads.</summary>
    private const int NarrowestWrapped = 12;

    private readonly List<string[]> rows = [];

    /// <summary>A table with a line for each row.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">The columns; <c>null</c> for one that there is not.</param>
    public static TextTable Of<T>(IEnumerable<T> rows, IEnumerable<TextColumn<T>?> columns)
    {
        TextColumn<T>[] all = [.. columns.OfType<TextColumn<T>>()];
        var table = new TextTable([.. all.Select(c => (c.Title, c.IsNumber, c.Wraps))]);
        foreach (var row in rows)
            table.Add([.. all.Select(c => c.Cell(row))]);

        return table;
    }

    /// <summary>Adds a row.</summary>
    /// <param name="cells">A cell for each column, as markup.</param>
    public void Add(params string[] cells) => rows.Add(cells);

    /// <summary>Writes the table.</summary>
    /// <param name="console">Takes it.</param>
    /// <param name="stop">Signalled when the user wants the run to end: a table of a million rows takes minutes.</param>
    /// <exception cref="OperationCanceledException">The user wants the run to end.</exception>
    public void Write(IAnsiConsole console, CancellationToken stop)
    {
        if (Width(console, stop) <= console.Profile.Width)
            WriteTable(console, stop);
        else
            WriteLists(console, stop);
    }

    /// <summary>Writes the table in Markdown.</summary>
    /// <param name="row">Takes the cells of a row.</param>
    /// <param name="text">Makes the text of a cell.</param>
    /// <param name="end">Ends the table.</param>
    public void WriteMarkdown(Action<IEnumerable<string>> row, Func<string, string> text, Action end)
    {
        row(columns.Select(c => text(c.Title)));
        row(columns.Select(c => c.IsNumber ? "--:" : "---"));
        foreach (var cells in rows)
            row(cells.Select(text));

        end();
    }

    /// <summary>The least width in which the table can be read.</summary>
    private int Width(IAnsiConsole console, CancellationToken stop)
    {
        var options = RenderOptions.Create(console, console.Profile.Capabilities);
        int WidthOf(string markup) => new Cell(markup, stop).Measure(options, int.MaxValue).Max;
        var width = 1;
        for (var i = 0; i < columns.Count; i++)
        {
            var widest = Math.Max(WidthOf(columns[i].Title), rows.Count == 0 ? 0 : rows.Max(cells => WidthOf(cells[i])));
            width += 3 + (columns[i].Wraps ? Math.Min(widest, NarrowestWrapped) : widest);
        }

        return width;
    }

    private void WriteTable(IAnsiConsole console, CancellationToken stop)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var (title, isNumber, wraps) in columns)
            table.AddColumn(new TableColumn(title) { Alignment = isNumber ? Justify.Right : Justify.Left, NoWrap = !wraps });

        foreach (var cells in rows)
            table.AddRow(cells.Select(markup => new Cell(markup, stop)));

        console.Write(table);
    }

    /// <summary>A first cell that is empty is as the one above it.</summary>
    private void WriteLists(IAnsiConsole console, CancellationToken stop)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            stop.ThrowIfCancellationRequested();
            if (i > 0)
            {
                console.WriteLine();
                rows[i][0] = rows[i][0].Length > 0 ? rows[i][0] : rows[i - 1][0];
            }

            foreach (var (column, cell) in columns.Zip(rows[i]).Where(pair => pair.Second.Length > 0))
                console.MarkupLine($"{column.Title}: {cell}");
        }
    }

    /// <summary>A cell that is not worked out any more when the user wants the run to end.</summary>
    private sealed class Cell(string markup, CancellationToken stop) : IRenderable
    {
        private readonly IRenderable text = new Markup(markup);

        public Measurement Measure(RenderOptions options, int maxWidth)
        {
            stop.ThrowIfCancellationRequested();
            return text.Measure(options, maxWidth);
        }

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
        {
            stop.ThrowIfCancellationRequested();
            return text.Render(options, maxWidth);
        }
    }
}

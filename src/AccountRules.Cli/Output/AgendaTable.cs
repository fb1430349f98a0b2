using System.Globalization;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;
using Spectre.Console;

namespace AccountRules.Cli.Output;

/// <summary>Shows an agenda to people, day by day, account by account or rule by rule, and totals.</summary>
internal sealed class AgendaTable(AgendaRequest request, int limit, Terminal terminal) : RowWriter<IGrouping<string, AgendaEntry>>
{
    private readonly List<IGrouping<string, AgendaEntry>> groups = [];

    /// <inheritdoc/>
    public override bool IsStreaming => false;

    /// <inheritdoc/>
    public override void Write(IGrouping<string, AgendaEntry> item) => groups.Add(item);

    /// <inheritdoc/>
    public override void Complete()
    {
        using var text = terminal.OutText();
        var console = Screen.On(text, terminal);
        var all = groups.Sum(g => g.Count());
        WriteEntries(console, limit == 0 ? all : Math.Min(limit, all));
        if (limit > 0 && limit < all)
            console.MarkupLine($"[grey]showing {Shown.Count(limit)} of {Shown.Count(all)}; --limit 0 shows all[/]");

        WriteTotals(console, all);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        // It writes with what it makes at the end.
    }

    /// <summary>The name of a group stands in its first row.</summary>
    private void WriteEntries(IAnsiConsole console, int most)
    {
        var rows = groups.SelectMany(g => g.Select((entry, i) => (Title: i == 0 ? TitleOf(g) : "", Entry: entry))).Take(most).ToArray();
        if (rows.Length == 0)
            return;

        var columns = AgendaColumn.For(request.GroupBy).Where(c => Array.Exists(rows, r => c.Cell(r.Entry).Length > 0)).ToArray();
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        table.AddColumn(new TableColumn($"[grey]{request.GroupBy}[/]") { NoWrap = true });
        foreach (var column in columns)
            table.AddColumn(new TableColumn($"[grey]{Markup.Escape(column.Title)}[/]") { NoWrap = !column.Wraps });

        foreach (var (title, entry) in rows)
            table.AddRow([$"[bold]{Markup.Escape(title)}[/]", .. columns.Select(c => c.Cell(entry))]);

        console.WriteLine();
        console.Write(table);
    }

    private string TitleOf(IGrouping<string, AgendaEntry> group) => request.GroupBy switch
    {
        Grouping.Day => group.First().On.ToString("yyyy-MM-dd ddd", CultureInfo.InvariantCulture),
        _ => group.Key.Length > 0 ? group.Key : "no account",
    };

    private void WriteTotals(IAnsiConsole console, int all)
    {
        var until = request.AsOf.DayNumber + Math.Min(request.Days, DateOnly.MaxValue.DayNumber - request.AsOf.DayNumber);
        var span = $"after [bold]{request.AsOf:yyyy-MM-dd}[/] up to [bold]{DateOnly.FromDayNumber(until):yyyy-MM-dd}[/], by the policy [bold]{Markup.Escape(request.Policy.Name)}[/], version [bold]{Markup.Escape(request.Policy.Version)}[/]";
        console.WriteLine();
        if (all == 0)
        {
            console.MarkupLine($"Nothing changes {span}.");
            return;
        }

        var changed = groups.SelectMany(g => g).Where(e => e.Kind == ChangeKind.Changed).ToArray();
        var standings = changed.Select(e => e.To).Distinct().Order().ToArray();
        var moved = all - changed.Length;
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        table.AddColumn("[grey]Becomes[/]");
        foreach (var standing in standings)
            table.AddColumn(new TableColumn(Paint.Standing(standing, standing.ToString())).RightAligned());

        if (moved > 0)
            table.AddColumn(new TableColumn("[grey]Another band[/]").RightAligned());

        table.AddColumn(new TableColumn("[bold]All[/]").RightAligned());
        foreach (var rule in groups.SelectMany(g => g).GroupBy(e => e.Rule.Id, StringComparer.Ordinal).OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            var counts = standings.Select(s => rule.Count(e => e.Kind == ChangeKind.Changed && e.To == s)).ToList();
            if (moved > 0)
                counts.Add(rule.Count(e => e.Kind == ChangeKind.Moved));

            var cells = counts.Select(count => count > 0 ? Shown.Count(count) : "[grey]·[/]");
            table.AddRow([Markup.Escape(rule.Key), .. cells, $"[bold]{Shown.Count(counts.Sum())}[/]"]);
        }

        console.Write(table);
        console.MarkupLine($"Changes {span}.");
    }
}

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
        if (Unread.Length > 0)
            console.MarkupLine($"[yellow]{Screen.Text(Unread)}[/]");
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
        var table = new TextTable(
            [($"[grey]{request.GroupBy}[/]", false, request.GroupBy == Grouping.Account), .. columns.Select(c => ($"[grey]{c.Title}[/]", false, c.Wraps))]);
        foreach (var (title, entry) in rows)
            table.Add([title.Length == 0 ? "" : $"[bold]{Screen.Text(title)}[/]", .. columns.Select(c => c.Cell(entry))]);

        console.WriteLine();
        table.Write(console, terminal.Stop);
    }

    private string TitleOf(IGrouping<string, AgendaEntry> group) => request.GroupBy switch
    {
        Grouping.Day => group.First().On.ToString("yyyy-MM-dd ddd", CultureInfo.InvariantCulture),
        _ => group.Key.Length > 0 ? group.Key : "no account",
    };

    private void WriteTotals(IAnsiConsole console, int all)
    {
        var until = request.AsOf.DayNumber + Math.Min(request.Days, DateOnly.MaxValue.DayNumber - request.AsOf.DayNumber);
        var span = string.Create(
            CultureInfo.InvariantCulture,
            $"after [bold]{request.AsOf:yyyy-MM-dd}[/] up to [bold]{DateOnly.FromDayNumber(until):yyyy-MM-dd}[/], "
            + $"by the policy [bold]{Screen.Text(request.Policy.Name)}[/], [bold]{Screen.Text(Shown.Versions(request.Policy))}[/]");
        console.WriteLine();
        if (all == 0)
        {
            console.MarkupLine($"Nothing changes {span}.");
            return;
        }

        var changed = groups.SelectMany(g => g).Where(e => e.Begins()).ToArray();
        var standings = changed.Select(e => e.To).Distinct().Order().ToArray();
        var waived = groups.SelectMany(g => g).Count(e => e.IsWaived());
        var moved = all - changed.Length - waived;
        var table = new TextTable(
        [
            ("[grey]Becomes[/]", false, false), .. standings.Select(s => (Paint.Standing(s, s.ToString()), true, false)),
            .. moved > 0 ? [("[grey]Another band[/]", true, false)] : Array.Empty<(string, bool, bool)>(),
            .. waived > 0 ? [("[grey]Waived[/]", true, false)] : Array.Empty<(string, bool, bool)>(), ("[bold]All[/]", true, false),
        ]);
        foreach (var rule in groups.SelectMany(g => g).GroupBy(e => e.Rule.Id, StringComparer.Ordinal).OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            int[] counts = [
                .. standings.Select(s => rule.Count(e => e.Begins() && e.To == s)),
                .. moved > 0 ? [rule.Count(e => !e.Begins() && !e.IsWaived())] : Array.Empty<int>(),
                .. waived > 0 ? [rule.Count(e => e.IsWaived())] : Array.Empty<int>(),
            ];
            table.Add([
                Screen.Text(rule.Key),
                .. counts.Select(count => count > 0 ? Shown.Count(count) : "[grey]·[/]"), $"[bold]{Shown.Count(counts.Sum())}[/]",
            ]);
        }

        table.Write(console, terminal.Stop);
        console.MarkupLine($"Changes {span}.");
    }
}

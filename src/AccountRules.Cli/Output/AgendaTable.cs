using System.Globalization;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;

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
        var page = Page.On(text, terminal);
        var all = groups.Sum(g => g.Count());
        var most = limit == 0 ? all : Math.Min(limit, all);
        WriteEntries(page, most);
        page.Rest(most, all);
        WriteTotals(page, all);
        if (Unread.Length > 0)
            page.Line($"[yellow]{Screen.Text(Unread)}[/]");
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        // It writes with what it makes at the end.
    }

    /// <summary>The name of a group stands in its first row.</summary>
    private void WriteEntries(Page page, int most)
    {
        var rows = groups.SelectMany(g => g.Select((entry, i) => (Title: i == 0 ? TitleOf(g) : "", Entry: entry))).Take(most).ToArray();
        if (rows.Length == 0)
            return;

        page.Space();
        page.Table(
            rows,
            [
                new(
                    $"[grey]{request.GroupBy}[/]", r => r.Title.Length == 0 ? "" : $"[bold]{Screen.Text(r.Title)}[/]",
                    Wraps: request.GroupBy == Grouping.Account),
                .. AgendaColumns.For(request.GroupBy).Where(c => Array.Exists(rows, r => c.Cell(r.Entry).Length > 0))
                    .Select(c => new TextColumn<(string Title, AgendaEntry Entry)>($"[grey]{c.Title}[/]", r => c.Cell(r.Entry), Wraps: c.Wraps)),
            ]);
    }

    private string TitleOf(IGrouping<string, AgendaEntry> group) => request.GroupBy switch
    {
        Grouping.Day => group.First().On.ToString("yyyy-MM-dd ddd", CultureInfo.InvariantCulture),
        _ => group.Key.Length > 0 ? group.Key : "no account",
    };

    private void WriteTotals(Page page, int all)
    {
        var until = request.AsOf.DayNumber + Math.Min(request.Days, DateOnly.MaxValue.DayNumber - request.AsOf.DayNumber);
        var span = string.Create(
            CultureInfo.InvariantCulture,
            $"after [bold]{request.AsOf:yyyy-MM-dd}[/] up to [bold]{DateOnly.FromDayNumber(until):yyyy-MM-dd}[/], "
            + $"by the policy [bold]{Screen.Text(request.Policy.Name)}[/], [bold]{Screen.Text(Shown.Versions(request.Policy))}[/]");
        page.Space();
        if (all == 0)
        {
            page.Line($"Nothing changes {span}.");
            return;
        }

        AgendaEntry[] entries = [.. groups.SelectMany(g => g)];
        page.Table(
            entries.GroupBy(e => e.Rule.Id, StringComparer.Ordinal).OrderBy(r => r.Key, StringComparer.Ordinal),
            [
                new("[grey]Becomes[/]", r => Screen.Text(r.Key)),
                .. entries.Where(e => e.Begins()).Select(e => e.To).Distinct().Order()
                    .Select(s => Counting(Paint.Standing(s, s.ToString()), e => e.Begins() && e.To == s)),
                Array.Exists(entries, IsMoved) ? Counting("[grey]Another band[/]", IsMoved) : null,
                Array.Exists(entries, e => e.IsWaived()) ? Counting("[grey]Waived[/]", e => e.IsWaived()) : null,
                new("[bold]All[/]", r => $"[bold]{Shown.Count(r.Count())}[/]", IsNumber: true),
            ]);
        page.Line($"Changes {span}.");
    }

    private static bool IsMoved(AgendaEntry entry) => !entry.Begins() && !entry.IsWaived();

    private static TextColumn<IGrouping<string, AgendaEntry>> Counting(string title, Func<AgendaEntry, bool> isMeant) =>
        new(title, rule => rule.Count(isMeant) is > 0 and var count ? Shown.Count(count) : "[grey]·[/]", IsNumber: true);
}

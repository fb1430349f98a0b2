using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>Shows a report to people, on a screen or in Markdown: a summary first, then what needs attention, then what comes next.</summary>
internal sealed class ReportTable(ReportView view)
{
    private const int BarWidth = 16;

    /// <summary>Writes the report.</summary>
    /// <param name="page">Takes it.</param>
    public void Write(Page page)
    {
        var sheet = view.Sheet;
        page.Heading(Screen.Text(view.Title), Screen.Text(view.Basis));
        page.Line(Screen.Text(ReportView.Joined("; ", view.Who, sheet.Attention.Total == 0 ? "nothing needs attention" : "")));
        if (sheet.Attention.Total + sheet.WaivedStandings.Total > 0)
        {
            page.Line(string.Join("   ", [
                .. ReportView.Bad.Where(s => sheet.Attention[s] > 0).Select(s => Paint.Standing(s, $"{Shown.Count(sheet.Attention[s])} {Paint.Words(s)}")),
                .. sheet.WaivedStandings.Total > 0 ? [$"[grey]{Shown.Count(sheet.WaivedStandings.Total)} waived[/]"] : Array.Empty<string>(),
            ]));
        }

        WriteScore(page);
        WriteRules(page);
        WriteDebts(page);
        WriteSheets(page, "Managers", "Manager", view.Managers);
        WriteSheets(page, "Tiers", "Tier", view.Tiers);
        WriteSheets(page, "Accounts", "Account", [.. view.Accounts.Where(a => a.Attention.Total > 0 || a.Changes > 0)]);
        WriteThose(page, "Needs attention", sheet.Worst, sheet.Attention.Total);
        WriteThose(page, "Waived", sheet.Waived, sheet.WaivedStandings.Total);
        WriteNext(page);
        if (view.Notes.Any())
            page.Heading("Notes");

        foreach (var note in view.Notes)
            page.Line(Screen.Text(note));
    }

    private void WriteScore(Page page)
    {
        if (view.Sheet.Score is not { } score)
            return;

        var table = new TextTable([.. ScoreText.Columns.Select((column, i) => ($"[grey]{column}[/]", i is 1 or 3, false))]);
        foreach (var part in ScoreText.Parts(view, score))
            table.Add([.. part.Select(Screen.Text)]);

        page.Heading("Score", Screen.Text(view.Score));
        page.Table(table);
        if (ScoreText.Before(view.Report.Trend(view.Sheet)!) is { Length: > 0 } before)
            page.Line(Screen.Text(before));
    }

    private void WriteRules(Page page)
    {
        var sheet = view.Sheet;
        if (sheet.Rules.Count == 0)
            return;

        var standings = ReportView.Order.Where(s => sheet.Standings[s] > 0).ToArray();
        page.Heading("Standings by rule");
        page.Table(
            sheet.Rules,
            [
                new("[grey]Rule[/]", r => Screen.Text(r.Rule.Info.Title)), new("", r => StandingBar.Of(r.Standings, BarWidth)),
                .. standings.Select(s => new TextColumn<ReportRule>(Paint.Standing(s, s.ToString()), r => Cell(r.Standings[s]), IsNumber: true)),
                sheet.Rules.Any(r => ReportView.Newest(r).Length > 0)
                    ? new("[grey]Newest period[/]", r => Screen.Text(ReportView.Newest(r)), Wraps: true)
                    : null,
            ]);
    }

    private void WriteDebts(Page page)
    {
        foreach (var rule in view.Sheet.Rules.Where(r => r.Debts.Any(d => d.Count > 0)))
        {
            var most = rule.Debts.Max(d => d.Count);
            page.Heading("Open by age", Screen.Text(rule.Rule.Info.Title));
            page.Table(
                rule.Debts,
                new("[grey]Band[/]", d => Screen.Text(d.Band)),
                new("", d => new string('█', (int)((d.Count * BarWidth + most - 1) / most))),
                new("[grey]Open[/]", d => Cell(d.Count), IsNumber: true),
                new("[grey]Amount[/]", d => Screen.Text(ReportView.Money(d)), IsNumber: true),
                rule.Debts.Any(d => d.WithoutAmount > 0) ? new("[grey]Without amount[/]", d => Cell(d.WithoutAmount), IsNumber: true) : null);
        }
    }

    private void WriteSheets(Page page, string title, string column, IReadOnlyList<ReportSheet> sheets)
    {
        if (sheets.Count == 0)
            return;

        var ofAccounts = sheets[0].Scope == ReportScope.Account;
        var standings = ReportView.Bad.Where(s => sheets.Any(r => r.Attention[s] > 0)).ToArray();
        var shown = view.Limit == 0 ? sheets : [.. sheets.Take(view.Limit)];
        page.Heading(title, "most in need of attention first");
        page.Table(
            shown,
            [
                new($"[grey]{column}[/]", s => s.Id.Length > 0 ? $"[bold]{Screen.Text(s.Id)}[/]" : "[grey]none[/]", Wraps: true),
                ofAccounts ? new("[grey]Manager[/]", s => Screen.Text(s.Account?.ManagerId), Wraps: true) : null,
                ofAccounts ? new("[grey]Tier[/]", s => Screen.Text(s.Account?.Tier), Wraps: true)
                    : new("[grey]Accounts[/]", s => Shown.Count(s.Accounts), IsNumber: true),
                view.Sheet.Score is null ? null : new("[grey]Score[/]", s => Screen.Text(ScoreText.Short(view.Report.Trend(s)))),
                new("", s => StandingBar.Of(s.Standings, BarWidth)),
                .. standings.Select(bad => new TextColumn<ReportSheet>(Paint.Standing(bad, bad.ToString()), s => Cell(s.Attention[bad]), IsNumber: true)),
                new("[grey]Next to act by[/]", s => s.Next.Select(e => e.ActBy).FirstOrDefault(d => d is not null)?.ToString("O") ?? ""),
            ]);
        page.Rest(shown.Count, sheets.Count);
    }

    private void WriteThose(Page page, string title, IReadOnlyList<Assessment> those, long all)
    {
        if (those.Count == 0)
            return;

        page.Heading(title);
        page.Table(
            those,
            new("[grey]Standing[/]", a => Paint.Standing(a.Standing, a.Standing.ToString())),
            view.Sheet.Scope == ReportScope.Account ? null : new("[grey]Account[/]", a => Screen.Text(a.Account), Wraps: true),
            new("[grey]Why[/]", a => Screen.Text(a.Reason), Wraps: true),
            those[0].Waiver is null ? null : new("[grey]Waived[/]", a => Screen.Text(ReportView.WaivedBy(a)), Wraps: true),
            new("[grey]Clause[/]", a => Screen.Text(a.Citation?.ToString()), Wraps: true));
        page.Rest(those.Count, all);
    }

    private void WriteNext(Page page)
    {
        var sheet = view.Sheet;
        if (sheet.Next.Count == 0)
            return;

        page.Heading("What comes next", $"up to {view.Report.Until:O}, if nobody acts");
        page.Table(
            sheet.Next,
            new("[grey]Act by[/]", e => e.ActBy?.ToString("O") ?? ""),
            new("[grey]Becomes[/]", e => Paint.Standing(e.To, ReportView.Becomes(e) ?? e.To.ToString())),
            sheet.Scope == ReportScope.Account ? null : new("[grey]Account[/]", e => Screen.Text(e.Account), Wraps: true),
            new("[grey]What[/]", e => Screen.Text(e.Summary), Wraps: true));
        page.Rest(sheet.Next.Count, sheet.Changes);
    }

    private static string Cell(long count) => count == 0 ? "[grey]·[/]" : Shown.Count(count);
}

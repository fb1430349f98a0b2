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
        var hasPeriods = sheet.Rules.Any(r => ReportView.Newest(r).Length > 0);
        var table = new TextTable(
        [
            ("[grey]Rule[/]", false, false), ("", false, false), .. standings.Select(s => (Paint.Standing(s, s.ToString()), true, false)),
            .. hasPeriods ? [("[grey]Newest period[/]", false, true)] : Array.Empty<(string, bool, bool)>(),
        ]);
        foreach (var rule in sheet.Rules)
        {
            table.Add([
                Screen.Text(rule.Rule.Info.Title), StandingBar.Of(rule.Standings, BarWidth), .. standings.Select(s => Cell(rule.Standings[s])),
                .. hasPeriods ? [Screen.Text(ReportView.Newest(rule))] : Array.Empty<string>(),
            ]);
        }

        page.Heading("Standings by rule");
        page.Table(table);
    }

    private void WriteDebts(Page page)
    {
        foreach (var rule in view.Sheet.Rules.Where(r => r.Debts.Any(d => d.Count > 0)))
        {
            var (most, isLacking) = (rule.Debts.Max(d => d.Count), rule.Debts.Any(d => d.WithoutAmount > 0));
            var table = new TextTable(
            [
                ("[grey]Band[/]", false, false), ("", false, false), ("[grey]Open[/]", true, false), ("[grey]Amount[/]", true, false),
                .. isLacking ? [("[grey]Without amount[/]", true, false)] : Array.Empty<(string, bool, bool)>(),
            ]);
            foreach (var debt in rule.Debts)
            {
                table.Add([
                    Screen.Text(debt.Band), new string('█', (int)((debt.Count * BarWidth + most - 1) / most)), Cell(debt.Count),
                    Screen.Text(ReportView.Money(debt)), .. isLacking ? [Cell(debt.WithoutAmount)] : Array.Empty<string>(),
                ]);
            }

            page.Heading("Open by age", Screen.Text(rule.Rule.Info.Title));
            page.Table(table);
        }
    }

    private void WriteSheets(Page page, string title, string column, IReadOnlyList<ReportSheet> sheets)
    {
        if (sheets.Count == 0)
            return;

        var (ofAccounts, hasScore) = (sheets[0].Scope == ReportScope.Account, view.Sheet.Score is not null);
        var standings = ReportView.Bad.Where(s => sheets.Any(r => r.Attention[s] > 0)).ToArray();
        var table = new TextTable(
        [
            ($"[grey]{column}[/]", false, true),
            .. ofAccounts ? [("[grey]Manager[/]", false, true), ("[grey]Tier[/]", false, true)] : new[] { ("[grey]Accounts[/]", true, false) },
            .. hasScore ? [("[grey]Score[/]", false, false)] : Array.Empty<(string, bool, bool)>(),
            ("", false, false), .. standings.Select(s => (Paint.Standing(s, s.ToString()), true, false)), ("[grey]Next to act by[/]", false, false),
        ]);
        var shown = view.Limit == 0 ? sheets : [.. sheets.Take(view.Limit)];
        foreach (var sheet in shown)
        {
            table.Add([
                sheet.Id.Length > 0 ? $"[bold]{Screen.Text(sheet.Id)}[/]" : "[grey]none[/]",
                .. ofAccounts ? [Screen.Text(sheet.Account?.ManagerId), Screen.Text(sheet.Account?.Tier)] : new[] { Shown.Count(sheet.Accounts) },
                .. hasScore ? [Screen.Text(ScoreText.Short(view.Report.Trend(sheet)))] : Array.Empty<string>(),
                StandingBar.Of(sheet.Standings, BarWidth), .. standings.Select(s => Cell(sheet.Attention[s])),
                sheet.Next.Select(e => e.ActBy).FirstOrDefault(d => d is not null)?.ToString("O") ?? "",
            ]);
        }

        page.Heading(title, "most in need of attention first");
        page.Table(table);
        WriteRest(page, shown.Count, sheets.Count);
    }

    private void WriteThose(Page page, string title, IReadOnlyList<Assessment> those, long all)
    {
        if (those.Count == 0)
            return;

        var ofAccount = view.Sheet.Scope == ReportScope.Account;
        var areWaived = those[0].Waiver is not null;
        var table = new TextTable(
        [
            ("[grey]Standing[/]", false, false), .. ofAccount ? [] : new[] { ("[grey]Account[/]", false, true) }, ("[grey]Why[/]", false, true),
            .. areWaived ? [("[grey]Waived[/]", false, true)] : Array.Empty<(string, bool, bool)>(), ("[grey]Clause[/]", false, true),
        ]);
        foreach (var one in those)
        {
            table.Add([
                Paint.Standing(one.Standing, one.Standing.ToString()), .. ofAccount ? [] : new[] { Screen.Text(one.Account) }, Screen.Text(one.Reason),
                .. areWaived ? [Screen.Text(ReportView.WaivedBy(one))] : Array.Empty<string>(), Screen.Text(one.Citation?.ToString()),
            ]);
        }

        page.Heading(title);
        page.Table(table);
        WriteRest(page, those.Count, all);
    }

    private void WriteNext(Page page)
    {
        var sheet = view.Sheet;
        if (sheet.Next.Count == 0)
            return;

        var ofAccount = sheet.Scope == ReportScope.Account;
        var table = new TextTable(
        [
            ("[grey]Act by[/]", false, false), ("[grey]Becomes[/]", false, false), .. ofAccount ? [] : new[] { ("[grey]Account[/]", false, true) },
            ("[grey]What[/]", false, true),
        ]);
        foreach (var next in sheet.Next)
        {
            table.Add([
                next.ActBy?.ToString("O") ?? "",
                Paint.Standing(next.To, ReportView.Becomes(next) ?? next.To.ToString()),
                .. ofAccount ? [] : new[] { Screen.Text(next.Account) }, Screen.Text(next.Summary),
            ]);
        }

        page.Heading("What comes next", $"up to {view.Report.Until:O}, if nobody acts");
        page.Table(table);
        WriteRest(page, sheet.Next.Count, sheet.Changes);
    }

    private static void WriteRest(Page page, int shown, long all)
    {
        if (shown < all)
            page.Line($"[grey]showing {Shown.Count(shown)} of {Shown.Count(all)}; --limit 0 shows all[/]");
    }

    private static string Cell(long count) => count == 0 ? "[grey]·[/]" : Shown.Count(count);
}

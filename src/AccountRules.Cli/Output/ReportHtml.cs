using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>Writes a report as a page that is complete in itself: its style and charts are in it, and it runs and fetches nothing.</summary>
internal sealed class ReportHtml
{
    private readonly ReportView view;
    private readonly HtmlPage page;

    private ReportHtml(ReportView view, HtmlPage page) => (this.view, this.page) = (view, page);

    /// <summary>Writes the page.</summary>
    /// <param name="view">What is shown of the report.</param>
    /// <param name="terminal">Takes it.</param>
    public static void Write(ReportView view, Terminal terminal)
    {
        using var text = terminal.OutText();
        new ReportHtml(view, new(text)).Write();
    }

    private void Write() => page.Write(
        view.Title, FormattableString.Invariant($"{view.Title}, {view.Report.AsOf:yyyy-MM-dd}"),
        $"{ReportView.Joined(". ", Shown.Upper(view.Who), Shown.Upper(view.Basis))}.", more: "", WriteContent);

    private void WriteContent()
    {
        WriteTiles();
        if (view.Sheet.WaivedStandings.Total is var waived and > 0)
            page.Add($"<p class=\"soft\">{Shown.Count(waived)} waived.</p>\n");

        WriteScore();
        WriteThose("Needs attention", view.Sheet.Worst, view.Sheet.Attention.Total);
        WriteThose("Waived", view.Sheet.Waived, view.Sheet.WaivedStandings.Total);
        WriteNext();
        WriteRules();
        WriteDebts();
        WriteTrends();
        WriteSheets("Managers", "Manager", view.Managers);
        WriteSheets("Tiers", "Tier", view.Tiers);
        WriteSheets("Accounts", "Account", [.. view.Accounts.Where(a => a.Attention.Total > 0 || a.Changes > 0)]);
        if (view.Notes.Any())
            page.Section("Notes", "", () => page.Add($"<ul class=\"soft\">{string.Concat(view.Notes.Select(n => $"<li>{Html.Text(n)}</li>"))}</ul>\n"));

    }

    private void WriteTiles()
    {
        var standings = ReportView.Bad.Where(s => view.Sheet.Attention[s] > 0).ToArray();
        if (standings.Length == 0)
        {
            page.Add("<p class=\"calm c-Met\"><span class=\"chip\"><i>✓</i>Nothing needs attention.</span></p>\n");
            return;
        }

        page.Add("<div class=\"tiles\">\n");
        foreach (var s in standings)
            page.Add($"<div class=\"tile c-{s}\"><b>{Shown.Count(view.Sheet.Attention[s])}</b><i>{Charts.Mark(s)}</i>{Paint.Words(s)}</div>\n");

        page.Add("</div>\n");
    }

    private void WriteScore()
    {
        if (view.Sheet.Score is { } score)
        {
            page.Section("Score", Html.Text(view.Score), () =>
            {
                page.Table(
                    "", ScoreText.Columns, [0, 'n', 0, 'n'], ScoreText.Parts(view, score).Select(part => Array.ConvertAll(part, cell => Html.Text(cell))));
                page.Add($"<p class=\"soft\">{Html.Text(ScoreText.Before(view.Report.Trend(view.Sheet)!))}</p>\n");
            });
        }
    }

    private void WriteRules()
    {
        if (view.Sheet.Rules.Count == 0)
            return;

        page.Section("Standings by rule", "", () => page.Table(
            "stack rules", ["Rule", "", "Standings", "Newest period"], [0, 'w', 0, 0],
            view.Sheet.Rules.Select(rule => (string[])[
                $"{Html.Text(rule.Rule.Info.Title)}<br><small>{Html.Text(rule.Rule.Info.Citation?.ToString())}</small>", Charts.Bar(rule.Standings),
                Chips(rule.Standings, ReportView.Order), Html.Text(ReportView.Newest(rule)),
            ])));
    }

    private void WriteThose(string title, IReadOnlyList<Assessment> those, long all)
    {
        if (those.Count == 0)
            return;

        var (ofAccount, areWaived) = (view.Sheet.Scope == ReportScope.Account, those[0].Waiver is not null);
        page.Section(title, Rest(those.Count, all), () => page.Table(
            "stack", ["Standing", .. ofAccount ? Array.Empty<string>() : ["Account"], "Why", .. areWaived ? ["Waived"] : Array.Empty<string>(), "Clause"], [],
            those.Select(a => (string[])[
                Chip(a.Standing, Paint.Words(a.Standing)), .. ofAccount ? [] : new[] { Html.Name(a.Account) }, Html.Sentence(a.Reason),
                .. areWaived ? [Html.Sentence(ReportView.WaivedBy(a))] : Array.Empty<string>(),
                $"<small>{Html.Text(a.Citation?.ToString())}</small>",
            ])));
    }

    private void WriteNext()
    {
        var (sheet, ofAccount) = (view.Sheet, view.Sheet.Scope == ReportScope.Account);
        if (sheet.Next.Count == 0)
            return;

        page.Section("What comes next, if nobody acts", Rest(sheet.Next.Count, sheet.Changes), () =>
        {
            page.Add($"<div style=\"max-width: 620px\">{Charts.Agenda(sheet.Days, view.Report.AsOf, view.Report.Until)}</div>\n");
            Legend(sheet.Days.SelectMany(d => d.Changes).Select(c => c.Standing));
            page.Table(
                "stack", ["Act by", "Becomes", .. ofAccount ? Array.Empty<string>() : ["Account"], "What"], ['d'],
                sheet.Next.Select(e => (string[])[
                    e.ActBy?.ToString("O") ?? $"<small>on {e.On:O}</small>",
                    Chip(e.To, ReportView.Becomes(e) is { } becomes ? Html.Text(becomes) : Paint.Words(e.To)),
                    .. ofAccount ? [] : new[] { Html.Name(e.Account) }, Html.Sentence(e.Summary),
                ]));
        });
    }

    private void WriteDebts()
    {
        foreach (var rule in view.Sheet.Rules.Where(r => r.Debts.Any(d => d.Count > 0)))
        {
            var most = Math.Max(rule.Debts.Max(d => d.Amount ?? 0), 0);

            // Bars of amounts in several currencies would compare them.
            var (byCount, isLacking) = (most == 0 || rule.Debts.Any(d => d.Currency != rule.Debts[0].Currency), rule.Debts.Any(d => d.WithoutAmount > 0));
            page.Section($"{Html.Text(rule.Rule.Info.Title)}: open by age", "", () => page.Table(
                "", ["Band", "", "Open", "Amount", .. isLacking ? ["Without amount"] : Array.Empty<string>()], [0, 'w', 'n', 'n', 'n'],
                rule.Debts.Select((d, i) => (string[])[
                    Html.Text(d.Band),
                    Charts.Amount(
                        byCount ? d.Count : d.Amount ?? 0, byCount ? rule.Debts.Max(b => b.Count) : most,
                        d.Band == rule.Debts[0].Band ? Standing.OnTrack : Standing.Overdue),
                    Shown.Count(d.Count), Html.Text(ReportView.Money(d)), .. isLacking ? [Shown.Count(d.WithoutAmount)] : Array.Empty<string>(),
                ])));
        }
    }

    private void WriteTrends()
    {
        var rules = view.Sheet.Rules.Where(r => r.Periods.Count > 0 && r.Rule.Info.NotSet is null).ToArray();
        if (rules.Length == 0)
            return;

        page.Section("From period to period", "", () =>
        {
            page.Add("<div class=\"two\">\n");
            foreach (var rule in rules)
            {
                var remark = Html.Text(ReportView.Joined(", ", What(rule), Last(rule)));
                page.Add($"<div><h3>{Html.Text(rule.Rule.Info.Title)} <small>{remark}</small></h3>{Chart(rule)}</div>\n");
            }

            page.Add("</div>\n");
            Legend(rules.Where(r => !HasValues(r) && !r.IsPortfolio).SelectMany(r => r.Periods).SelectMany(p => p.Standings).Select(c => c.Standing));
        });
    }

    private void WriteSheets(string title, string column, IReadOnlyList<ReportSheet> sheets)
    {
        if (sheets.Count == 0)
            return;

        var (ofAccounts, hasScore) = (sheets[0].Scope == ReportScope.Account, view.Sheet.Score is not null);
        var shown = view.Limit == 0 ? sheets : [.. sheets.Take(view.Limit)];
        page.Section(title, Rest(shown.Count, sheets.Count), () => page.Table(
            "stack",
            [
                column, .. ofAccounts ? (string[])["Manager", "Tier"] : ["Accounts"], .. hasScore ? ["Score"] : Array.Empty<string>(), "", "Needs attention",
                "Next to act by",
            ],
            [0, .. ofAccounts ? [0, 0] : new int[] { 'n' }, .. hasScore ? [0] : Array.Empty<int>(), 'w', 0, 'd'],
            shown.Select(sheet => (string[])[
                sheet.Id.Length > 0 ? $"<b>{Html.Name(sheet.Id)}</b>" : "none",
                .. ofAccounts ? [Html.Name(sheet.Account?.ManagerId), Html.Name(sheet.Account?.Tier)] : new[] { Shown.Count(sheet.Accounts) },
                .. hasScore ? [Html.Text(ScoreText.Short(view.Report.Trend(sheet)))] : Array.Empty<string>(),
                Charts.Bar(sheet.Standings), Chips(sheet.Attention, ReportView.Bad),
                sheet.Next.Select(e => e.ActBy).FirstOrDefault(d => d is not null)?.ToString("O") ?? "",
            ])));
    }

    private static string Chart(ReportRule rule) =>
        HasValues(rule) ? Charts.Values(
            rule.Periods, p => p.Only.IsDefault ? null : p.Only.Value, v => ReportView.In(Value(rule, v), rule.Periods[^1].Only.ValueCurrency))
        : rule.IsPortfolio ? Charts.Values(rule.Periods, p => p.Members, v => Shown.Count((long)v))
        : Charts.Standings(rule.Periods);

    private static string What(ReportRule rule) =>
        HasValues(rule) ? (rule.Rule.Info.ValueTitle ?? "value").ToLowerInvariant() : rule.IsPortfolio ? "members" : "standings";

    /// <summary>The newest of many columns, which have no room for their numbers.</summary>
    private static string Last(ReportRule rule) => (rule.Periods[^1], rule) switch
    {
        ({ } last, _) when HasValues(rule) && last.Only.Value is { } value => $"{last.Period}: {ReportView.In(Value(rule, value), last.Only.ValueCurrency)}",
        ({ } last, { IsPortfolio: true }) => $"{last.Period}: {Shown.Count(last.Members)}",
        _ => "",
    };

    /// <summary>Whether each period has one number, which columns can show.</summary>
    private static bool HasValues(ReportRule rule) =>
        rule.Periods.All(p => !p.Only.IsDefault && (p.Only.Value ?? 0) >= 0) && rule.Periods.Any(p => p.Only.Value > 0)
        && rule.Periods.Where(p => p.Only.Value is not null).Select(p => p.Only.ValueCurrency).Distinct(StringComparer.Ordinal).Count() == 1;

    private static string Value(ReportRule rule, decimal value) => rule.Rule.Unit == Unit.Ratio
        ? FormattableString.Invariant($"{Math.Truncate(value * 1000) / 10:0.#} %")
        : FormattableString.Invariant($"{value:#,##0.##}");

    private void Legend(IEnumerable<Standing> standings)
    {
        var own = standings.ToHashSet();
        if (own.Count > 0)
        {
            page.Add($"<p class=\"legend\">{string.Concat(ReportView.Order.Where(own.Contains).Select(s =>
                $"<span class=\"chip\"><svg width=\"12\" height=\"12\" aria-hidden=\"true\"><rect width=\"12\" height=\"12\" class=\"f-{s}\"/></svg>"
                + $" {Paint.Words(s)}</span>"))}</p>\n");
        }
    }

    private static string Chips(StandingCounts counts, IReadOnlyList<Standing> order) => string.Concat(
        order.Where(s => counts[s] > 0).Select(s => Chip(s, $"{Shown.Count(counts[s])} {Paint.Words(s)}")));

    private static string Chip(Standing standing, string text) => $"<span class=\"chip c-{standing}\"><i>{Charts.Mark(standing)}</i>{text}</span> ";

    private static string Rest(long shown, long all) => shown < all ? $"{Shown.Count(shown)} of {Shown.Count(all)}" : "";
}

using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>What the table says of one rule: its title, clause and counts, and the assessments most in need of attention.</summary>
internal sealed class RuleSection(RuleTotals totals, MostUrgent? rows)
{
    /// <summary>Writes the section.</summary>
    /// <param name="page">Takes it.</param>
    public void Write(Page page)
    {
        var info = totals.Rule.Info;
        page.Heading(Screen.Text(info.Title), $"{Screen.Text(info.Id)}, {Screen.Text(info.Citation?.ToString())}");
        page.Line(StandingText.Of(totals));
        if (rows is null)
            return;

        var shown = rows.All().ToArray();
        var columns = SectionColumn.For(totals.Rule).Where(c => shown.Any(a => c.Cell(a).Length > 0)).ToArray();
        var table = new TextTable([.. columns.Select(c => ($"[grey]{c.Title}[/]", c.IsNumber, c.Wraps))]);
        foreach (var assessment in shown)
        {
            page.Stop.ThrowIfCancellationRequested();
            table.Add([.. columns.Select(c => c.Cell(assessment))]);
        }

        page.Table(table);
        if (shown.Length < rows.Count)
            page.Line($"[grey]showing {Shown.Count(shown.Length)} of {Shown.Count(rows.Count)}; --limit 0 shows all[/]");
    }
}

using AccountRules.Cli.Assessing;

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
        page.Table(shown, SectionColumns.For(totals.Rule)
            .Where(c => shown.Any(a => c.Cell(a).Length > 0)).Select(c => c with { Title = $"[grey]{c.Title}[/]" }));
        page.Rest(shown.Length, rows.Count);
    }
}

using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;
using Spectre.Console;

namespace AccountRules.Cli.Output;

/// <summary>What the table says of one rule: its title, clause and counts, and the assessments most in need of attention.</summary>
internal sealed class RuleSection(RuleTotals totals, MostUrgent? rows)
{
    /// <summary>Writes the section.</summary>
    /// <param name="console">Takes it.</param>
    public void Write(IAnsiConsole console)
    {
        var info = totals.Rule.Info;
        console.WriteLine();
        console.MarkupLine($"[bold]{Screen.Text(info.Title)}[/]  [grey]{Screen.Text(info.Id)}, {Screen.Text(info.Citation?.ToString())}[/]");
        console.MarkupLine(Counts());
        if (rows is null)
            return;

        var shown = rows.All().ToArray();
        var columns = SectionColumn.For(totals.Rule).Where(c => shown.Any(a => c.Cell(a).Length > 0)).ToArray();
        var table = new TextTable([.. columns.Select(c => ($"[grey]{c.Title}[/]", c.IsNumber, c.Wraps))]);
        foreach (var assessment in shown)
            table.Add([.. columns.Select(c => c.Cell(assessment))]);

        table.Write(console);
        if (shown.Length < rows.Count)
            console.MarkupLine($"[grey]showing {Shown.Count(shown.Length)} of {Shown.Count(rows.Count)}; --limit 0 shows all[/]");
    }

    private string Counts()
    {
        if (totals.Count == 0)
            return "[grey]no facts[/]";

        var standings = Enum.GetValues<Standing>().Where(s => totals[s] > 0).OrderByDescending(s => totals[s])
            .SelectMany(s => s == Standing.Graded ? totals.Bands(s).Select(b => Count(b.Count, b.Band)) : [Paint.Standing(s, $"{Shown.Count(totals[s])} {s}")]);
        var movements = new[] { Movement.Entered, Movement.Left }.Where(m => totals[m] > 0).Select(m => Count(totals[m], m.ToString()));
        var waived = totals.Waived() > 0 ? [$"[grey]{Shown.Count(totals.Waived())} of them waived[/]"] : Array.Empty<string>();
        return string.Join("[grey],[/] ", [.. standings, .. movements, .. waived]);
    }

    private static string Count(long count, string of) => $"{Shown.Count(count)} {Screen.Text(of)}";
}

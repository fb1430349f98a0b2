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
        console.MarkupLine($"[bold]{Markup.Escape(info.Title)}[/]  [grey]{Markup.Escape(info.Id)}, {Markup.Escape(info.Citation?.ToString() ?? "")}[/]");
        console.MarkupLine(Counts());
        if (rows is null)
            return;

        var columns = SectionColumn.For(info);
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var column in columns)
            table.AddColumn(new TableColumn($"[grey]{Markup.Escape(column.Title)}[/]") { Alignment = column.IsNumber ? Justify.Right : Justify.Left, NoWrap = !column.Wraps });

        var shown = 0L;
        foreach (var assessment in rows.All())
        {
            table.AddRow([.. columns.Select(c => c.Cell(assessment))]);
            shown++;
        }

        console.Write(table);
        if (shown < rows.Count)
            console.MarkupLine($"[grey]showing {Shown.Count(shown)} of {Shown.Count(rows.Count)}; --limit 0 shows all[/]");
    }

    private string Counts()
    {
        var counts = Enum.GetValues<Standing>().Where(s => totals[s] > 0).OrderByDescending(s => totals[s]).Select(s => Paint.Standing(s, $"{Shown.Count(totals[s])} {s}"));
        return totals.Count == 0 ? "[grey]no facts[/]" : string.Join("[grey],[/] ", counts);
    }
}

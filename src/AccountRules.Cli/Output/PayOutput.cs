using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>Writes what is paid: the lines, and totals to which they add up.</summary>
internal static class PayOutput
{
    /// <summary>Writes the lines and totals.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="request">What the user asked for.</param>
    /// <param name="unread">What could not be read; empty where all was.</param>
    /// <param name="format">Table, json, csv or markdown.</param>
    /// <param name="forExcel">Whether CSV is for a spreadsheet.</param>
    /// <param name="limit">How many lines people are shown; 0 for all.</param>
    /// <param name="terminal">Where it runs.</param>
    public static void Write(
        IReadOnlyList<PayLine> lines, PayRequest request, string unread, string format, bool forExcel, int limit, Terminal terminal)
    {
        if (format == "json")
        {
            PayJson.Write(lines, request, unread, terminal.Out);
        }
        else if (format == "csv")
        {
            PayFields.All.WriteCsv(lines, terminal.Out, forExcel);
        }
        else
        {
            using var text = terminal.OutText();
            var page = Page.Of(format, text, terminal);
            WriteLines(lines, limit, page);
            if (lines.Count > 0)
                WriteTotals(lines, page);

            page.Line($"As of {request.AsOf:yyyy-MM-dd}, by the policy {Screen.Text(request.Policy.Name)}, {Screen.Text(Shown.Versions(request.Policy))}.");
            Page.Unread(unread, format, text, terminal);
        }
    }

    private static void WriteTotals(IReadOnlyList<PayLine> lines, Page page)
    {
        var totals = PayTotal.Of(lines);
        page.Table(
            totals,
            totals.Any(t => t.Currency is not null) ? new("[grey]Currency[/]", t => Screen.Text(t.Currency ?? "none")) : null,
            new(
                "[grey]Total[/]", t => t.By == "all" ? "[bold]all[/]" : Screen.Text(t.Name is { } name ? $"{t.By} {name}" : $"no {t.By}"), Wraps: true),
            new("[grey]Lines[/]", t => Shown.Count(t.Lines.Count), IsNumber: true),
            new("[grey]Paid[/]", t => Shown.Count(t.Paid), IsNumber: true),
            totals.Any(t => t.Running > 0) ? new("[grey]Running[/]", t => Shown.Count(t.Running), IsNumber: true) : null,
            totals.Any(t => t.Open > 0) ? new("[grey]Not known[/]", t => Shown.Count(t.Open), IsNumber: true) : null,
            new("[grey]Amount[/]", t => ImpactTables.Number(t.Sum.Sum), IsNumber: true));
    }

    /// <summary>What is not known comes first.</summary>
    private static void WriteLines(IReadOnlyList<PayLine> lines, int limit, Page page)
    {
        var most = limit == 0 ? lines.Count : Math.Min(limit, lines.Count);
        page.Heading(lines.Count == 0 ? "Nothing is paid." : "Pay");
        if (lines.Count == 0)
            return;

        page.Table(
            lines.OrderBy(l => l.IsOpen ? 0 : 1).Take(most),
            new("[grey]Employee[/]", l => Screen.Text(l.Assessment.Subject), Wraps: true),
            new("[grey]Period[/]", l => Screen.Text(l.Assessment.Period?.ToString())),
            lines.Any(l => l.Assessment.Part is not null) ? new("[grey]Assignment[/]", l => Screen.Text(l.Assessment.Part), Wraps: true) : null,
            new("[grey]Band[/]", l => Screen.Text(l.Assessment.Band ?? l.Assessment.Standing.ToString())),
            new("[grey]Payable[/]", l => l.Payable is { } paid ? ImpactTables.Number(paid) : "", IsNumber: true),
            lines.Any(l => l.Assessment.Currency is not null) ? new("[grey]Currency[/]", l => Screen.Text(l.Assessment.Currency)) : null,
            new("[grey]Why[/]", l => Screen.Text(l.Reason), Wraps: true));
        page.Rest(most, lines.Count);
        page.Space();
    }
}

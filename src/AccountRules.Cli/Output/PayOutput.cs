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
            using var writer = new CsvOutput<PayLine>(terminal.Out, PayFields.All, forExcel);
            foreach (var line in lines)
                writer.Write(line);

            writer.Complete();
        }
        else
        {
            using var text = terminal.OutText();
            var page = format == "markdown" ? Page.Markdown(text) : Page.On(text, terminal);
            WriteLines(lines, limit, page);
            if (lines.Count > 0)
                page.Table(Totals(lines));

            page.Line($"As of {request.AsOf:yyyy-MM-dd}, by the policy {Screen.Text(request.Policy.Name)}, {Screen.Text(Shown.Versions(request.Policy))}.");
            Page.Unread(unread, format, text, terminal);
        }
    }

    private static TextTable Totals(IReadOnlyList<PayLine> lines)
    {
        var totals = PayTotal.Of(lines);
        bool hasCurrency = totals.Any(t => t.Currency is not null), hasRunning = totals.Any(t => t.Running > 0), hasOpen = totals.Any(t => t.Open > 0);
        var table = new TextTable(
        [
            .. hasCurrency ? [("[grey]Currency[/]", false, false)] : Array.Empty<(string, bool, bool)>(),
            ("[grey]Total[/]", false, true), ("[grey]Lines[/]", true, false), ("[grey]Paid[/]", true, false),
            .. hasRunning ? [("[grey]Running[/]", true, false)] : Array.Empty<(string, bool, bool)>(),
            .. hasOpen ? [("[grey]Not known[/]", true, false)] : Array.Empty<(string, bool, bool)>(),
            ("[grey]Amount[/]", true, false),
        ]);
        foreach (var total in totals)
        {
            table.Add(
            [
                .. hasCurrency ? [Screen.Text(total.Currency ?? "none")] : Array.Empty<string>(),
                total.By == "all" ? "[bold]all[/]" : Screen.Text(total.Name is { } name ? $"{total.By} {name}" : $"no {total.By}"),
                Shown.Count(total.Lines.Count), Shown.Count(total.Paid),
                .. hasRunning ? [Shown.Count(total.Running)] : Array.Empty<string>(),
                .. hasOpen ? [Shown.Count(total.Open)] : Array.Empty<string>(),
                ImpactTables.Number(total.Sum.Sum),
            ]);
        }

        return table;
    }

    /// <summary>What is not known comes first.</summary>
    private static void WriteLines(IReadOnlyList<PayLine> lines, int limit, Page page)
    {
        var most = limit == 0 ? lines.Count : Math.Min(limit, lines.Count);
        page.Heading(lines.Count == 0 ? "Nothing is paid." : "Pay");
        if (lines.Count == 0)
            return;

        bool hasAssignments = lines.Any(l => l.Assessment.Part is not null), hasCurrency = lines.Any(l => l.Assessment.Currency is not null);
        var table = new TextTable(
        [
            ("[grey]Employee[/]", false, true), ("[grey]Period[/]", false, false),
            .. hasAssignments ? [("[grey]Assignment[/]", false, true)] : Array.Empty<(string, bool, bool)>(),
            ("[grey]Band[/]", false, false), ("[grey]Payable[/]", true, false),
            .. hasCurrency ? [("[grey]Currency[/]", false, false)] : Array.Empty<(string, bool, bool)>(), ("[grey]Why[/]", false, true),
        ]);
        foreach (var line in lines.OrderBy(l => l.IsOpen ? 0 : 1).Take(most))
        {
            var a = line.Assessment;
            table.Add(
            [
                Screen.Text(a.Subject), Screen.Text(a.Period?.ToString()), .. hasAssignments ? [Screen.Text(a.Part)] : Array.Empty<string>(),
                Screen.Text(a.Band ?? a.Standing.ToString()), line.Payable is { } paid ? ImpactTables.Number(paid) : "",
                .. hasCurrency ? [Screen.Text(a.Currency)] : Array.Empty<string>(), Screen.Text(line.Reason),
            ]);
        }

        page.Table(table);
        if (most < lines.Count)
            page.Line($"[grey]showing {Shown.Count(most)} of {Shown.Count(lines.Count)}; --limit 0 shows all[/]");

        page.Space();
    }
}

namespace AccountRules.Cli.Output;

/// <summary>Writes a report in one of its formats.</summary>
internal static class ReportOutput
{
    /// <summary>Writes the report.</summary>
    /// <param name="view">What is shown of it.</param>
    /// <param name="format">Table, json, csv or markdown.</param>
    /// <param name="forExcel">Whether CSV is for a spreadsheet.</param>
    /// <param name="terminal">Where it runs.</param>
    public static void Write(ReportView view, string format, bool forExcel, Terminal terminal)
    {
        switch (format)
        {
            case "json":
                ReportJson.Write(view, terminal.Out);
                break;
            case "csv":
                ReportFields.All.WriteCsv(Sheets(view).SelectMany(sheet => sheet.Rules.Select(rule => (sheet, rule))), terminal.Out, forExcel);
                break;
            default:
                using (var text = terminal.OutText())
                    new ReportTable(view).Write(Page.Of(format, text, terminal));

                break;
        }
    }

    /// <summary>The sheets that data output holds.</summary>
    /// <param name="view">What is shown of the report.</param>
    public static IEnumerable<ReportSheet> Sheets(ReportView view) => [view.Sheet, .. view.Managers, .. view.Tiers, .. view.Accounts];
}

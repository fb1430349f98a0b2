namespace AccountRules.Cli.Output;

/// <summary>Writes a report as a page.</summary>
internal static class ReportHtml
{
    public static void Write(ReportView view, Terminal terminal)
    {
    }
}

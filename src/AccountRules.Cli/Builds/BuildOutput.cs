using AccountRules.Cli.Output;

namespace AccountRules.Cli.Builds;

/// <summary>Writes findings in the formats that build servers read.</summary>
internal static class BuildOutput
{
    private static readonly Fields<Finding> Fields = new(RuleOf: null,
    [
        new("rule", f => f.Rule.Id),
        new("kind", f => f.Kind.ToString().ToLowerInvariant()),
        new("name", f => f.Name),
        new("message", f => f.Message),
        new("file", f => f.File),
        new("line", f => f.Place.Line),
        new("column", f => f.Place.Column),
    ]);

    /// <summary>A format that a build server reads; <c>null</c> where it is another.</summary>
    /// <param name="format">The format.</param>
    public static string? Of(string format) => format is "github" or "junit" or "sarif" ? format : null;

    /// <summary>Writes findings.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="format">The format: one of a build server, or json, csv, markdown or table for the findings themselves.</param>
    /// <param name="terminal">Takes them.</param>
    public static void Write(IReadOnlyList<Finding> findings, string format, Terminal terminal)
    {
        switch (format)
        {
            case "github":
                using (var text = terminal.OutText())
                    GitHubOutput.Write(findings, text);

                break;
            case "junit":
                JUnitOutput.Write(findings, terminal.Out);
                break;
            case "sarif":
                SarifOutput.Write(findings, terminal.Out);
                break;
            case "json":
                using (var json = new JsonOutput<Finding>(terminal.Out, Fields))
                    json.WriteAll(findings);

                break;
            case "csv":
                Fields.WriteCsv(findings, terminal.Out);
                break;
            default:
                using (var text = terminal.OutText())
                    WriteTable(findings, Page.Of(format, text, terminal));

                break;
        }
    }

    /// <summary>
    /// Runs what may find that a policy cannot be used: a build is told so in the format that it reads, beside what is said on standard error.
    /// </summary>
    /// <typeparam name="T">What is made.</typeparam>
    /// <param name="format">The format; <c>null</c> where what is said on standard error is all.</param>
    /// <param name="terminal">Takes what is told.</param>
    /// <param name="make">Makes it.</param>
    /// <param name="option">The option of the output's file, as it is typed.</param>
    /// <param name="path">The output's file, if any.</param>
    public static T Guard<T>(string? format, Terminal terminal, Func<T> make, string option = "", string? path = null)
    {
        try
        {
            return make();
        }
        catch (StopException stop) when (format is not null && stop.Findings.Count > 0)
        {
            using var file = OutputFile.Open(option, path, [], terminal);
            Write(stop.Findings, format, file.Terminal);
            file.Place();
            throw;
        }
    }

    private static void WriteTable(IEnumerable<Finding> findings, Page page) => page.Table(
        findings,
        new("Kind", f => Screen.Text(f.Kind.ToString())),
        new("Where", f => Screen.Text($"{f.File}{f.Place.Text}"), Wraps: true),
        new("What", f => Screen.Text(f.Message), Wraps: true));
}

using System.Globalization;
using AccountRules.Cli.Builds;

namespace AccountRules.Cli.Output;

/// <summary>Writes what two policies say differently.</summary>
internal static class DiffOutput
{
    private static readonly Fields<(RuleDiff Rule, DiffRegion? Region)> Fields = new(RuleOf: null,
    [
        new("rule", r => r.Rule.RuleId),
        new("verdict", r => Verdict(r.Rule.Verdict)),
        new("where", r => r.Region?.Where),
        new("old", r => r.Region?.Old),
        new("new", r => r.Region?.New),
    ]);

    /// <summary>Writes the difference.</summary>
    /// <param name="diff">The difference.</param>
    /// <param name="file">The new policy's document.</param>
    /// <param name="format">Table, json, csv, markdown, or one of a build server.</param>
    /// <param name="terminal">Where it runs.</param>
    public static void Write(PolicyDiff diff, string file, string format, Terminal terminal)
    {
        switch (format)
        {
            case "json":
                WriteJson(diff, terminal.Out);
                break;
            case "csv":
                using (var csv = new CsvOutput<(RuleDiff, DiffRegion?)>(terminal.Out, Fields, forExcel: false))
                {
                    foreach (var one in diff.Rules.SelectMany(rule => rule.Regions.DefaultIfEmpty().Select(region => (rule, region))))
                        csv.Write(one);

                    csv.Complete();
                }

                break;
            case "table" or "markdown":
                using (var text = terminal.OutText())
                    WriteTable(diff, format == "markdown" ? Page.Markdown(text) : Page.On(text, terminal));

                break;
            default:
                BuildOutput.Write(DiffFindings.Of(diff, file), format, terminal);
                break;
        }
    }

    /// <summary>An array with an object for each rule: its verdict and its regions.</summary>
    /// <param name="diff">The difference.</param>
    /// <param name="output">Takes the JSON.</param>
    private static void WriteJson(PolicyDiff diff, Stream output)
    {
        using var json = new JsonDocumentOutput(output);
        json.WriteArray(diff.Rules, rule =>
        {
            json.Write("rule", rule.RuleId);
            json.Write("verdict", Verdict(rule.Verdict));
            json.WriteArray("regions", rule.Regions, region =>
            {
                json.Write("where", region.Where);
                json.Write("old", region.Old);
                json.Write("new", region.New);
            });
        });
    }

    /// <summary>A verdict for each rule, then the regions of those that differ, then the terms that changed.</summary>
    /// <param name="diff">The difference.</param>
    /// <param name="page">Takes it.</param>
    private static void WriteTable(PolicyDiff diff, Page page)
    {
        page.Line($"{Screen.Text(diff.Old.ToString())} -> {Screen.Text(diff.New.ToString())}");
        if (diff.NoEffect is { } reason)
            page.Line(Screen.Text(char.ToUpperInvariant(reason[0]) + reason[1..] + "."));

        var verdicts = new TextTable(("Rule", false, false), ("Verdict", false, false), ("Regions", true, false));
        foreach (var rule in diff.Rules)
            verdicts.Add(Screen.Text(rule.RuleId), Painted(rule.Verdict), rule.Regions.Count.ToString(CultureInfo.InvariantCulture));

        page.Table(verdicts);
        foreach (var rule in diff.Rules.Where(r => r.Regions.Count > 0))
        {
            page.Heading($"{Screen.Text(rule.RuleId)}: {Painted(rule.Verdict)}");
            page.List(rule.Regions.Select(region => $"{Screen.Text(region.Where)}: {Screen.Text(region.Old)} -> {Screen.Text(region.New)}"));
        }

        if (diff.IsDifferent && diff.Terms.Count > 0)
        {
            page.Space();
            foreach (var term in diff.Terms)
                page.Line(Screen.Text(term.ToString()));
        }
    }

    /// <summary>A verdict as it stands in output.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Verdict(DiffVerdict verdict) => verdict.ToString().ToLowerInvariant();

    private static string Painted(DiffVerdict verdict) => verdict switch
    {
        DiffVerdict.Stricter => $"[red]{Verdict(verdict)}[/]",
        DiffVerdict.Looser => $"[green]{Verdict(verdict)}[/]",
        DiffVerdict.Mixed => $"[yellow]{Verdict(verdict)}[/]",
        _ => Verdict(verdict),
    };
}

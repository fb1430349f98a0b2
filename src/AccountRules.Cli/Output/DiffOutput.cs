using System.Globalization;
using AccountRules.Cli.Builds;
using AccountRules.Cli.Input;

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
                JsonDocumentOutput.Write(terminal.Out, diff.Rules.Select(Json));
                break;
            case "csv":
                Fields.WriteCsv(diff.Rules.SelectMany(rule => rule.Regions.DefaultIfEmpty().Select(region => (rule, region))), terminal.Out);
                break;
            case "table" or "markdown":
                using (var text = terminal.OutText())
                    WriteTable(diff, Page.Of(format, text, terminal));

                break;
            default:
                BuildOutput.Write(DiffFindings.Of(diff, file), format, terminal);
                break;
        }
    }

    /// <summary>A rule: its verdict and its regions.</summary>
    private static object Json(RuleDiff rule) => new
    {
        rule = rule.RuleId,
        verdict = Verdict(rule.Verdict),
        regions = rule.Regions.Select(region => new { where = region.Where, old = region.Old, @new = region.New }),
    };

    private static void WriteTable(PolicyDiff diff, Page page)
    {
        page.Line($"{Screen.Text(diff.Old.ToString())} -> {Screen.Text(diff.New.ToString())}");
        if (diff.NoEffect is { } reason)
            page.Line(Screen.Text(Shown.Upper(reason) + "."));

        page.Table(
            diff.Rules,
            new("Rule", r => Screen.Text(r.RuleId)),
            new("Verdict", r => Painted(r.Verdict)),
            new("Regions", r => r.Regions.Count.ToString(CultureInfo.InvariantCulture), IsNumber: true));
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

using Spectre.Console;

namespace AccountRules.Cli.Output;

/// <summary>Writes what two policies say differently.</summary>
internal static class DiffOutput
{
    /// <summary>An array with an object for each rule: its verdict and its regions.</summary>
    /// <param name="diff">The difference.</param>
    /// <param name="output">Takes the JSON.</param>
    public static void WriteJson(PolicyDiff diff, Stream output)
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
    /// <param name="terminal">Where it runs.</param>
    /// <param name="output">Takes the text.</param>
    public static void WriteTable(PolicyDiff diff, Terminal terminal, TextWriter output)
    {
        var console = Screen.On(output, terminal);
        console.MarkupLine($"{Screen.Text(diff.Old.ToString())} -> {Screen.Text(diff.New.ToString())}");
        if (diff.NoEffect is { } reason)
            console.MarkupLine(Screen.Text(char.ToUpperInvariant(reason[0]) + reason[1..] + "."));

        var verdicts = new TextTable(("Rule", false, false), ("Verdict", false, false), ("Regions", true, false));
        foreach (var rule in diff.Rules)
            verdicts.Add(Screen.Text(rule.RuleId), Painted(rule.Verdict), rule.Regions.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));

        verdicts.Write(console);
        foreach (var rule in diff.Rules.Where(r => r.Regions.Count > 0))
        {
            console.WriteLine();
            console.MarkupLine($"[bold]{Screen.Text(rule.RuleId)}[/]: {Painted(rule.Verdict)}");
            foreach (var region in rule.Regions)
                console.MarkupLine($"  {Screen.Text(region.Where)}: {Screen.Text(region.Old)} -> {Screen.Text(region.New)}");
        }

        if (diff.IsDifferent && diff.Terms.Count > 0)
        {
            console.WriteLine();
            foreach (var term in diff.Terms)
                console.MarkupLine(Screen.Text(term.ToString()));
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

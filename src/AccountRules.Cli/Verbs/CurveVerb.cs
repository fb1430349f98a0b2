using System.CommandLine;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules curve</c>: reads fact files, and says what one threshold would do to the facts in them at every value of a range.</summary>
internal static class CurveVerb
{
    /// <summary>The verb's name.</summary>
    public const string Name = "curve";

    /// <summary>What help says beside the options.</summary>
    public static string Notes =>
        FactOptions.Notes
            + "\nThresholds: " + string.Join(", ", PolicyCurve.TermsOf(Policy.Default)) + "\n"
            + "\nExit codes: 0 done, 1 failed, 2 usage, 3 policy invalid, 4 some rows rejected; where several apply, the first of 2, 3, 1, 4.\n";

    /// <summary>The verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal)
    {
        var facts = new FactOptions(takesRules: false, takesWaivers: false);
        var term = Required("--term", "PATH", "The threshold, by its path in the policy document, such as performancePay.bands[Full].above");
        var from = Required("--from", "NUMBER", "The lowest value of the threshold");
        var to = Required("--to", "NUMBER", "The highest value of the threshold");
        var budget = FactOptions.Option<string?>("--budget", "AMOUNT", "Say at which values what is paid is at most this");
        var share = FactOptions.Option<string?>("--share", "PERCENT", "Say at which values at least this share of the facts is --in a standing or band");
        var @in = FactOptions.Option<string[]>("--in", "NAME", "The standing or band of --share; may be repeated, Met where it is left out");
        var within = FactOptions.Option<string?>(
            "--within", "DISTANCE", "Count who stands at most this far below each cut of the policy, and what it is worth");
        var formats = new Formats(
            "How to write the curve; table where it is left out, csv for the counts at each place", "table", "json", "csv", "markdown");
        var excel = FactOptions.Excel();
        var limit = FactOptions.Option<string>(
            "--limit", "N", "How many values a table shows of each rule, evenly spread over those where anything changes; 20 where it is left out, 0 for all");
        var verb = facts.Verb(
            Name, "Say what one threshold would do to the facts in files, at every value at which anything changes", term, from, to, budget, share, @in, within,
            formats.Option, excel, limit);
        verb.SetAction(parsed =>
        {
            var date = facts.AsOf(parsed, terminal);
            var form = formats.Of(parsed);
            var forExcel = Words.Excel(excel.Name, parsed.GetValue(excel), form);
            var most = Words.Count(limit.Name, parsed.GetValue(limit) ?? "20");
            var (low, high) = (Words.Number(from.Name, parsed.GetRequiredValue(from)), Words.Number(to.Name, parsed.GetRequiredValue(to)));
            var names = parsed.GetValue(@in) is { Length: > 0 } given ? given : [nameof(Standing.Met)];
            var asked = new CurveQuestions(
                parsed.GetValue(budget) is { } amount ? Words.Number(budget.Name, amount) : null,
                parsed.GetValue(share) is { } percent ? Words.Share(share.Name, percent) : null,
                names);
            decimal? distance = parsed.GetValue(within) is { } far ? Words.Distance(within.Name, far) : null;
            var curve = Curve(facts.ReadOnePolicy(parsed), parsed.GetRequiredValue(term), low, high, date, distance);
            CheckNames(@in.Name, names, asked, curve);
            return facts.Run(parsed, terminal, (files, there) =>
            {
                var run = new CurveRun(curve, there);
                var code = run.Run(files);
                using var output = there.OutText();
                CurveOutput.Write(curve, asked, form, forExcel, most, there, output);
                Page.Unread(run.Unread, form, output, there);
                return code;
            });
        });
        return verb;
    }

    private static Option<string> Required(string name, string value, string description)
    {
        var option = FactOptions.Option<string>(name, value, description);
        option.Required = true;
        return option;
    }

    private static PolicyCurve Curve(Policy policy, string term, decimal from, decimal to, DateOnly asOf, decimal? within)
    {
        try
        {
            return new(policy, term, from, to, asOf) { Within = within };
        }
        catch (PolicyException e)
        {
            throw StopException.Usage($"--{e.Problems[0].Path}", e.Problems[0].Found, e.Problems[0].Allowed);
        }
    }

    private static void CheckNames(string option, IEnumerable<string> names, CurveQuestions asked, PolicyCurve curve)
    {
        if (asked.Share is null)
            return;

        string[] allowed = [.. curve.Rules.SelectMany(r => r.Grades).SelectMany(g => new[] { g.Standing.ToString(), g.Band }).Distinct(StringComparer.Ordinal)];
        foreach (var name in names.Where(name => !allowed.Contains(name, StringComparer.Ordinal)))
            throw StopException.Usage(option, Input.Shown.Value(name), string.Join(", ", allowed));
    }
}

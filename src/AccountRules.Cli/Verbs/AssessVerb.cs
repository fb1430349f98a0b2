using System.CommandLine;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules assess</c>: reads fact files and writes the standing of each fact.</summary>
internal static class AssessVerb
{
    /// <summary>The verb's name.</summary>
    public const string Name = "assess";

    private static readonly string[] Formats = ["table", "json", "csv"];

    /// <summary>What help says beside the options: the files and their columns, and the exit codes.</summary>
    public static string Notes =>
        FactOptions.Notes + WaiverRows.Notes
        + "\nExit codes: 0 done, 1 failed, 2 usage, 3 policy invalid, 4 some rows rejected, 5 a standing named by --fail-on occurs.\n"
        + "Where several apply, the first of 2, 3, 1, 5, 4; with --fail-on the last line on standard error says both.\n";

    /// <summary>The verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal)
    {
        var facts = new FactOptions();
        var standings = FactOptions.Option<string[]>("--standing", "NAME", "Show this standing only; may be repeated");
        var format = FactOptions.Option<string>("--format", "table|json|csv", "How to write the assessments; table where it is left out");
        var failOn = FactOptions.Option<string[]>("--fail-on", "STANDING", "End with exit code 5 where this standing occurs; may be repeated");
        var excel = FactOptions.Excel();
        var details = new Option<bool>("--details") { Description = "Show a table of each rule; so do --rule, --standing and --limit" };
        var limit = FactOptions.Option<string>(
            "--limit", "N", "How many rows a table shows of each rule, those most in need of attention first; 10 where it is left out, 0 for all");
        var verb = facts.Verb(
            Name, "Assess the facts in files, and say for each how it stands, why, and by which clause", standings, format, excel, failOn, details, limit);
        verb.SetAction(parsed =>
        {
            var date = facts.AsOf(parsed, terminal);
            var wanted = facts.Rules(parsed);
            var shown = Words.Standings(standings.Name, parsed.GetValue(standings));
            var failing = Words.Standings(failOn.Name, parsed.GetValue(failOn));
            var form = Words.OneOf(format.Name, parsed.GetValue(format) ?? Formats[0], Formats);
            var limited = parsed.GetValue(limit);
            var most = Words.Count(limit.Name, limited ?? "10");
            var hasTables = parsed.GetValue(details) || limited is not null || wanted.Count > 0 || shown.Count > 0;
            var forExcel = Words.Excel(excel.Name, parsed.GetValue(excel), form);
            var request = new AssessmentRequest(facts.ReadPolicy(parsed), date, wanted, shown, failing);
            return facts.Run(parsed, terminal, (files, there) => Run(request, files, form, forExcel, hasTables ? most : null, there));
        });
        return verb;
    }

    private static ExitCode Run(AssessmentRequest request, IReadOnlyList<FactFile> files, string format, bool forExcel, int? limit, Terminal terminal)
    {
        var totals = new Totals();
        using RowWriter<Assessment> writer = format switch
        {
            "json" => BehindWriter<Assessment>.Of(new JsonOutput<Assessment>(terminal.Out, AssessmentFields.All)),
            "csv" => BehindWriter<Assessment>.Of(new CsvOutput<Assessment>(terminal.Out, AssessmentFields.All, forExcel)),
            _ => new TableOutput(request, totals, limit, terminal),
        };
        return new AssessmentRun(request, totals, writer, terminal).Assess(files);
    }
}

using System.CommandLine;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Builds;
using AccountRules.Cli.Input;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules assess</c>: reads fact files and writes the standing of each fact.</summary>
internal static class AssessVerb
{
    /// <summary>The verb's name.</summary>
    public const string Name = "assess";

    /// <summary>What help says beside the options: the files and their columns, and the exit codes.</summary>
    public static string Notes =>
        FactOptions.Notes + WaiverRows.Notes + AbsenceRows.Notes
        + "\nrecords are for `accountrules verify`: a JSON object a line, with the fact that was judged; docs/record.schema.json is its schema."
        + "\ngithub, junit and sarif are for builds: whether a standing named by --fail-on occurs under a rule (not in sarif), and what is wrong with files.\n"
        + "Exit codes, with every format: 0 done, 1 failed, 2 usage, 3 policy invalid, 4 some rows rejected, 5 a standing named by --fail-on occurs,\n"
        + "7 --verify finds a difference. Where several apply, the first of 2, 3, 1, 5, 7, 4; with --fail-on the last line on standard error says both.\n";

    /// <summary>The verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal)
    {
        var facts = new FactOptions();
        var standings = FactOptions.Option<string[]>("--standing", "NAME", "Show this standing only; may be repeated");
        var bands = FactOptions.Option<string[]>("--band", "NAME", "Show this band, or stage, only; may be repeated");
        var programmes = FactOptions.Option<string[]>("--programme", "NAME", "Show who enters this programme only; may be repeated");
        var formats = new Formats(
            "How to write the assessments; table where it is left out", "table", "json", "csv", "records", "markdown", "github", "junit", "sarif");
        var failOn = FactOptions.Option<string[]>("--fail-on", "STANDING", "End with exit code 5 where this standing occurs; may be repeated");
        var excel = FactOptions.Excel();
        var details = new Option<bool>("--details") { Description = "Show a table of each rule; so do --rule, --standing, --band, --programme and --limit" };
        var limit = FactOptions.Option<string>(
            "--limit", "N", "How many rows a table shows of each rule, those most in need of attention first; 10 where it is left out, 0 for all");
        var verify = new Option<bool>("--verify")
        {
            Description = "Compare all that is said with a second, literal reading of the policy; 7 where one differs",
        };
        var verb = facts.Verb(
            Name, "Assess the facts in files, and say for each how it stands, why, and by which clause", standings, bands, programmes, formats.Option, excel,
            failOn, details, limit, verify);
        verb.SetAction(parsed =>
        {
            var date = facts.AsOf(parsed, terminal);
            var wanted = facts.Rules(parsed);
            var shown = Words.Standings(standings.Name, parsed.GetValue(standings));
            var failing = Words.Standings(failOn.Name, parsed.GetValue(failOn));
            var form = formats.Of(parsed);
            var limited = parsed.GetValue(limit);
            var most = Words.Count(limit.Name, limited ?? "10");
            var hasTables = parsed.GetValue(details) || limited is not null || wanted.Count > 0 || shown.Count > 0
                || parsed.GetValue(bands) is { Length: > 0 } || parsed.GetValue(programmes) is { Length: > 0 };
            var forExcel = Words.Excel(excel.Name, parsed.GetValue(excel), form);
            var policy = facts.Guard(parsed, form, terminal, () => facts.ReadPolicy(parsed));
            var request = new AssessmentRequest(policy, date, wanted, shown, failing)
            {
                Bands = Words.Among(bands.Name, parsed.GetValue(bands), Grades(policy, wanted).Select(grade => grade.Band)),
                Programmes = Words.Among(
                    programmes.Name, parsed.GetValue(programmes), Grades(policy, wanted).Select(grade => grade.Programme).OfType<string>()),
                Reference = parsed.GetValue(verify) ? new(new(policy), date) : null,
                KeepsFacts = form == "records",
            };
            return facts.Run(parsed, terminal, (files, there) => Run(request, files, form, forExcel, hasTables ? most : null, there));
        });
        return verb;
    }

    private static IEnumerable<Grade> Grades(Policy policy, IReadOnlySet<string> wanted) =>
        policy.Rules.Where(rule => wanted.Count == 0 || wanted.Contains(rule.Id)).SelectMany(rule => rule.Grades);

    private static ExitCode Run(AssessmentRequest request, IReadOnlyList<FactFile> files, string format, bool forExcel, int? limit, Terminal terminal)
    {
        var totals = new Totals();
        using RowWriter<Assessment> writer = format switch
        {
            "json" => BehindWriter<Assessment>.Of(new JsonOutput<Assessment>(terminal.Out, AssessmentFields.All)),
            "csv" => BehindWriter<Assessment>.Of(new CsvOutput<Assessment>(terminal.Out, AssessmentFields.All, forExcel)),
            "records" => BehindWriter<Assessment>.Of(new RecordsOutput(terminal.Out)),
            "table" or "markdown" => new TableOutput(request, totals, limit, format == "markdown", terminal),
            _ => new FailingOutput(request.FailOn, totals),
        };
        var run = new AssessmentRun(request, totals, writer, terminal);
        var code = run.Assess(files);
        if (BuildOutput.Of(format) is not null)
        {
            BuildOutput.Write(
                [.. format == "sarif" ? [] : ((FailingOutput)writer).Findings, .. request.Reference?.Findings ?? [], .. run.Findings], format, terminal);
        }

        return code;
    }
}

using System.CommandLine;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Builds;
using AccountRules.Cli.Input;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules impact</c>: reads fact files, and says what a change of policy does to the facts in them.</summary>
internal static class ImpactVerb
{
    /// <summary>The verb's name.</summary>
    public const string Name = "impact";

    /// <summary>What help says beside the options: the files and their columns, and the exit codes.</summary>
    public static string Notes =>
        FactOptions.Notes
            + "\nExit codes, with every format and with --html: 0 done, 1 failed, 2 usage, 3 a policy invalid, 4 some rows rejected; "
            + "where several apply, the first of 2, 3, 1, 4.\n";

    /// <summary>The verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal)
    {
        var facts = new FactOptions(takesPolicy: false, takesWaivers: false);
        var old = FactOptions.Option<string?>("--old", "FILE", "The policy document before; the documents' own numbers where it is left out");
        var @new = FactOptions.Option<string>("--new", "FILE", "The policy document after");
        @new.Required = true;
        var formats = new Formats("How to write the impact; table where it is left out, github for notices", "table", "json", "csv", "markdown", "github");
        var html = FactOptions.Option<string?>(
            "--html", "FILE",
            "Write the change and its impact as a page with pictures, complete in itself; the table is then left out unless --format asks for it");
        var table = FactOptions.Option<string?>(
            "--table", "NAME", $"With --format csv, which table: {string.Join(", ", ImpactCsv.Names)}; {ImpactCsv.First} where it is left out");
        var unchanged = new Option<bool>("--unchanged") { Description = "List the bands, accounts and account managers too for whom nothing changes" };
        var limit = FactOptions.Option<string>(
            "--limit", "N", "How many bands, accounts and account managers a table shows, the biggest difference first; 10 where it is left out, 0 for all");
        var excel = FactOptions.Excel();
        var verb = facts.Verb(
            Name, "Say what a change of policy does to the facts in files: who changes, and what is paid by which clause", old, @new, formats.Option, html,
            table, unchanged, limit, excel);
        verb.SetAction(parsed =>
        {
            var date = facts.AsOf(parsed, terminal);
            var wanted = facts.Rules(parsed);
            var form = formats.Of(parsed);
            var forExcel = Words.Excel(excel.Name, parsed.GetValue(excel), form);
            var one = Table(table.Name, parsed.GetValue(table), form);
            var tables = new ImpactTables(parsed.GetValue(unchanged), Words.Count(limit.Name, parsed.GetValue(limit) ?? "10"));
            var page = parsed.GetValue(html);
            var impact = facts.Guard(parsed, form, terminal, () => new PolicyImpact(
                PolicyFile.ReadOne(old.Name, parsed.GetValue(old)), PolicyFile.ReadOne(@new.Name, parsed.GetRequiredValue(@new)), date)
            {
                IsGrouped = page is not null || form != "csv" || ImpactCsv.IsOfGroups(one),
            });
            var dossier = page is null ? null : new DossierFacts(impact, date);
            return facts.Run(parsed, terminal, (files, there) =>
            {
                using var file = OutputFile.Open(html.Name, page, [.. files, .. Policies(parsed.GetValue(old), parsed.GetValue(@new))], there);
                var run = new ImpactRun(impact, wanted, there) { Sides = dossier?.Sides(there) ?? [] };
                var code = run.Run(files);
                if (dossier is not null)
                    DossierHtml.Write(impact.Diff, dossier, file.Terminal);

                file.Place();
                if (page is not null && !formats.IsGiven(parsed))
                    return code;

                if (BuildOutput.Of(form) is not null)
                {
                    BuildOutput.Write([.. ImpactFindings.Of(impact), .. run.Findings], form, there);
                    return code;
                }

                using var output = there.OutText();
                ImpactOutput.Write(impact, tables, form, one, forExcel, there, output);
                Page.Unread(run.Unread, form, output, there);
                return code;
            });
        });
        return verb;
    }

    private static string Table(string option, string? word, string format) => word is null ? ImpactCsv.First
        : format == "csv" ? Words.OneOf(option, word, ImpactCsv.Names)
        : throw StopException.Usage(option, $"`--format {format}`", "--format csv; json has every table");

    private static IEnumerable<FactFile> Policies(params IEnumerable<string?> paths) => paths.OfType<string>().Select(path => new FactFile("policy", path));
}

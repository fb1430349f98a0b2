using System.CommandLine;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules pay</c>: from KPI results and pay plans in files to what is paid.</summary>
internal static class PayVerb
{
    /// <summary>The verb's name.</summary>
    public const string Name = "pay";

    private static Rule[] Rules => [Policy.Default.PlannedPay()];

    /// <summary>What help says beside the options: the files and their columns, and the exit codes.</summary>
    public static string Notes => FactOptions.NotesOf(Rules)
        + "\nA pay plan pays once for its Period, or by its Frequency (monthly, quarterly, halfYearly, yearly) each period in it. Its KpiPlan is one of the\n"
        + "policy's `achievement`, its Group one of the tables of `performancePay`.\n"
        + "Exit codes: 0 done, 1 failed, 2 usage, 3 policy invalid, 4 some rows rejected, 5 a standing named by --fail-on occurs; where several apply, the\n"
        + "first of 2, 3, 1, 5, 4.\n";

    /// <summary>The verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal)
    {
        var facts = new FactOptions(takesRules: false, takesWaivers: false, on: () => Rules);
        var periods = FactOptions.Option<string[]>("--period", "PERIOD", "Pay this period only, such as 2026-05; may be repeated");
        var employees = Several("--employee", "ID", "Pay this employee only; may be repeated");
        var groups = Several("--group", "NAME", "Pay this group only; may be repeated");
        var bands = Several("--band", "NAME", "Show this band only; may be repeated");
        var programmes = Several("--programme", "NAME", "Show who enters this programme only; may be repeated");
        var currency = FactOptions.Option<string>("--currency", "CODE", "Pay in this currency only, such as EUR, or \"\" for amounts that name none");
        var most = FactOptions.Option<string>("--most-in-year", "AMOUNT", "Pay an employee no more than this in a year, in the order of periods");
        var yearFrom = FactOptions.Option<string>("--year-from", "MONTH", "The month with which that year begins, from 1 to 12; 1 where it is left out");
        var statements = FactOptions.Option<string>("--statements", "DIR", "Write a statement for each employee into this folder");
        var statementFormat = new Formats("How to write statements; html where it is left out", "--statement-format", ["html", "markdown"]);
        var formats = new Formats("How to write what is paid; table where it is left out", "table", "json", "csv", "markdown");
        var excel = FactOptions.Excel();
        var limit = FactOptions.Option<string>("--limit", "N", "How many lines a table shows, what is not known first; 50 where it is left out, 0 for all");
        var failOn = FactOptions.Option<string[]>(
            "--fail-on", "STANDING", "End with exit code 5 where this standing occurs in a period that has ended; may be repeated");
        var verb = facts.Verb(
            Name, "Pay what KPI results and pay plans come to: the lines, totals by currency, group and band, and a statement for each employee",
            periods, employees, groups, bands, programmes, currency, most, yearFrom, statements, statementFormat.Option, formats.Option, excel, limit, failOn);
        verb.SetAction(parsed =>
        {
            var form = formats.Of(parsed);
            var forExcel = Words.Excel(excel.Name, parsed.GetValue(excel), form);
            var shown = Words.Count(limit.Name, parsed.GetValue(limit) ?? "50");
            var folder = parsed.GetValue(statements) is { } dir ? Words.Path(statements.Name, dir, "a folder, which is made where it is not there") : null;
            var isHtml = statementFormat.Of(parsed) == "html";
            if (folder is null && statementFormat.IsGiven(parsed))
                throw StopException.Usage(statementFormat.Option.Name, "no --statements", "a folder with --statements, which they are written into");

            var request = new PayRequest(facts.ReadPolicy(parsed), facts.AsOf(parsed, terminal))
            {
                Currency = Words.Currency(currency.Name, parsed.GetValue(currency)),
                Wanted =
                [
                    (periods.Name, [.. (parsed.GetValue(periods) ?? []).Select(word => Words.Period(periods.Name, word).ToString())],
                        line => line.Assessment.Period.ToString()),
                    (employees.Name, parsed.GetValue(employees) ?? [], line => line.Assessment.Subject),
                    (groups.Name, parsed.GetValue(groups) ?? [], line => line.Of.Pay.Group),
                    (bands.Name, parsed.GetValue(bands) ?? [], line => line.Assessment.Band),
                    (programmes.Name, parsed.GetValue(programmes) ?? [], line => line.Assessment.Programme),
                ],
                MostInYear = parsed.GetValue(most) is { } amount ? Words.Distance(most.Name, amount) : null,
                YearFrom = Words.Month(yearFrom.Name, parsed.GetValue(yearFrom)),
                FailOn = Words.Standings(failOn.Name, parsed.GetValue(failOn)),
            };
            if (request.MostInYear is null && parsed.GetValue(yearFrom) is not null)
                throw StopException.Usage(yearFrom.Name, "no --most-in-year", "the most of a year with --most-in-year");

            return facts.Run(parsed, terminal, (files, there) =>
            {
                var run = new PayRun(request, there);
                var (code, all) = run.Pay(files);
                var lines = request.Of(all);
                PayOutput.Write(lines, request, run.Unread, form, forExcel, shown, there);
                if (folder is not null && code != ExitCode.Failed)
                {
                    var written = new StatementFiles(folder, isHtml, run.Employees, there).Write(lines, request, files);
                    there.Say($"{folder}: {Shown.Count(written)} {(written == 1 ? "statement" : "statements")}.");
                }

                foreach (var remark in PayRemarks.Of(lines, run, request))
                    there.Say(remark);

                var occurs = lines.Any(line => !line.IsRunning && request.FailOn.Contains(line.Assessment.Standing));
                return code != ExitCode.Failed && occurs ? ExitCode.StandingOccurs : code;
            });
        });
        return verb;
    }

    private static Option<string[]> Several(string name, string value, string description) => FactOptions.Option<string[]>(name, value, description);
}

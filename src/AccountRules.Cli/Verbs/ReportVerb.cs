using System.CommandLine;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules report</c>: reads fact files and writes how accounts stand under all rules.</summary>
internal static class ReportVerb
{
    /// <summary>The verb's name.</summary>
    public const string Name = "report";

    /// <summary>What help says beside the options: the files and their columns, and the exit codes.</summary>
    public static string Notes =>
        FactOptions.Notes + WaiverRows.Notes + AbsenceRows.Notes
        + "\nExit codes: 0 done, 1 failed, 2 usage, 3 policy invalid, 4 some rows rejected; where several apply, the first of 2, 3, 1, 4.\n";

    /// <summary>The verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal)
    {
        var facts = new FactOptions(takesRules: false);
        var account = FactOptions.Option<string?>("--account", "ID", "Report on this account");
        var manager = FactOptions.Option<string?>("--manager", "ID", "Report on the accounts of this manager");
        var days = FactOptions.Option<string>("--days", "N", "How many days after the evaluation date are looked at; 30 where it is left out");
        var formats = new Formats("How to write the report; table where it is left out", "table", "json", "csv", "markdown");
        var html = FactOptions.Option<string?>(
            "--html", "FILE", "Write the report as a page with charts, complete in itself; the table is then left out unless --format asks for it");
        var excel = FactOptions.Excel();
        var limit = FactOptions.Option<string>(
            "--limit", "N", "How many rows are shown of each part, the worst or next first; 10 where it is left out, 0 for all");
        var trend = FactOptions.Option<string>("--trend", "N", "The score also at the ends of the N months before; 0 where it is left out");
        var verb = facts.Verb(
            Name, "Report on accounts: how they stand under all rules, what needs attention and why, and what comes next", account, manager, days,
            formats.Option, html, excel, limit, trend);
        verb.SetAction(parsed =>
        {
            var date = facts.AsOf(parsed, terminal);
            var horizon = Words.Count(days.Name, parsed.GetValue(days) ?? "30");
            var form = formats.Of(parsed);
            var most = Words.Count(limit.Name, parsed.GetValue(limit) ?? "10");
            var all = most == 0 ? int.MaxValue : most;
            var forExcel = Words.Excel(excel.Name, parsed.GetValue(excel), form);
            var chosen = ReportChoice.Of(account.Name, parsed.GetValue(account), manager.Name, parsed.GetValue(manager));
            var options = new AccountReportOptions
            {
                Worst = all,
                Next = all,
                Days = horizon,
                ScoredOn = [.. MonthEnds(date, Words.Count(trend.Name, parsed.GetValue(trend) ?? "0"))],
            };
            var policy = facts.ReadPolicy(parsed);
            var page = parsed.GetValue(html);
            return facts.Run(parsed, terminal, (files, there) =>
            {
                using var file = OutputFile.Open(html.Name, page, files, there);
                var run = new ReportRun(policy, date, options, files, there);
                var code = run.Take();
                var report = run.Report();
                var view = chosen.Of(report, most) with { Unread = run.Unread };
                if (page is not null)
                    ReportHtml.Write(view, file.Terminal);

                if (page is null || formats.IsGiven(parsed))
                    ReportOutput.Write(view, form, forExcel, there);

                file.Place();
                run.Remark(report);
                return code;
            });
        });
        return verb;
    }

    /// <summary>The last days of the months before; those that the calendar has.</summary>
    private static IEnumerable<DateOnly> MonthEnds(DateOnly date, int months)
    {
        var first = new DateOnly(date.Year, date.Month, 1);
        var most = Math.Min(months, (first.Year - 1) * 12 + first.Month - 1);
        return Enumerable.Range(0, most).Select(i => first.AddMonths(-i).AddDays(-1));
    }
}

using System.CommandLine;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;
using AccountRules.Cli.Output;

namespace AccountRules.Cli.Verbs;

/// <summary><c>accountrules settle</c>: reads a ledger and fact files, and says what is to be settled now.</summary>
internal static class SettleVerb
{
    /// <summary>The verb's name.</summary>
    public const string Name = "settle";

    /// <summary>What help says beside the options: what is withdrawn, the files and their columns, and the exit codes.</summary>
    public static string Notes =>
        "\nThe ledger is a file of lines in JSON, of all runs so far. What it has settled and the files do not hold is withdrawn: a run of some periods or\n"
        + "rules names them with --period and --rule. What cannot be determined is held, as is what may be in a row that could not be read.\n"
        + FactOptions.Notes
        + "\nExit codes: 0 done, 1 failed, 2 usage, 3 policy invalid, 4 some rows rejected; where several apply, the first of 2, 3, 1, 4. A run that failed\n"
        + "appends nothing.\n";

    /// <summary>The verb.</summary>
    /// <param name="terminal">Where it runs.</param>
    public static Command Create(Terminal terminal)
    {
        var facts = new FactOptions(takesWaivers: false);
        var ledger = new Argument<string>("LEDGER") { Description = "The file of what was settled so far, a line in JSON for each fact and run" };
        var periods = FactOptions.Option<string[]>("--period", "PERIOD", "Settle facts of this period only, such as 2026-05; may be repeated");
        var currency = FactOptions.Option<string>(
            "--currency", "CODE", "Settle amounts of this currency only, such as EUR, or \"\" for amounts that name none; needed where there are several");
        var append = new Option<bool>("--append") { Description = "Append the run's lines to the ledger; without it the run is a trial" };
        var isNew = new Option<bool>("--new-ledger") { Description = "Begin the ledger, which is not there yet" };
        var unchanged = new Option<bool>("--unchanged") { Description = "List the facts too for which nothing changes" };
        var formats = new Formats("How to write what the run does; table where it is left out", "table", "json", "csv", "markdown");
        var excel = FactOptions.Excel();
        var limit = FactOptions.Option<string>(
            "--limit", "N", "How many rows a table shows, what is taken back first; 50 where it is left out, 0 for all");
        var verb = facts.Verb(
            Name, "Settle pay, or what --rule names: what is new, corrected, withdrawn or held against what was settled", periods, currency, append, isNew,
            unchanged, formats.Option, excel, limit);
        verb.Arguments.Insert(0, ledger);
        verb.SetAction(parsed =>
        {
            var path = Words.Path(ledger.Name, parsed.GetRequiredValue(ledger), "the file of a ledger");
            var form = formats.Of(parsed);
            var forExcel = Words.Excel(excel.Name, parsed.GetValue(excel), form);
            var shown = new SettlementShown(form, forExcel, parsed.GetValue(unchanged), Words.Count(limit.Name, parsed.GetValue(limit) ?? "50"));
            Period[] only = [.. (parsed.GetValue(periods) ?? []).Select(word => Words.Period(periods.Name, word))];
            var (date, policy, rules) = (facts.AsOf(parsed, terminal), facts.ReadPolicy(parsed), facts.Rules(parsed));
            var request = new SettlementRequest(
                policy, date, rules.Count > 0 ? rules : policy.Rules.Where(r => r.Pays).Select(r => r.Id).ToHashSet(StringComparer.Ordinal), only,
                Words.Currency(currency.Name, parsed.GetValue(currency)));
            return facts.Run(parsed, terminal, (files, there) =>
            {
                var file = LedgerFile.Read(path, isNew.Name, parsed.GetValue(isNew));
                using var beside = OutputFile.Open(ledger.Name, parsed.GetValue(append) ? path : null, files, there);
                var run = new SettlementTaking(request, there);
                var code = run.Take(files);
                var settlement = run.Settle(file.Ledger);
                var isAppended = parsed.GetValue(append) && code != ExitCode.Failed;
                if (isAppended)
                    file.Append(settlement.Lines, beside);

                SettlementOutput.Write(settlement, request, shown, there);
                using (var text = there.OutText())
                    Page.Unread(run.Unread, shown.Format, text, there);

                foreach (var remark in SettlementRemarks.Of(settlement, request, path, parsed.GetValue(append), isAppended))
                    there.Say(remark);

                run.Remark();
                return code;
            }, new FactFile("ledger", path));
        });
        return verb;
    }
}

using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>Writes what a run settles: the lines that change something or could not be settled, and totals.</summary>
internal static class SettlementOutput
{
    /// <summary>What is taken back comes first, what is paid for the first time last.</summary>
    private static readonly SettlementKind[] Order =
        [SettlementKind.Withdrawn, SettlementKind.Corrected, SettlementKind.Held, SettlementKind.New, SettlementKind.Unchanged];

    /// <summary>Writes the settlement.</summary>
    /// <param name="settlement">The settlement.</param>
    /// <param name="request">What the user asked for.</param>
    /// <param name="shown">How it is written.</param>
    /// <param name="terminal">Where it runs.</param>
    public static void Write(Settlement settlement, SettlementRequest request, SettlementShown shown, Terminal terminal)
    {
        SettlementLine[] lines = [.. settlement.Lines.Where(l => shown.WithUnchanged || l.Kind != SettlementKind.Unchanged)];
        if (shown.Format == "json")
        {
            SettlementJson.Write(settlement, lines, request, terminal.Out);
        }
        else if (shown.Format == "csv")
        {
            using var writer = new CsvOutput<SettlementLine>(terminal.Out, SettlementFields.All, shown.ForExcel);
            foreach (var line in lines)
                writer.Write(line);

            writer.Complete();
        }
        else
        {
            using var text = terminal.OutText();
            var page = shown.Format == "markdown" ? Page.Markdown(text) : Page.On(text, terminal);
            WriteLines(lines, shown.Limit, page);
            WriteTotals(settlement, page);
            page.Line($"As of {request.AsOf:yyyy-MM-dd}, by the policy {Screen.Text(request.Policy.Name)}, {Screen.Text(Shown.Versions(request.Policy))}.");
        }
    }

    private static void WriteLines(SettlementLine[] lines, int limit, Page page)
    {
        var most = limit == 0 ? lines.Length : Math.Min(limit, lines.Length);
        page.Heading(lines.Length == 0 ? "Nothing changes." : "What changes");
        if (lines.Length == 0)
            return;

        var hasRules = Array.Exists(lines, l => l.RuleId != lines[0].RuleId);
        var table = new TextTable(
        [
            ("[grey]Kind[/]", false, false), .. hasRules ? [("[grey]Rule[/]", false, true)] : Array.Empty<(string, bool, bool)>(),
            ("[grey]Fact[/]", false, true), ("[grey]Before[/]", true, false), ("[grey]Difference[/]", true, false), ("[grey]Now[/]", true, false),
            ("[grey]Why[/]", false, true),
        ]);
        foreach (var line in lines.OrderBy(l => Array.IndexOf(Order, l.Kind)).Take(most))
        {
            table.Add(
            [
                line.Kind.ToString(), .. hasRules ? [Screen.Text(line.RuleId)] : Array.Empty<string>(),
                Screen.Text(new FactKey(line.Subject, line.Period, line.Part, line.StartedOn).ToString()), Outcome(line.Before),
                line.Difference is { } difference ? ImpactTables.Signed(difference) : "", Outcome(line.After), Screen.Text(line.Reason),
            ]);
        }

        page.Table(table);
        if (most < lines.Length)
            page.Line($"[grey]showing {Shown.Count(most)} of {Shown.Count(lines.Length)}; --limit 0 shows all[/]");
    }

    private static string Outcome(SettledOutcome? outcome) => Screen.Text(outcome is null ? ""
        : ReportView.Joined(
            " ", outcome.Band ?? outcome.Standing.ToString(), outcome.Payable is { } payable ? ImpactTables.Number(payable) : "",
            outcome.Programme is { } programme && programme != outcome.Band ? $"({programme})" : ""));

    private static void WriteTotals(Settlement settlement, Page page)
    {
        var totals = new TextTable(
            ("[grey]Total[/]", false, true), ("[grey]Before[/]", true, false), ("[grey]New[/]", true, false), ("[grey]Corrected[/]", true, false),
            ("[grey]Withdrawn[/]", true, false), ("[grey]Now[/]", true, false), ("[grey]Lines[/]", true, false), ("[grey]Held[/]", true, false),
            ("[grey]of which settled[/]", true, false));
        SettlementTotal[] rows =
        [
            .. settlement.ByPeriod.Where(_ => settlement.ByPeriod.Count > 1), .. settlement.ByProgramme.Where(total => total.Of is not null),
            .. settlement.ByRule.Where(_ => settlement.ByRule.Count > 1), settlement.Total,
        ];
        foreach (var total in rows)
        {
            string Added(SettlementKind kind) => total[kind].Lines == 0 ? "" : ImpactTables.Signed(total[kind].Difference);
            var held = total[SettlementKind.Held];
            totals.Add(
                ReferenceEquals(total, settlement.Total) ? "[bold]all[/]" : Screen.Text(total.Of ?? "no period"), ImpactTables.Number(total.All.Settled),
                Added(SettlementKind.New), Added(SettlementKind.Corrected), Added(SettlementKind.Withdrawn), ImpactTables.Number(total.All.Now),
                Shown.Count(total.All.Lines), held.Lines == 0 ? "" : Shown.Count(held.Lines), held.Lines == 0 ? "" : ImpactTables.Number(held.Settled));
        }

        page.Space();
        page.Table(totals);
    }
}

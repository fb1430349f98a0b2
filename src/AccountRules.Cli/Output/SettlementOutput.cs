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
            SettlementFields.All.WriteCsv(lines, terminal.Out, shown.ForExcel);
        }
        else
        {
            using var text = terminal.OutText();
            var page = Page.Of(shown.Format, text, terminal);
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

        page.Table(
            lines.OrderBy(l => Array.IndexOf(Order, l.Kind)).Take(most),
            new("[grey]Kind[/]", l => l.Kind.ToString()),
            Array.Exists(lines, l => l.RuleId != lines[0].RuleId) ? new("[grey]Rule[/]", l => Screen.Text(l.RuleId), Wraps: true) : null,
            new("[grey]Fact[/]", l => Screen.Text(new FactKey(l.Subject, l.Period, l.Part, l.StartedOn).ToString()), Wraps: true),
            new("[grey]Before[/]", l => Outcome(l.Before), IsNumber: true),
            new("[grey]Difference[/]", l => l.Difference is { } difference ? ImpactTables.Signed(difference) : "", IsNumber: true),
            new("[grey]Now[/]", l => Outcome(l.After), IsNumber: true),
            new("[grey]Why[/]", l => Screen.Text(l.Reason), Wraps: true));
        page.Rest(most, lines.Length);
    }

    private static string Outcome(SettledOutcome? outcome) => Screen.Text(outcome is null ? ""
        : ReportView.Joined(
            " ", outcome.Band ?? outcome.Standing.ToString(), outcome.Payable is { } payable ? ImpactTables.Number(payable) : "",
            outcome.Programme is { } programme && programme != outcome.Band ? $"({programme})" : ""));

    private static void WriteTotals(Settlement settlement, Page page)
    {
        SettlementTotal[] rows =
        [
            .. settlement.ByPeriod.Where(_ => settlement.ByPeriod.Count > 1), .. settlement.ByProgramme.Where(total => total.Of is not null),
            .. settlement.ByRule.Where(_ => settlement.ByRule.Count > 1), settlement.Total,
        ];
        page.Space();
        page.Table(
            rows,
            new("[grey]Total[/]", t => ReferenceEquals(t, settlement.Total) ? "[bold]all[/]" : Screen.Text(t.Of ?? "no period"), Wraps: true),
            new("[grey]Before[/]", t => ImpactTables.Number(t.All.Settled), IsNumber: true),
            Added("New", SettlementKind.New),
            Added("Corrected", SettlementKind.Corrected),
            Added("Withdrawn", SettlementKind.Withdrawn),
            new("[grey]Now[/]", t => ImpactTables.Number(t.All.Now), IsNumber: true),
            new("[grey]Lines[/]", t => Shown.Count(t.All.Lines), IsNumber: true),
            OfHeld("Held", held => Shown.Count(held.Lines)),
            OfHeld("of which settled", held => ImpactTables.Number(held.Settled)));
    }

    private static TextColumn<SettlementTotal> Added(string title, SettlementKind kind) =>
        new($"[grey]{title}[/]", t => t[kind].Lines == 0 ? "" : ImpactTables.Signed(t[kind].Difference), IsNumber: true);

    private static TextColumn<SettlementTotal> OfHeld(string title, Func<SettlementSum, string> cell) =>
        new($"[grey]{title}[/]", t => t[SettlementKind.Held] is { Lines: > 0 } held ? cell(held) : "", IsNumber: true);
}

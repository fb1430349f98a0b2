using System.Globalization;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;
using Spectre.Console;

namespace AccountRules.Cli.Output;

/// <summary>The totals at the end: how many assessments of each standing under each rule, as of which date, by which policy.</summary>
internal static class TotalsTable
{
    private static readonly Standing[] Order = StandingOrder.Of(
        Standing.Met, Standing.OnTrack, Standing.AtRisk, Standing.Overdue, Standing.Late, Standing.Missed,
        Standing.Graded, Standing.Undetermined, Standing.NotApplicable);

    /// <summary>Writes the totals.</summary>
    /// <param name="console">Takes them.</param>
    /// <param name="totals">The totals.</param>
    /// <param name="request">What was asked for.</param>
    public static void Write(IAnsiConsole console, Totals totals, AssessmentRequest request)
    {
        var standings = Order.Where(s => totals.Of(s) > 0).ToArray();
        var hasWaived = standings.Any(s => totals.Waived(s) > 0);
        var table = new TextTable(
        [
            ("[grey]Rule[/]", false, false), .. standings.Select(s => (Paint.Standing(s, s.ToString()), true, false)), ("[bold]All[/]", true, false),
            .. hasWaived ? [("[grey]Waived of these[/]", true, false)] : Array.Empty<(string, bool, bool)>(),
        ]);
        foreach (var rule in totals.Rules)
        {
            table.Add([
                Screen.Text(rule.Rule.Id),
                .. standings.Select(s => Cell(rule[s])), $"[bold]{Shown.Count(rule.Count)}[/]",
                .. hasWaived ? [Cell(rule.Waived())] : Array.Empty<string>(),
            ]);
        }

        console.WriteLine();
        table.Write(console);
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"As of [bold]{request.AsOf:yyyy-MM-dd}[/], by the policy [bold]{Screen.Text(request.Policy.Name)}[/], "
            + $"version [bold]{Screen.Text(request.Policy.Version)}[/]."));
    }

    private static string Cell(long count) => count == 0 ? "[grey]·[/]" : Shown.Count(count);
}

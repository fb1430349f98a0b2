using System.Globalization;
using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>The summary: as of which date and by which policy, how many assessments of each standing in all, and under each rule with a bar.</summary>
internal static class SummaryTable
{
    private const int WideScreen = 110;

    /// <summary>Writes the summary.</summary>
    /// <param name="page">Takes it.</param>
    /// <param name="rules">The totals of each rule.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="unread">What could not be read; empty where all was.</param>
    public static void Write(Page page, IReadOnlyList<RuleTotals> rules, AssessmentRequest request, string unread)
    {
        var all = new StandingCounts(rules.SelectMany(r => r.Standings));
        page.Space();
        page.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"As of [bold]{request.AsOf:yyyy-MM-dd}[/], by the policy [bold]{Screen.Text(request.Policy.Name)}[/], "
            + $"[bold]{Screen.Text(Shown.Versions(request.Policy))}[/]: "
            + $"{(all.Total == 0 ? "nothing to assess" : ReportView.Counted(all.Total, "assessment"))} under {ReportView.Counted(rules.Count, "rule")}."));
        page.Line(string.Join("  ", ReportView.Order.Where(s => all[s] > 0).Select(s => StandingText.Of(s, all[s]))));

        if (unread.Length > 0)
            page.Line($"[yellow]{Screen.Text(unread)}[/]");

        var table = new TextTable(
        [
            ("[grey]Rule[/]", false, false), ("[grey]All[/]", true, false),
            .. page.IsMarkdown ? [] : new[] { ("", false, false) }, ("[grey]How it stands[/]", false, true),
        ]);
        foreach (var rule in rules)
        {
            table.Add(
            [
                Screen.Text(rule.Rule.Id), Shown.Count(rule.Count),
                .. page.IsMarkdown ? [] : new[] { StandingBar.Of(rule.Standings, page.Width < WideScreen ? 8 : 16) }, StandingText.Of(rule),
            ]);
        }

        page.Table(table);
    }
}

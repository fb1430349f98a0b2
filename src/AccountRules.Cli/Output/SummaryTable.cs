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

        page.Table(
            rules,
            new("[grey]Rule[/]", r => Screen.Text(r.Rule.Id)),
            new("[grey]All[/]", r => Shown.Count(r.Count), IsNumber: true),
            page.IsMarkdown ? null : new("", r => StandingBar.Of(r.Standings, page.Width < WideScreen ? 8 : 16)),
            new("[grey]How it stands[/]", StandingText.Of, Wraps: true));
    }
}

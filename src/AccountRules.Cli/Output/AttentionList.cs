using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>What needs attention: under each rule the worst, why, and what is to be done, those rules first that are in most need of it.</summary>
internal static class AttentionList
{
    /// <summary>About how many rows it shows; of each rule one at the least.</summary>
    public const int Most = 20;

    private const int WideScreen = 100;

    private sealed record Worst(Assessment[] Shown, long Count);

    /// <summary>Writes the list.</summary>
    /// <param name="page">Takes it.</param>
    /// <param name="rules">What needs attention under each rule, in the order of the rules; none is empty.</param>
    public static void Write(Page page, IReadOnlyList<MostUrgent> rules)
    {
        var worst = rules.Select(rows => new Worst([.. rows.All().Take(Math.Max(1, Most / rules.Count))], rows.Count))
            .OrderByDescending(rows => Urgency.Of(rows.Shown[0], order: 0).Rank)
            .ToArray();
        var (isWide, ofAccounts) = (page.Width >= WideScreen, worst.Any(w => w.Shown.Any(a => AccountOf(a).Length > 0)));
        page.Heading(worst.Length == 0 ? "Nothing needs attention." : "Needs attention", worst.Length == 0 ? "" : "the worst of each rule");
        if (worst.Length > 0)
        {
            page.Table(
                worst.SelectMany(w => w.Shown.Select((a, i) => (Assessment: a, Why: Why(a, more: i == w.Shown.Length - 1 ? w.Count - w.Shown.Length : 0)))),
                new("[grey]Standing[/]", row => StandingOf(row.Assessment)),
                isWide ? new("[grey]Rule[/]", row => Screen.Text(row.Assessment.Rule.Id)) : null,
                isWide && ofAccounts ? new("[grey]Account[/]", row => AccountOf(row.Assessment), Wraps: true) : null,
                new(
                    "[grey]Why, and what to do[/]",
                    row => isWide ? row.Why
                        : $"[bold]{ReportView.Joined("  ", Screen.Text(row.Assessment.Rule.Id), AccountOf(row.Assessment))}[/]\n{row.Why}",
                    Wraps: true));
        }

        var (shownRows, all) = (worst.Sum(w => w.Shown.Length), worst.Sum(w => w.Count));
        string[] remarks =
        [
            .. shownRows == all ? [] : new[] { $"showing {Shown.Count(shownRows)} of {Shown.Count(all)}" },
            .. page.IsMarkdown ? [] : new[] { "--details shows a table of each rule, --rule ID of one, --limit 0 with all rows" },
        ];
        if (remarks.Length > 0)
            page.Line($"[grey]{string.Join("; ", remarks)}[/]");
    }

    private static string StandingOf(Assessment assessment) =>
        assessment.Programme is { } programme ? $"[red]{Screen.Text(programme)}[/]" : Paint.Standing(assessment.Standing, assessment.Standing.ToString());

    /// <summary>The account, where the reason does not name it.</summary>
    private static string AccountOf(Assessment assessment) => assessment.Rule.FactShape is { IsOfAccounts: true } ? "" : Screen.Text(assessment.Account);

    private static string Why(Assessment assessment, long more) => ReportView.Joined(
        " ", Screen.Text(assessment.Reason), ReportView.WaivedBy(assessment) is { Length: > 0 } waived ? $"[grey]waived {Screen.Text(waived)}[/]" : "",
        ToDo(assessment) is { Length: > 0 } what ? $"[grey]→[/] {Screen.Text(what)}" : "",
        more == 0 ? "" : $"[grey]({Shown.Count(more)} more)[/]");

    /// <summary>What is to be done; empty where it is over or waived, or where the reason says it.</summary>
    private static string ToDo(Assessment assessment) => assessment switch
    {
        { Waiver: not null } => "",
        { DueOn: { } due, EndedOn: null, AsOf: { } today } => $"to be {assessment.Rule.Info.Done} {By(LastDay(assessment, due, today), today)}",
        { DueOn: null, Cause.IsNone: true, ToBandAbove: { } margin } => margin.ToString(),
        _ => "",
    };

    /// <summary>Past its due date a fact is in time as long as no day is counted.</summary>
    private static DateOnly LastDay(Assessment assessment, DateOnly due, DateOnly today) =>
        due < today && assessment is { Standing: not Standing.Overdue, StandingChangesOn: { } turn } ? turn.AddDays(-1) : due;

    private static string By(DateOnly last, DateOnly today) => (last.DayNumber - today.DayNumber) switch
    {
        < 0 => "now",
        0 => "today",
        var days => $"by {last:O}, in {ReportView.Counted(days, "day")}",
    };
}

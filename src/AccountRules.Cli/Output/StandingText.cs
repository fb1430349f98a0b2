using AccountRules.Cli.Assessing;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>Counts of standings in words and colours.</summary>
internal static class StandingText
{
    /// <summary>A count of a standing, such as <c>2 overdue</c>, as markup.</summary>
    /// <param name="standing">The standing.</param>
    /// <param name="count">How many there are.</param>
    public static string Of(Standing standing, long count) => Paint.Standing(standing, Words(standing, count));

    /// <summary>
    /// How many there are of each standing under a rule, as markup; where it is graded, of each band, and of movements into a portfolio and out.
    /// </summary>
    /// <param name="totals">The totals of the rule.</param>
    public static string Of(RuleTotals totals)
    {
        if (totals.Count == 0)
            return "[grey]no facts[/]";

        Counted[] counts =
        [
            .. ReportView.Order.Where(s => totals[s] > 0).SelectMany(s => s == Standing.Graded
                ? totals.Bands(s).Select(b => new Counted(s, $"{Shown.Count(b.Count)} {b.Band}"))
                : [new(s, Words(s, totals[s]))]),
            .. new[] { Movement.Entered, Movement.Left }.Where(m => totals[m] > 0)
                .Select(m => new Counted(Standing.Graded, $"{Shown.Count(totals[m])} {m.ToString().ToLowerInvariant()}")),
        ];
        return string.Join(" ", counts.Select((c, i) => Paint.Standing(c.Standing, i < counts.Length - 1 ? c.Text + "," : c.Text)))
            + (totals.Waived() > 0 ? $"[grey]; {Shown.Count(totals.Waived())} of them waived[/]" : "")
            + (totals.Rule.Info.NotSet is null ? "" : "[grey]; not in force[/]");
    }

    private sealed record Counted(Standing Standing, string Text);

    private static string Words(Standing standing, long count) => $"{Shown.Count(count)} {Paint.Words(standing)}";
}

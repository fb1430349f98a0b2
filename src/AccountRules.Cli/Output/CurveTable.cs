using System.Globalization;
using AccountRules.Cli.Input;

namespace AccountRules.Cli.Output;

/// <summary>Shows a curve to people: what changes along it, what is asked of it, and who stands below the cuts.</summary>
/// <param name="curve">The curve.</param>
/// <param name="asked">What is to be met on it.</param>
/// <param name="limit">How many values are shown; 0 for all.</param>
internal sealed class CurveTable(PolicyCurve curve, CurveQuestions asked, int limit)
{
    /// <summary>Writes it.</summary>
    /// <param name="page">Takes it.</param>
    public void Write(Page page)
    {
        var current = curve.Current is { } value ? Number(value) : "not set";
        var range = $"from {Number(curve.From)} to {Number(curve.To)}";
        page.Line($"{Screen.Text(curve.Term)} {range}; in {Screen.Text(curve.Policy.ToString())} it is {current}");
        foreach (var one in curve.Curves)
            Write(page, one);
    }

    private void Write(Page page, RuleCurve one)
    {
        var changes = one.Points.Count == 1 ? "nothing changes" : $"changes at {Counted(one.Points.Count - 1, "value")}";
        page.Line($"[bold]{Screen.Text(one.Rule.Id)}[/]: {Counted(one.Facts, "fact")}, {changes}");
        WritePoints(page, one);
        foreach (var answer in asked.Of(one))
        {
            page.Line(answer.Ranges.Count > 0
                ? $"{Shown.Upper(Screen.Text(answer.Asked))}: {string.Join("; ", answer.Ranges.Select(Range))}"
                : $"{Shown.Upper(Screen.Text(answer.Asked))}: at no value; nearest {Screen.Text(answer.Nearest.ToString())}, where {answer.There}");
        }

        if (one.Cliffs.Count > 0)
            WriteCliffs(page, one);
    }

    /// <summary>A column for each outcome of which there are not as many throughout.</summary>
    private void WritePoints(Page page, RuleCurve one)
    {
        int[] varying = [.. Enumerable.Range(0, one.Outcomes.Count).Where(i => one.Points.Any(p => p.Counts[i] != one.Points[0].Counts[i]))];
        var pays = one.Rule.Pays;
        var now = pays && curve.Current is { } current && current >= curve.From && current <= curve.To ? one.At(current).Paid : null;
        var shown = Spread(one.Points);
        page.Table(
            shown,
            [
                new("Value", p => Number(p.Value), IsNumber: true), new("Begins", p => Screen.Text(p.ToString())),
                .. varying.Select(i => new TextColumn<CurvePoint>(
                    Screen.Text(one.Outcomes[i].Name), p => Shown.Count(p.Counts[i]), IsNumber: true, Wraps: true)),
                pays ? new("Pay", p => ImpactTables.Number(p.Paid!.Value), IsNumber: true) : null,
                now is { } paid ? new("Difference", p => ImpactTables.Signed(p.Paid!.Value - paid), IsNumber: true) : null,
            ]);
        page.Rest(shown.Count, one.Points.Count, ", evenly spread");
    }

    private static void WriteCliffs(Page page, RuleCurve one)
    {
        string Amount(decimal? amount) => amount is { } known ? ImpactTables.Signed(known) : "";
        page.Table(
            one.Cliffs,
            new("Cut", c => Screen.Text(c.Cut.ToString())),
            new("Below", c => Screen.Text(c.Below), Wraps: true),
            new("Above", c => Screen.Text(c.Above), Wraps: true),
            new("Within", c => Shown.Count(c.Within), IsNumber: true),
            one.Rule.Pays ? new("Jump", c => Amount(c.Jump), IsNumber: true) : null,
            one.Rule.Pays ? new("Pay", c => Amount(c.Pay), IsNumber: true) : null,
            one.Rule.Pays ? new("Median", c => Amount(c.Median), IsNumber: true) : null);
    }

    /// <summary>As many as are to be shown, the first and the last among them, evenly spread.</summary>
    private IReadOnlyList<CurvePoint> Spread(IReadOnlyList<CurvePoint> points) => limit == 0 || points.Count <= limit ? points
        : limit == 1 ? [points[0]]
        : [.. Enumerable.Range(0, limit).Select(i => points[(int)((long)i * (points.Count - 1) / (limit - 1))])];

    /// <summary>A fraction has no end as a decimal: a value of the range stands beside it.</summary>
    private static string Range(CurveRange range) =>
        Screen.Text(range.First.Begins.Contains('/', StringComparison.Ordinal) ? $"{range}, such as {Number(range.First.Value)}" : range.ToString());

    private static string Counted(long count, string of) => $"{Shown.Count(count)} {of}{(count == 1 ? "" : "s")}";

    private static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}

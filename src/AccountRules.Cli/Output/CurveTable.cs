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
                ? $"{Capital(Screen.Text(answer.Asked))}: {string.Join("; ", answer.Ranges.Select(Range))}"
                : $"{Capital(Screen.Text(answer.Asked))}: at no value; nearest {Screen.Text(answer.Nearest.ToString())}, where {answer.There}");
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
        var table = new TextTable(
        [
            ("Value", true, false), ("Begins", false, false),
            .. varying.Select(i => (Screen.Text(one.Outcomes[i].Name), true, true)),
            .. pays ? new[] { ("Pay", true, false) } : [],
            .. now is not null ? new[] { ("Difference", true, false) } : [],
        ]);
        var shown = Spread(one.Points);
        foreach (var point in shown)
        {
            table.Add(
            [
                Number(point.Value), Screen.Text(point.ToString()),
                .. varying.Select(i => Shown.Count(point.Counts[i])),
                .. pays ? new[] { Fixed(point.Paid!.Value) } : [],
                .. now is { } paid ? new[] { Signed(point.Paid!.Value - paid) } : [],
            ]);
        }

        page.Table(table);
        if (shown.Count < one.Points.Count)
            page.Line($"[grey]showing {Shown.Count(shown.Count)} of {Shown.Count(one.Points.Count)}, evenly spread; --limit 0 shows all[/]");
    }

    private static void WriteCliffs(Page page, RuleCurve one)
    {
        var pays = one.Rule.Pays;
        var table = new TextTable(
        [
            ("Cut", false, false), ("Below", false, true), ("Above", false, true), ("Within", true, false),
            .. pays ? new[] { ("Jump", true, false), ("Pay", true, false), ("Median", true, false) } : [],
        ]);
        foreach (var cliff in one.Cliffs)
        {
            table.Add(
            [
                Screen.Text(cliff.Cut.ToString()), Screen.Text(cliff.Below), Screen.Text(cliff.Above), Shown.Count(cliff.Within),
                .. pays
                    ? new[]
                    {
                        cliff.Jump is { } jump ? Signed(jump) : "", Signed(cliff.Pay!.Value), cliff.Median is { } median ? Signed(median) : "",
                    }
                    : [],
            ]);
        }

        page.Table(table);
    }

    /// <summary>As many as are to be shown, the first and the last among them, evenly spread.</summary>
    private IReadOnlyList<CurvePoint> Spread(IReadOnlyList<CurvePoint> points) => limit == 0 || points.Count <= limit ? points
        : limit == 1 ? [points[0]]
        : [.. Enumerable.Range(0, limit).Select(i => points[(int)((long)i * (points.Count - 1) / (limit - 1))])];

    /// <summary>A fraction has no end as a decimal: a value of the range stands beside it.</summary>
    private static string Range(CurveRange range) =>
        Screen.Text(range.First.Begins.Contains('/', StringComparison.Ordinal) ? $"{range}, such as {Number(range.First.Value)}" : range.ToString());

    private static string Counted(long count, string of) => $"{Shown.Count(count)} {of}{(count == 1 ? "" : "s")}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Signed(decimal amount) => (amount > 0 ? "+" : "") + Fixed(amount);

    private static string Fixed(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);

    private static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}

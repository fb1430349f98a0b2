namespace AccountRules.Cli.Output;

/// <summary>Writes the curve of a threshold over facts: for people, in JSON and in CSV.</summary>
internal static class CurveOutput
{
    private sealed record Counted(RuleCurve Curve, CurvePoint Point, CurveOutcome Outcome, long Count);

    private static readonly Fields<Counted> Fields = new(RuleOf: null,
    [
        new("rule", c => c.Curve.Rule.Id),
        new("value", c => c.Point.Value),
        new("edge", c => Edge(c.Point)),
        new("begins", c => c.Point.Begins),
        new("outcome", c => c.Outcome.Name),
        new("count", c => (decimal?)c.Count),
        new("pay", c => c.Point.Paid),
    ]);

    /// <summary>Writes the curve.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="asked">What is to be met on it.</param>
    /// <param name="format">Table, json, csv or markdown.</param>
    /// <param name="forExcel">Whether CSV is for a spreadsheet.</param>
    /// <param name="limit">How many values a table shows; 0 for all.</param>
    /// <param name="terminal">Where it runs.</param>
    /// <param name="output">Takes a table, or Markdown.</param>
    public static void Write(PolicyCurve curve, CurveQuestions asked, string format, bool forExcel, int limit, Terminal terminal, TextWriter output)
    {
        switch (format)
        {
            case "json":
                JsonDocumentOutput.Write(
                    terminal.Out, new
                    {
                        term = curve.Term,
                        from = curve.From,
                        to = curve.To,
                        current = curve.Current,
                        rules = curve.Curves.Select(one => Json(one, asked)),
                    });
                break;
            case "csv":
                Fields.WriteCsv(
                    curve.Curves.SelectMany(c => c.Points.SelectMany(p => c.Outcomes.Zip(p.Counts, (o, n) => new Counted(c, p, o, n)))),
                    terminal.Out, forExcel);
                break;
            default:
                new CurveTable(curve, asked, limit).Write(Page.Of(format, output, terminal));
                break;
        }
    }

    /// <summary>Whether a point is so where it begins, in the policy's word.</summary>
    /// <param name="point">The point.</param>
    public static string Edge(CurvePoint point) => point.Edge == AccountRules.Edge.From ? "from" : "above";

    private static object Json(RuleCurve curve, CurveQuestions asked) => new
    {
        rule = curve.Rule.Id,
        facts = curve.Facts,
        points = curve.Points.Select(point => new
        {
            value = point.Value,
            edge = Edge(point),
            begins = point.Begins,
            counts = curve.Outcomes.Zip(point.Counts, (outcome, count) => new
            {
                outcome = outcome.Name,
                standing = outcome.Standing.ToString(),
                band = outcome.Band,
                count,
            }),
            pay = point.Paid,
        }),
        met = asked.Of(curve).Select(answer => new
        {
            budget = answer.Kind == "budget" ? answer.Least : default(decimal?),
            share = answer.Kind == "share" ? answer.Least : default(decimal?),
            ranges = answer.Ranges.Select(range => new
            {
                where = range.ToString(),
                value = range.First.Value,
                edge = Edge(range.First),
                begins = range.First.Begins,
            }),
            nearest = new { value = answer.Nearest.Value, edge = Edge(answer.Nearest), begins = answer.Nearest.Begins },
        }),
        cliffs = curve.Cliffs.Select(cliff => new
        {
            edge = cliff.Cut.Edge == AccountRules.Edge.From ? "from" : "above",
            cut = cliff.Cut.At,
            below = cliff.Below,
            above = cliff.Above,
            jump = cliff.Jump,
            within = cliff.Within,
            pay = cliff.Pay,
            median = cliff.Median,
        }),
    };
}

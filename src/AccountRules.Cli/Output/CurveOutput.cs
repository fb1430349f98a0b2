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
                WriteJson(curve, asked, terminal.Out);
                break;
            case "csv":
                using (var csv = new CsvOutput<Counted>(terminal.Out, Fields, forExcel))
                {
                    foreach (var counted in curve.Curves.SelectMany(c => c.Points.SelectMany(p => c.Outcomes.Zip(p.Counts, (o, n) => new Counted(c, p, o, n)))))
                        csv.Write(counted);

                    csv.Complete();
                }

                break;
            default:
                new CurveTable(curve, asked, limit).Write(format == "markdown" ? Page.Markdown(output) : Page.On(output, terminal));
                break;
        }
    }

    /// <summary>Whether a point is so where it begins, in the policy's word.</summary>
    /// <param name="point">The point.</param>
    public static string Edge(CurvePoint point) => point.Edge == AccountRules.Edge.From ? "from" : "above";

    private static void WriteJson(PolicyCurve curve, CurveQuestions asked, Stream output)
    {
        using var json = new JsonDocumentOutput(output);
        json.WriteObject(() =>
        {
            json.Write("term", curve.Term);
            json.Write("from", curve.From);
            json.Write("to", curve.To);
            if (curve.Current is { } current)
                json.Write("current", current);

            json.WriteArray("rules", curve.Curves, one =>
            {
                json.Write("rule", one.Rule.Id);
                json.Write("facts", one.Facts);
                json.WriteArray("points", one.Points, point =>
                {
                    WritePlace(json, point);
                    json.WriteArray("counts", one.Outcomes.Zip(point.Counts), counted =>
                    {
                        json.Write("outcome", counted.First.Name);
                        json.Write("standing", counted.First.Standing.ToString());
                        json.Write("band", counted.First.Band);
                        json.Write("count", counted.Second);
                    });
                    if (point.Paid is { } paid)
                        json.Write("pay", paid);
                });
                json.WriteArray("met", asked.Of(one), answer => WriteAnswer(json, answer));
                json.WriteArray("cliffs", one.Cliffs, cliff => WriteCliff(json, cliff));
            });
        });
    }

    private static void WritePlace(JsonDocumentOutput json, CurvePoint point)
    {
        json.Write("value", point.Value);
        json.Write("edge", Edge(point));
        json.Write("begins", point.Begins);
    }

    private static void WriteAnswer(JsonDocumentOutput json, CurveAnswer answer)
    {
        json.Write(answer.Kind, answer.Least);
        json.WriteArray("ranges", answer.Ranges, range =>
        {
            json.Write("where", range.ToString());
            WritePlace(json, range.First);
        });
        json.WriteObject("nearest", () => WritePlace(json, answer.Nearest));
    }

    private static void WriteCliff(JsonDocumentOutput json, PolicyCliff cliff)
    {
        json.Write("edge", cliff.Cut.Edge == AccountRules.Edge.From ? "from" : "above");
        json.Write("cut", cliff.Cut.At);
        json.Write("below", cliff.Below);
        json.Write("above", cliff.Above);
        if (cliff.Jump is { } jump)
            json.Write("jump", jump);

        json.Write("within", cliff.Within);
        if (cliff.Pay is { } pay)
            json.Write("pay", pay);

        if (cliff.Median is { } median)
            json.Write("median", median);
    }
}

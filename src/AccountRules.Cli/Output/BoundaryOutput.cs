using System.Globalization;
using AccountRules.Cli.Builds;

namespace AccountRules.Cli.Output;

/// <summary>Writes the ledger of boundaries.</summary>
internal static class BoundaryOutput
{
    private static readonly Fields<(PolicyBoundary Boundary, BoundaryCase Case)> Fields = new(RuleOf: null,
    [
        new("rule", c => c.Boundary.Rule.Id),
        new("where", c => c.Boundary.Where),
        new("measure", c => c.Boundary.Measure),
        new("side", c => Side(c.Boundary)),
        new("cut", c => c.Boundary.Cut.At),
        new("clause", c => c.Boundary.Clause?.ToString()),
        new("position", c => c.Case.Position),
        new("value", c => c.Case.Value),
        new("expected", c => c.Case.Expected),
    ]);

    /// <summary>Writes the boundaries.</summary>
    /// <param name="boundaries">The boundaries.</param>
    /// <param name="format">Table, json, csv, markdown, junit or xunit.</param>
    /// <param name="terminal">Where it runs.</param>
    /// <param name="output">Takes a table, Markdown, or C#.</param>
    public static void Write(IReadOnlyList<PolicyBoundary> boundaries, string format, Terminal terminal, TextWriter output)
    {
        switch (format)
        {
            case "json":
                JsonDocumentOutput.Write(terminal.Out, boundaries.Select(Json));
                break;
            case "csv":
                Fields.WriteCsv(boundaries.SelectMany(b => b.Cases.Select(c => (b, c))), terminal.Out);
                break;
            case "xunit":
                WriteCode(boundaries, output);
                break;
            case "junit":
                BuildOutput.Write([.. boundaries.Select(Finding)], format, terminal);
                break;
            default:
                WriteTable(boundaries, Page.Of(format, output, terminal));
                break;
        }
    }

    private static Finding Finding(PolicyBoundary boundary) => new(
        FindingRule.Of(boundary.Rule), boundary.Clause is null ? FindingKind.Failure : FindingKind.Passed, NameOf(boundary),
        boundary.Clause?.ToString() ?? "rests on no clause; give the rule's info a Citation.");

    /// <summary>A boundary in words, beside its rule's id.</summary>
    /// <param name="boundary">The boundary.</param>
    public static string NameOf(PolicyBoundary boundary) => boundary.ToString()[(boundary.Rule.Id.Length + 2)..];

    private static string Side(PolicyBoundary boundary) => boundary.Cut.Edge == Edge.From ? "from" : "above";

    private static object Json(PolicyBoundary boundary) => new
    {
        rule = boundary.Rule.Id,
        where = boundary.Where,
        measure = boundary.Measure,
        side = Side(boundary),
        cut = boundary.Cut.At,
        clause = boundary.Clause?.ToString(),
        cases = boundary.Cases.Select(one => new { position = one.Position, value = one.Value, expected = one.Expected }),
    };

    private static void WriteTable(IReadOnlyList<PolicyBoundary> boundaries, Page page)
    {
        page.Table(
            boundaries.Select((boundary, i) => (Boundary: boundary, IsFirst: i == 0 || boundaries[i - 1].Rule.Id != boundary.Rule.Id)),
            new("Rule", row => row.IsFirst ? Screen.Text(row.Boundary.Rule.Id) : ""),
            new("Boundary", row => Screen.Text(NameOf(row.Boundary)), Wraps: true),
            new("Just below", row => Case(row.Boundary, "below"), Wraps: true),
            new("At", row => Case(row.Boundary, "at"), Wraps: true),
            new("Just above", row => Case(row.Boundary, "above"), Wraps: true),
            new("Clause", row => Screen.Text(row.Boundary.Clause?.ToString()), Wraps: true));

        static string Case(PolicyBoundary boundary, string position) => boundary.Cases.FirstOrDefault(c => c.Position == position) is { } one
            ? Screen.Text($"{boundary.Show(one.Value)}: {one.Expected}")
            : "";
    }

    private static void WriteCode(IReadOnlyList<PolicyBoundary> boundaries, TextWriter output)
    {
        output.WriteLine("public static TheoryData<string, string, string, decimal, string> Boundaries => new()");
        output.WriteLine("{");
        foreach (var boundary in boundaries)
        {
            output.WriteLine(Visible.Text($"    // {boundary}; {boundary.Clause?.ToString() ?? "no clause"}"));
            foreach (var one in boundary.Cases)
            {
                var value = one.Value.ToString(CultureInfo.InvariantCulture);
                output.WriteLine(
                    $"    {{ {Quoted(boundary.Rule.Id)}, {Quoted(boundary.Where)}, {Quoted(boundary.Measure)}, {value}m, {Quoted(one.Expected)} }},");
            }
        }

        output.WriteLine("};");
    }

    private static string Quoted(string text) =>
        $"\"{Visible.Text(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))}\"";
}

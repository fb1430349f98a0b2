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
        var table = new TextTable(
            ("Rule", false, false), ("Boundary", false, true), ("Just below", false, true), ("At", false, true), ("Just above", false, true),
            ("Clause", false, true));
        string? rule = null;
        foreach (var boundary in boundaries)
        {
            string Case(string position) => boundary.Cases.FirstOrDefault(c => c.Position == position) is { } one
                ? Screen.Text($"{boundary.Show(one.Value)}: {one.Expected}")
                : "";
            table.Add(
                boundary.Rule.Id == rule ? "" : Screen.Text(boundary.Rule.Id), Screen.Text(NameOf(boundary)), Case("below"),
                Case("at"), Case("above"), Screen.Text(boundary.Clause?.ToString()));
            rule = boundary.Rule.Id;
        }

        page.Table(table);
    }

    /// <summary>The data of a theory: rule, which facts, measure, value, outcome.</summary>
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

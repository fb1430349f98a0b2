using System.Globalization;

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
    /// <param name="format">Table, json, csv or xunit.</param>
    /// <param name="terminal">Where it runs.</param>
    /// <param name="output">Takes a table, or C#.</param>
    public static void Write(IReadOnlyList<PolicyBoundary> boundaries, string format, Terminal terminal, TextWriter output)
    {
        switch (format)
        {
            case "json":
                WriteJson(boundaries, terminal.Out);
                break;
            case "csv":
                using (var csv = new CsvOutput<(PolicyBoundary, BoundaryCase)>(terminal.Out, Fields, forExcel: false))
                {
                    foreach (var one in boundaries.SelectMany(b => b.Cases.Select(c => (b, c))))
                        csv.Write(one);

                    csv.Complete();
                }

                break;
            case "xunit":
                WriteCode(boundaries, output);
                break;
            default:
                WriteTable(boundaries, terminal, output);
                break;
        }
    }

    private static string Side(PolicyBoundary boundary) => boundary.Cut.Edge == Edge.From ? "from" : "above";

    private static void WriteJson(IReadOnlyList<PolicyBoundary> boundaries, Stream output)
    {
        using var json = new JsonDocumentOutput(output);
        json.WriteArray(boundaries, boundary =>
        {
            json.Write("rule", boundary.Rule.Id);
            json.Write("where", boundary.Where);
            json.Write("measure", boundary.Measure);
            json.Write("side", Side(boundary));
            json.Write("cut", boundary.Cut.At);
            json.Write("clause", boundary.Clause?.ToString());
            json.WriteArray("cases", boundary.Cases, one =>
            {
                json.Write("position", one.Position);
                json.Write("value", one.Value);
                json.Write("expected", one.Expected);
            });
        });
    }

    private static void WriteTable(IReadOnlyList<PolicyBoundary> boundaries, Terminal terminal, TextWriter output)
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
                boundary.Rule.Id == rule ? "" : Screen.Text(boundary.Rule.Id), Screen.Text(boundary.ToString()[(boundary.Rule.Id.Length + 2)..]), Case("below"),
                Case("at"), Case("above"), Screen.Text(boundary.Clause?.ToString()));
            rule = boundary.Rule.Id;
        }

        table.Write(Screen.On(output, terminal));
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

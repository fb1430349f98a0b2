using AccountRules.Cli.Output;

namespace AccountRules.Cli.Builds;

/// <summary>Findings in SARIF 2.1.0, the format of static analysis: a run with its rules, and a result for each finding that is more than passed.</summary>
internal static class SarifOutput
{
    /// <summary>Writes the findings.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="output">Takes the JSON.</param>
    public static void Write(IReadOnlyList<Finding> findings, Stream output)
    {
        FindingRule[] rules = [.. findings.Select(f => f.Rule).Distinct()];
        using var json = new JsonDocumentOutput(output);
        json.WriteObject(() =>
        {
            json.Write("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.Write("version", "2.1.0");
            json.WriteArray("runs", [0], _ =>
            {
                json.WriteObject("tool", () => json.WriteObject("driver", () => WriteTool(json, rules)));
                json.Write("columnKind", "utf16CodeUnits");
                json.WriteArray(
                    "results", findings.Where(f => f.Kind != FindingKind.Passed), finding => Write(json, finding, Array.IndexOf(rules, finding.Rule)));
            });
        });
    }

    private static void WriteTool(JsonDocumentOutput json, IEnumerable<FindingRule> rules)
    {
        json.Write("name", "accountrules");
        json.Write("version", Verbs.RootVerb.Version);
        json.WriteArray("rules", rules, rule =>
        {
            json.Write("id", rule.Id);
            json.WriteObject("shortDescription", () => json.Write("text", Message(rule.Says)));
        });
    }

    private static void Write(JsonDocumentOutput json, Finding finding, int rule)
    {
        json.Write("ruleId", finding.Rule.Id);
        json.Write("ruleIndex", rule);
        json.Write("level", finding.Kind switch
        {
            FindingKind.Remark => "note",
            FindingKind.Difference => "warning",
            _ => "error",
        });
        json.WriteObject("message", () => json.Write("text", Message(finding.Text)));
        if (finding.File is { } file)
        {
            json.WriteArray("locations", [finding.Place], place => json.WriteObject("physicalLocation", () =>
            {
                json.WriteObject("artifactLocation", () => json.Write("uri", FilePath.Reference(file)));
                if (place.Line is { } line)
                    WriteRegion(json, line, place.Column);
            }));
        }
    }

    private static void WriteRegion(JsonDocumentOutput json, long line, long? column) => json.WriteObject("region", () =>
    {
        json.Write("startLine", line);
        if (column is { } at)
            json.Write("startColumn", at);
    });

    /// <summary>A text in a message, on one line: braces there are placeholders unless doubled, and brackets before parentheses a link.</summary>
    private static string Message(string text) => Visible.Text(text)
        .Replace("{", "{{", StringComparison.Ordinal)
        .Replace("}", "}}", StringComparison.Ordinal)
        .Replace("](", "] (", StringComparison.Ordinal);
}

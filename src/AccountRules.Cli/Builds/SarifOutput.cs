using AccountRules.Cli.Input;
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
        JsonDocumentOutput.Write(output, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new[]
            {
                new
                {
                    tool = new
                    {
                        driver = new
                        {
                            name = "accountrules",
                            version = Verbs.RootVerb.Version,
                            rules = rules.Select(rule => new { id = rule.Id, shortDescription = new { text = Message(rule.Says) } }),
                        },
                    },
                    columnKind = "utf16CodeUnits",
                    results = findings.Where(f => f.Kind != FindingKind.Passed).Select(finding => new
                    {
                        ruleId = finding.Rule.Id,
                        ruleIndex = Array.IndexOf(rules, finding.Rule),
                        level = finding.Kind switch
                        {
                            FindingKind.Remark => "note",
                            FindingKind.Difference => "warning",
                            _ => "error",
                        },
                        message = new { text = Message(finding.Text) },
                        locations = finding.File is { } file ? new[] { new { physicalLocation = Location(file, finding.Place) } } : null,
                    }),
                },
            },
        });
    }

    private static object Location(string file, FilePlace place) => new
    {
        artifactLocation = new { uri = FilePath.Reference(file) },
        region = place.Line is { } line ? new { startLine = line, startColumn = place.Column } : null,
    };

    /// <summary>A text in a message, on one line: braces there are placeholders unless doubled, and brackets before parentheses a link.</summary>
    private static string Message(string text) => Visible.Text(text)
        .Replace("{", "{{", StringComparison.Ordinal)
        .Replace("}", "}}", StringComparison.Ordinal)
        .Replace("](", "] (", StringComparison.Ordinal);
}

using System.Globalization;

namespace AccountRules.Cli.Builds;

/// <summary>
/// Findings as workflow commands of GitHub Actions, one on a line, which it shows as annotations beside the file: <c>::error file=f.csv,line=3::…</c>. What
/// passed is not told.
/// </summary>
internal static class GitHubOutput
{
    /// <summary>Writes the findings.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="output">Takes the lines.</param>
    public static void Write(IEnumerable<Finding> findings, TextWriter output)
    {
        foreach (var finding in findings.Where(f => f.Kind != FindingKind.Passed))
        {
            var command = finding.Kind switch
            {
                FindingKind.Remark => "notice",
                FindingKind.Difference => "warning",
                _ => "error",
            };
            output.Write($"::{command} {string.Join(',', Properties(finding))}::{Data(finding.Text)}\n");
        }
    }

    private static IEnumerable<string> Properties(Finding finding)
    {
        if (finding.File is { } file)
            yield return $"file={Property(FilePath.Relative(file))}";

        if (finding.Place.Line is { } line)
            yield return string.Create(CultureInfo.InvariantCulture, $"line={line}");

        if (finding.Place.Column is { } column)
            yield return string.Create(CultureInfo.InvariantCulture, $"col={column}");

        yield return $"title={Property(finding.Rule.Id)}";
    }

    /// <summary>A text behind the command: on one line, and what would be an escape of the format is none.</summary>
    private static string Data(string text) => Visible.Text(text).Replace("%", "%25", StringComparison.Ordinal);

    /// <summary>A text within the command, which it does not end.</summary>
    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}

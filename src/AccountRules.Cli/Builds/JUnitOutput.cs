using System.Globalization;
using System.Text;
using System.Xml;

namespace AccountRules.Cli.Builds;

/// <summary>
/// Findings as test results in the XML that CI servers read: a suite for each rule, a case for each finding. A difference and what was asked not to be are
/// failures; what could not be told is an error.
/// </summary>
internal static class JUnitOutput
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CloseOutput = false };

    /// <summary>Writes the findings.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="output">Takes the XML.</param>
    public static void Write(IReadOnlyList<Finding> findings, Stream output)
    {
        using (var xml = XmlWriter.Create(output, Settings))
        {
            xml.WriteStartElement("testsuites");
            WriteCounts(xml, "accountrules", findings);
            foreach (var suite in findings.GroupBy(f => f.Rule.Id, StringComparer.Ordinal))
                Write(xml, suite.Key, [.. suite]);

            xml.WriteEndElement();
        }

        output.Write("\n"u8);
        output.Flush();
    }

    private static void Write(XmlWriter xml, string rule, Finding[] findings)
    {
        xml.WriteStartElement("testsuite");
        WriteCounts(xml, rule, findings);
        foreach (var finding in findings)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("name", Text(NameOf(finding, findings)));
            xml.WriteAttributeString("classname", Text(rule));
            xml.WriteAttributeString("time", "0");
            if (ElementOf(finding.Kind) is { } element)
            {
                xml.WriteStartElement(element);
                xml.WriteAttributeString("message", Text(finding.Message));
                xml.WriteAttributeString("type", finding.Kind.ToString());
                xml.WriteString(Text(finding.ToString()));
                xml.WriteEndElement();
            }
            else if (finding.Message.Length > 0)
            {
                xml.WriteElementString("system-out", Text(finding.ToString()));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, string name, IReadOnlyList<Finding> findings)
    {
        string Count(string? element) => findings.Count(f => element is null || ElementOf(f.Kind) == element).ToString(CultureInfo.InvariantCulture);
        xml.WriteAttributeString("name", Text(name));
        xml.WriteAttributeString("tests", Count(null));
        xml.WriteAttributeString("failures", Count("failure"));
        xml.WriteAttributeString("errors", Count("error"));
        xml.WriteAttributeString("skipped", "0");
        xml.WriteAttributeString("time", "0");
    }

    /// <summary>What tells a case from the others of its suite, which servers take for one where they have the same name.</summary>
    private static string NameOf(Finding finding, Finding[] suite) => finding.Rule == FindingRule.FactFile ? $"{finding.File}{finding.Place.Text}"
        : suite.Count(other => other.Name == finding.Name) > 1 ? finding.Text
        : finding.Name;

    private static string? ElementOf(FindingKind kind) => kind switch
    {
        FindingKind.Difference or FindingKind.Failure => "failure",
        FindingKind.Problem => "error",
        _ => null,
    };

    /// <summary>A text as it is, on one line; XML has no way to write some characters, which are written as their code points.</summary>
    private static string Text(string text)
    {
        var line = Visible.Text(text);
        return line.Any(IsNone) ? string.Concat(line.Select(c => IsNone(c) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}") : $"{c}")) : line;
    }

    private static bool IsNone(char c) => !XmlConvert.IsXmlChar(c) && !char.IsSurrogate(c);
}

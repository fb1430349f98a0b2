using System.Text.Json;
using System.Xml.Linq;

namespace AccountRules.Cli.Tests;

/// <summary>Names that would end a command, a tag, an attribute or a line of what builds read: they are shown as they are, and steer nothing.</summary>
public sealed class BuildEscapeTests : IDisposable
{
    /// <summary>A line end, the escapes of it, ends of commands, tags and quotes, a control character and one that XML cannot write.</summary>
    private const string Hostile = "x\n::error::y%0A::error file=a,line=1::z<script>\"'&]]>|`[a](b){0}\u0001\u001b[31m\u202E\uFFFE";

    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Fact]
    public void ForGitHub_ANameOfABand_EndsNeitherLineNorCommand()
    {
        var lines = Diff("github").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.All(lines, line => Assert.Matches("^::(warning|notice) (file=new.json,)(line=[0-9]+,)?title=[a-z-]+::", line));
        Assert.Contains(lines, line => line.Contains("x\\n::error::y%250A::error file=a,line=1::z<script>", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("%0A", StringComparison.Ordinal) || line.Any(c => char.IsControl(c) || c == '\u202E'));
    }

    [Fact]
    public void ForGitHub_ANameOfAFile_EndsNoProperty()
    {
        var file = tool.File("a,line=9::b%2C.csv", Tool.Orders + "1,A,soon,,1\n");

        var result = tool.Run("assess", $"fte-orders={file}", "--format", "github");

        Assert.StartsWith("::error file=a%2Cline=9%3A%3Ab%252C.csv,line=2,title=fact-file::OrderedOn: found", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void ForJUnit_ANameOfABand_IsReadBackAsItIsShown()
    {
        var suite = XDocument.Parse(Diff("junit").Out).Root!.Elements("testsuite").Single(s => s.Attribute("name")!.Value == "performance-pay");

        Assert.Contains(
            suite.Descendants("failure"), f => f.Attribute("message")!.Value.Contains(
                "x\\n::error::y%0A::error file=a,line=1::z<script>\"'&]]>|`[a](b){0}\\u0001\\u001B[31m\\u202E\\uFFFE", StringComparison.Ordinal));
    }

    /// <summary>In a message of SARIF braces are placeholders unless doubled, and brackets before parentheses a link.</summary>
    [Fact]
    public void ForSarif_ANameOfABand_IsNoPlaceholderAndNoLink()
    {
        var result = Diff("sarif");
        string[] messages =
        [
            .. JsonDocument.Parse(result.Out).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                .Select(r => r.GetProperty("message").GetProperty("text").GetString()!),
        ];

        Assert.Contains(messages, m => m.Contains("[a] (b){{0}}\\u0001", StringComparison.Ordinal));
        Assert.DoesNotContain('\u202E', result.Out);
    }

    [Fact]
    public void InMarkdown_ANameOfABand_IsNoTagNoLinkAndNoCell()
    {
        var markdown = Diff("markdown").Out;

        Assert.Contains("z\\<script\\>", markdown, StringComparison.Ordinal);
        Assert.Contains("\\|\\`\\[a\\](b)", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("z<script>", markdown, StringComparison.Ordinal);
    }

    /// <summary>A path with blanks and marks is a reference that a reader makes the same path of.</summary>
    [Fact]
    public void ForSarif_ANameOfAFile_IsAReferenceToIt()
    {
        var file = tool.File("a b#c%41.csv", Tool.Orders + "1,A,soon,,1\n");

        tool.Run("assess", $"fte-orders={file}", "--format", "sarif", "--output", tool.PathOf("rows.sarif"));

        var result = JsonDocument.Parse(File.ReadAllText(tool.PathOf("rows.sarif"))).RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        var uri = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        Assert.Equal(Path.GetFullPath(file), new Uri(uri).LocalPath);
        Assert.DoesNotContain('#', uri);
    }

    private Result Diff(string format)
    {
        var band = JsonSerializer.Serialize(Hostile);
        var policy = $$"""
            { "performancePay": { "bands": [ { "name": "A", "factor": 0, "programme": "P" }, { "name": {{band}}, "above": 0.5, "factor": 1 } ] } }
            """;
        return tool.Run("policy", "diff", tool.File("old.json", "{}"), tool.File("new.json", policy), "--format", format);
    }
}

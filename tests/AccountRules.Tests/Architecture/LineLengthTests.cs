using System.Globalization;

namespace AccountRules.Tests.Architecture;

/// <summary>Every source file keeps to the line length of .editorconfig, which neither the compiler nor the formatter holds.</summary>
public sealed class LineLengthTests
{
    private static readonly string[] Folders = ["src", "tests", "samples", "benchmarks"];
    private static readonly string[] Patterns = ["*.cs", "*.csproj", "*.props", "*.targets"];

    [Fact]
    public void Lines_OfEverySource_KeepToTheLengthOfTheEditorconfig()
    {
        var longest = MaxLineLength();
        Faults.None(
            from file in Files()
            from line in File.ReadLines(Path.Combine(Repository.Root, file)).Select((text, i) => (Number: i + 1, text.Length))
            where line.Length > longest
            select $"{file}:{line.Number} has {line.Length} characters of {longest}: wrap it");
    }

    [Fact]
    public void Sources_OfEveryFolder_AreFound()
    {
        var files = Files().ToArray();
        Assert.All(Folders, folder => Assert.Contains(files, file => file.StartsWith(folder + "/", StringComparison.Ordinal)));
        Assert.Contains("tests/AccountRules.Tests/Architecture/LineLengthTests.cs", files);
        Assert.Contains("src/AccountRules/ReadyToRun.targets", files);
    }

    private static IEnumerable<string> Files() =>
        from folder in Folders
        from pattern in Patterns
        from file in Sources.Below(folder, pattern)
        select file;

    private static int MaxLineLength()
    {
        const string setting = "max_line_length = ";
        var line = File.ReadLines(Path.Combine(Repository.Root, ".editorconfig")).Single(l => l.StartsWith(setting, StringComparison.Ordinal));
        return int.Parse(line[setting.Length..], CultureInfo.InvariantCulture);
    }
}

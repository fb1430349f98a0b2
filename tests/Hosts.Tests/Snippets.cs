namespace AccountRules.Hosts.Tests;

/// <summary>The C# of a page is code that these tests run.</summary>
internal static class Snippets
{
    public static string[] Of(string page, string language = "csharp") =>
        [.. File.ReadAllText(Path.Combine(Repository.Root, "docs", page)).Split($"```{language}\n").Skip(1).Select(b => b.Split("```")[0])];

    public static void AreIn(string page, string test, int count)
    {
        var code = Squeezed(File.ReadLines(Path.Combine(Repository.Root, "tests", "Hosts.Tests", test)));
        var blocks = Of(page);
        Assert.Equal(count, blocks.Length);
        Assert.All(blocks, block => Assert.Contains(Squeezed(block.Split('\n')), code, StringComparison.Ordinal));
    }

    private static string Squeezed(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => l.Trim()).Where(l => l.Length > 0));
}

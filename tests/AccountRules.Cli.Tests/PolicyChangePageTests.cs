namespace AccountRules.Cli.Tests;

/// <summary>docs/policy-change.md shows what the tool prints.</summary>
public sealed class PolicyChangePageTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void PolicyChangePage_Command_PrintsWhatItShows(int index)
    {
        var page = File.ReadAllText(Path.Combine(Tool.Northwind, "..", "..", "docs", "policy-change.md"));
        var command = page.Split("```\naccountrules ")[index + 1].Split('\n')[0];

        var result = tool.Run([.. command.Split(' ').Select(word => word.Replace("samples/northwind", Tool.Northwind, StringComparison.Ordinal))]);

        Assert.Contains($"accountrules {command}\n```\n\n```\n{result.Out}```\n", page, StringComparison.Ordinal);
    }
}

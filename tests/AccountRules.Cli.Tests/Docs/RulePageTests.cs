using AccountRules.Shared;

namespace AccountRules.Cli.Tests.Docs;

/// <summary>docs/rules has a page of each rule, which is what the code says and the tool prints; README's table links to each.</summary>
public sealed class RulePageTests : IDisposable
{
    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    public static TheoryData<string> Rules => [.. Policy.Default.Rules.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Page_OfARule_IsTheRecordedOne(string rule) =>
        Approved.Matches($"docs/rules/{rule}.md", RulePage.Of(Policy.Default.Rules.Single(r => r.Id == rule), tool));

    [Fact]
    public void Index_OfTheRules_IsTheRecordedOne() => Approved.Matches("docs/rules/README.md", RulePage.Index());

    [Fact]
    public void Pages_AreThoseOfTheRules() => Assert.Equal(
        Policy.Default.Rules.Select(r => r.Id).Append("README").Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(Repository.Root, "docs", "rules")).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Readme_LinksToThePageOfARule(string rule) => Assert.Contains(
        $"[`{rule}`](docs/rules/{rule}.md)", File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);
}

namespace AccountRules.Tests.Architecture;

/// <summary>README's table of rules has each rule once, with the files of its facts and what the documents leave open.</summary>
public sealed class ReadmeRulesTests
{
    private static readonly string[][] Rows =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "README.md"))
            .SkipWhile(line => line != "## The rules").TakeWhile(line => line != "## In your application")
            .Where(line => line.StartsWith("| [`", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries)),
    ];

    [Fact]
    public void Rules_OfTheDocuments_AreEachInTheTableOnce() => Assert.Equal(
        Policy.Default.Rules.Select(r => r.Id).Order(StringComparer.Ordinal), Rows.SelectMany(row => Names(row[1])).Order(StringComparer.Ordinal));

    [Fact]
    public void Files_OfEachRule_AreBesideIt()
    {
        foreach (var rule in Policy.Default.Rules)
        {
            var beside = Names(Rows.Single(row => Names(row[1]).Contains(rule.Id))[3]);
            var optional = rule.FactShapes.Count > 1 ? new[] { "accounts" } : [];
            Assert.Equal(
                rule.FactShapes.Select(s => s.Name).Except(optional).Order(StringComparer.Ordinal), beside.Except(optional).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Terms_ThatAreLeftOpen_AreBesideTheirRule()
    {
        foreach (var rule in Policy.Default.Rules.Where(r => r.Info.NotSet is not null))
            Assert.Equal([rule.Info.NotSet!.Split('.')[1]], Names(Rows.Single(row => Names(row[1]).Contains(rule.Id))[4]));
    }

    private static string[] Names(string cell) => [.. cell.Split('`').Where((_, i) => i % 2 == 1)];
}

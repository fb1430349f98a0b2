using System.Text.Json;
using Json.Schema;

namespace AccountRules.Tests.Documents;

/// <summary>The published schema takes what the library reads, of one version and of several, and refuses what it does not know.</summary>
public sealed class PolicySchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(Repository.Root, "docs", "policy.schema.json")));

    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples"), "*.json", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path).StartsWith("policy", StringComparison.Ordinal) || Path.GetFileName(Path.GetDirectoryName(path)) == "policies")
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Theory]
    [MemberData(nameof(Samples))]
    public void PolicyOfTheSamples_KeepsToIt(string path) => Assert.True(Keeps(File.ReadAllText(Path.Combine(Repository.Root, path))));

    [Theory]
    [InlineData("""{ "version": "1", "kpiAttainment": { "above": 0.9 } }""", true)]
    [InlineData("""{ "versions": [ { "version": "1" }, { "version": "2", "effectiveFrom": "2026-07-01", "kpiAttainment": { "above": 0.9 } } ] }""", true)]
    [InlineData("""{ "$schema": "policy.schema.json", "versions": [ { "version": "1" } ] }""", true)]
    [InlineData("""{ "versions": [] }""", false)]
    [InlineData("""{ "versions": { "version": "1" } }""", false)]
    [InlineData("""{ "versions": [ { "version": "1" } ], "version": "2" }""", false)]
    [InlineData("""{ "versions": [ { "version": "1", "kpiAttainment": { "above": 85 } } ] }""", false)]
    [InlineData("""{ "versions": [ { "versions": [ { "version": "1" } ] } ] }""", false)]
    [InlineData("""{ "kpiAttainment": { "abvoe": 0.9 } }""", false)]
    public void Document_KeepsToIt_WhereTheLibraryTakesIt(string document, bool isTaken)
    {
        Assert.Equal(isTaken, Keeps(document));
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        File.WriteAllText(path, document);
        try
        {
            Assert.Equal(isTaken, Record.Exception(() => Policy.Read(path)) is null);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static bool Keeps(string document) => Schema.Evaluate(JsonDocument.Parse(
        document, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }).RootElement).IsValid;
}

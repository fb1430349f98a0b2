using System.Text;
using AccountRules.Documents;

namespace AccountRules.Tests.History;

/// <summary>A history from a folder of documents, and from one document with several versions.</summary>
public sealed class HistoryFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Folder_OfDocuments_IsTheirHistoryWhateverTheirNames()
    {
        Write("b.json", """{ "version": "v1" }""");
        Write("a.json", """{ "version": "v2", "effectiveFrom": "2026-07-01", "transition": { "fte-fulfillment": "byEvaluationDate" } }""");
        Write("notes.txt", "not a policy");
        Write(".hidden.json", "not a policy");

        var history = PolicyHistory.Read(folder);
        Assert.Equal(["v1", "v2"], history.Versions.Select(v => v.Version));
        Assert.Equal(VersionTransition.ByEvaluationDate, history.Versions[1].Terms.Transition.Of("fte-fulfillment"));
        Assert.Equal<Policy>(history, Policy.Read(folder));
    }

    [Fact]
    public void Folder_OfWhichOneDocumentChangesGoesOrIsRenamed_HoldsOtherThings()
    {
        Write("a.json", """{ "version": "v1" }""");
        Write("b.json", """{ "version": "v2", "effectiveFrom": "2026-07-01" }""");
        var before = PolicyFiles.At(folder);
        Assert.True(before.HoldsSameAs(PolicyFiles.At(folder)));

        Write("b.json", """{ "version": "v2", "effectiveFrom": "2026-08-01" }""");
        Assert.False(before.HoldsSameAs(PolicyFiles.At(folder)));

        Write("b.json", """{ "version": "v2", "effectiveFrom": "2026-07-01" }""");
        Assert.True(before.HoldsSameAs(PolicyFiles.At(folder)));
        File.Move(Path.Combine(folder, "b.json"), Path.Combine(folder, "c.json"));
        Assert.False(before.HoldsSameAs(PolicyFiles.At(folder)));
        File.Delete(Path.Combine(folder, "c.json"));
        Assert.False(before.HoldsSameAs(PolicyFiles.At(folder)));
    }

    [Fact]
    public void Document_WithSeveralVersions_IsTheirHistory()
    {
        Write("all.json", """
            // two
            { "versions": [ { "version": "v2", "effectiveFrom": "2026-07-01" }, /* the old one */ { "version": "v1" } ] }
            """);
        Assert.Equal(["v1", "v2"], PolicyHistory.Read(Path.Combine(folder, "all.json")).Versions.Select(v => v.Version));
    }

    [Fact]
    public void Document_WithSeveralVersionsAndAByteOrderMark_IsTheirHistory()
    {
        var file = Path.Combine(folder, "all.json");
        File.WriteAllText(file, """{ "versions": [ { "version": "v1" }, { "version": "v2", "effectiveFrom": "2026-07-01" } ] }""", Encoding.UTF8);
        Assert.Equal(0xEF, File.ReadAllBytes(file)[0]);
        Assert.Equal(["v1", "v2"], PolicyHistory.Read(file).Versions.Select(v => v.Version));
    }

    [Theory]
    [InlineData("[]", "found `[]`; allowed: an object.")]
    [InlineData("[ { \"versions\": [] } ]", "found `[ { \"versions\": [] } ]`; allowed: an object.")]
    [InlineData("\"versions\"", "found `\"versions\"`; allowed: an object.")]
    public void Document_ThatIsNoObject_HasNoVersions(string json, string problem)
    {
        Write("all.json", json);
        var file = Path.Combine(folder, "all.json");

        var only = Assert.Single(Assert.Throws<PolicyException>(() => PolicyHistory.Read(file)).Problems);
        Assert.Equal($"line 1: $: {problem}", only.ToString());
    }

    [Fact]
    public void File_ThatIsMissing_IsToldWithoutANameOfItsOwn_SinceItIsTheOnlyOne() =>
        Assert.Null(Assert.Single(PolicyFiles.At(Path.Combine(folder, "none.json")).Unreadable).File);

    [Fact]
    public void Document_OfOneVersion_IsAPolicyOrAHistoryOfOne()
    {
        Write("one.json", """{ "version": "v1" }""");
        var file = Path.Combine(folder, "one.json");
        Assert.IsNotType<PolicyHistory>(Policy.Read(file));
        Assert.Equal(Policy.Read(file), Assert.Single(PolicyHistory.Read(file).Versions));
    }

    [Fact]
    public void Folder_WithProblems_TellsThoseOfAllDocumentsAtOnce()
    {
        Write("2025.json", """
            { "version": "v1",
              "fteFulfillment": { "limitDays": "x" } }
            """);
        Write("2026.json", """{ "version": "v2", "effectiveFrom": "2026-07-01", "kpiAttainment": { "above": 85 } }""");
        Write("2027.json", "{");

        var e = Assert.Throws<PolicyException>(() => Policy.Read(folder));
        Assert.Equal([("2025.json", 2), ("2026.json", 1), ("2027.json", 1)], e.Problems.Select(p => (p.File!, p.Line!.Value)));
        Assert.StartsWith("2025.json: line 2: $.fteFulfillment.limitDays: found `\"x\"`; allowed:", e.Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Versions_WithProblems_TellTheLineInTheWholeDocument()
    {
        Write("all.json", """
            { "versions": [
              { "version": "v1" },
              { "version": "v1",
                "effectiveFrom": "2026-07-01",
                "fteFulfillment": { "limitDays": "x" } } ],
              "fteFulfillment": {} }
            """);
        var e = Assert.Throws<PolicyException>(() => Policy.Read(Path.Combine(folder, "all.json")));
        Assert.Equal(
            [("$.versions[1].fteFulfillment.limitDays", 5), ("$.fteFulfillment", 6)], e.Problems.Select(p => (p.Path, p.Line!.Value)));
    }

    [Fact]
    public void Versions_ThatMakeNoHistory_NameTheirFiles()
    {
        Write("a.json", """{ "version": "v1", "effectiveFrom": "2026-07-01" }""");
        Write("b.json", """{ "version": "v1", "effectiveFrom": "2026-07-01" }""");

        Assert.Equal(
        [
            "$.version: found `v1` again in b.json; allowed: a version of its own; a.json has this one.",
            "$.effectiveFrom: found 2026-07-01 again in b.json; allowed: a first day of its own; a.json has this one.",
        ], Assert.Throws<PolicyException>(() => Policy.Read(folder)).Problems.Select(p => p.ToString()));
    }

    [Fact]
    public void Folder_WithoutADocument_IsAProblem() => Assert.Contains(
        "a folder without a file *.json", Assert.Throws<PolicyException>(() => Policy.Read(folder)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "versions": [ { "version": "v1" } ] } { "version": "v2" }""")]
    [InlineData("""{ "versions": [ { "version": "v1" }, { "version": """)]
    public void Versions_ThatAreNoJson_AreOneProblem(string text)
    {
        Write("all.json", text);
        var e = Assert.Throws<PolicyException>(() => Policy.Read(Path.Combine(folder, "all.json")));
        Assert.Contains("no JSON from there on", e.Problems[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("unknown property", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EmptyListOfVersions_IsAProblem()
    {
        Write("all.json", """{ "versions": [] }""");
        Assert.Contains("no version", Assert.Throws<PolicyException>(() => Policy.Read(Path.Combine(folder, "all.json"))).Message, StringComparison.Ordinal);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}

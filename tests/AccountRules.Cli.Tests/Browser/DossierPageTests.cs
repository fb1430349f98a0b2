using AccountRules.Shared;

namespace AccountRules.Cli.Tests.Browser;

/// <summary>
/// The dossier as a browser shows it: nothing overlaps, is cut off, leaves the page or is hardly to be read, wide and narrow, light and dark.
/// </summary>
public sealed class DossierPageTests : IDisposable
{
    private static readonly string Old = Path.Combine(Tool.Northwind, "policy.json");

    private static readonly string New = Path.Combine(Tool.Northwind, "policy-stricter.json");

    /// <summary>Thresholds that are unlike in size, set and not set, past a due date and by category; and names that are long.</summary>
    private const string Other = """
        { "version": "a version with a rather long name that goes on for longer than a line of a narrow window has room for, and has-no-blanks-to-break-it-at",
          "keyAccount": { "entryThreshold": 12345678901234567890, "exitThreshold": 1 },
          "payment": { "bucketDays": [1, 2, 600] }, "bcpProtocol": { "atRiskDays": 20 },
          "progressUpdate": { "everyDays": 14 }, "satisfaction": { "from": 4.5 }, "career": { "eligibleFromYears": 4 },
          "performancePay": { "bands": [
            { "name": "ABandWithAVeryLongNameThatNobodyWouldGiveIt", "factor": 0.0001, "programme": "ThePerformanceImprovementProgramme" },
            { "name": "B", "above": 0.79, "factor": 0.5 }, { "name": "C", "above": 0.8, "factor": 0.9 }, { "name": "D", "above": 0.81, "factor": 3 } ] } }
        """;

    private readonly Tool tool = new();

    public void Dispose() => tool.Dispose();

    [BrowserFact]
    public void Dossier_InABrowser_LooksRight()
    {
        var (sample, other) = (Impact(New), Impact(tool.File("other.json", Other)));

        Check(scheme: 1, ("sample", sample, 400), ("sample", sample, 1100), ("other", other, 400), ("other", other, 1100), ("without facts", Diff(New), 400));
        Check(scheme: 0, ("dark", sample, 1100));
    }

    /// <summary>The measurement finds what it looks for, or the test above could not fail.</summary>
    [BrowserFact]
    public void Measurement_OfAPageThatIsWrong_FindsIt()
    {
        const string wrong = """
            <main style="background: #fff"><p style="width:700px">wide</p><p style="color: #eee">pale</p><div class="scroll" style="overflow:auto">
            <table style="width:600px"><tr><td>table</td></tr></table></div>
            <svg class="chart" viewBox="0 0 100 20"><text x="90" y="12">beyond the end</text><text x="0" y="12">one</text>
            <text x="3" y="12">other</text></svg></main>
            """;

        var found = Chromium.Found(Chromium.Run(Chromium.Measuring(("wrong", wrong, 400)), tool.Folder).Document);

        Assert.Contains("wrong, 400 wide: the page is wider than its window", found);
        Assert.Contains("wrong, 400 wide: a table is cut off: table", found);
        Assert.Contains("wrong, 400 wide: a label leaves its picture: beyond the end", found);
        Assert.Contains("wrong, 400 wide: two labels overlap: one and other", found);
        Assert.Contains("wrong, 400 wide: hardly to be read: pale", found);
        Assert.Equal("measured", found[^1]);
    }

    private void Check(int scheme, params (string, string, int)[] pages)
    {
        var (document, log) = Chromium.Run(Chromium.Measuring(pages), tool.Folder, $"--blink-settings=preferredColorScheme={scheme}");
        var found = string.Join('\n', Chromium.Found(document));
        Assert.True(found == "measured", found);
        Assert.DoesNotContain("Refused to", log, StringComparison.Ordinal);
    }

    private string Impact(string changed) => Page(
        ExitCode.Done, "impact", Tool.Northwind, "--old", Old, "--new", changed, "--as-of", "1998-05-06");

    private string Diff(string changed) => Page(ExitCode.Differs, "policy", "diff", Old, changed);

    private string Page(ExitCode code, params string[] args)
    {
        var result = tool.Run([.. args, "--html", tool.PathOf("page.html")]);
        Assert.Equal((code, ""), (result.Code, result.Out));
        return File.ReadAllText(tool.PathOf("page.html"));
    }
}

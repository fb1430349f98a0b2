namespace AccountRules.Tests.Hosting;

/// <summary>A host whose policy is a folder with a document for each version.</summary>
public sealed class HistoryReloadTests : HostFixture
{
    private static string Version(string version, string? from = null) =>
        $$"""{ "version": "{{version}}"{{(from is null ? "" : $", \"effectiveFrom\": \"{from}\"")}} }""";

    [Fact]
    public async Task Folder_WithAVersionMore_IsTakenUpAsAWhole()
    {
        Write("policies/1.json", Version("1"));
        var (host, source) = await StartedOn("policies");
        using var _ = host;
        Assert.Equal(["1"], ((PolicyHistory)source.Current).Versions.Select(v => v.Version));

        Write("policies/2.json", Version("2", "2026-07-01"));
        await Until(() => source.Current.Version == "2", "the version more was not seen");
        Assert.Equal(["1", "2"], ((PolicyHistory)source.Current).Versions.Select(v => v.Version));
        Assert.Equal("1", source.Current.FteFulfillment.Assess(Order("2026-06-30"), new(2026, 7, 10)).PolicyVersion);
        Assert.Equal("2", source.Current.FteFulfillment.Assess(Order("2026-07-01"), new(2026, 7, 10)).PolicyVersion);
    }

    [Fact]
    public async Task Folder_WithOneBadDocument_KeepsTheWholeHistoryOfBefore()
    {
        Write("policies/1.json", Version("1"));
        Write("policies/2.json", Version("2", "2026-07-01"));
        var (host, source) = await StartedOn("policies");
        using var _ = host;

        Write("policies/3.json", Version("2", "2026-07-01"));
        await Until(() => source.IsStale, "the bad version was not seen");
        Assert.Equal(["1", "2"], ((PolicyHistory)source.Current).Versions.Select(v => v.Version));
        Assert.Contains("found `2` again in 3.json", string.Join(' ', source.LastRefusal!.Problems), StringComparison.Ordinal);

        File.Delete(Path.Combine(Folder, "policies", "3.json"));
        await Until(() => !source.IsStale, "the mended folder was not seen");
    }

    [Fact]
    public async Task Folder_WhoseNewestVersionIsToCome_IsNoWarning()
    {
        Write("policies/1.json", Version("1"));
        Write("policies/2.json", Version("2", "9999-01-01"));
        var (host, _) = await StartedOn("policies");
        using var __ = host;
        Assert.False(Logged("is effective from"));
    }

    private static Facts.FteOrder Order(string placed) =>
        new() { OrderId = "1", AccountId = "A", OrderedOn = DateOnly.ParseExact(placed, "O", System.Globalization.CultureInfo.InvariantCulture) };
}

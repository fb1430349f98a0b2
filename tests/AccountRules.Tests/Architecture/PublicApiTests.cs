namespace AccountRules.Tests.Architecture;

public sealed class PublicApiTests
{
    private const string Accept = "ACCOUNTRULES_ACCEPT";

    private static readonly string Recorded = Path.Combine(Sources.Root, "tests", "AccountRules.Tests", "PublicApi.txt");

    [Fact]
    public void PublicApi_OfTheLibrary_IsTheRecordedOne()
    {
        var found = PublicApi.Of(typeof(Policy).Assembly);
        if (string.Equals(Environment.GetEnvironmentVariable(Accept), "1", StringComparison.Ordinal))
            File.WriteAllText(Recorded, found);

        var recorded = File.Exists(Recorded) ? File.ReadAllText(Recorded).ReplaceLineEndings("\n") : "";
        Assert.True(string.Equals(recorded, found, StringComparison.Ordinal), $"{Difference(recorded, found)}\nThe public API has changed. If that is meant, run this test once with {Accept}=1 and commit {Path.GetFileName(Recorded)}.");
    }

    private static string Difference(string recorded, string found)
    {
        string[] before = Lines(recorded), after = Lines(found);
        return string.Join('\n', before.Except(after, StringComparer.Ordinal).Select(line => $"- {line}").Concat(after.Except(before, StringComparer.Ordinal).Select(line => $"+ {line}")));
    }

    /// <summary>Each member with the type that it belongs to.</summary>
    private static string[] Lines(string text)
    {
        var type = "";
        return [.. text.Split('\n').Select(line => line.StartsWith(' ') ? $"{type}: {line.Trim()}" : type = line)];
    }
}

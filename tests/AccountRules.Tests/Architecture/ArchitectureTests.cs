using System.Text.RegularExpressions;

namespace AccountRules.Tests.Architecture;

/// <summary>What the house rules say of the source itself.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>Which folders stand on which floor, from the ground up; the empty name is the root.</summary>
    private static readonly string[][] Floors =
    [
        ["", "Trees", "Measures", "Lifecycles", "RollUps", "Facts"],
        ["Catalogue"],
        ["Documents", "Evaluation"],
        ["Queries", "Monitoring", "Changes"],
        ["Hosting"],
    ];

    [Fact]
    public void Folders_OfTheLibrary_StandOnAFloor() =>
        Faults.None(Sources.Library.Select(f => f.Folder)
            .Distinct(StringComparer.Ordinal)
            .Where(folder => !Array.Exists(Floors, floor => floor.Contains(folder, StringComparer.Ordinal))));

    [Fact]
    public void File_OfAFloor_UsesNoNamespaceOfOneAbove() => Faults.None(
        from file in Sources.Library
        from above in Floors.SkipWhile(floor => !floor.Contains(file.Folder, StringComparer.Ordinal)).Skip(1).SelectMany(floor => floor)
        where Regex.IsMatch(file.Code, $@"\bAccountRules\.{above}\b", RegexOptions.None, TimeSpan.FromSeconds(1))
            && !Regex.IsMatch(file.Code, $@"^namespace AccountRules\.{above};", RegexOptions.Multiline, TimeSpan.FromSeconds(1))
        select $"{file.Path} uses AccountRules.{above}");

    [Fact]
    public void File_OfTheGroundFloor_KnowsNoPolicyAndNoTerms() => Faults.None(
        from file in Sources.Library
        where Floors[0].Contains(file.Folder, StringComparer.Ordinal)
        from Match match in PolicyType().Matches(file.Code)
        select $"{file.Path} names {match.Value}, which lies above it");

    [Fact]
    public void File_OfTheLibrary_HasNoBinaryFractions() => Faults.None(Finds(BinaryFraction()));

    /// <summary>From a document to a rule there is neither: both take longer to start than all else. A period says how the serializer of a host writes it.</summary>
    [Fact]
    public void File_OfTheLibrary_NeedsNoSerializerAndReadsNoAttributes() =>
        None(Finds(StartsSlowly()).Where(found => !found.StartsWith("Period.cs:", StringComparison.Ordinal) && !found.StartsWith("PeriodJsonConverter.cs:", StringComparison.Ordinal)));

    [Fact]
    public void File_OfTheLibrary_ReadsNoClock() => Faults.None(Finds(Clock()));

    [Fact]
    public void TimeProvider_IsKnownToHostingOnly() => Faults.None(
        Sources.Library.Where(f => f.Folder is not "Hosting" && f.Code.Contains("TimeProvider", StringComparison.Ordinal)).Select(f => f.Path));

    [Fact]
    public void Files_OfTheLibrary_AreMostlyShortAndNeverLong()
    {
        Faults.None(Sources.Library.Where(f => f.Lines > 400).Select(f => $"{f.Path} has {f.Lines} lines: split it by noun."));
        var isLong = Sources.Library.Count(f => f.Lines >= 100);
        Assert.True(isLong * 4 <= Sources.Library.Count, $"{isLong} of {Sources.Library.Count} files have 100 lines or more.");
    }

    [Fact]
    public void Sources_AreFound()
    {
        Assert.Contains(Sources.Library, f => f is { Path: "Rule.cs", Folder: "" });
        Assert.Contains(Sources.Library, f => f is { Path: "Catalogue/Policy.cs", Folder: "Catalogue" });
    }

    private static IEnumerable<string> Finds(Regex regex) =>
        from file in Sources.Library from Match match in regex.Matches(file.Code) select $"{file.Path}: {match.Value}";

    [GeneratedRegex(@"\b(double|float|Double|Single|Half)\b(?!\()", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex BinaryFraction();

    [GeneratedRegex(
        @"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b|\bStopwatch\b|\bEnvironment\.TickCount", RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 2000)]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"\bJsonSerializer\w*\b|\bText\.Json\.Serialization\b|\bGetCustomAttributes?\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex StartsSlowly();

    [GeneratedRegex(@"\b(Policy|PolicyTerms|\w+Terms)\b(?!\s*=)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PolicyType();
}

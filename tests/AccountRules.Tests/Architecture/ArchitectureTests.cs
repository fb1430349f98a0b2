using System.Text.RegularExpressions;

namespace AccountRules.Tests.Architecture;

/// <summary>What the house rules say of the source itself.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>Which folders stand on which floor, from the ground up; the empty name is the root.</summary>
    private static readonly string[][] Floors =
    [
        ["Numbers"],
        ["", "Facts", "Days", "Wording", "Terms", "Expressions", "Measures", "Gathering", "History"],
        ["Catalogue"],
        ["Documents", "Evaluation"],
        ["Queries", "Monitoring", "Agendas", "Changes", "Settling", "Evidence"],
        ["Reports"],
        ["Hosting"],
    ];

    /// <summary>
    /// What the files of a room on the ground floor may not name of the others there: how facts are read knows no rule, and how many become one knows no
    /// measure.
    /// </summary>
    private static readonly (string Room, string Names)[] Apart =
    [
        ("Expressions", @"\w*Rule<|AccountRules\.(Gathering|Measures)\.(?!RatioCuts|AmountCuts)\w"),
        ("Measures", @"(Deadline|Attainment|Tier|Lifecycle|RollUp|Measured)Rule\b|AccountRules\.Gathering"),
        ("Gathering", @"(Deadline|Attainment|Tier|Measured)Rule\b|AccountRules\.Measures"),
        ("Facts", @"\w*Rule\b|Measure\b|AccountRules\.(Expressions|Measures|Gathering)"),
        ("Wording", @"\w*Rule\b|AccountRules\.(Expressions|Measures|Gathering)"),
    ];

    private static readonly string[] WrittenInJson =
    [
        "Period.cs", "PeriodJsonConverter.cs", "Cause.cs", "CauseJsonConverter.cs", "Standing.cs", "Unit.cs", "Movement.cs", "Monitoring/ChangeKind.cs",
        "Days/Pauses.cs", "Days/PausesJsonConverter.cs", "Settling/SettlementKind.cs", "RecordedFact.cs", "RecordedFactJsonConverter.cs",
        "FactJson.cs", "RecordDigest.cs", "LibraryVersions.cs", "Evidence/RecordComparison.cs", "History/VersionTransition.cs",
        "AccountRulesJsonContext.cs", "PlainJson.cs", "IPlainJson.cs", "PlainJsonConverter.cs",
        "Policy.cs", "PolicyHistory.cs", "Rule.cs", "RuleOfT.cs", "MeasuredRule.cs", "AttainmentRule.cs", "DeadlineRule.cs", "LifecycleRule.cs",
        "RollUpRule.cs", "RuleByCategory.cs", "TierRule.cs", "GatheredRule.cs", "NoRule.cs", "Assessment.cs", "Agendas/AgendaEntry.cs",
        "Monitoring/StandingChange.cs", "Monitoring/MonitorSnapshot.cs", "Monitoring/LoadProblem.cs",
        "AssessmentRecord.cs", "Evaluation/StandingCount.cs", "Agendas/AgendaEntryRecord.cs", "Monitoring/StandingChangeRecord.cs",
        "Tally.cs", "TallyJsonConverter.cs", "Verdict.cs", "PolicyTerms.cs", "Documents/PolicyTermsJsonConverter.cs",
    ];

    [Fact]
    public void Folders_OfTheLibrary_StandOnAFloor() =>
        Faults.None(Sources.Library.Select(f => f.Folder)
            .Distinct(StringComparer.Ordinal)
            .Where(folder => !Array.Exists(Floors, floor => floor.Contains(folder, StringComparer.Ordinal))));

    [Fact]
    public void File_OfAFloor_UsesNoNamespaceOfOneAbove() => Faults.None(
        from file in Sources.Library
        from above in Floors.SkipWhile(floor => !floor.Contains(file.Folder, StringComparer.Ordinal))
            .Skip(1)
            .SelectMany(floor => floor)
            .Where(above => above.Length > 0)
        where Regex.IsMatch(file.Code, $@"\bAccountRules\.{above}\b", RegexOptions.None, TimeSpan.FromSeconds(1))
            && !Regex.IsMatch(file.Code, $@"^namespace AccountRules\.{above};", RegexOptions.Multiline, TimeSpan.FromSeconds(1))
        select $"{file.Path} uses AccountRules.{above}");

    [Fact]
    public void File_OfTheGroundFloor_KnowsNoPolicyAndNoTerms() => Faults.None(
        from file in Sources.Library
        where Floors[..2].Any(floor => floor.Contains(file.Folder, StringComparer.Ordinal)) && file.Folder is not "Terms"
            && !Regex.IsMatch(file.Path, "^(Policy|RuleDeclaration|RuleCatalogue)[^/]*$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
        from Match match in PolicyType().Matches(file.Code)
        select $"{file.Path} names {match.Value}, which lies above it");

    [Fact]
    public void File_OfARoom_NamesNothingOfTheRoomsThatItIsKeptApartFrom() => Faults.None(
        from apart in Apart
        from file in Sources.Library
        where file.Folder == apart.Room
        from Match match in Regex.Matches(file.Code, $@"\b({apart.Names})", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2))
        select $"{file.Path} names {match.Value}");

    [Fact]
    public void File_OfTheLibrary_HasNoBinaryFractions() => Faults.None(Finds(BinaryFraction()));

    /// <summary>
    /// From a document to a rule there is neither: both take longer to start than all else. A period, pauses, and enums that are names in JSON, say how the
    /// serializer of a host writes them; records are made for it, and what they need of it is done when they are read. What is live or large names the
    /// converter that keeps it short.
    /// </summary>
    [Fact]
    public void File_OfTheLibrary_NeedsNoSerializerAndReadsNoAttributes() =>
        Faults.None(Finds(StartsSlowly()).Where(found => !WrittenInJson.Contains(found.Split(':')[0])));

    /// <summary>An application that is compiled ahead of time has no reflection for the serializer to fall back on.</summary>
    [Fact]
    public void File_OfTheLibrary_SerializesByOptionsOrMetadataThatItNames() => Faults.None(Finds(SerializesByReflection()));

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
        Assert.Contains(Sources.Library, f => f is { Path: "Catalogue/Payment.cs", Folder: "Catalogue" });
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

    [GeneratedRegex(@"\bJsonSerializer\.\w*[sS]erialize\w*(<[^>]*>)?\([^(),]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SerializesByReflection();

    [GeneratedRegex(@"\b(Policy|PolicyTerms|\w+Terms)\b(?!\s*=)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex PolicyType();
}

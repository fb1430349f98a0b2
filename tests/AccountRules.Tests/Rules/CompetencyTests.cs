using AccountRules.Documents;
using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>From following standard processes to setting the organisation's strategy (competency).</summary>
public sealed class CompetencyTests
{
    private const string Levels = """
        { "competency": { "levels": [
            { "name": "Basic", "abilities": ["follows processes", "keeps records"] },
            { "name": "Sound", "abilities": ["solves problems"] },
            { "name": "Advanced", "abilities": ["improves processes"] },
            { "name": "Expert", "abilities": ["sets strategy"] } ] } }
        """;

    private static readonly Policy Policy = Policy.Parse(Levels);

    [Theory]
    [InlineData("follows processes", "NoLevel", 0, "Basic", "keeps records")]
    [InlineData("keeps records, follows processes", "Basic", 1, "Sound", "solves problems")]
    [InlineData("keeps records, follows processes, solves problems", "Sound", 2, "Advanced", "improves processes")]
    [InlineData("keeps records, follows processes, solves problems, sets strategy", "Sound", 2, "Advanced", "improves processes")]
    [InlineData("solves problems, improves processes, sets strategy", "NoLevel", 0, "Basic", "follows processes, keeps records")]
    [InlineData("keeps records, follows processes, solves problems, improves processes", "Advanced", 3, "Expert", "sets strategy")]
    [InlineData("keeps records, follows processes, solves problems, improves processes, sets strategy", "Expert", 4, null, null)]
    [InlineData("Keeps records, follows processes", "NoLevel", 0, "Basic", "keeps records")]
    public void Level_WhoseAbilitiesAndThoseBelowAreEvidenced_IsReached(string abilities, string band, int level, string? next, string? missing)
    {
        var a = Assert.Single(Assess(Dated.Start, [.. abilities.Split(", ").Select(ability => Shown(ability))]));
        Assert.Equal((Standing.Graded, band, (decimal?)level), (a.Standing, a.Band, a.Value));
        Assert.Equal((next, missing), (a.Detail("nextLevel"), a.Detail("missing")));
    }

    [Theory]
    [InlineData("2026-03-01", null, "2026-03-02")]
    [InlineData("2026-03-02", "NoLevel", "2026-03-05")]
    [InlineData("2026-03-04", "NoLevel", "2026-03-05")]
    [InlineData("2026-03-05", "Basic", null)]
    public void Evidence_OfALaterDay_IsNotSeenBeforeIt(string asOf, string? band, string? next)
    {
        AbilityEvidence[] evidence = [Shown("follows processes"), Shown("keeps records") with { EvidencedOn = Dated.Day("2026-03-05") }];
        var a = Assert.Single(Assess(Dated.Day(asOf), evidence));
        Assert.Equal((band is null ? Standing.NotApplicable : Standing.Graded, band), (a.Standing, a.Band));

        var agenda = new Agenda(Dated.Day(asOf), 30);
        agenda.Collect(Policy.Competency).AddRange(evidence);
        Assert.Equal(Dated.DayOrNone(next), agenda.Entries().Select(e => (DateOnly?)e.On).FirstOrDefault());
    }

    [Fact]
    public void Monitor_OnTheDayOfTheEvidence_TellsOfTheNewLevel()
    {
        var monitor = new PolicyMonitor(Policy, Dated.Start);
        monitor.AddRange([Shown("follows processes"), Shown("keeps records") with { EvidencedOn = Dated.Day("2026-03-05") }]);
        Assert.Empty(monitor.AdvanceTo(Dated.Day("2026-03-04")));
        var change = Assert.Single(monitor.AdvanceTo(Dated.Day("2026-03-05")));
        Assert.Equal(("NoLevel", "Basic"), (change.Before!.Value.Band, change.After!.Value.Band));
    }

    [Fact]
    public void Reason_OfALevel_SaysWhatIsMissingAndWhatIsListedNowhere()
    {
        AbilityEvidence[] evidence = [Shown("follows processes"), Shown("keeps records"), Shown("tap dance"), Shown("juggles")];
        Assert.Equal(
            "Employee ann is at Basic; what is missing for Sound: solves problems; no level lists juggles, tap dance.",
            Assert.Single(Assess(Dated.Start, evidence)).Reason);
        Assert.Equal(
            "Employee ann is at Basic; what is missing for Sound: solves problems.", Assert.Single(Assess(Dated.Start, evidence[..2])).Reason);
        string[] all = ["follows processes", "keeps records", "solves problems", "improves processes", "sets strategy"];
        Assert.Equal("Employee ann is at Expert.", Assert.Single(Assess(Dated.Start, [.. all.Select(ability => Shown(ability))])).Reason);
        Assert.Equal(
            "Employee ann has no evidence of an ability as yet.", Assert.Single(Assess(Dated.Start.AddDays(-1), evidence)).Reason);
    }

    [Fact]
    public void Evidence_HandedInTwice_CountsOnce() => Assert.Equal(
        "Basic", Assert.Single(Assess(Dated.Start, Shown("follows processes"), Shown("follows processes"), Shown("keeps records"))).Band);

    [Fact]
    public void Evidence_OlderThanThePolicy_Counts()
    {
        var policy = new Policy(Policy.Terms with { EffectiveFrom = Dated.Start.AddDays(1) });
        var a = policy.Competency.Collect(Dated.Start.AddDays(1)).AddRange([Shown("follows processes"), Shown("keeps records")]).Assess().Single();
        Assert.Equal("Basic", a.Band);
    }

    [Fact]
    public void Competency_WithoutLevels_IsNotInForce()
    {
        Assert.Equal("competency.levels", Policy.Default.Competency.Info.NotSet);
        Assert.Equal("competency.levels", Policy.Parse("""{ "competency": { "levels": [] } }""").Competency.Info.NotSet);
        Assert.Null(Policy.Competency.Info.NotSet);
        var a = Policy.Default.Competency.Collect(Dated.Start).AddRange([Shown("x")]).Assess().Single();
        Assert.Equal((Standing.Undetermined, Cause.NoThreshold), (a.Standing, a.Cause));
        Assert.Contains("levels is not set: The four levels", PolicyDocument.Write(Policy.Default, withComments: true), StringComparison.Ordinal);
        Assert.Contains("| `competency.levels` | not set |", PolicyHandbook.Write(Policy.Default), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => CompetencyDeclaration.Rows(Array.Empty<AbilityEvidence>().AsQueryable(), new(), Dated.Start));
    }

    [Theory]
    [InlineData("\"Basic\", \"abilities\": [\"follows processes\", \"keeps records\"]", "\"Basic\", \"abilities\": []", "competency.levels[0].abilities")]
    [InlineData("\"Sound\"", "\"Basic\"", "competency.levels[1].name")]
    [InlineData("\"Sound\"", "\"NoLevel\"", "competency.levels[1].name")]
    [InlineData("\"Sound\"", "\" Sound\"", "competency.levels[1].name")]
    [InlineData("\"Sound\"", "\"\"", "competency.levels[1].name")]
    [InlineData("\"sets strategy\"", "\"keeps records\"", "competency.levels[3].abilities[0]")]
    [InlineData("\"sets strategy\"", "7", "competency.levels[3].abilities[0]")]
    [InlineData(", { \"name\": \"Expert\", \"abilities\": [\"sets strategy\"] }", "", "competency.levels")]
    public void Levels_ThatCannotBeUsed_AreRefused(string of, string instead, string path)
    {
        var document = string.Join(' ', Levels.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(of, instead, StringComparison.Ordinal);
        Assert.Equal([$"$.{path}"], Assert.Throws<PolicyException>(() => Policy.Parse(document)).Problems.Select(p => p.Path));
    }

    [Fact]
    public void Document_WithLevels_ReadsBackAsItWas()
    {
        Assert.Equal(Policy, Policy.Parse(PolicyDocument.Write(Policy)));
        Assert.Contains("Basic (abilities follows processes, keeps records)", PolicyHandbook.Write(Policy), StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_OfOtherAbilities_TellsThatRowsAreMadeOtherwise()
    {
        var other = Policy.Parse(Levels.Replace("keeps records", "keeps minutes", StringComparison.Ordinal));
        var diff = PolicyDiff.Between(Policy, other).Rules.Single(r => r.RuleId == "competency");
        Assert.Equal(DiffVerdict.Mixed, diff.Verdict);
        Assert.Contains("Basic: follows processes, keeps minutes", diff.Regions[0].New, StringComparison.Ordinal);
        Assert.Equal(
            ["competency.levels[Basic].abilities is follows processes, keeps minutes instead of follows processes, keeps records"],
            PolicyDiff.Between(Policy, other).Terms.Select(t => t.ToString()));
    }

    private static IEnumerable<Assessment> Assess(DateOnly asOf, params AbilityEvidence[] evidence) =>
        Policy.Competency.Collect(asOf).AddRange(evidence).Assess();

    private static AbilityEvidence Shown(string ability) => new() { EmployeeId = "ann", Ability = ability, EvidencedOn = Dated.Start };
}

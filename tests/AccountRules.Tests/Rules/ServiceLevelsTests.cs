using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>All services of an account and period together.</summary>
public sealed class ServiceLevelsTests
{
    private static readonly DateOnly LastDay = Dated.Day("2026-10-31");
    private static readonly DateOnly DayAfter = Dated.Day("2026-11-01");

    private static RollUpRule<ServiceLevel> Rule => Tested.Policy.ServiceLevels;

    [Theory]
    [InlineData("110 110", Standing.Met, Standing.Met, false)]
    [InlineData("110 100", Standing.AtRisk, Standing.Met, true)]
    [InlineData("100 104.99", Standing.AtRisk, Standing.Met, true)]
    [InlineData("100 99", Standing.Missed, Standing.Missed, false)]
    [InlineData("99 none", Standing.Missed, Standing.Missed, false)]
    [InlineData("100 none", Standing.Undetermined, Standing.Undetermined, false)]
    [InlineData("110 none", Standing.Undetermined, Standing.Undetermined, false)]
    public void Services_OfAnAccountAndMonth_AreMetTogether(string measured, Standing running, Standing ended, bool standingChanges)
    {
        ServiceLevel[] levels = [.. measured.Split(' ').Select((value, i) => Level($"{i}", value))];
        var a = Assert.Single(Rule.Assess(levels, LastDay));
        Assert.Equal((running, true, DayAfter, standingChanges ? DayAfter : (DateOnly?)null), (a.Standing, a.IsProvisional, a.ChangesOn, a.StandingChangesOn));
        a = Assert.Single(Rule.Assess(levels, DayAfter));
        Assert.Equal((ended, false, null, null), (a.Standing, a.IsProvisional, a.ChangesOn, a.StandingChangesOn));
    }

    [Fact]
    public void ServiceThatCameTwice_WithStandingsThatDifferWhileTheMonthRuns_IsSettledByItsEnd()
    {
        ServiceLevel[] levels = [Level("uptime", "100"), Level("uptime", "110")];
        var a = Assert.Single(Rule.Assess(levels, LastDay));
        Assert.Equal((Cause.Duplicate, DayAfter), (a.Cause, a.StandingChangesOn!.Value));
        Assert.Equal(Standing.Met, Assert.Single(Rule.Assess(levels, DayAfter)).Standing);
    }

    [Fact]
    public void Streak_OfMonthsMet_CountsThoseAtRiskOnceTheyHaveEnded()
    {
        ServiceLevel[] levels = [Level("uptime", "110") with { Period = Period.Month(2026, 9) }, Level("uptime", "100")];
        Assert.Equal([1, 0], Rule.Assess(levels, LastDay).Select(a => a.Streak!.Value));
        Assert.Equal([1, 2], Rule.Assess(levels, DayAfter).Select(a => a.Streak!.Value));
    }

    [Fact]
    public void Monitor_OnTheDayAfterAMonth_TellsThatNearIsMet()
    {
        var monitor = new PolicyMonitor(Policy.Default, LastDay);
        monitor.AddRange([Level("uptime", "100"), Level("repairs", "110")]);
        Assert.Equal(
            ["service-level Changed AtRisk -> Met", "service-level Moved Met -> Met", "service-levels Changed AtRisk -> Met"],
            monitor.AdvanceTo(DayAfter).OrderBy(c => c.Rule.Id, StringComparer.Ordinal).ThenBy(c => c.Kind.ToString(), StringComparer.Ordinal)
                .Select(c => $"{c.Rule.Id} {c.Kind} {c.From} -> {c.To}"));
    }

    [Fact]
    public void Reason_OfServicesAtRisk_CountsThem() => Assert.Equal(
        "Account ernsh in 2026-10: 1 of 3 met, 1 missed, 1 at risk; provisional, since 2026-10 runs until 2026-10-31.",
        Assert.Single(Rule.Assess([Level("a", "110"), Level("b", "100"), Level("c", "10")], LastDay)).Reason);

    private static ServiceLevel Level(string service, string measured) => new()
    {
        AccountId = "ernsh",
        Service = service,
        Period = Period.Month(2026, 10),
        Agreed = 100,
        Measured = measured == "none" ? null : Dated.NumberOrNone(measured),
    };
}

using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>"Feedback and escalations are routed to the right department and resolved promptly", by severity.</summary>
public sealed class EscalationTests
{
    private static readonly DateOnly Raised = new(2026, 3, 1);

    private static readonly Policy Stated = Policy.Parse(
        """
        { "escalation": { "severities": [
            { "name": "high", "routeWithinDays": 1, "resolveWithinDays": 5 },
            { "name": "low", "routeWithinDays": 0, "resolveWithinDays": 30 } ] } }
        """);

    [Theory]
    [InlineData("high", 0, Standing.OnTrack, Standing.Met)]
    [InlineData("high", 1, Standing.OnTrack, Standing.Met)]
    [InlineData("high", 2, Standing.Overdue, Standing.Late)]
    [InlineData("low", 0, Standing.OnTrack, Standing.Met)]
    [InlineData("low", 1, Standing.Overdue, Standing.Late)]
    public void Routing_AroundTheLastDayOfItsSeverity_StandsByIt(string severity, int day, Standing open, Standing routed)
    {
        var (asOf, escalation) = (Raised.AddDays(day), Of(severity));

        Assert.Equal(open, Stated.EscalationRouting.Assess(escalation, asOf).Standing);
        Assert.Equal(routed, Stated.EscalationRouting.Assess(escalation with { RoutedOn = asOf }, asOf.AddDays(90)).Standing);
    }

    [Theory]
    [InlineData("high", 5, Standing.OnTrack, Standing.Met, "2026-03-06")]
    [InlineData("high", 6, Standing.Overdue, Standing.Late, "2026-03-06")]
    [InlineData("low", 6, Standing.OnTrack, Standing.Met, "2026-03-31")]
    [InlineData("low", 30, Standing.OnTrack, Standing.Met, "2026-03-31")]
    [InlineData("low", 31, Standing.Overdue, Standing.Late, "2026-03-31")]
    public void Resolution_AroundTheLastDayOfItsSeverity_StandsByIt(string severity, int day, Standing open, Standing resolved, string due)
    {
        var (asOf, escalation) = (Raised.AddDays(day), Of(severity));
        var unresolved = Stated.EscalationResolution.Assess(escalation, asOf);

        Assert.Equal((open, Dated.Day(due), (decimal?)day), (unresolved.Standing, unresolved.DueOn, unresolved.Value));
        Assert.Equal(open == Standing.OnTrack ? Dated.Day(due).AddDays(1) : null, unresolved.ChangesOn);
        Assert.Equal(resolved, Stated.EscalationResolution.Assess(escalation with { ResolvedOn = asOf }, asOf.AddDays(90)).Standing);
    }

    [Theory]
    [InlineData("High", "UnknownCategory", "Escalation 1 is of severity `High`, and the policy lists high, low.")]
    [InlineData("", "UnknownCategory", "Escalation 1 is of severity ``, and the policy lists high, low.")]
    [InlineData(null, "NoCategory", "Escalation 1 has no severity, and the policy goes by it.")]
    public void Escalation_OfNoListedSeverity_IsUndetermined(string? severity, string cause, string reason)
    {
        var said = Stated.EscalationResolution.Assess(Of(severity), Raised.AddDays(3));

        Assert.Equal((Standing.Undetermined, cause, reason, null), (said.Standing, said.Cause.Code, said.Reason, said.DueOn));
    }

    [Theory]
    [InlineData(3, null, "Escalation 1 is open for 3 of 5 days, due 2026-03-06.")]
    [InlineData(8, null, "Escalation 1 is open for 8 days, 3 more than the 5 allowed; it was due 2026-03-06.")]
    [InlineData(8, 4, "Escalation 1 was resolved on day 4 of 5, 2026-03-05; it was due 2026-03-06.")]
    public void Escalation_SaysTheDaysOfItsSeverity(int day, int? resolved, string reason) => Assert.Equal(
        reason,
        Stated.EscalationResolution.Assess(
            Of("high") with { ResolvedOn = resolved is { } days ? Raised.AddDays(days) : null }, Raised.AddDays(day)).Reason);

    [Fact]
    public void Escalation_ResolvedAndNeverRouted_IsStillToBeRouted() => Assert.Equal(
        (Standing.Overdue, Standing.Met),
        (Stated.EscalationRouting.Judge(Of("high") with { ResolvedOn = Raised }, Raised.AddDays(2)).Standing,
            Stated.EscalationResolution.Judge(Of("high") with { ResolvedOn = Raised }, Raised.AddDays(2)).Standing));

    [Fact]
    public void Escalations_WithoutSeveritiesInThePolicy_AreNotInForce()
    {
        foreach (var rule in new[] { Policy.Default.EscalationRouting, Policy.Default.EscalationResolution })
        {
            Assert.Equal("escalation.severities", rule.Info.NotSet);
            Assert.Equal(Cause.NoThreshold, rule.Judge(Of("any"), Raised).Cause);
        }
    }

    [Fact]
    public void Severities_ThatAreWrong_AreToldAllAtOnce()
    {
        var problems = Assert.Throws<PolicyException>(() => Policy.Parse(
            """
            { "escalation": { "severities": [
                { "name": "low", "routeWithinDays": 3 }, { "name": "low", "routeWithinDays": -1, "resolveWithinDays": 3661 },
                { "routeWithinDays": 0, "resolveWithinDays": 0 } ] } }
            """)).Problems;

        Assert.Equal(
            [
                "line 2: $.escalation.severities[0].resolveWithinDays: found nothing; allowed: a whole number from 0 to 3660, such as 30.",
                "line 2: $.escalation.severities[1].resolveWithinDays: found 3661; allowed: from 0 to 3660.",
                "line 2: $.escalation.severities[1].routeWithinDays: found -1; allowed: from 0 to 3660.",
                "line 3: $.escalation.severities[2].name: found nothing; allowed: a text in quotes.",
                "line 2: $.escalation.severities[1].name: found `low` again; allowed: a name that no other severity has.",
            ],
            problems.Select(p => p.ToString()).OrderBy(p => p.Contains("again", StringComparison.Ordinal)).ThenBy(p => p[7..], StringComparer.Ordinal));
    }

    private static Escalation Of(string? severity) => new() { EscalationId = "1", AccountId = "A", Severity = severity, RaisedOn = Raised };
}

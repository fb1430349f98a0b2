using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>"Feedback and escalations are routed to the right department and resolved promptly."</summary>
internal static class EscalationCase
{
    private static readonly Standing[] Standings = [
        Standing.AtRisk, Standing.Late, Standing.Met, Standing.NotApplicable, Standing.OnTrack, Standing.Overdue, Standing.Undetermined,
    ];

    public static RuleCase<Escalation> Routing { get; } = new(p => p.EscalationRouting)
    {
        Fact = Any,
        Says = FactReadings.EscalationRouting,
        WithSubject = (fact, id) => fact with { EscalationId = id },
        Standings = Standings,
        CountsDays = true,
        AnyTerms = _ => AnySeverities,
    };

    public static RuleCase<Escalation> Resolution { get; } = new(p => p.EscalationResolution)
    {
        Fact = Any,
        Says = FactReadings.EscalationResolution,
        WithSubject = (fact, id) => fact with { EscalationId = id },
        Standings = Standings,
        CountsDays = true,
    };

    private static Gen<Escalation> Any(PolicyTerms terms, DateOnly asOf, Reach reach)
    {
        int[] cuts =
        [
            0,
            .. terms.Escalation.Severities.SelectMany(s => new[] { s.RouteWithinDays, s.ResolveWithinDays })
                .SelectMany(limit => Deadlines.Turns(limit, terms.Escalation.AtRiskFromShare, terms.Escalation.Levels)),
        ];
        return from raised in Dates.Start(asOf, cuts, reach)
               from routed in Dates.End(raised, asOf, cuts, reach)
               from resolved in Dates.End(raised, asOf, cuts, reach)
               from severity in Gen.Frequency(
                   (8, Gen.Elements<string?>(["low", .. terms.Escalation.Severities.Select(s => s.Name)])),
                   (1, Gen.Elements<string?>(null, "HIGH", "", "other")))
               from days in WorkingDays.OfFact(asOf, reach)
               select new Escalation
               {
                   EscalationId = "E-1",
                   AccountId = "A",
                   Severity = severity,
                   RaisedOn = raised,
                   RoutedOn = routed,
                   ResolvedOn = resolved,
                   Pauses = days.Pauses,
                   Calendar = days.Calendar,
               };
    }

    private static Gen<Func<PolicyTerms, PolicyTerms>> AnySeverities =>
        from count in Gen.Frequency((1, Gen.Constant(0)), (6, Gen.Choose(1, 4)))
        from days in Gen.Frequency((4, Gen.Choose(0, 40)), (1, Gen.Elements(0, 1, 3660))).ArrayOf(8)
        from share in Deadlines.Share
        from levels in Deadlines.Levels
        select (Func<PolicyTerms, PolicyTerms>)(terms => terms.With(new EscalationTerms
        {
            AtRiskFromShare = share,
            Levels = [.. levels],
            Severities =
            [
                .. new[] { "high", "low", "mid", "é b" }.Take(count).Select((name, i) =>
                    new SeverityTerms { Name = name, RouteWithinDays = days[i], ResolveWithinDays = days[i + 4] }),
            ],
        }));
}

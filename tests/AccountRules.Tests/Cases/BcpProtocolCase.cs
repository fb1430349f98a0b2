using AccountRules.Facts;
using AccountRules.Tests.Generators;
using AccountRules.Tests.Oracle;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>"Business Continuity Plan protocols are implemented consistently and on time": each run by itself.</summary>
internal static class BcpProtocolCase
{
    public static RuleCase<ProtocolRun> Case { get; } = new(p => p.BcpProtocol)
    {
        Fact = (terms, asOf, reach) =>
            from dates in PastDueFacts.Dates(withinDays: 0, terms.BcpProtocol.AtRiskDays, terms.BcpProtocol.Levels, asOf, reach)
            from days in WorkingDays.OfFact(asOf, reach)
            select new ProtocolRun
            {
                RunId = "R-1",
                AccountId = "A",
                Protocol = "drill",
                DueOn = dates.Own ?? dates.Start,
                CompletedOn = dates.Done,
                Pauses = days.Pauses,
                Calendar = days.Calendar,
            },
        Says = (t, r, asOf) => InForce.From(
            t.EffectiveFrom, r.DueOn,
            PastDueOracle.Of(start: null, r.DueOn, r.CompletedOn, asOf, withinDays: null, t.BcpProtocol.AtRiskDays, t.BcpProtocol.Levels,
                new(t, t.BcpProtocol.Calendar, r.Calendar, r.Pauses))),
        WithSubject = (fact, id) => fact with { RunId = id },
        Standings = PastDueFacts.Standings,
        CountsDays = true,
        AnyTerms = _ =>
            from days in PastDueFacts.Terms
            select (Func<PolicyTerms, PolicyTerms>)(terms => terms.With(new BcpProtocolTerms { AtRiskDays = days.AtRisk, Levels = [.. days.Levels] })),
    };
}

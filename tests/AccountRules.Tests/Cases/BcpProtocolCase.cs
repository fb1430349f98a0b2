using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
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
        Says = FactReadings.BcpProtocol,
        WithSubject = (fact, id) => fact with { RunId = id },
        Standings = PastDueFacts.Standings,
        CountsDays = true,
        AnyTerms = _ =>
            from days in PastDueFacts.Terms
            select (Func<PolicyTerms, PolicyTerms>)(terms => terms.With(new BcpProtocolTerms { AtRiskDays = days.AtRisk, Levels = [.. days.Levels] })),
    };
}

using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>"Programme updates and tasks are acknowledged and implemented within their prescribed timelines."</summary>
internal static class ProgramUpdateCases
{
    private static readonly ProgramUpdate Update = new() { UpdateId = "U-7", AccountId = "A", IssuedOn = null };

    public static RuleCase<ProgramUpdate> Acknowledgement { get; } = new(p => p.UpdateAcknowledgement)
    {
        Fact = (terms, asOf, reach) =>
            from dates in PastDueFacts.Dates(
                terms.UpdateAcknowledgement.AcknowledgeWithinDays, terms.UpdateAcknowledgement.AtRiskDays, terms.UpdateAcknowledgement.Levels, asOf, reach)
            from days in WorkingDays.OfFact(asOf, reach)
            select Update with
            {
                IssuedOn = dates.Start,
                AcknowledgeBy = dates.Own,
                AcknowledgedOn = dates.Done,
                Pauses = days.Pauses,
                Calendar = days.Calendar,
            },
        Says = FactReadings.UpdateAcknowledgement,
        WithSubject = (fact, id) => fact with { UpdateId = id },
        Standings = PastDueFacts.Standings,
        CountsDays = true,
        AnyTerms = _ =>
            from days in PastDueFacts.Terms
            select (Func<PolicyTerms, PolicyTerms>)(terms => terms.With(
                new UpdateAcknowledgementTerms { AcknowledgeWithinDays = days.Within, AtRiskDays = days.AtRisk, Levels = [.. days.Levels] })),
    };

    public static RuleCase<ProgramUpdate> Implementation { get; } = new(p => p.UpdateImplementation)
    {
        Fact = (terms, asOf, reach) =>
            from dates in PastDueFacts.Dates(
                terms.UpdateImplementation.ImplementWithinDays, terms.UpdateImplementation.AtRiskDays, terms.UpdateImplementation.Levels, asOf, reach)
            from days in WorkingDays.OfFact(asOf, reach)
            select Update with
            {
                IssuedOn = dates.Start,
                ImplementBy = dates.Own,
                ImplementedOn = dates.Done,
                Pauses = days.Pauses,
                Calendar = days.Calendar,
            },
        Says = FactReadings.UpdateImplementation,
        WithSubject = (fact, id) => fact with { UpdateId = id },
        Standings = PastDueFacts.Standings,
        CountsDays = true,
        AnyTerms = _ =>
            from days in PastDueFacts.Terms
            select (Func<PolicyTerms, PolicyTerms>)(terms => terms.With(
                new UpdateImplementationTerms { ImplementWithinDays = days.Within, AtRiskDays = days.AtRisk, Levels = [.. days.Levels] })),
    };
}

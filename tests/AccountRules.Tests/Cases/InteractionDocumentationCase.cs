using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>"Client interactions are documented."</summary>
internal static class InteractionDocumentationCase
{
    public static RuleCase<Interaction> Case { get; } = new(p => p.InteractionDocumentation)
    {
        Fact = Any,
        Says = FactReadings.InteractionDocumentation,
        WithSubject = (fact, id) => fact with { InteractionId = id },
        Standings = [Standing.Met, Standing.Late, Standing.OnTrack, Standing.AtRisk, Standing.Overdue, Standing.NotApplicable, Standing.Undetermined],
        CountsDays = true,
        AnyTerms = _ =>
            from within in Gen.Frequency((1, Gen.Constant<int?>(null)), (6, Gen.Choose(0, 14).Select(d => (int?)d)), (1, Gen.Constant((int?)3660)))
            from share in Deadlines.Share
            from levels in Deadlines.Levels
            select (Func<PolicyTerms, PolicyTerms>)(terms => terms.With(
                new InteractionDocumentationTerms { DocumentWithinDays = within, AtRiskFromShare = share, Levels = [.. levels] })),
    };

    private static Gen<Interaction> Any(PolicyTerms terms, DateOnly asOf, Reach reach)
    {
        var own = terms.InteractionDocumentation;
        int[] cuts = [0, .. Deadlines.Turns(own.DocumentWithinDays ?? 2, own.AtRiskFromShare, own.Levels)];
        return from held in Dates.Start(asOf, cuts, reach)
               from documented in Dates.End(held, asOf, cuts, reach)
               from days in WorkingDays.OfFact(asOf, reach)
               select new Interaction
               {
                   InteractionId = "C-3",
                   AccountId = "A",
                   HeldOn = held,
                   DocumentedOn = documented,
                   Pauses = days.Pauses,
                   Calendar = days.Calendar,
               };
    }
}

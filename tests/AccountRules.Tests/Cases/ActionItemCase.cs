using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>"Client interactions are documented and their action items followed through": the items.</summary>
internal static class ActionItemCase
{
    public static RuleCase<ActionItem> Case { get; } = new(p => p.ActionItem)
    {
        Fact = (terms, asOf, reach) =>
            from dates in PastDueFacts.Dates(terms.ActionItem.ActWithinDays, terms.ActionItem.AtRiskDays, terms.ActionItem.Levels, asOf, reach)
            from days in WorkingDays.OfFact(asOf, reach)
            select new ActionItem
            {
                ItemId = "T-4",
                AccountId = "A",
                AgreedOn = dates.Start,
                DueOn = dates.Own,
                DoneOn = dates.Done,
                Pauses = days.Pauses,
                Calendar = days.Calendar,
            },
        Says = FactReadings.ActionItem,
        WithSubject = (fact, id) => fact with { ItemId = id },
        Standings = PastDueFacts.Standings,
        CountsDays = true,
        AnyTerms = _ =>
            from days in PastDueFacts.Terms
            select (Func<PolicyTerms, PolicyTerms>)(terms => terms.With(
                new ActionItemTerms { ActWithinDays = days.Within, AtRiskDays = days.AtRisk, Levels = [.. days.Levels] })),
    };
}

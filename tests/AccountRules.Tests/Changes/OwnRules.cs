using AccountRules.Tests.Basics;

namespace AccountRules.Tests.Changes;

/// <summary>A host's own rule, whose guard and limit are terms.</summary>
internal static class OwnRules
{
    public sealed record OwnTerms
    {
        public int Limit { get; init; } = 5;

        public int Grace { get; init; } = 2;

        /// <summary>Whether the limit is asked by code that no expression shows.</summary>
        public bool Calls { get; init; }
    }

    private static TermSection<OwnTerms> Section { get; } = new TermSection<OwnTerms>("own", new())
        .Whole("limit", "The last day.", t => t.Limit, (t, limit) => t with { Limit = limit })
        .Whole("grace", "The days on which nobody looks.", t => t.Grace, (t, grace) => t with { Grace = grace });

    private static RuleDeclaration<DeadlineRule<Ticket>> Rule { get; } = RuleDeclaration.Of(new RuleInfo("own") { Noun = "Ticket" }, Section,
        (info, terms, _) =>
        new DeadlineRule<Ticket>(
            info,
            Ticket.Days,
            new Scale(
                Band.Lowest("InTime", Standing.Met).Open(Standing.OnTrack),
                Band.Above(terms.Calls ? 7 : terms.Limit, "TooLate", Standing.Late).Open(Standing.Overdue)),
            Ticket.Shape)
        {
            Guards = terms.Calls
                ? [new((t, asOf) => asOf <= Last(t, terms.Limit), Cause.Of("NotLooked", "has not been looked at"))]
                : [new((t, asOf) => asOf <= t.OpenedOn!.Value.AddDays(terms.Grace), Cause.Of("NotLooked", "has not been looked at"))],
        });

    private static RuleDeclaration<RollUpRule<Ticket>> All { get; } = RuleDeclaration.Of(
        new RuleInfo("own-all") { Noun = "Tickets" }, Section, (info, terms, policy) =>
            new RollUpRule<Ticket>(info, policy.Rule(Rule), [Standing.Met, Standing.Missed], tally => Decide(tally, terms.Limit)));

    public static Policy Policy(OwnTerms terms) => new(new PolicyTerms(RuleCatalogue.Documents.With(Rule, All)).With(terms));

    private static Standing Decide(Tally tally, int limit) => tally.Met >= limit ? Standing.Met : Standing.Missed;

    private static DateOnly Last(Ticket ticket, int limit) => ticket.OpenedOn!.Value.AddDays(limit);
}

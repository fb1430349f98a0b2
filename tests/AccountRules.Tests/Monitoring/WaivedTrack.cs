using AccountRules.Facts;

namespace AccountRules.Tests.Monitoring;

/// <summary>A host's lifecycle over periods in which something can be missed: none of the documents' has that.</summary>
internal static class WaivedTrack
{
    private static TermSection<KeptTerms> Section { get; } = new TermSection<KeptTerms>("kept", new())
        .Whole("least", "The revenue from which an account is kept.", t => t.Least, (t, least) => t with { Least = least });

    public static RuleDeclaration<LifecycleRule<AccountRevenue>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("kept") { Noun = "Account" },
        Section,
        (info, terms, _) => new LifecycleRule<AccountRevenue>(
            info,
            new Lifecycle<AccountRevenue>(
                [new("Kept", Standing.Met, "is kept"), new("Lost", Standing.Missed, "is lost")],
                [new("Kept", (r, _) => r.Revenue < terms.Least, "Lost"), new("Lost", (r, _) => r.Revenue >= terms.Least, "Kept")]),
            AccountRevenue.Shape));

    public static Policy Policy { get; } = new(new PolicyTerms(RuleCatalogue.Documents.With(Rule)));

    public sealed record KeptTerms
    {
        public int Least { get; init; } = 1;
    }
}

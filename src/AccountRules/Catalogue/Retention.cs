using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// The terms of <c>retention</c>: clients at the start of a period who are still there at its end; 95 of 100 is 95 % (duties, Client Retention Rates).
/// Immutable; equal by value.
/// </summary>
public sealed record RetentionTerms
{
    /// <summary>
    /// The ratio from which on retention is met; the ratio itself is. Above 0 and at most 1; without it, retention is graded and nothing is to be met.
    /// </summary>
    public decimal? From { get; init; }

    /// <summary>Whose accounts are counted together; those of the whole portfolio unless given.</summary>
    public RetentionPer Per { get; init; }
}

/// <summary>Declares <c>retention</c>: clients at the start of a period who are still there at its end (duties, Client Retention Rates).</summary>
public static class RetentionDeclaration
{
    private static readonly Cause NobodyBefore = Cause.Of(nameof(NobodyBefore), "had no active account in the period before");

    /// <summary>The section of the policy document.</summary>
    public static TermSection<RetentionTerms> Section { get; } = new TermSection<RetentionTerms>("retention", new())
        .Part(
            "from", "The ratio from which on retention is met, such as 0.95. The document states none: without it, retention is graded.",
            t => t.From, (t, from) => t with { From = from })
        .Choice("per", "Whose accounts are counted together.", t => t.Per, (t, per) => t with { Per = per });

    /// <summary>The rule.</summary>
    public static RuleDeclaration<GatheredRule<Cohort>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("retention")
        {
            Title = "Client retention",
            Says = "Client retention is the share of the clients at the start of a period who are still there at its end; 95 of 100 is 95%.",
            Reading = "An account is active in a period with a revenue above 0. Of those active in the period before, those active in this one; "
                + "accounts that are "
                + "new do not count. Nobody active before is undetermined, as the first period of the data is. "
                + "A period without a row of any account has no retention.",
            Noun = "Clients of",
            Sentence = "kept {kept} of {before}, {value}",
            ValueTitle = "Retained",
            Citation = new("duties", "Client Retention Rates"),
        },
        Section,
        (info, terms, _) => new GatheredRule<Cohort>(RuleOf(info, terms.From), Cohorts.Of(terms.Per)));

    extension(Policy policy)
    {
        /// <summary>Clients at the start of a period who are still there at its end (duties, Client Retention Rates).</summary>
        public GatheredRule<Cohort> Retention => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>retention</c>.</summary>
        public RetentionTerms Retention => terms.Of(Section);
    }

    /// <summary>
    /// The cohort of the whole portfolio in a query, for the verbs of <c>policy.Retention.Of</c>: one row, or none where nobody was active before.
    /// </summary>
    /// <param name="before">The revenues of the period before.</param>
    /// <param name="now">Those of the period.</param>
    /// <param name="period">The period.</param>
    public static IQueryable<Cohort> Rows(IQueryable<AccountRevenue> before, IQueryable<AccountRevenue> now, Period period) =>
        Cohorts.Rows(before, now, period);

    private static Rule<Cohort> RuleOf(RuleInfo info, decimal? from)
    {
        var ratio = Measure.Ratio<Cohort>(c => (decimal?)c.Kept, c => (decimal?)c.Before);
        IReadOnlyList<Guard<Cohort>> guards = [new((c, asOf) => c.Before == 0, NobodyBefore)];
        IReadOnlyList<Detail<Cohort>> details = [new("before", c => c.Before), new("kept", c => c.Kept)];
        return from is { } least
            ? new AttainmentRule<Cohort>(
                info, ratio, new Scale(Band.Lowest("Lost", Standing.Missed), Band.From(least, "Retained", Standing.Met)), Cohort.Shape)
            { Guards = guards, Details = details }
            : new TierRule<Cohort>(info, ratio, new Scale(Band.Lowest("Counted")), Cohort.Shape) { Guards = guards, Details = details };
    }
}

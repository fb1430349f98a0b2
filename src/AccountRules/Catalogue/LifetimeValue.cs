using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// The terms of <c>lifetime-value</c>: customer lifetime value, the total worth of a customer over the whole period they remain (duties, Key Terms). Immutable;
/// equal by value.
/// </summary>
public sealed record LifetimeValueTerms
{
    /// <summary>The bands, in ascending order, the first without a cut; none, so that every sum is <c>Counted</c>, unless given.</summary>
    public TermList<BandTerms> Bands { get; init; } = [];

    /// <summary>
    /// The currency of the bands, such as <c>EUR</c>: a sum in another is <see cref="Cause.OtherCurrency"/>, and so is one in any where there are bands and
    /// this is <c>null</c>, the default.
    /// </summary>
    public string? Currency { get; init; }
}

/// <summary>Declares <c>lifetime-value</c>: the total worth of a customer over the whole period they remain (duties, Key Terms).</summary>
public static class LifetimeValueDeclaration
{
    private static readonly Cause NoPeriodYet = Cause.NotApplicable(nameof(NoPeriodYet), "has no period that has begun");
    private static readonly Cause PeriodWithoutRevenue = Cause.Of(nameof(PeriodWithoutRevenue), "has a period without a revenue, so that the sum is not known");
    private static readonly Cause PeriodsOverlap = Cause.Of(nameof(PeriodsOverlap), "has periods that share days, so that revenue may be there twice");

    /// <summary>The section of the policy document.</summary>
    public static TermSection<LifetimeValueTerms> Section { get; } = new TermSection<LifetimeValueTerms>("lifetimeValue", new())
        .Sections(
            "bands", "The bands of the sum, in ascending order; the first has no cut. Without them every sum is counted, in one band.",
            t => t.Bands, (t, bands) => t with { Bands = bands }, BandTerms.Section)
        .Text(
            "currency", "The currency of the bands, such as EUR; a sum that names another is not compared with them. None unless given.", t => t.Currency,
            (t, currency) => t with { Currency = currency }, isOptional: true)
        .Checked((t, problems) =>
        {
            BandTerms.Check(t.Bands, problems);
            problems.CheckCurrency(t.Currency, "currency");
            if (t is { Currency: { } currency, Bands.Count: 0 })
                problems.Add("currency", $"`{currency}`", "bands beside it, which it is the currency of; add bands, or leave it out", "bands");
        });

    /// <summary>The rule.</summary>
    public static RuleDeclaration<GatheredRule<LifetimeValue>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("lifetime-value")
        {
            Title = "Customer lifetime value",
            Says = "Customer lifetime value is the total worth of a customer over the whole period they remain.",
            Reading = "The sum of an account's revenue over all periods that have begun, those before the policy too; one that runs counts as it stands. "
                + "A period without a revenue, a row that is there twice with another amount, and periods that share days leave the sum undetermined, "
                + "and so do two currencies. Rank and share are among all accounts of one currency: the same sum shares a rank, "
                + "and the next has as many more as there are. Where the sum of any account is undetermined, no account has a rank or share.",
            Noun = "Account",
            Sentence = "is worth {value}[ {currency}] in all, periods: {periods}[, rank: {rank} of {accounts}][, share of the total: {share}]"
                + "[, still running: {running}][; no rank or share, since accounts without a known sum: {unknown}]",
            ValueTitle = "Lifetime value",
            Citation = new("duties", "Key Terms"),
        },
        Section,
        (info, terms, _) => new GatheredRule<LifetimeValue>(
            new TierRule<LifetimeValue>(
                info with { Currency = terms.Currency }, Measure.Amount<LifetimeValue>(v => v.Sum), ScaleOf(terms.Bands), LifetimeValue.Shape)
            {
                Guards =
                [
                    new((v, asOf) => v.Periods == 0, NoPeriodYet), new((v, asOf) => v.Missing != null, PeriodWithoutRevenue),
                    new((v, asOf) => v.Overlap, PeriodsOverlap), Currencies.Differ<LifetimeValue>(v => v.Currency != v.LastCurrency),
                    new((v, asOf) => v.Sum == null, Cause.TooLarge),
                    .. terms.Bands.Count > 0
                        ? new[] { Currencies.OtherThan<LifetimeValue>(v => v.Currency, terms.Currency) }
                        : Array.Empty<Guard<LifetimeValue>>(),
                ],
                Details =
                [
                    new("periods", v => v.Periods), new("rank", v => v.Rank), new("accounts", v => v.Accounts), new("share", v => v.Share),
                    new("running", v => v.Running), new("unknown", v => v.Unknown),
                ],
            },
            LifetimeValues.Gathering(terms.Currency)));

    extension(Policy policy)
    {
        /// <summary>The total worth of a customer over the whole period they remain (duties, Key Terms).</summary>
        public GatheredRule<LifetimeValue> LifetimeValue => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>lifetime-value</c>.</summary>
        public LifetimeValueTerms LifetimeValue => terms.Of(Section);
    }

    /// <summary>
    /// The sums of accounts in a query, for the verbs of <c>policy.LifetimeValue.Of</c>: one row for each account. They say no rank or share; order them by
    /// their sum.
    /// </summary>
    /// <param name="revenues">The revenues, of periods of one kind that have begun: what a query cannot see of a period it takes as so.</param>
    public static IQueryable<LifetimeValue> Rows(IQueryable<AccountRevenue> revenues) => LifetimeValues.Rows(revenues);

    private static Scale ScaleOf(TermList<BandTerms> bands) =>
        bands.Count == 0 ? new(Band.Lowest("Counted")) : new([.. bands.Select(band => band.Band)]);
}

using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// The terms of <c>deal-size</c>: revenue by account grows in deal size too, also against an industry benchmark (duties, Revenue Growth). Immutable; equal by
/// value.
/// </summary>
public sealed record DealSizeTerms
{
    /// <summary>
    /// The growth that the size of a deal is to be above, 0.05 being 5 %; the growth itself is missed. Above -1 and at most 10; 0 unless given, so that any
    /// growth is met.
    /// </summary>
    public decimal Benchmark { get; init; }
}

/// <summary>Declares <c>deal-size</c>: revenue by account grows in deal size too (duties, Revenue Growth).</summary>
public static class DealSizeDeclaration
{
    private static readonly Cause NoDeals = Cause.Of(nameof(NoDeals), "has no number of deals above 0 in the period, or in the period before");

    /// <summary>The section of the policy document.</summary>
    public static TermSection<DealSizeTerms> Section { get; } = new TermSection<DealSizeTerms>("dealSize", new())
        .Benchmark(
            "The growth that the size of a deal is to be above, such as 0.05 for an industry where it grows by 5 %.",
            t => t.Benchmark, (t, benchmark) => t with { Benchmark = benchmark });

    private static IReadOnlyList<Detail<Growth>> Details { get; } =
        [new("revenue", g => g.Part), RevenueGrowths.Before, new("deals", g => g.Whole), new("dealsBefore", g => g.WholeBefore)];

    /// <summary>The rule.</summary>
    public static RuleDeclaration<GatheredRule<Growth>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("deal-size")
        {
            Title = "Deal size",
            Says = "Revenue by account grows in the size of its deals, and beyond an industry benchmark.",
            Reading = "Revenue by deals, against that of the period before: met above 1 plus the benchmark times it, the same is missed. "
                + "A revenue of 0 or less before, and deals that are missing, 0 or less in either period, and two currencies, are undetermined. "
                + "Revenue that comes without deals in both periods has no deal size, and no row.",
            Noun = "Account",
            Sentence = "made {revenue}[ {currency}] by {deals} deals after {before}[ {currency}] by {dealsBefore} in the period before, "
                + "{value} of the size; Grown is above {limit}",
            ValueTitle = "Ratio to before",
            Citation = new("duties", "Revenue Growth"),
        },
        Section,
        (info, terms, _) => new GatheredRule<Growth>(
            GrowthRules.Make(
                info,
                Measure.Growth<Growth>(g => g.Part, g => g.Whole, g => g.PartBefore, g => g.WholeBefore),
                terms.Benchmark,
                [.. RevenueGrowths.Guards, new((g, asOf) => !(g.Whole > 0 && g.WholeBefore > 0), NoDeals)],
                Details),
            RevenueGrowths.OfDeals));

    extension(Policy policy)
    {
        /// <summary>Revenue by account grows in deal size too, also against an industry benchmark (duties, Revenue Growth).</summary>
        public GatheredRule<Growth> DealSize => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>deal-size</c>.</summary>
        public DealSizeTerms DealSize => terms.Of(Section);
    }
    /// <summary>
    /// The accounts of a period that have deals in it or in the one before, in a query for the verbs of <c>policy.DealSize.Of</c>.
    /// </summary>
    /// <param name="before">The revenues of the period before.</param>
    /// <param name="now">Those of the period.</param>
    /// <param name="period">The period.</param>
    public static IQueryable<Growth> Rows(IQueryable<AccountRevenue> before, IQueryable<AccountRevenue> now, Period period) =>
        RevenueGrowths.RowsOfDeals(before, now, period);
}

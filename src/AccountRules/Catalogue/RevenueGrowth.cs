using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// The terms of <c>revenue-growth</c>: revenue by account grows, also against an industry benchmark (duties, Revenue Growth). Immutable; equal by value.
/// </summary>
public sealed record RevenueGrowthTerms
{
    /// <summary>
    /// The growth that revenue is to be above, 0.05 being 5 %; the growth itself is missed. Above -1 and at most 10; 0 unless given, so that any growth is met.
    /// </summary>
    public decimal Benchmark { get; init; }
}

/// <summary>Declares <c>revenue-growth</c>: revenue by account grows, also against an industry benchmark (duties, Revenue Growth).</summary>
public static class RevenueGrowthDeclaration
{
    /// <summary>The section of the policy document.</summary>
    public static TermSection<RevenueGrowthTerms> Section { get; } = new TermSection<RevenueGrowthTerms>("revenueGrowth", new())
        .Benchmark(
            "The growth that revenue is to be above, such as 0.05 for an industry that grows by 5 %.",
            t => t.Benchmark, (t, benchmark) => t with { Benchmark = benchmark });

    private static IReadOnlyList<Detail<Growth>> Details { get; } = [new("revenue", g => g.Part), RevenueGrowths.Before];

    /// <summary>The rule.</summary>
    public static RuleDeclaration<GatheredRule<Growth>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("revenue-growth")
        {
            Title = "Revenue growth",
            Says = "Revenue by account grows from period to period, and beyond an industry benchmark.",
            Reading = "The revenue of a period against that of the period before: met above 1 plus the benchmark times it, the same is missed. "
                + "An account without a row in a period of the data had revenue 0 then. "
                + "No revenue in the period before, as in an account's first, is undetermined, and so are one of 0 or less, and one in another currency.",
            Noun = "Account",
            Sentence = "made {revenue}[ {currency}] after {before}[ {currency}] in the period before, {value} of it; Grown is above {limit}",
            ValueTitle = "Ratio to before",
            Citation = new("duties", "Revenue Growth"),
        },
        Section,
        (info, terms, _) => new GatheredRule<Growth>(
            GrowthRules.Make(info, Measure.Ratio<Growth>(g => g.Part, g => g.PartBefore), terms.Benchmark, RevenueGrowths.Guards, Details),
            RevenueGrowths.Gathering));

    extension(Policy policy)
    {
        /// <summary>Revenue by account grows, also against an industry benchmark (duties, Revenue Growth).</summary>
        public GatheredRule<Growth> RevenueGrowth => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>revenue-growth</c>.</summary>
        public RevenueGrowthTerms RevenueGrowth => terms.Of(Section);
    }

    /// <summary>
    /// The revenues of a period beside those of the period before in a query, for the verbs of <c>policy.RevenueGrowth.Of</c> and <c>policy.DealSize.Of</c>:
    /// one row for each account that has either, none where the period, which has begun, has no revenue of any account.
    /// </summary>
    /// <param name="before">The revenues of the period before.</param>
    /// <param name="now">Those of the period.</param>
    /// <param name="period">The period.</param>
    public static IQueryable<Growth> Rows(IQueryable<AccountRevenue> before, IQueryable<AccountRevenue> now, Period period) =>
        RevenueGrowths.Rows(before, now, period);
}

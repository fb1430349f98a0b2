using AccountRules.Facts;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>What every rule on growth says of a row.</summary>
internal static class GrowthRules
{
    /// <summary>Asked first: without anything of the period before the rule does not apply.</summary>
    public static Guard<Growth> NothingBefore { get; } = new(
        (g, asOf) => !g.HasBefore, Cause.NotApplicable(nameof(NothingBefore), "has nothing of the period before to be compared with"));

    extension<TTerms>(TermSection<TTerms> section)
        where TTerms : class
    {
        /// <summary>The section with a benchmark of growth. One above 1 is remarked on: it may be a percentage.</summary>
        public TermSection<TTerms> Benchmark(string description, Func<TTerms, decimal> get, Func<TTerms, decimal, TTerms> with) => section
            .And(new ValueTerm<TTerms, decimal>("benchmark", TermKind.Number, description, get, with)
            {
                Min = -1,
                IsAboveMin = true,
                Max = 10,
                IsRatio = true,
            })
            .Checked((t, problems) =>
            {
                if (get(t) is > 1 and <= 10 and var given)
                {
                    problems.Remark(
                        "benchmark",
                        $"{Texts.Number(given)} asks that it more than doubles, growth above {Texts.Percent(given)}; "
                        + $"{Texts.Number(given)} % is written {Texts.Number(given / 100)}");
                }
            });
    }

    /// <summary>Met above the period before by more than a benchmark; the same is not.</summary>
    /// <param name="info">What the rule says about itself.</param>
    /// <param name="measure">What is compared with the period before.</param>
    /// <param name="benchmark">By how much it is to grow, 0.05 being 5 %.</param>
    /// <param name="guards">What makes a row undetermined.</param>
    /// <param name="details">What is said of a row beside its standing.</param>
    /// <param name="withheld">The row without what may not be told; <c>null</c> where all of it may be.</param>
    public static AttainmentRule<Growth> Make(
        RuleInfo info, Measure<Growth> measure, decimal benchmark, IReadOnlyList<Guard<Growth>> guards, IReadOnlyList<Detail<Growth>> details,
        Func<object, object>? withheld = null) =>
        new(info, measure, Scale(benchmark), Growth.Shape)
        {
            Guards = guards,
            Details = details,
            WithoutWithheld = withheld,
        };

    private static Scale Scale(decimal benchmark) => new(Band.Lowest("NotGrown", Standing.Missed), Band.Above(1 + benchmark, "Grown", Standing.Met));
}

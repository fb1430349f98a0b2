using AccountRules.Facts;
using AccountRules.Wording;

namespace AccountRules;

/// <summary>
/// The terms of <c>performance-pay</c>: KPI achievement decides performance-linked pay (key-account-manager, PLP table). Above 1.00 pays 1.10; above 0.80 to
/// 1.00 pays 1.00; above 0.60 to 0.80 pays 0.60; above 0.35 to 0.60 pays 0.40; up to 0.35 pays 0 and enters the Performance Improvement Plan.
/// Immutable; equal by value.
/// </summary>
public sealed record PerformancePayTerms
{
    /// <summary>The pay table, lowest band first; the table of the document unless given.</summary>
    public TermList<PayBandTerms> Bands { get; init; } =
    [
        new() { Name = "Pip", Factor = 0.00m, Programme = "PIP" },
        new() { Name = "Low", Above = 0.35m, Factor = 0.40m },
        new() { Name = "Partial", Above = 0.60m, Factor = 0.60m },
        new() { Name = "Full", Above = 0.80m, Factor = 1.00m },
        new() { Name = "Over", Above = 1.00m, Factor = 1.10m },
    ];

    /// <summary>To how many places the payable amount is rounded, once: from 0 to 10; 2 unless given.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>
    /// What is said while a pay period runs; unless given it is on track with the band it has so far, and pays and enters a programme once it has ended.
    /// </summary>
    public PeriodJudgement Judged { get; init; } = PeriodJudgement.OnceEnded;

    /// <summary>How it is rounded; halves away from zero unless given.</summary>
    public PayRounding Rounding { get; init; } = PayRounding.HalfAwayFromZero;

    /// <summary>
    /// The payable amount is rounded to a whole multiple of this, such as 0.05 or 10; above 0, with at most <see cref="Decimals"/> places. <c>null</c> unless
    /// given: the last place.
    /// </summary>
    public decimal? Increment { get; init; }

    /// <summary>Where the band that enters a programme ends; <c>null</c> where no band does, or it has no end.</summary>
    internal Cut? TopOfProgramme
    {
        get
        {
            for (var i = Bands.Count - 1; i > 0; i--)
            {
                if (Bands[i - 1].Programme is not null)
                    return Bands[i].Cut;
            }

            return null;
        }
    }
}

/// <summary>Declares <c>performance-pay</c>: KPI achievement decides performance-linked pay (key-account-manager, PLP table).</summary>
public static class PerformancePayDeclaration
{
    /// <summary>The section of the policy document.</summary>
    public static TermSection<PerformancePayTerms> Section { get; } = new TermSection<PerformancePayTerms>("performancePay", new())
        .Sections(
            "bands", "The pay table, lowest band first. Each upper end belongs to its band, where the next band begins above it.",
            t => t.Bands, (t, bands) => t with { Bands = bands }, PayBandTerms.Section)
        .Whole(
            "decimals", "To how many places the payable amount is rounded, once, at the end.", t => t.Decimals,
            (t, decimals) => t with { Decimals = decimals }, min: 0, max: 10)
        .Choice("rounding", "How the payable amount is rounded.", t => t.Rounding, (t, rounding) => t with { Rounding = rounding })
        .Number(
            "increment", "The payable amount is rounded to a whole multiple of this, such as 0.05 or 10; to the last place unless given.",
            t => t.Increment, (t, increment) => t with { Increment = increment }, min: 0, isAboveMin: true)
        .Choice(
            "judged", "What is said while a pay period runs: it is on track, and pays once it has ended; or it pays as it stands.",
            t => t.Judged, (t, judged) => t with { Judged = judged })
        .Checked((t, problems) =>
        {
            PayTable.Check(t.Bands, problems);
            if (t.Increment is { } increment && increment > 0 && !Payment<PayPeriod>.Fits(increment, t.Decimals))
            {
                problems.Add(
                    "increment",
                    Texts.Number(increment),
                    $"as many places as decimals says, which is {t.Decimals}: give more decimals, or a coarser increment",
                    "decimals");
            }
        });

    /// <summary>The rule.</summary>
    public static RuleDeclaration<TierRule<PayPeriod>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("performance-pay")
        {
            Title = "Performance-linked pay",
            Says = "KPI achievement decides performance-linked pay, by the PLP table.",
            Reading = "The upper end belongs to the band: exactly 80% pays 60%. Pay is the committed pay, or the share of it, "
                + "times the band's factor, kept exact and rounded once. "
                + "A pay period pays, and enters a programme, once it has ended; until then it is on track with the band it has so far.",
            Noun = "Employee",
            Citation = new("key-account-manager", "PLP table"),
        },
        Section,
        (info, terms, _) => new TierRule<PayPeriod>(
            info with { Judged = terms.Judged },
            Measure.Ratio<PayPeriod>(
                p => p.Actual, p => p.Target, p => p.TargetShare, p => p.TargetShareOf, p => p.NoActualCause, p => p.NoActualKpi, Achievement.Causes),
            new Scale(terms.Bands.Select(b => b.Band)),
            PayPeriod.Shape,
            new Payment<PayPeriod>(p => p.CommittedPay, terms.Decimals, Modes[(int)terms.Rounding]) { Increment = terms.Increment }.Shared(
                p => p.Share, p => p.ShareOf)))
        .Beside(AchievementTerms.Section);

    /// <summary>By <see cref="PayRounding"/>; up is away from zero, since pay is never below 0.</summary>
    private static ReadOnlySpan<MidpointRounding> Modes =>
        [
            MidpointRounding.AwayFromZero, MidpointRounding.ToEven, MidpointRounding.ToZero, MidpointRounding.ToPositiveInfinity,
            MidpointRounding.ToNegativeInfinity,
        ];

    extension(Policy policy)
    {
        /// <summary>KPI achievement decides performance-linked pay (key-account-manager, PLP table).</summary>
        public TierRule<PayPeriod> PerformancePay => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>performance-pay</c>.</summary>
        public PerformancePayTerms PerformancePay => terms.Of(Section);
    }
}

using AccountRules.Facts;

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

    /// <summary>What the factor of a band applies to; the whole amount unless given.</summary>
    public PayTableKind Kind { get; init; }

    /// <summary>The least that is paid where anything is, before it is rounded; 0 or more. <c>null</c>, none, unless given.</summary>
    public decimal? AtLeast { get; init; }

    /// <summary>The most that is paid, before it is rounded; 0 or more, no less than <see cref="AtLeast"/>. <c>null</c>, none, unless given.</summary>
    public decimal? AtMost { get; init; }

    /// <summary>The currency that it pays in, such as <c>EUR</c>; <c>null</c>, the fact's own, unless given.</summary>
    public string? Currency { get; init; }

    /// <summary>The pay tables of groups, such as grades or countries; none, unless given: all employees are of the one table.</summary>
    public TermList<PayTableTerms> Tables { get; init; } = [];

    /// <summary>What becomes of a group that has no table, where others have one; undetermined unless given.</summary>
    public UnlistedGroup Unlisted { get; init; }

    /// <summary>The usual table.</summary>
    internal PayTableTerms Usual => new()
    {
        Group = "",
        Bands = Bands,
        Kind = Kind,
        Decimals = Decimals,
        Rounding = Rounding,
        Increment = Increment,
        AtLeast = AtLeast,
        AtMost = AtMost,
        Currency = Currency,
    };

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
        .Choice(
            "kind", "What the factor of a band applies to: the whole amount, or what lies in the band, the bands added up.", t => t.Kind,
            (t, kind) => t with { Kind = kind })
        .Number(
            "atLeast", "The least that is paid where anything is, before it is rounded; none unless given.", t => t.AtLeast,
            (t, least) => t with { AtLeast = least }, min: 0)
        .Number("atMost", "The most that is paid, before it is rounded; none unless given.", t => t.AtMost, (t, most) => t with { AtMost = most }, min: 0)
        .Text(
            "currency", "The currency that it pays in, such as EUR; that of each pay period unless given.", t => t.Currency,
            (t, currency) => t with { Currency = currency }, isOptional: true)
        .Sections(
            "tables", "The pay tables of groups of employees, such as grades or countries; none unless given.", t => t.Tables,
            (t, tables) => t with { Tables = tables }, PayTableTerms.Section)
        .Choice(
            "unlisted", "What becomes of a pay period whose group has no table, or that has no group, where others have one: it is undetermined, or by the "
            + "usual table, which is that of the section itself.", t => t.Unlisted, (t, unlisted) => t with { Unlisted = unlisted })
        .Checked((t, problems) =>
        {
            PayTable.Check(t.Usual, "", hasBands: true, problems);
            if (t.Tables.Sum(table => table.Bands.Count == 0 ? t.Bands.Count : table.Bands.Count) + t.Bands.Count is var bands and > CategoryCheck.MostGrades)
                problems.Add("tables", $"{bands} bands in all", $"at most {CategoryCheck.MostGrades}, those of the usual table included");

            if (t.Tables.Count == 0 && t.Unlisted == UnlistedGroup.UsualTable)
                problems.Remark("unlisted", "`unlisted` says what becomes of groups without a table, and there are no tables: all pay is by this one");

            if (t is { Tables.Count: > 0, Unlisted: UnlistedGroup.Undetermined } and not { Currency: null, AtLeast: null, AtMost: null, Increment: null })
            {
                problems.Remark(
                    "tables", "currency, atLeast, atMost and increment of the section pay nobody where each group has a table: give them to the tables");
            }

            HashSet<string> groups = new(StringComparer.Ordinal);
            for (var i = 0; i < t.Tables.Count; i++)
            {
                var group = t.Tables[i].Group;
                problems.CheckName(group, groups.Add(group) ? [] : [group], $"tables[{i}].group", "table");
                PayTable.Check(t.Tables[i].Beside(t), $"tables[{i}].", t.Tables[i].Bands.Count > 0, problems);
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
        (info, terms, _) => Make(info with { Judged = terms.Judged }, terms))
        .Beside(AchievementTerms.Section);

    private static readonly Measure<PayPeriod> Attained = Measure.Ratio<PayPeriod>(
        p => p.Actual, p => p.Target, p => p.TargetShare, p => p.TargetShareOf, p => p.NoActualCause, p => p.NoActualKpi, Achievement.Causes,
        p => p.AttainedOf);

    private static readonly Payment<PayPeriod> Committed = new Payment<PayPeriod>(p => p.CommittedPay)
        .Shared(p => p.Share, p => p.ShareOf).In(p => p.Currency).WithheldWhere(p => p.WithheldFor);

    private static TierRule<PayPeriod> Make(RuleInfo info, PerformancePayTerms terms)
    {
        var usual = Of(terms.Usual);
        return terms.Tables.Count == 0 ? usual : new(
            info, p => p.Group, terms.Tables.Select(table => KeyValuePair.Create(table.Group, Of(table.Beside(terms)))),
            terms.Unlisted == UnlistedGroup.UsualTable ? usual : null);

        TierRule<PayPeriod> Of(PayTableTerms table) => new(
            info, Attained, table.Scale, PayPeriod.Shape, Committed.With(table.Settings));
    }

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

using AccountRules.Facts;
using AccountRules.Gathering;

namespace AccountRules;

/// <summary>
/// The terms of <c>business-review</c>: weekly or monthly business reviews are held with clients (key-account-manager). One number of days for all accounts, or
/// one for each tier. Immutable; equal by value.
/// </summary>
public sealed record BusinessReviewTerms
{
    /// <summary>
    /// The last day, counted from the newest review, on which the next one is in time, where no <see cref="Tiers"/> are given. 1 to 3660; 31 unless given.
    /// </summary>
    public int EveryDays { get; init; } = 31;

    /// <summary>How many days up to the last one are a warning, that one included; never the day of a review itself. 0 to 3660; 3 unless given.</summary>
    public int AtRiskDays { get; init; } = 3;

    /// <summary>
    /// The part of the limit, 1 being all of it, from which on an account is at risk, in the place of <see cref="AtRiskDays"/>: the first whole day
    /// that is at least that part. Above 0, up to 1; not set unless given.
    /// </summary>
    public decimal? AtRiskFromShare { get; init; }

    /// <summary>The levels of escalation past the limit, ascending; none unless given.</summary>
    public TermList<LevelTerms> Levels { get; init; } = [];

    /// <summary>The tiers, each with its days: an account of another tier, or of none, is then undetermined. None unless given.</summary>
    public TermList<TierTerms> Tiers { get; init; } = [];
}

/// <summary>Declares <c>business-review</c>: weekly or monthly business reviews are held with clients (key-account-manager).</summary>
public static class BusinessReviewDeclaration
{
    private static readonly Cadences<BusinessReview> Reviews = new(BusinessReview.Shape, r => r.HeldOn);

    /// <summary>The section of the policy document.</summary>
    public static TermSection<BusinessReviewTerms> Section { get; } = new TermSection<BusinessReviewTerms>("businessReview", new())
        .Whole(
            "everyDays", "The last day, counted from the newest review, on which the next one is in time, where no tiers are given.",
            t => t.EveryDays, (t, days) => t with { EveryDays = days }, min: 1, max: 3660)
        .Whole(
            "atRiskDays", "How many days up to the last one are a warning, that one included.",
            t => t.AtRiskDays, (t, days) => t with { AtRiskDays = days }, min: 0, max: 3660)
        .WarningShare(t => t.AtRiskFromShare, (t, share) => t with { AtRiskFromShare = share }, "atRiskDays", t => t.AtRiskDays)
        .Levels(t => t.Levels, (t, levels) => t with { Levels = levels }, CadenceRules.Bands)
        .Sections(
            "tiers", "The tiers, each with its days; an account of another tier, or of none, is then undetermined.",
            t => t.Tiers, (t, tiers) => t with { Tiers = tiers }, TierTerms.Section)
        .Checked((t, problems) =>
        {
            for (var i = 0; i < t.Tiers.Count; i++)
                problems.CheckName(t.Tiers[i].Name, t.Tiers.Take(i).Select(tier => tier.Name), $"tiers[{i}].name", "tier");
        });

    /// <summary>The rule.</summary>
    public static RuleDeclaration<GatheredRule<Cadence>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("business-review")
        {
            Title = "Business reviews",
            Says = "Weekly or monthly business reviews are held with clients.",
            Reading = "Days since the newest review held by the evaluation date, or since the account's start while there is none; a month is 31 days. "
                + "After its last day an account gets none. An account that is not in the list of accounts is undetermined, and where the policy gives tiers "
                + "one of another tier, or of none, is too.",
            Noun = "Account",
            Done = "reviewed",
            Sentence = "had its newest review on {newest}, {value} ago; the next is due {due}, within {limit}",
            SentenceWhereMissing = "has had no review in the {value} since it began; the first is due {due}, within {limit}",
            ValueTitle = "Days since",
            Citation = new("key-account-manager", "business reviews"),
        },
        Section,
        (info, terms, _) => new GatheredRule<Cadence>(Of(info, terms), Reviews.Gathering));

    extension(Policy policy)
    {
        /// <summary>Weekly or monthly business reviews are held with clients (key-account-manager).</summary>
        public GatheredRule<Cadence> BusinessReview => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>business-review</c>.</summary>
        public BusinessReviewTerms BusinessReview => terms.Of(Section);
    }

    /// <summary>
    /// The accounts with their newest reviews in a query, for the verbs of <c>policy.BusinessReview.Of</c>. Reviews of accounts that are not among the accounts
    /// have no row.
    /// </summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="reviews">The reviews.</param>
    /// <param name="asOf">The evaluation date, the same as the verb's.</param>
    public static IQueryable<Cadence> Rows(IQueryable<Account> accounts, IQueryable<BusinessReview> reviews, DateOnly asOf) =>
        Reviews.Rows(accounts, reviews, asOf);

    private static Rule<Cadence> Of(RuleInfo info, BusinessReviewTerms terms)
    {
        var bounds = new CadenceBounds(terms.AtRiskDays, terms.AtRiskFromShare, terms.Levels);
        return terms.Tiers.Count == 0
            ? CadenceRules.Make(info, terms.EveryDays, bounds, new Detail<Cadence>("tier", c => c.Tier))
            : CadenceRules.Make(info, terms.Tiers, bounds);
    }
}

using AccountRules.Facts;
using AccountRules.Gathering;

namespace AccountRules;

/// <summary>
/// The terms of <c>progress-update</c>: clients get regular progress updates (expectations 4; duties, Regular Updates). The documents state no number of days,
/// so the rule is not in force until <see cref="EveryDays"/> is set. Immutable; equal by value.
/// </summary>
public sealed record ProgressUpdateTerms
{
    /// <summary>The last day, counted from the newest update, on which the next one is in time. 1 to 3660; not set unless given.</summary>
    public int? EveryDays { get; init; }

    /// <summary>How many days up to the last one are a warning, that one included; never the day of an update itself. 0 to 3660; 3 unless given.</summary>
    public int AtRiskDays { get; init; } = 3;

    /// <summary>
    /// The part of the limit, 1 being all of it, from which on an account is at risk, in the place of <see cref="AtRiskDays"/>: the first whole day
    /// that is at least that part. Above 0, up to 1; not set unless given.
    /// </summary>
    public decimal? AtRiskFromShare { get; init; }

    /// <summary>The levels of escalation past the limit, ascending; none unless given.</summary>
    public TermList<LevelTerms> Levels { get; init; } = [];
}

/// <summary>Declares <c>progress-update</c>: clients get regular progress updates (expectations 4; duties, Regular Updates).</summary>
public static class ProgressUpdateDeclaration
{
    private static readonly Cadences<ProgressUpdate> Updates = new(ProgressUpdate.Shape, u => u.SentOn);

    /// <summary>The section of the policy document.</summary>
    public static TermSection<ProgressUpdateTerms> Section { get; } = new TermSection<ProgressUpdateTerms>("progressUpdate", new())
        .Whole(
            "everyDays", "The last day, counted from the newest update, on which the next one is in time. The documents state none: there is no default.",
            t => t.EveryDays, (t, days) => t with { EveryDays = days }, min: 1, max: 3660, isLeftOpen: true)
        .Whole(
            "atRiskDays", "How many days up to the last one are a warning, that one included.",
            t => t.AtRiskDays, (t, days) => t with { AtRiskDays = days }, min: 0, max: 3660)
        .WarningShare(t => t.AtRiskFromShare, (t, share) => t with { AtRiskFromShare = share }, "atRiskDays", t => t.AtRiskDays)
        .Levels(t => t.Levels, (t, levels) => t with { Levels = levels }, CadenceRules.Bands);

    /// <summary>The rule.</summary>
    public static RuleDeclaration<GatheredRule<Cadence>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("progress-update")
        {
            Title = "Progress updates",
            Says = "Clients get regular progress updates.",
            Reading = "Days since the newest update sent by the evaluation date, or since the account's start while there is none. "
                + "After its last day an account "
                + "gets none. An account that is not in the list of accounts is undetermined. The documents state no number of days, so without everyDays "
                + "every account is undetermined.",
            Noun = "Account",
            Done = "updated",
            Sentence = "got its newest update on {newest}, {value} ago; the next is due {due}, within {limit}",
            SentenceWhereMissing = "has had no update in the {value} since it began; the first is due {due}, within {limit}",
            ValueTitle = "Days since",
            Citation = new("expectations", "4"),
        },
        Section,
        (info, terms, _) => new GatheredRule<Cadence>(
            CadenceRules.Make(info, terms.EveryDays ?? 1, new(terms.AtRiskDays, terms.AtRiskFromShare, terms.Levels)), Updates.Gathering));

    extension(Policy policy)
    {
        /// <summary>Clients get regular progress updates (expectations 4; duties, Regular Updates).</summary>
        public GatheredRule<Cadence> ProgressUpdate => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>progress-update</c>.</summary>
        public ProgressUpdateTerms ProgressUpdate => terms.Of(Section);
    }

    /// <summary>
    /// The accounts with their newest updates in a query, for the verbs of <c>policy.ProgressUpdate.Of</c>. Updates of accounts that are not among the accounts
    /// have no row.
    /// </summary>
    /// <param name="accounts">The accounts.</param>
    /// <param name="updates">The updates.</param>
    /// <param name="asOf">The evaluation date, the same as the verb's.</param>
    public static IQueryable<Cadence> Rows(IQueryable<Account> accounts, IQueryable<ProgressUpdate> updates, DateOnly asOf) =>
        Updates.Rows(accounts, updates, asOf);
}

using AccountRules.Facts;

namespace AccountRules;

/// <summary>
/// The terms of <c>bcp-consistency</c>: Business Continuity Plan protocols are implemented consistently and on time (expectations 3). Immutable; equal by
/// value.
/// </summary>
public sealed record BcpConsistencyTerms
{
    /// <summary>The ratio of runs on time from which on a quarter is met; the ratio itself is. Above 0 and at most 1; 1, all of them, unless given.</summary>
    public decimal ConsistentFrom { get; init; } = 1;
}

/// <summary>Declares <c>bcp-consistency</c>: Business Continuity Plan protocols are implemented consistently and on time (expectations 3).</summary>
public static class BcpConsistencyDeclaration
{
    private static readonly Cause RunWithoutAccount = Cause.Of(nameof(RunWithoutAccount), "cannot be told: its runs say no account");
    private static readonly Cause RunWithoutDue = Cause.Of(nameof(RunWithoutDue), "cannot be told: a run of the account has no due date");
    private static readonly Cause NoneDue = Cause.Of(nameof(NoneDue), "has no run that was due by the evaluation date");

    /// <summary>The section of the policy document.</summary>
    public static TermSection<BcpConsistencyTerms> Section { get; } = new TermSection<BcpConsistencyTerms>("bcpConsistency", new())
        .Part(
            "consistentFrom", "The ratio of runs on time from which on a quarter is met, such as 0.9; 1 is all of them.",
            t => t.ConsistentFrom, (t, from) => t with { ConsistentFrom = from });

    /// <summary>The rule.</summary>
    public static RuleDeclaration<GatheredRule<Consistency>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("bcp-consistency")
        {
            Title = "BCP consistency",
            Says = "Business Continuity Plan protocols are implemented consistently and on time.",
            Reading = "Of an account's runs that were due in the quarter by the evaluation date, those completed on or before their due date. A run due on "
                + "the evaluation date is in time that day: done it counts, open it is not counted before the day after. One completed ahead of its due date "
                + "counts from that date on. None due is undetermined; so is every quarter of an account that has a run without a due date.",
            Noun = "Account",
            Sentence = "had {onTime} of {runs} runs on time, {value}",
            ValueTitle = "On time",
            Citation = new("expectations", "3"),
        },
        Section,
        (info, terms, _) => new GatheredRule<Consistency>(
            new AttainmentRule<Consistency>(
                info,
                Measure.Ratio<Consistency>(c => (decimal?)c.OnTime, c => (decimal?)c.Due),
                new Scale(Band.Lowest("Inconsistent", Standing.Missed), Band.From(terms.ConsistentFrom, "Consistent", Standing.Met)),
                Consistency.Shape)
            {
                Guards =
                [
                    new((c, asOf) => c.AccountId == "", RunWithoutAccount), new((c, asOf) => c.Undated != null, RunWithoutDue),
                    new((c, asOf) => c.Due == 0, NoneDue),
                ],
                Details = [new("runs", c => c.Due), new("onTime", c => c.OnTime)],
            },
            Consistencies.Gathering));

    extension(Policy policy)
    {
        /// <summary>Business Continuity Plan protocols are implemented consistently (expectations 3).</summary>
        public GatheredRule<Consistency> BcpConsistency => policy.Rule(Rule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>bcp-consistency</c>.</summary>
        public BcpConsistencyTerms BcpConsistency => terms.Of(Section);
    }

    /// <summary>
    /// The quarters that have begun by the evaluation date, of each account with runs due in them, in a query for the verbs of
    /// <c>policy.BcpConsistency.Of</c>.
    /// </summary>
    /// <param name="runs">The runs.</param>
    /// <param name="asOf">The evaluation date, the same as the verb's.</param>
    public static IQueryable<Consistency> Rows(IQueryable<ProtocolRun> runs, DateOnly asOf) => Consistencies.Rows(runs, asOf);
}

using AccountRules.Facts;
using AccountRules.Gathering;

namespace AccountRules;

/// <summary>
/// The terms of <c>satisfaction</c> and <c>satisfaction-trend</c>: client satisfaction surveys, anonymous, and their trend over time (duties, Client
/// Satisfaction Surveys; competency). Immutable; equal by value.
/// </summary>
public sealed record SatisfactionTerms
{
    /// <summary>The mean score from which on a client is satisfied; the score itself is. Without it, satisfaction is graded and nothing is to be met.</summary>
    public decimal? From { get; init; }

    /// <summary>
    /// How many scores a mean is made of at least: that of fewer is withheld, which keeps answers anonymous. From 1, which withholds nothing, to 1000; 5 unless
    /// given.
    /// </summary>
    public int MinResponses { get; init; } = 5;
}

/// <summary>
/// Declares <c>satisfaction</c> and <c>satisfaction-trend</c>: client satisfaction surveys, anonymous, their trend over time (duties, Client Satisfaction
/// Surveys; competency).
/// </summary>
public static class SatisfactionDeclaration
{
    private static readonly Cause TooFewResponses = Cause.Of(
        nameof(TooFewResponses), "has fewer scores than minResponses of the policy, so that its mean is withheld");

    private static readonly Cause TooFewBefore = Cause.Of(
        nameof(TooFewBefore), "had fewer scores in the period before than minResponses of the policy, so that that mean is withheld");

    /// <summary>The section of the policy document.</summary>
    public static TermSection<SatisfactionTerms> Section { get; } = new TermSection<SatisfactionTerms>("satisfaction", new())
        .Number(
            "from", "The mean score from which on a client is satisfied. The documents state none: without it, satisfaction is graded.",
            t => t.From, (t, from) => t with { From = from })
        .Whole(
            "minResponses", "How many scores a mean is made of at least; that of fewer is withheld, which keeps answers anonymous.",
            t => t.MinResponses, (t, least) => t with { MinResponses = least }, min: 1, max: 1000);

    /// <summary>The mean.</summary>
    public static RuleDeclaration<GatheredRule<Satisfaction>> Rule { get; } = RuleDeclaration.Of(
        new RuleInfo("satisfaction")
        {
            Title = "Client satisfaction",
            Says = "Client satisfaction is told by surveys, whose answers are anonymous.",
            Reading = "The mean of the scores given, per account and period. Of fewer scores than minResponses it is undetermined and told nowhere. "
                + "A response without a score does not count. Responses of no account are a group of their own.",
            Noun = "Satisfaction of",
            Sentence = "has a mean of {value} in {responses} scores",
            ValueTitle = "Mean score",
            Citation = new("duties", "Client Satisfaction Surveys"),
        },
        Section,
        (info, terms, _) => new GatheredRule<Satisfaction>(RuleOf(info, terms.From, terms.MinResponses), new Surveys(terms.MinResponses).Gathering));

    /// <summary>Its trend.</summary>
    public static RuleDeclaration<GatheredRule<Growth>> TrendRule { get; } = RuleDeclaration.Of(
        new RuleInfo("satisfaction-trend")
        {
            Title = "Trend of client satisfaction",
            Says = "Client satisfaction is followed over time.",
            Reading = "The mean score of a period against that of the period before: met above it, the same is missed. "
                + "Without a response of the period before the rule does not apply. Where either mean is of fewer scores than minResponses, the trend is "
                + "undetermined and tells neither.",
            Noun = "Satisfaction of",
            Sentence = "has scores of {sum} in all by {responses}, after {sumBefore} by {responsesBefore} in the period before; Grown is above {limit}",
            ValueTitle = "Ratio to before",
            Citation = new("competency", "client satisfaction"),
        },
        Section,
        (info, terms, _) => new GatheredRule<Growth>(TrendOf(info, terms.MinResponses), new Surveys(terms.MinResponses).Growth));

    extension(Policy policy)
    {
        /// <summary>Client satisfaction surveys, anonymous (duties, Client Satisfaction Surveys).</summary>
        public GatheredRule<Satisfaction> Satisfaction => policy.Rule(Rule);

        /// <summary>The trend of client satisfaction over time (competency).</summary>
        public GatheredRule<Growth> SatisfactionTrend => policy.Rule(TrendRule);
    }

    extension(PolicyTerms terms)
    {
        /// <summary>The terms of <c>satisfaction</c> and <c>satisfaction-trend</c>.</summary>
        public SatisfactionTerms Satisfaction => terms.Of(Section);
    }

    /// <summary>
    /// The sums of scores of a period in a query, for the verbs of <c>policy.Satisfaction.Of</c>: one row for each account. The database gives no sum of fewer
    /// scores than the terms want.
    /// </summary>
    /// <param name="responses">The responses of the period.</param>
    /// <param name="period">The period.</param>
    /// <param name="terms">The terms of the policy whose rule takes the rows.</param>
    public static IQueryable<Satisfaction> Rows(IQueryable<SurveyResponse> responses, Period period, SatisfactionTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return new Surveys(terms.MinResponses).Rows(responses, period);
    }

    /// <summary>
    /// The same beside the period before, for the verbs of <c>policy.SatisfactionTrend.Of</c>: one row for each account with a response in the period.
    /// </summary>
    /// <param name="before">The responses of the period before.</param>
    /// <param name="now">Those of the period.</param>
    /// <param name="period">The period.</param>
    /// <param name="terms">The terms of the policy whose rule takes the rows.</param>
    public static IQueryable<Growth> Rows(IQueryable<SurveyResponse> before, IQueryable<SurveyResponse> now, Period period, SatisfactionTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return new Surveys(terms.MinResponses).Rows(before, now, period);
    }

    /// <summary>What is withheld is not read off a row that has it, either: rows may be a host's own.</summary>
    private static TierRule<Satisfaction> RuleOf(RuleInfo info, decimal? from, int least) => new(
        info,
        Measure.Mean<Satisfaction>(s => s.Responses < least ? null : s.Sum, s => s.Responses),
        from is { } satisfied
            ? new Scale(Band.Lowest("Unsatisfied", Standing.Missed), Band.From(satisfied, "Satisfied", Standing.Met))
            : new Scale(Band.Lowest("Counted")),
        Facts.Satisfaction.Shape)
    {
        Guards = [new((s, asOf) => s.Responses < least, TooFewResponses), new((s, asOf) => s.Sum == null, Cause.TooLarge)],
        Details = [new("responses", s => s.Responses)],
        WithoutWithheld = row => row is Satisfaction told && told.Responses < least ? told with { Sum = null } : row,
    };

    private static AttainmentRule<Growth> TrendOf(RuleInfo info, int least) => GrowthRules.Make(
        info,
        Measure.Trend<Growth>(
            g => g.Whole < least ? null : g.Part, g => g.Whole, g => g.WholeBefore < least ? null : g.PartBefore, g => g.WholeBefore),
        benchmark: 0,
        [
            GrowthRules.NothingBefore,
            new((g, asOf) => !(g.Whole >= least), TooFewResponses),
            new((g, asOf) => !(g.WholeBefore >= least), TooFewBefore),
            new((g, asOf) => g.Part == null || g.PartBefore == null, Cause.TooLarge),
        ],
        [
            new("sum", g => g.Whole < least ? null : g.Part),
            new("responses", g => g.Whole),
            new("sumBefore", g => g.WholeBefore < least ? null : g.PartBefore),
            new("responsesBefore", g => g.WholeBefore),
        ],
        row => row is not Growth told ? row : told with
        {
            Part = told.Whole < least ? null : told.Part,
            PartBefore = told.WholeBefore < least ? null : told.PartBefore,
        });
}

using AccountRules.Facts;

namespace AccountRules;

/// <summary>What a cadence says beside its number of days.</summary>
/// <param name="AtRiskDays">How many days up to the last one are a warning.</param>
/// <param name="AtRiskFromShare">The part of the days from which on there is a warning, in the place of these.</param>
/// <param name="Levels">The levels past the last day.</param>
internal sealed record CadenceBounds(int AtRiskDays, decimal? AtRiskFromShare, TermList<LevelTerms> Levels);

/// <summary>What every rule on a cadence says of a row.</summary>
internal static class CadenceRules
{
    private static readonly Cause AccountEnded = Cause.NotApplicable(nameof(AccountEnded), "has ended");
    private static readonly Cause UnknownAccount = Cause.Of(nameof(UnknownAccount), "is not in the list of accounts");

    private static readonly Guard<Cadence>[] Guards =
    [
        new((c, asOf) => !c.IsListed, UnknownAccount),
        new((c, asOf) => c.StartedOn != null && c.StartedOn.Value > asOf, Cause.NotBegun),
        new((c, asOf) => c.EndedOn != null && c.StartedOn != null && c.EndedOn.Value < c.StartedOn.Value, Cause.EndBeforeStart),
        new((c, asOf) => c.EndedOn != null && asOf > c.EndedOn.Value, AccountEnded),
    ];

    /// <summary>The names of its bands.</summary>
    public static string[] Bands => ["InTime", "DueSoon", "Late"];

    /// <summary>In time up to a number of days since the newest, with a warning on the last of them.</summary>
    public static DeadlineRule<Cadence> Make(RuleInfo info, int everyDays, CadenceBounds bounds, params IEnumerable<Detail<Cadence>> details) =>
        Deadline(AtAllTimes(info), everyDays, bounds, Guards, details);

    /// <summary>The same with a number of days for each tier.</summary>
    public static RuleByCategory<Cadence> Make(RuleInfo info, IEnumerable<TierTerms> tiers, CadenceBounds bounds) => new(
        AtAllTimes(info), c => c.Tier,
        from tier in tiers
        select KeyValuePair.Create<string, Rule<Cadence>>(tier.Name, Deadline(AtAllTimes(info), tier.EveryDays, bounds, guards: [], details: [])))
    {
        Guards = Guards,
    };

    /// <summary>An account may be older than the policy, and so may its newest: what counts is the day that is asked for.</summary>
    private static RuleInfo AtAllTimes(RuleInfo info) => info with { EffectiveFrom = null };

    private static DeadlineRule<Cadence> Deadline(
        RuleInfo info, int everyDays, CadenceBounds bounds, Guard<Cadence>[] guards, IEnumerable<Detail<Cadence>> details)
    {
        var warned = Math.Min(bounds.AtRiskDays, everyDays);
        var first = DeadlineTerms.FirstDay(bounds.AtRiskFromShare, everyDays) ?? (warned == 0 ? null : everyDays - warned + 1);
        return new(
            info,
            Measure.DaysSince<Cadence>(c => c.NewestOn ?? c.StartedOn),
            DeadlineTerms.Within(everyDays, first, "Late", bounds.Levels),
            Cadence.Shape)
        {
            Guards = guards,
            Details = [.. details, new("newest", c => c.NewestOn)],
        };
    }
}

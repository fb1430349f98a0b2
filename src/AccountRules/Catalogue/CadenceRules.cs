using AccountRules.Facts;

namespace AccountRules;

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

    /// <summary>In time up to a number of days since the newest, with a warning on the last of them.</summary>
    public static DeadlineRule<Cadence> Make(RuleInfo info, int everyDays, int atRiskDays, params IEnumerable<Detail<Cadence>> details) =>
        Deadline(AtAllTimes(info), everyDays, atRiskDays, Guards, details);

    /// <summary>The same with a number of days for each tier.</summary>
    public static RuleByCategory<Cadence> Make(RuleInfo info, IEnumerable<TierTerms> tiers, int atRiskDays) => new(
        AtAllTimes(info), c => c.Tier,
        from tier in tiers
        select KeyValuePair.Create<string, Rule<Cadence>>(tier.Name, Deadline(AtAllTimes(info), tier.EveryDays, atRiskDays, guards: [], details: [])))
    {
        Guards = Guards,
    };

    /// <summary>An account may be older than the policy, and so may its newest: what counts is the day that is asked for.</summary>
    private static RuleInfo AtAllTimes(RuleInfo info) => info with { EffectiveFrom = null };

    private static DeadlineRule<Cadence> Deadline(
        RuleInfo info, int everyDays, int atRiskDays, Guard<Cadence>[] guards, IEnumerable<Detail<Cadence>> details)
    {
        var warned = Math.Min(atRiskDays, everyDays);
        var inTime = Band.Lowest("InTime", Standing.Met).Open(Standing.OnTrack);
        var late = Band.Above(everyDays, "Late", Standing.Late).Open(Standing.Overdue);
        return new(
            info,
            Measure.DaysSince<Cadence>(c => c.NewestOn ?? c.StartedOn),
            new Scale(warned == 0 ? [inTime, late] : [inTime, Band.From(everyDays - warned + 1, "DueSoon", Standing.Met).Open(Standing.AtRisk), late]),
            Cadence.Shape)
        {
            Guards = guards,
            Details = [.. details, new("newest", c => c.NewestOn)],
        };
    }
}

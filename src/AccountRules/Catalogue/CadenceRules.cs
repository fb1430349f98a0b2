using AccountRules.Facts;

namespace AccountRules;

/// <summary>What every rule on a cadence says of a row.</summary>
internal static class CadenceRules
{
    private static readonly Cause AccountEnded = Cause.NotApplicable(nameof(AccountEnded), "has ended");
    private static readonly Cause UnknownAccount = Cause.Of(nameof(UnknownAccount), "is not in the list of accounts");

    /// <summary>In time up to a number of days since the newest, with a warning on the last of them.</summary>
    public static DeadlineRule<Cadence> Make(RuleInfo info, int everyDays, int atRiskDays)
    {
        var warned = Math.Min(atRiskDays, everyDays);
        var inTime = Band.Lowest("InTime", Standing.Met).Open(Standing.OnTrack);
        var late = Band.Above(everyDays, "Late", Standing.Late).Open(Standing.Overdue);

        // An account may be older than the policy, and so may its newest: what counts is the day that is asked for.
        return new(
            info with { EffectiveFrom = null },
            Measure.DaysSince<Cadence>(c => c.NewestOn ?? c.StartedOn),
            new Scale(warned == 0 ? [inTime, late] : [inTime, Band.From(everyDays - warned + 1, "DueSoon", Standing.Met).Open(Standing.AtRisk), late]),
            Cadence.Shape)
        {
            Guards =
            [
                new((c, asOf) => !c.IsListed, UnknownAccount),
                new((c, asOf) => c.StartedOn != null && c.StartedOn.Value > asOf, Cause.NotBegun),
                new((c, asOf) => c.EndedOn != null && c.StartedOn != null && c.EndedOn.Value < c.StartedOn.Value, Cause.EndBeforeStart),
                new((c, asOf) => c.EndedOn != null && asOf > c.EndedOn.Value, AccountEnded),
            ],
            Details = [new("newest", c => c.NewestOn)],
        };
    }
}

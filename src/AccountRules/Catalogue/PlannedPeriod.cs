using AccountRules.Facts;

namespace AccountRules;

/// <summary>A pay period of a plan, with the share of it that the plan pays.</summary>
internal readonly record struct PlannedPeriod(PayPlan Plan, Period Period, int? Share, int? ShareOf)
{
    /// <summary>Whether the plan has some days of the period alone.</summary>
    public bool IsInPart { get; init; }

    /// <summary>Why the plan cannot be split, if it cannot.</summary>
    public Cause Cause { get; init; }

    public static IEnumerable<PlannedPeriod> Of(PayPlan plan) => plan.Frequency switch
    {
        null => [new(plan, plan.Period, plan.Share, plan.ShareOf)],
        PayFrequency.Monthly => plan.Period.MonthsTouched.Select(month => Within(plan, month)),
        var frequency when Enum.IsDefined(frequency.Value) && plan.Period.InMonths.Count() is var months and > 0 && months % (int)frequency == 0 =>
            plan.Period.InMonths.Chunk((int)frequency).Select(those => new PlannedPeriod(
                plan, Period.Days(those[0].Start, those[^1].End), plan.Share, plan.ShareOf)),
        _ => [new(plan, plan.Period, plan.Share, plan.ShareOf) { Cause = Cause.UnevenPayPlan }],
    };

    private static PlannedPeriod Within(PayPlan plan, Period month)
    {
        var days = Math.Min(plan.Period.LastDay, month.LastDay) - Math.Max(plan.Period.FirstDay, month.FirstDay) + 1;
        if (days == month.DayCount)
            return new(plan, month, plan.Share, plan.ShareOf);

        // A share that cannot be is the rule's own to tell.
        if (plan is not ({ Share: null, ShareOf: null } or { Share: >= 0, ShareOf: > 0 }) || plan.Share > plan.ShareOf)
            return new(plan, month, plan.Share, plan.ShareOf);

        var (share, of) = ((plan.Share ?? 1L) * days, (plan.ShareOf ?? 1L) * month.DayCount);
        return of <= int.MaxValue
            ? new(plan, month, (int)share, (int)of) { IsInPart = true }
            : new(plan, month, plan.Share, plan.ShareOf) { Cause = Cause.TooLarge };
    }
}

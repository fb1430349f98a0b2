using System.Runtime.CompilerServices;
using AccountRules.Facts;

namespace AccountRules.Benchmarks.Objects;

/// <summary>The six rules as somebody would write them by hand, the numbers of the policy in the code.</summary>
internal static class Hand
{
    public const decimal EntryThreshold = 100_000;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HandVerdict FteFulfillment(FteOrder order, DateOnly asOf)
    {
        if (order.OrderedOn is not { } start)
            return new(-1, Standing.Undetermined);

        if (start > asOf)
            return new(-2, Standing.NotApplicable);

        if (order.FulfilledOn is { } end && end <= asOf)
        {
            if (end < start)
                return new(-3, Standing.Undetermined);

            var took = end.DayNumber - start.DayNumber;
            return took > 90 ? new(5, Standing.Late) : took >= 76 ? new(4, Standing.Met) : new(3, Standing.Met);
        }

        var open = asOf.DayNumber - start.DayNumber;
        return open > 90 ? new(2, Standing.Overdue) : open >= 76 ? new(1, Standing.AtRisk) : new(0, Standing.OnTrack);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HandVerdict RegistryClosure(RegistryItem item, DateOnly asOf)
    {
        if (item.AddedOn is not { } start)
            return new(-1, Standing.Undetermined);

        if (start > asOf)
            return new(-2, Standing.NotApplicable);

        if (item.ClosedOn is { } end && end <= asOf)
        {
            if (end < start)
                return new(-3, Standing.Undetermined);

            var took = end.DayNumber - start.DayNumber;
            return took > 60 ? new(5, Standing.Late) : took > 30 ? new(4, Standing.Met) : new(3, Standing.Met);
        }

        var open = asOf.DayNumber - start.DayNumber;
        return open > 60 ? new(2, Standing.Overdue) : open > 30 ? new(1, Standing.AtRisk) : new(0, Standing.OnTrack);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HandVerdict KpiAttainment(KpiResult result, DateOnly asOf)
    {
        if (result.Period.Start > asOf)
            return new(-2, Standing.NotApplicable);

        if (result.Target is not { } target)
            return new(-4, Standing.Undetermined);

        if (target <= 0)
            return new(-5, Standing.Undetermined);

        if (result.Actual is not { } actual)
            return new(-6, Standing.Undetermined);

        return (result.Direction == Direction.LowerIsBetter ? target > 0.85m * actual : actual > 0.85m * target)
            ? new(1, Standing.Met)
            : new(0, Standing.Missed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HandVerdict KeyAccount(AccountRevenue row, DateOnly asOf)
    {
        if (row.Period.Start > asOf)
            return new(-2, Standing.NotApplicable);

        if (row.Revenue is not { } revenue)
            return new(-7, Standing.Undetermined);

        return revenue >= EntryThreshold ? new(1, Standing.Graded) : new(0, Standing.Graded);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HandVerdict PerformancePay(PayPeriod period, DateOnly asOf)
    {
        if (period.Period.Start > asOf)
            return new(-2, Standing.NotApplicable);

        if (period.CommittedPay is null)
            return new(-8, Standing.Undetermined);

        if (period.Target is not { } target)
            return new(-4, Standing.Undetermined);

        if (target <= 0)
            return new(-5, Standing.Undetermined);

        if (period.Actual is not { } actual)
            return new(-6, Standing.Undetermined);

        if (actual > target)
            return new(4, Standing.Graded);

        if (actual > 0.80m * target)
            return new(3, Standing.Graded);

        if (actual > 0.60m * target)
            return new(2, Standing.Graded);

        return actual > 0.35m * target ? new(1, Standing.Graded) : new(0, Standing.Graded);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HandVerdict ImprovementPlan(ImprovementPlan plan, DateOnly asOf)
    {
        if (plan.StartedOn is not { } start)
            return new(-1, Standing.Undetermined);

        if (start > asOf)
            return new(-2, Standing.NotApplicable);

        if (plan.EndsOn is not { } ends)
            return new(-9, Standing.Undetermined);

        if (ends < start || plan.CompletedOn < start)
            return new(-3, Standing.Undetermined);

        if (plan.CompletedOn is { } completed && completed <= asOf)
        {
            if (plan.Target is not { } target)
                return new(-4, Standing.Undetermined);

            if (target <= 0)
                return new(-5, Standing.Undetermined);

            if (plan.Actual is not { } actual)
                return new(-6, Standing.Undetermined);

            return actual > 0.35m * target ? new(2, Standing.Met) : new(3, Standing.Missed);
        }

        return asOf > ends ? new(1, Standing.Overdue) : new(0, Standing.OnTrack);
    }
}

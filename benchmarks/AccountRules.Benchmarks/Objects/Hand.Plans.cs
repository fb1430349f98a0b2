using System.Runtime.CompilerServices;
using AccountRules.Facts;

namespace AccountRules.Benchmarks.Objects;

/// <summary>The course of an improvement plan: what became of it, the earliest that ended it counting, and what of its columns contradicts that.</summary>
internal static partial class Hand
{
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

        if (plan.Decision is not null && plan.DecidedOn is null)
            return new(-19, Standing.Undetermined);

        if (plan.DecidedOn <= asOf)
            return Decided(plan, plan.DecidedOn.Value);

        if (plan.WithdrawnOn <= asOf && !(plan.CompletedOn <= plan.WithdrawnOn) && !(plan.LeftOn < plan.WithdrawnOn))
            return new(-20, Standing.NotApplicable);

        if (plan.LeftOn <= asOf && !(plan.CompletedOn <= plan.LeftOn))
            return new(-21, Standing.NotApplicable);

        return plan.CompletedOn <= asOf ? Completed(plan, asOf) : Open(plan, start, ends, asOf);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static HandVerdict Open(ImprovementPlan plan, DateOnly start, DateOnly ends, DateOnly asOf)
    {
        if (plan.ExtendedOn < start)
            return new(-22, Standing.Undetermined);

        if (plan.ExtendedOn is null || plan.ExtendedOn <= asOf)
        {
            if (plan.ExtendedTo is { } extended)
            {
                if (extended < ends)
                    return new(-22, Standing.Undetermined);

                ends = extended;
            }
            else if (plan.ExtendedOn is not null)
            {
                return new(-22, Standing.Undetermined);
            }
        }

        return asOf > ends ? new(1, Standing.Overdue) : new(0, Standing.OnTrack);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static HandVerdict Completed(ImprovementPlan plan, DateOnly asOf)
    {
        if (Unread(plan) is var unread and < 0)
            return new(unread, Standing.Undetermined);

        if (IsRestored(plan))
            return new(2, Standing.Met);

        return plan.WithdrawnOn <= asOf || plan.LeftOn <= asOf ? new(-20, Standing.NotApplicable) : new(3, Standing.Missed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static HandVerdict Decided(ImprovementPlan plan, DateOnly decided)
    {
        if (string.IsNullOrWhiteSpace(plan.DecidedBy) || plan.Decision is not (PlanDecision.Retain or PlanDecision.Terminate))
            return new(-23, Standing.Undetermined);

        if (!(plan.CompletedOn <= decided) || plan.WithdrawnOn < decided || plan.LeftOn < decided)
            return new(-24, Standing.Undetermined);

        if (Unread(plan) is var unread and < 0)
            return new(unread, Standing.Undetermined);

        if (IsRestored(plan))
            return new(-24, Standing.Undetermined);

        return plan.Decision == PlanDecision.Retain ? new(5, Standing.Graded) : new(4, Standing.Missed);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static short Unread(ImprovementPlan plan) =>
        plan.ExpectedAbove is < 0 or > 10 ? (short)-25
        : plan.Target is null ? (short)-4
        : plan.Target <= 0 ? (short)-5
        : plan.Actual is null ? (short)-6
        : (short)0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsRestored(ImprovementPlan plan) => plan.Actual > (plan.ExpectedAbove ?? 0.35m) * plan.Target;
}

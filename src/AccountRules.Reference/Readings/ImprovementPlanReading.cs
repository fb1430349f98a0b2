using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>
/// "After a completed Performance Improvement Plan, performance still below expectation starts formal termination procedures." What happened is gone through
/// day by day, as somebody reads a file from its first page: each event meets what the plan has come to by then.
/// </summary>
internal static class ImprovementPlanReading
{
    private enum Event
    {
        Completed,
        Decided,
        Withdrawn,
        Left,
    }

    /// <summary>"Expected is what the terms say, else what leads out of the lowest band that has a programme."</summary>
    public static Expected Of(PolicyTerms terms, ImprovementPlan plan, DateOnly asOf)
    {
        if (terms.ImprovementPlan.ExpectedAbove is { } above)
            return Of(plan, asOf, above);

        PayBandTerms? after = null;
        for (var i = 0; i + 1 < terms.PerformancePay.Bands.Count; i++)
        {
            if (terms.PerformancePay.Bands[i].Programme is not null)
                after = terms.PerformancePay.Bands[i + 1];
        }

        return Of(plan, asOf, after!.Above ?? after.From!.Value, isAbove: after.Above is not null);
    }

    /// <param name="plan">The plan.</param>
    /// <param name="asOf">The evaluation date.</param>
    /// <param name="expected">The expected achievement.</param>
    /// <param name="isAbove">Whether the expected achievement must be exceeded; otherwise reaching it is enough.</param>
    public static Expected Of(ImprovementPlan plan, DateOnly asOf, decimal expected = 0.35m, bool isAbove = true)
    {
        if (plan.StartedOn is not { } started)
            return Expected.Undetermined;

        if (started > asOf)
            return Expected.NotBegun;

        if (plan.EndsOn is not { } ends || ends < started || plan.CompletedOn < started)
            return Expected.Undetermined;

        // "A decision says who, when and what"; a name alone is that of the person who is to decide.
        if (plan.DecidedOn is null && plan.Decision is not null)
            return Expected.Undetermined;

        // "Of what ended a plan the earliest counts; on one day completion comes first, then decision, withdrawal, leaving."
        List<(DateOnly On, Event What)> events = [];
        foreach (var (on, what) in new[]
        {
            (plan.CompletedOn, Event.Completed), (plan.DecidedOn, Event.Decided), (plan.WithdrawnOn, Event.Withdrawn), (plan.LeftOn, Event.Left),
        })
        {
            if (on is { } day && day <= asOf)
                events.Add((day, what));
        }

        Expected? said = null;
        foreach (var (_, what) in events.OrderBy(e => e.On).ThenBy(e => e.What))
        {
            switch (what)
            {
                case Event.Completed when said is null:
                    said = Completed(plan, expected, isAbove);
                    break;
                case Event.Decided when said?.Band != "TerminationReview" || string.IsNullOrWhiteSpace(plan.DecidedBy):
                    return Expected.Undetermined;
                case Event.Decided when plan.Decision == PlanDecision.Terminate:
                    said = new(Standing.Missed, "DecidedToTerminate");
                    break;
                case Event.Decided:
                    if (plan.Decision != PlanDecision.Retain)
                        return Expected.Undetermined;

                    said = new(Standing.Graded, "DecidedToRetain");
                    break;
                case Event.Withdrawn or Event.Left when said is null || said.Band == "TerminationReview":
                    said = new(Standing.NotApplicable);
                    break;
            }
        }

        return said ?? Open(plan, asOf, started, ends);
    }

    private static Expected Open(ImprovementPlan plan, DateOnly asOf, DateOnly started, DateOnly ends)
    {
        if (plan.ExtendedOn < started)
            return Expected.Undetermined;

        // "An extension counts from the day on which it was agreed; without that day it counts at all times."
        if (plan.ExtendedOn is { } agreed ? agreed <= asOf : plan.ExtendedTo is not null)
        {
            if (plan.ExtendedTo is not { } later || later < ends)
                return Expected.Undetermined;

            ends = later;
        }

        return asOf <= ends ? new(Standing.OnTrack, "Active") : new(Standing.Overdue, "ReviewDue");
    }

    private static Expected Completed(ImprovementPlan plan, decimal expected, bool isAbove)
    {
        if (plan.Target is not ({ } target and > 0) || plan.Actual is not { } actual)
            return Expected.Undetermined;

        // "The bar agreed at the start travels with the fact": it must be exceeded.
        if (plan.ExpectedAbove is { } own)
        {
            if (own < 0 || own > 10)
                return Expected.Undetermined;

            (expected, isAbove) = (own, true);
        }

        var needed = Fraction.Of(expected) * Fraction.Of(target);
        var isRestored = isAbove ? Fraction.Of(actual) > needed : Fraction.Of(actual) >= needed;
        return isRestored ? new(Standing.Met, "Restored") : new(Standing.Missed, "TerminationReview");
    }
}

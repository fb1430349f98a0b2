using AccountRules.Facts;

namespace AccountRules.Tests.Oracle;

/// <summary>"After a completed Performance Improvement Plan, performance still below expectation starts formal termination procedures."</summary>
internal static class ImprovementPlanOracle
{
    /// <param name="isAbove">Whether the expected achievement must be exceeded; otherwise reaching it is enough.</param>
    public static Expected Of(ImprovementPlan plan, DateOnly asOf, decimal expected = 0.35m, bool isAbove = true)
    {
        if (plan.StartedOn is not { } started)
            return Expected.Undetermined;

        if (started > asOf)
            return Expected.NotBegun;

        if (plan.EndsOn is not { } ends || ends < started || plan.CompletedOn < started)
            return Expected.Undetermined;

        if (plan.CompletedOn is not { } completed || completed > asOf)
            return asOf <= ends ? new(Standing.OnTrack, "Active") : new(Standing.Overdue, "ReviewDue");

        if (plan.Target is not ({ } target and > 0) || plan.Actual is not { } actual)
            return Expected.Undetermined;

        var needed = Fraction.Of(expected) * Fraction.Of(target);
        var isRestored = isAbove ? Fraction.Of(actual) > needed : Fraction.Of(actual) >= needed;
        return isRestored ? new(Standing.Met, "Restored") : new(Standing.Missed, "TerminationReview");
    }
}

using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>"After a completed Performance Improvement Plan, performance still below expectation starts formal termination procedures."</summary>
internal static class ImprovementPlanReading
{
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

        if (plan.CompletedOn is not { } completed || completed > asOf)
            return asOf <= ends ? new(Standing.OnTrack, "Active") : new(Standing.Overdue, "ReviewDue");

        if (plan.Target is not ({ } target and > 0) || plan.Actual is not { } actual)
            return Expected.Undetermined;

        var needed = Fraction.Of(expected) * Fraction.Of(target);
        var isRestored = isAbove ? Fraction.Of(actual) > needed : Fraction.Of(actual) >= needed;
        return isRestored ? new(Standing.Met, "Restored") : new(Standing.Missed, "TerminationReview");
    }
}

namespace AccountRules.Facts;

/// <summary>A pay period with what it is made of: what <c>policy.PlannedPay()</c> judges. Immutable; equal by value.</summary>
public sealed record PlannedPay
{
    /// <summary>The pay period: achievement and committed pay.</summary>
    public required PayPeriod Pay { get; init; }

    /// <summary>The plan that pays it; <c>null</c> where results are of a period for which the employee has none.</summary>
    public PayPlan? Plan { get; init; }

    /// <summary>What was attained, KPI by KPI; <c>null</c> where there is no plan to say it by.</summary>
    public Achievement? Achievement { get; init; }

    /// <summary>Why nothing can be paid whatever was attained, such as <see cref="Cause.NoPayPlan"/>; <see cref="Cause.None"/> otherwise.</summary>
    public Cause Cause { get; init; }
}

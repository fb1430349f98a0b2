namespace AccountRules.Catalogue;

/// <summary>
/// All terms of a policy: what the policy document holds. A section left out has the documents' own numbers. Immutable; equal by value.
/// </summary>
/// <param name="Policy">The policy's name.</param>
/// <param name="Version">The policy's version, which every assessment carries.</param>
/// <param name="EffectiveFrom">The first day on which the policy is in force; for information.</param>
/// <param name="FteFulfillment">The terms of <c>fte-fulfillment</c>.</param>
/// <param name="RegistryClosure">The terms of <c>registry-closure</c>.</param>
/// <param name="KpiAttainment">The terms of <c>kpi-attainment</c> and <c>kpi-month</c>.</param>
/// <param name="KeyAccount">The terms of <c>key-account</c>.</param>
/// <param name="PerformancePay">The terms of <c>performance-pay</c>.</param>
/// <param name="ImprovementPlan">The terms of <c>improvement-plan</c>.</param>
public sealed record PolicyTerms(
    [property: Term("The policy's name.")] string Policy = "account-management",
    [property: Term("The policy's version, which every assessment carries.")] string Version = "unversioned",
    [property: Term("The first day on which the policy is in force, as yyyy-MM-dd.")] DateOnly? EffectiveFrom = null,
    FteFulfillmentTerms? FteFulfillment = null,
    RegistryClosureTerms? RegistryClosure = null,
    KpiAttainmentTerms? KpiAttainment = null,
    KeyAccountTerms? KeyAccount = null,
    PerformancePayTerms? PerformancePay = null,
    ImprovementPlanTerms? ImprovementPlan = null)
{
    /// <summary>The terms of <c>fte-fulfillment</c>.</summary>
    [Term("An FTE order is fulfilled at most 90 days from the date of order (expectations, 2).")]
    public FteFulfillmentTerms FteFulfillment { get; init; } = FteFulfillment ?? new();

    /// <summary>The terms of <c>registry-closure</c>.</summary>
    [Term("A Master Action Registry item is closed within 30 to 60 days of being added (expectations, 4).")]
    public RegistryClosureTerms RegistryClosure { get; init; } = RegistryClosure ?? new();

    /// <summary>The terms of <c>kpi-attainment</c> and <c>kpi-month</c>.</summary>
    [Term("Every KPI is attained above 85%, month over month, across all KPIs (expectations, 3).")]
    public KpiAttainmentTerms KpiAttainment { get; init; } = KpiAttainment ?? new();

    /// <summary>The terms of <c>key-account</c>.</summary>
    [Term("An account becomes a key account when its revenue crosses a threshold (key-account-manager, KPIs).")]
    public KeyAccountTerms KeyAccount { get; init; } = KeyAccount ?? new();

    /// <summary>The terms of <c>performance-pay</c>.</summary>
    [Term("KPI achievement decides performance-linked pay (key-account-manager, PLP table).")]
    public PerformancePayTerms PerformancePay { get; init; } = PerformancePay ?? new();

    /// <summary>The terms of <c>improvement-plan</c>.</summary>
    [Term("After a completed improvement plan, performance still below expectation starts formal termination procedures (key-account-manager, PIP).")]
    public ImprovementPlanTerms ImprovementPlan { get; init; } = ImprovementPlan ?? new();
}

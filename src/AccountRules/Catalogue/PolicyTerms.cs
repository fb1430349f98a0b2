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
    string Policy = "account-management",
    string Version = "unversioned",
    DateOnly? EffectiveFrom = null,
    FteFulfillmentTerms? FteFulfillment = null,
    RegistryClosureTerms? RegistryClosure = null,
    KpiAttainmentTerms? KpiAttainment = null,
    KeyAccountTerms? KeyAccount = null,
    PerformancePayTerms? PerformancePay = null,
    ImprovementPlanTerms? ImprovementPlan = null) : ITerms
{
    /// <summary>The documents' own numbers, which a section that a document leaves out has.</summary>
    internal static readonly PolicyTerms Standard = new();

    private static readonly Term[] Table =
    [
        new(nameof(Policy), TermKind.Text, "The policy's name."),
        new(nameof(Version), TermKind.Text, "The policy's version, which every assessment carries."),
        new(nameof(EffectiveFrom), TermKind.Date, "The first day on which the policy is in force, as yyyy-MM-dd.", isOptional: true),
        new(nameof(FteFulfillment), TermKind.Section, "An FTE order is fulfilled at most 90 days from the date of order (expectations, 2)."),
        new(nameof(RegistryClosure), TermKind.Section, "A Master Action Registry item is closed within 30 to 60 days of being added (expectations, 4)."),
        new(nameof(KpiAttainment), TermKind.Section, "Every KPI is attained above 85%, month over month, across all KPIs (expectations, 3)."),
        new(nameof(KeyAccount), TermKind.Section, "An account becomes a key account when its revenue crosses a threshold (key-account-manager, KPIs)."),
        new(nameof(PerformancePay), TermKind.Section, "KPI achievement decides performance-linked pay (key-account-manager, PLP table)."),
        new(nameof(ImprovementPlan), TermKind.Section, "After a completed improvement plan, performance still below expectation starts formal termination procedures (key-account-manager, PIP)."),
    ];

    Term[] ITerms.Terms => Table;

    object?[] ITerms.Values => [Policy, Version, EffectiveFrom, FteFulfillment, RegistryClosure, KpiAttainment, KeyAccount, PerformancePay, ImprovementPlan];

    ITerms ITerms.With(object?[] values) => new PolicyTerms((string)values[0]!, (string)values[1]!, (DateOnly?)values[2],
        (FteFulfillmentTerms)values[3]!, (RegistryClosureTerms)values[4]!, (KpiAttainmentTerms)values[5]!, (KeyAccountTerms)values[6]!, (PerformancePayTerms)values[7]!, (ImprovementPlanTerms)values[8]!);

    /// <summary>The terms of <c>fte-fulfillment</c>.</summary>
    public FteFulfillmentTerms FteFulfillment { get; init; } = FteFulfillment ?? new();

    /// <summary>The terms of <c>registry-closure</c>.</summary>
    public RegistryClosureTerms RegistryClosure { get; init; } = RegistryClosure ?? new();

    /// <summary>The terms of <c>kpi-attainment</c> and <c>kpi-month</c>.</summary>
    public KpiAttainmentTerms KpiAttainment { get; init; } = KpiAttainment ?? new();

    /// <summary>The terms of <c>key-account</c>.</summary>
    public KeyAccountTerms KeyAccount { get; init; } = KeyAccount ?? new();

    /// <summary>The terms of <c>performance-pay</c>.</summary>
    public PerformancePayTerms PerformancePay { get; init; } = PerformancePay ?? new();

    /// <summary>The terms of <c>improvement-plan</c>.</summary>
    public ImprovementPlanTerms ImprovementPlan { get; init; } = ImprovementPlan ?? new();
}

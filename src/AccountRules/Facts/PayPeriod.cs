namespace AccountRules.Facts;

/// <summary>An employee's achievement and committed performance-linked pay in a period (key-account-manager, PLP table). Immutable; equal by value.</summary>
public sealed record PayPeriod : KnownFact
{
    /// <summary>Its files are <c>performance-pay</c>; employee, assignment and period tell it apart.</summary>
    public static FactShape<PayPeriod> Shape { get; } = new(p => p.EmployeeId)
    {
        Name = "performance-pay",
        Employee = p => p.EmployeeId,
        Period = p => p.Period,
        Part = p => p.AssignmentId,
        PartName = "assignment",
        OptionalColumns =
        [
            nameof(Share), nameof(ShareOf), nameof(TargetShare), nameof(TargetShareOf), nameof(NoActualCause), nameof(NoActualKpi),
            nameof(AssignmentId), nameof(Group), nameof(Currency), nameof(WithheldFor),
            nameof(AttainedOf),
        ],
    };

    /// <summary>The employee's id.</summary>
    public required string EmployeeId { get; init; }

    /// <summary>
    /// The assignment, such as a contract or a position, where an employee has several in one period: each is a fact of its own. <c>null</c> where there is
    /// one.
    /// </summary>
    public string? AssignmentId { get; init; }

    /// <summary>
    /// The key of the pay table that applies, such as a grade, a country or a plan, as the policy's <see cref="PayTableTerms.Group"/> has it. Read where the
    /// policy has tables of groups.
    /// </summary>
    public string? Group { get; init; }

    /// <summary>
    /// The currency of <see cref="CommittedPay"/> and of what is paid, such as <c>EUR</c>; <c>null</c> where it is that of the pay table, or none is named.
    /// </summary>
    public string? Currency { get; init; }

    /// <summary>The period.</summary>
    public required Period Period { get; init; }

    /// <summary>The target, above 0.</summary>
    public required decimal? Target { get; init; }

    /// <summary>What was reached, in the target's unit.</summary>
    public required decimal? Actual { get; init; }

    /// <summary>The pay that is committed for 100 % of the whole period, in the host's currency; 0 or more.</summary>
    public required decimal? CommittedPay { get; init; }

    /// <summary>
    /// The share of the committed pay that is due where it is prorated, such as 16 of 31 days: this is the 16, from 0 up to <see cref="ShareOf"/>. Both
    /// <c>null</c> is all of it. Give it here instead of dividing the pay: committed pay, share and factor are one product, rounded once.
    /// </summary>
    public int? Share { get; init; }

    /// <summary>What <see cref="Share"/> is a part of, above 0: the 31 of 16 of 31 days.</summary>
    public int? ShareOf { get; init; }

    /// <summary>
    /// The share of the target that counts where it is prorated, such as 16 of 31 days: this is the 16, from 1 up to <see cref="TargetShareOf"/>. Both
    /// <c>null</c> is all of it. Give it here instead of dividing the target: actual, target and share are compared as one product, which nothing rounds.
    /// </summary>
    public int? TargetShare { get; init; }

    /// <summary>What <see cref="TargetShare"/> is a part of: the 31 of 16 of 31 days.</summary>
    public int? TargetShareOf { get; init; }

    /// <summary>
    /// Why there is no <see cref="Actual"/>, where <see cref="Achievement.ForPay"/> knows it: the code of its cause, such as <c>NoKpiResult</c>, which is then
    /// the cause of this fact. Not read where there is an actual.
    /// </summary>
    public string? NoActualCause { get; init; }

    /// <summary>The KPI that <see cref="NoActualCause"/> is about.</summary>
    public string? NoActualKpi { get; init; }

    /// <summary>
    /// For want of what nothing is paid, such as the name of a KPI that has not reached the least that its plan pays from; <see cref="Achievement.ForPay"/>
    /// knows it. The band is as attained all the same. <c>null</c> where nothing is withheld.
    /// </summary>
    public string? WithheldFor { get; init; }

    /// <summary>
    /// The KPIs that <see cref="Actual"/> and <see cref="Target"/> are made of, such as <c>calls, faults and sales</c>, so that they have no unit of their own;
    /// <see cref="Achievement.ForPay"/> says it. <c>null</c> where they are those of one KPI, in its unit.
    /// </summary>
    [MayBeLeftOut]
    public string? AttainedOf { get; init; }
}

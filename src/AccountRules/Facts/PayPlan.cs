namespace AccountRules.Facts;

/// <summary>
/// What an employee is to be paid for: by which KPIs, by which pay table, and how much for 100 % (key-account-manager, PLP table). With KPI results it makes
/// pay periods, as <c>policy.PlannedPay()</c> does. Immutable; equal by value.
/// </summary>
public sealed record PayPlan : KnownFact
{
    /// <summary>Its files are <c>pay-plans</c>; employee, assignment and period tell it apart.</summary>
    public static FactShape<PayPlan> Shape { get; } = new(p => p.EmployeeId)
    {
        Name = "pay-plans",
        Employee = p => p.EmployeeId,
        Period = p => p.Period,
        Part = p => p.AssignmentId,
        PartName = "assignment",
        OptionalColumns =
        [
            nameof(AssignmentId), nameof(Frequency), nameof(KpiPlan), nameof(Group), nameof(Currency), nameof(Share), nameof(ShareOf),
        ],
    };

    /// <summary>The employee's id.</summary>
    public required string EmployeeId { get; init; }

    /// <summary>The assignment, where an employee has several that are paid in one period; <c>null</c> where there is one.</summary>
    public string? AssignmentId { get; init; }

    /// <summary>
    /// The days for which it holds: a pay period, or, with a <see cref="Frequency"/>, the time that is made of them, such as a year, or
    /// <c>2026-05-16/2026-12-31</c> for who joined in May.
    /// </summary>
    public required Period Period { get; init; }

    /// <summary>
    /// How often it pays; <c>null</c>, once for its <see cref="Period"/>, unless given. Of a month of which not all days are in the period the share of its
    /// days is paid; periods of several months must be whole.
    /// </summary>
    public PayFrequency? Frequency { get; init; }

    /// <summary>The plan of KPIs, by its name in the policy's <c>achievement</c>; <c>null</c> for the one that has no name.</summary>
    public string? KpiPlan { get; init; }

    /// <summary>The key of the pay table, where the policy has tables of groups: see <see cref="PayPeriod.Group"/>.</summary>
    public string? Group { get; init; }

    /// <summary>The pay that is committed for 100 % of a whole pay period; 0 or more.</summary>
    public required decimal? CommittedPay { get; init; }

    /// <summary>The currency of <see cref="CommittedPay"/>, such as <c>EUR</c>; <c>null</c> where it is that of the pay table, or none is named.</summary>
    public string? Currency { get; init; }

    /// <summary>
    /// The share of each pay period's pay that is due, such as 16 of 31: this is the 16, from 0 up to <see cref="ShareOf"/>; all unless given.
    /// </summary>
    public int? Share { get; init; }

    /// <summary>What <see cref="Share"/> is a part of, above 0.</summary>
    public int? ShareOf { get; init; }
}

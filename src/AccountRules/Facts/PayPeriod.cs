namespace AccountRules.Facts;

/// <summary>An employee's achievement and committed performance-linked pay in a period (key-account-manager, PLP table). Immutable; equal by value.</summary>
public sealed record PayPeriod : KnownFact
{
    /// <summary>Its files are <c>performance-pay</c>; employee and period tell it apart.</summary>
    public static FactShape<PayPeriod> Shape { get; } = new(p => p.EmployeeId)
    {
        Name = "performance-pay",
        Employee = p => p.EmployeeId,
        Period = p => p.Period,
        OptionalColumns =
        [
            nameof(Share), nameof(ShareOf), nameof(TargetShare), nameof(TargetShareOf), nameof(NoActualCause), nameof(NoActualKpi),
        ],
    };

    /// <summary>The employee's id.</summary>
    public required string EmployeeId { get; init; }

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
}

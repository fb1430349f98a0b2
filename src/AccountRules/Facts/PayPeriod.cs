namespace AccountRules.Facts;

/// <summary>An employee's achievement and committed performance-linked pay in a period (key-account-manager, PLP table). Immutable; equal by value.</summary>
public sealed record PayPeriod
{
    /// <summary>Its files are <c>performance-pay</c>; employee and period tell it apart.</summary>
    public static FactShape<PayPeriod> Shape { get; } = new(p => p.EmployeeId) { Name = "performance-pay", Period = p => p.Period };

    /// <summary>The employee's id.</summary>
    public required string EmployeeId { get; init; }

    /// <summary>The period.</summary>
    public required Period Period { get; init; }

    /// <summary>The target, above 0.</summary>
    public required decimal? Target { get; init; }

    /// <summary>What was reached, in the target's unit.</summary>
    public required decimal? Actual { get; init; }

    /// <summary>The pay that is committed for 100 %, in the host's currency.</summary>
    public required decimal? CommittedPay { get; init; }
}

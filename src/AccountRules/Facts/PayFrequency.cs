namespace AccountRules.Facts;

/// <summary>How often a <see cref="PayPlan"/> pays.</summary>
public enum PayFrequency : byte
{
    /// <summary>Every month.</summary>
    Monthly = 1,

    /// <summary>Every three months, counted from the first month of the plan's period.</summary>
    Quarterly = 3,

    /// <summary>Every six months, counted from the first month of the plan's period.</summary>
    HalfYearly = 6,

    /// <summary>Every twelve months, counted from the first month of the plan's period.</summary>
    Yearly = 12,
}

namespace AccountRules;

/// <summary>How what a fact is paid changes.</summary>
public enum PayClass : byte
{
    /// <summary>It gains more than 5 % of what it was paid; also where it was paid nothing.</summary>
    GainsAbove5Percent,

    /// <summary>It gains up to 5 %.</summary>
    Gains,

    /// <summary>It is paid the same.</summary>
    None,

    /// <summary>It loses up to 5 %.</summary>
    Loses,

    /// <summary>It loses more than 5 %.</summary>
    LosesAbove5Percent,
}

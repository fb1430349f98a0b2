namespace AccountRules.Facts;

/// <summary>Whether more or less of a KPI, or of a service's level, is better.</summary>
public enum Direction : byte
{
    /// <summary>More is better: attained is actual to target.</summary>
    HigherIsBetter,

    /// <summary>Less is better: attained is target to actual, so an actual of 0 is met.</summary>
    LowerIsBetter,
}

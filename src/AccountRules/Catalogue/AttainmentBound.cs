namespace AccountRules;

/// <summary>Whether what was attained of a KPI counts as it is.</summary>
public enum AttainmentBound : byte
{
    /// <summary>It counts as it is.</summary>
    None,

    /// <summary>It is above the most that the KPI can contribute, and counts as that.</summary>
    Cap,

    /// <summary>It is below the least that the KPI contributes, and counts as that.</summary>
    Floor,
}

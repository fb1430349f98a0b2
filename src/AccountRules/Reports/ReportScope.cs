namespace AccountRules;

/// <summary>What a <see cref="ReportSheet"/> is of.</summary>
public enum ReportScope : byte
{
    /// <summary>All accounts.</summary>
    All,

    /// <summary>The accounts of a manager, as the list of accounts says it.</summary>
    Manager,

    /// <summary>The accounts of a tier, as the list of accounts says it.</summary>
    Tier,

    /// <summary>One account.</summary>
    Account,
}

namespace AccountRules;

/// <summary>Whose accounts <c>retention</c> counts together.</summary>
public enum RetentionPer : byte
{
    /// <summary>All accounts.</summary>
    Portfolio,

    /// <summary>Those of a manager, as the accounts say who manages them now.</summary>
    Manager,

    /// <summary>Those of a tier, as the accounts say it now.</summary>
    Tier,
}

namespace AccountRules;

/// <summary>What kind of change a <see cref="StandingChange"/> is.</summary>
public enum ChangeKind : byte
{
    /// <summary>There is a standing where there was none.</summary>
    Raised,

    /// <summary>There is another one than there was.</summary>
    Changed,

    /// <summary>There is none where there was one.</summary>
    Cleared,
}

namespace AccountRules;

/// <summary>What becomes of a fact whose group has no table of its own, or that has no group.</summary>
public enum UnlistedGroup : byte
{
    /// <summary>It is undetermined: <see cref="Cause.UnknownCategory"/> or <see cref="Cause.NoCategory"/>.</summary>
    Undetermined,

    /// <summary>The usual table judges and pays it.</summary>
    UsualTable,
}

namespace AccountRules.Testing;

/// <summary>What became of a mutant.</summary>
public enum MutantFate
{
    /// <summary>No check failed on it.</summary>
    Survived,

    /// <summary>A check failed on it, as it should.</summary>
    Killed,

    /// <summary>No fact has another outcome under it, so that no check could: it does not count.</summary>
    Equivalent,
}

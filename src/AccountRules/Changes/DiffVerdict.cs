namespace AccountRules;

/// <summary>What a change of policy does to those whom it concerns. In words it is its name.</summary>
public enum DiffVerdict : byte
{
    /// <summary>Every fact has the same outcome under both.</summary>
    Equivalent,

    /// <summary>Some facts have a worse outcome, and none a better one.</summary>
    Stricter,

    /// <summary>Some facts have a better outcome, and none a worse one.</summary>
    Looser,

    /// <summary>
    /// Some facts have a better outcome and some a worse one; or outcomes differ of which neither is better, such as the name of a band, or measured and not.
    /// </summary>
    Mixed,
}

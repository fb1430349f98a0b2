namespace AccountRules.Catalogue;

/// <summary>Describes a term of the policy: the schema, the handbook and the checks are made from it.</summary>
/// <param name="description">What the term says, in one sentence.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TermAttribute(string description) : Attribute
{
    /// <summary>What the term says, in one sentence.</summary>
    public string Description { get; } = description;

    /// <summary>The smallest value allowed.</summary>
    public int Min { get; init; } = int.MinValue;

    /// <summary>The largest value allowed.</summary>
    public int Max { get; init; } = int.MaxValue;

    /// <summary>Whether <see cref="Min"/> itself is not allowed.</summary>
    public bool AboveMin { get; init; }

    /// <summary>The allowed values in words.</summary>
    public string Allowed => (Min, Max) switch
    {
        (int.MinValue, int.MaxValue) => "any value",
        (_, int.MaxValue) => AboveMin ? $"above {Min}" : $"{Min} or more",
        _ => AboveMin ? $"above {Min}, up to {Max}" : $"from {Min} to {Max}",
    };

    /// <summary>Whether a value is allowed.</summary>
    /// <param name="value">The value.</param>
    public bool Allows(decimal value) => (Min == int.MinValue || (AboveMin ? value > Min : value >= Min)) && (Max == int.MaxValue || value <= Max);
}

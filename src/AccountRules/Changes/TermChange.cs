namespace AccountRules;

/// <summary>A term that two policies state differently: a clause that changed. Immutable; equal by value.</summary>
/// <param name="Path">The term's path in the policy document, such as <c>performancePay.bands[Full].above</c>.</param>
/// <param name="Old">Its value in the old policy, in words; <c>not set</c> where it has none.</param>
/// <param name="New">Its value in the new policy.</param>
public sealed record TermChange(string Path, string Old, string New)
{
    /// <summary>Puts the new value into terms that have the old one.</summary>
    internal Func<PolicyTerms, PolicyTerms> Apply { get; init; } = terms => terms;

    /// <summary>The section that it is in; <c>null</c> for the policy's own terms.</summary>
    internal TermSection? Section { get; init; }

    /// <inheritdoc/>
    public bool Equals(TermChange? other) => other is not null && Path == other.Path && Old == other.Old && New == other.New;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Path, Old, New);

    /// <summary>The change in one line: <c>kpiAttainment.above is 0.9 instead of 0.85</c>.</summary>
    public override string ToString() => $"{Path} is {New} instead of {Old}";
}

namespace AccountRules;

/// <summary>A field of a record that is not what it should be.</summary>
/// <param name="Field">Its name in JSON, such as <c>Standing</c>; in a list with the entry's name, such as <c>Inputs.target</c>.</param>
/// <param name="Recorded">What the record has, as JSON writes it; <c>null</c> where it has none.</param>
/// <param name="Recomputed">What it should be, as JSON writes it; <c>null</c> where it should be none.</param>
public sealed record RecordDifference(string Field, string? Recorded, string? Recomputed)
{
    /// <summary>The field, what is recorded, and what was recomputed.</summary>
    public override string ToString() => $"{Field} is {Recorded ?? "not there"}, recomputed {Recomputed ?? "none"}";
}

namespace AccountRules.Testing;

/// <summary>A band, a side of an edge, or a movement, and whether a test reached it. Immutable; equal by value.</summary>
/// <param name="Place">Its name: of an edge, where it lies and the cut, such as <c>at above 0.8</c>.</param>
/// <param name="IsReached">Whether a test reached it.</param>
public sealed record CoveredPlace(string Place, bool IsReached)
{
    /// <summary>The place.</summary>
    public override string ToString() => Place;
}

namespace AccountRules;

/// <summary>A case beside a boundary, to be tried. Immutable; equal by value.</summary>
/// <param name="Position">Where it lies: <c>below</c>, <c>at</c> or <c>above</c> the cut.</param>
/// <param name="Value">The value, in the unit of the boundary: the cut itself, or one in its last place beside it.</param>
/// <param name="Expected">The outcome that the policy states, such as <c>Partial, 60 %</c>.</param>
public sealed record BoundaryCase(string Position, decimal Value, string Expected);

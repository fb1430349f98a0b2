namespace AccountRules;

/// <summary>An outcome that facts have somewhere on a curve. Immutable; equal by value.</summary>
/// <param name="Name">In words, such as <c>Full, 100 %</c> or <c>Overdue, OverLimit</c>.</param>
/// <param name="Standing">The standing.</param>
/// <param name="Band">The band, by its name in the policy; <c>null</c> where the fact has none.</param>
public sealed record CurveOutcome(string Name, Standing Standing, string? Band);

namespace AccountRules;

/// <summary>A score on a date. Immutable; equal by value.</summary>
/// <param name="AsOf">The evaluation date.</param>
/// <param name="Points">The points; <c>null</c> where the score was not known.</param>
/// <param name="Band">The band; <c>null</c> where the score was not known, or the terms have no bands.</param>
public sealed record ScorePoint(DateOnly AsOf, decimal? Points, string? Band);

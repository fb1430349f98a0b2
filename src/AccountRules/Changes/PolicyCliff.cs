namespace AccountRules;

/// <summary>
/// What is at stake at a cut of the policy as it is: the jump from below it to above, and who stands within a given distance below. Immutable.
/// </summary>
/// <param name="Cut">The cut.</param>
/// <param name="Below">The outcome below it, such as <c>Partial, 60 %</c>.</param>
/// <param name="Above">The outcome above it, such as <c>Full, 100 %</c>.</param>
/// <param name="Jump">By how much the factor is more above it; <c>null</c> where the bands have none.</param>
/// <param name="Within">How many facts are not past the cut and lie at most the distance below it.</param>
/// <param name="Pay">What these would be paid more if each were past it; <c>null</c> for rules that pay nothing.</param>
/// <param name="Median">The median of that, of an even number the lower one; <c>null</c> for rules that pay nothing, and where there is none.</param>
public sealed record PolicyCliff(Cut Cut, string Below, string Above, decimal? Jump, long Within, decimal? Pay, decimal? Median);

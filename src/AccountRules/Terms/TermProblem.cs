namespace AccountRules;

/// <summary>A term that cannot be used. Immutable; equal by value.</summary>
/// <param name="Path">The term's path from the document's root on, such as <c>performancePay.bands[2].above</c>.</param>
/// <param name="Found">What was found.</param>
/// <param name="Allowed">What is allowed, and how to mend it.</param>
/// <param name="DependsOn">Another term that the problem rests on, if any.</param>
internal sealed record TermProblem(string Path, string Found, string Allowed, string? DependsOn = null);

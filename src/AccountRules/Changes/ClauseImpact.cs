namespace AccountRules;

/// <summary>How much of a difference in pay comes from one clause that changed. Immutable; equal by value.</summary>
/// <param name="Term">The clause, by its path in the policy document, such as <c>performancePay.bands[Full].above</c>.</param>
/// <param name="Difference">
/// What is paid more because of it, negative where less. The differences of all clauses add up to the whole difference to the last digit; one that has no end
/// as a decimal, such as a third of a cent, is rounded so that they do.
/// </param>
/// <param name="Exact">The same as a fraction in lowest terms, such as <c>-100/3</c>, or a whole number.</param>
public sealed record ClauseImpact(string Term, decimal Difference, string Exact);

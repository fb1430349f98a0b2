namespace AccountRules;

/// <summary>One thing wrong with a waiver, or with several together. Immutable; equal by value.</summary>
/// <param name="Index">Which of the waivers it is, from 0, in the order in which they were given.</param>
/// <param name="Property">The property of <see cref="Waiver"/>, such as <c>Until</c>.</param>
/// <param name="Found">What was found.</param>
/// <param name="Allowed">What is allowed, and how to mend it.</param>
public sealed record WaiverProblem(int Index, string Property, string Found, string Allowed)
{
    /// <summary>The problem in one line, such as <c>waiver 3, Until: found nothing; allowed: …</c>; waivers are counted from 1 in it.</summary>
    public override string ToString() => FormattableString.Invariant($"waiver {Index + 1}, {Property}: found {Found}; allowed: {Allowed}.");
}

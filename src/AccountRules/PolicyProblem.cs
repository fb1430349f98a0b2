namespace AccountRules;

/// <summary>One thing wrong with a policy. Immutable; equal by value.</summary>
/// <param name="Path">Where it is, as a JSON path such as <c>$.fteFulfillment.limitDays</c>.</param>
/// <param name="Line">The line in the document, from 1; <c>null</c> where there is no document.</param>
/// <param name="Found">What was found.</param>
/// <param name="Allowed">What is allowed, and how to mend it.</param>
public sealed record PolicyProblem(string Path, int? Line, string Found, string Allowed)
{
    /// <summary>The name of the document's file, where the policy is of several; <c>null</c> otherwise.</summary>
    public string? File { get; init; }

    /// <summary>The problem in one line.</summary>
    public override string ToString() =>
        $"{(File is null ? "" : $"{File}: ")}{(Line is { } line ? $"line {line}: " : "")}{Path}: found {Found}; allowed: {Allowed}.";
}

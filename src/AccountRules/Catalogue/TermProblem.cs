namespace AccountRules.Catalogue;

/// <summary>A term that cannot be used. Immutable; equal by value.</summary>
/// <param name="Path">The term's path from the section on, such as <c>bands[2].above</c>.</param>
/// <param name="Found">What was found.</param>
/// <param name="Allowed">What is allowed, and how to mend it.</param>
/// <param name="DependsOn">Another term that the problem rests on, if any.</param>
internal sealed record TermProblem(string Path, string Found, string Allowed, string? DependsOn = null)
{
    /// <summary>A number that does not go with another term of its section.</summary>
    public static TermProblem Beside(string path, decimal found, string relation, string other, decimal value) =>
        new(path, Texts.Number(found), $"{relation} {other}, which is {Texts.Number(value)}", DependsOn: other);

    /// <summary>The same problem with paths from the document's root on.</summary>
    public TermProblem In(string section) => this with { Path = $"{section}.{Path}", DependsOn = DependsOn is null ? null : $"{section}.{DependsOn}" };
}

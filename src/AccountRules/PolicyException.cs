namespace AccountRules;

/// <summary>A policy cannot be used. The message has a line for each problem.</summary>
public sealed class PolicyException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="source">What holds the policy, such as its file.</param>
    /// <param name="problems">All of its problems.</param>
    public PolicyException(string source, IReadOnlyList<PolicyProblem> problems)
        : base($"{source} cannot be used, "
            + $"for {problems.Count} {(problems.Count == 1 ? "reason" : "reasons")}:{string.Concat(problems.Select(p => $"{Environment.NewLine}  {p}"))}") =>
        Problems = problems;

    /// <summary>All problems, in the order of the document.</summary>
    public IReadOnlyList<PolicyProblem> Problems { get; }

    /// <summary>
    /// The problems by their path, such as <c>$.fteFulfillment.limitDays</c>, in the order of the document: what was found and what is allowed, a line each.
    /// The <c>errors</c> of problem details, as of <c>Results.ValidationProblem(exception.ToErrors())</c>. Where the policy is of several files, its file
    /// stands before the path.
    /// </summary>
    public IDictionary<string, string[]> ToErrors() => Problems
        .GroupBy(p => p.File is null ? p.Path : $"{p.File}: {p.Path}", StringComparer.Ordinal)
        .ToDictionary(
            of => of.Key,
            of => of.Select(p => $"{(p.Line is { } line ? $"line {line}: " : "")}found {p.Found}; allowed: {p.Allowed}.").ToArray(),
            StringComparer.Ordinal);
}

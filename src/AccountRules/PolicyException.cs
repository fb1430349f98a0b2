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
}

namespace AccountRules;

/// <summary>A ledger, or the facts of a run, cannot be settled. The message has a line for each problem.</summary>
public sealed class SettlementException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="source">What cannot be settled, such as a ledger.</param>
    /// <param name="problems">All of its problems.</param>
    public SettlementException(string source, IReadOnlyList<SettlementProblem> problems)
        : base($"{source} cannot be settled, "
            + $"for {problems.Count} {(problems.Count == 1 ? "reason" : "reasons")}:{string.Concat(problems.Select(p => $"{Environment.NewLine}  {p}"))}") =>
        Problems = problems;

    /// <summary>All problems, in the order of the ledger's lines, or of the facts.</summary>
    public IReadOnlyList<SettlementProblem> Problems { get; }
}

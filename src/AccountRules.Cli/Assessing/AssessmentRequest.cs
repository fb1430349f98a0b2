namespace AccountRules.Cli.Assessing;

/// <summary>What the user asks for.</summary>
/// <param name="Policy">The policy to assess by.</param>
/// <param name="AsOf">The evaluation date.</param>
/// <param name="Rules">The ids of the rules to assess by; all where there are none.</param>
/// <param name="Standings">The standings to show; all where there are none.</param>
/// <param name="FailOn">The standings that make the run fail.</param>
internal sealed record AssessmentRequest(
    Policy Policy, DateOnly AsOf, IReadOnlySet<string> Rules, IReadOnlySet<Standing> Standings, IReadOnlySet<Standing> FailOn)
{
    /// <summary>Whether facts are kept that are else read and let go, for records of them.</summary>
    public bool KeepsFacts { get; init; }

    /// <summary>Compares what is said with the reference evaluator; <c>null</c> where nothing does.</summary>
    public ReferenceCheck? Reference { get; init; }
}

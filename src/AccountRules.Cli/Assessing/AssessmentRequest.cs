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

    /// <summary>The bands and stages to show; all where there are none.</summary>
    public IReadOnlySet<string> Bands { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The programmes of which those are shown who enter them; all, and who enters none, where there are none.</summary>
    public IReadOnlySet<string> Programmes { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether an assessment is one that the user asks to see.</summary>
    /// <param name="assessment">The assessment.</param>
    public bool Shows(in Assessment assessment) => (Standings.Count == 0 || Standings.Contains(assessment.Standing))
        && (Bands.Count == 0 || (assessment.Band is { } band && Bands.Contains(band)))
        && (Programmes.Count == 0 || (assessment.Programme is { } programme && Programmes.Contains(programme)));

    /// <summary>Compares what is said with the reference evaluator; <c>null</c> where nothing does.</summary>
    public ReferenceCheck? Reference { get; init; }
}

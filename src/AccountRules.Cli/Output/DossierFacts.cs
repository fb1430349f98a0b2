using AccountRules.Cli.Assessing;

namespace AccountRules.Cli.Output;

/// <summary>
/// What a change of policy does to facts, as a dossier shows it. It is made before the facts are read, and takes what it shows beside the impact.
/// </summary>
/// <param name="Impact">The impact.</param>
/// <param name="AsOf">The evaluation date.</param>
internal sealed record DossierFacts(PolicyImpact Impact, DateOnly AsOf)
{
    /// <summary>Whose pay changes most.</summary>
    public BiggestChanges Biggest { get; } = new(Impact.Diff, AsOf);

    /// <summary>What the thresholds that moved would do at other values.</summary>
    public TermCurves Curves { get; } = new(Impact.Diff, AsOf);

    /// <summary>What is to take the facts.</summary>
    /// <param name="terminal">Where it runs.</param>
    public IReadOnlyList<ISideJudges> Sides(Terminal terminal) => [Biggest, .. Curves.All.Select(moved => new CurveRun(moved.Curve, terminal))];
}

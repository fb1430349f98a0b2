namespace AccountRules.Cli.Output;

/// <summary>At which values something is met.</summary>
/// <param name="Asked">What, in words.</param>
/// <param name="Kind">Budget or share.</param>
/// <param name="Least">What must be met.</param>
/// <param name="Ranges">Where it is met; none where it never is.</param>
/// <param name="Nearest">Where it comes nearest.</param>
/// <param name="There">How it is there, in words.</param>
internal sealed record CurveAnswer(string Asked, string Kind, decimal Least, IReadOnlyList<CurveRange> Ranges, CurvePoint Nearest, string There);

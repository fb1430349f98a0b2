using AccountRules.Wording;

namespace AccountRules;

/// <summary>Values of a term next to each other at which something is met. Immutable.</summary>
/// <param name="First">What is so where they begin.</param>
/// <param name="Next">What is so behind them; <c>null</c> where they reach to the end of the curve.</param>
/// <param name="To">The end of the curve.</param>
public sealed record CurveRange(CurvePoint First, CurvePoint? Next, decimal To)
{
    /// <summary>In words: <c>from 0.82 to below 2/3</c>, <c>above 2000 up to 2500</c>.</summary>
    public override string ToString() =>
        Next is null ? $"{First} to {Texts.Number(To)}" : $"{First} {(Next.Edge == Edge.From ? "to below" : "up to")} {Next.Begins}";
}

namespace AccountRules.Cli.Output;

/// <summary>What is to be met on a curve.</summary>
/// <param name="Budget">The most that is to be paid, if asked for.</param>
/// <param name="Share">The least share of facts, 1 being all, if asked for.</param>
/// <param name="Names">The standings and bands that the share is of.</param>
internal sealed record CurveQuestions(decimal? Budget, decimal? Share, IReadOnlyCollection<string> Names)
{
    /// <summary>What is asked of a rule, in words, with the ranges in which it is met, and what comes nearest where there are none.</summary>
    /// <param name="curve">The curve of the rule.</param>
    public IEnumerable<CurveAnswer> Of(RuleCurve curve)
    {
        if (Budget is { } budget && curve.Rule.Pays)
        {
            var least = curve.Points.MinBy(p => p.Paid)!;
            yield return new($"pay at most {Number(budget)}", "budget", budget, curve.PaidAtMost(budget), least, $"pay is {Number(least.Paid!.Value)}");
        }

        if (Share is { } share)
        {
            var most = curve.Points.MaxBy(p => curve.Count(p, Names))!;
            yield return new(
                $"at least {Number(share * 100)} % {string.Join(" or ", Names)}", "share", share, curve.ShareAtLeast(share, Names), most,
                $"it is {Input.Shown.Count(curve.Count(most, Names))} of {Input.Shown.Count(curve.CountApplicable(most))}");
        }
    }

    private static string Number(decimal number) => number.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture);
}

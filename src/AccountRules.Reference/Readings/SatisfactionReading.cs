using AccountRules.Facts;

namespace AccountRules.Reference;

/// <summary>
/// "Mean of the scores given, per account and period; fewer than `minResponses`: Undetermined and the mean withheld. Met from `from`, without it Graded; trend
/// as for growth": above the mean before Met, else Missed; no period before: NotApplicable.
/// </summary>
internal static class SatisfactionReading
{
    public static Dictionary<FactKey, Expected> Mean(PolicyTerms terms, IEnumerable<object> facts, DateOnly asOf) => Groups(facts).ToDictionary(
        group => group.Key, group => GrowthReading.Begun(terms, group.Key.Period!.Value, asOf, Mean(group.Value, terms.Satisfaction)));

    public static Dictionary<FactKey, Expected> Trend(PolicyTerms terms, IEnumerable<object> facts, DateOnly asOf)
    {
        var groups = Groups(facts);
        var accounts = groups.ToLookup(group => group.Key.Subject, StringComparer.Ordinal);
        return groups.ToDictionary(group => group.Key, group => GrowthReading.Begun(
            terms, group.Key.Period!.Value, asOf,
            Trend(
                group.Value,
                accounts[group.Key.Subject].SingleOrDefault(g => PeriodKind.IsPeriodBefore(g.Key.Period!.Value, group.Key.Period!.Value)).Value,
                terms.Satisfaction.MinResponses)));
    }

    /// <summary>The responses of each account, or of none, in each period.</summary>
    private static Dictionary<FactKey, decimal[]> Groups(IEnumerable<object> facts) => facts.OfType<SurveyResponse>()
        .GroupBy(r => new FactKey(r.AccountId is null ? "" : r.AccountId, r.Period))
        .ToDictionary(group => group.Key, group => group.Where(r => r.Score is not null).Select(r => r.Score!.Value).ToArray());

    private static Expected Mean(decimal[] scores, SatisfactionTerms terms) =>
        scores.Length < terms.MinResponses || !Sum(scores).IsDecimal ? Expected.Undetermined
        : terms.From is not { } from ? new(Standing.Graded, "Counted")
        : Sum(scores) >= Fraction.Of(from) * Fraction.Of(scores.Length) ? new(Standing.Met, "Satisfied") : new(Standing.Missed, "Unsatisfied");

    private static Expected Trend(decimal[] now, decimal[]? before, int least) => before is null ? new(Standing.NotApplicable)
        : now.Length < least || before.Length < least || !Sum(now).IsDecimal || !Sum(before).IsDecimal ? Expected.Undetermined
        : Sum(now) * Fraction.Of(before.Length) > Sum(before) * Fraction.Of(now.Length) ? new(Standing.Met, "Grown")
        : new(Standing.Missed, "NotGrown");

    private static Fraction Sum(decimal[] scores) => scores.Aggregate(Fraction.Of(0), (sum, score) => sum.Plus(Fraction.Of(score)));
}

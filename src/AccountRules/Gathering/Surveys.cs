using AccountRules.Facts;
using AccountRules.Numbers;

namespace AccountRules.Gathering;

/// <summary>Gathers the scores of an account and period. A sum of too few is not made at all, so that nothing that is made of it can tell it.</summary>
/// <param name="least">How many scores there are to be at least.</param>
internal sealed class Surveys(int least)
{
    private string By => $"of at least {least} responses";

    public FactGathering<Satisfaction> Gathering => new FactGathering<Satisfaction>(Rows) { By = By }
        .From(SurveyResponse.Shape, r => [new(AccountOf(r), r.Period)]);

    public FactGathering<Growth> Growth => new Growths<SurveyResponse>(SurveyResponse.Shape, AccountOf, r => r.Period, Sum) { By = By }.Gathering;

    /// <summary>The same rows in a query.</summary>
    public IQueryable<Satisfaction> Rows(IQueryable<SurveyResponse> responses, Period period) =>
        PeriodPairs.Rows(Sums(responses), period, (s, of) => new Satisfaction { AccountId = s.AccountId, Period = of, Responses = s.Count, Sum = s.Sum });

    /// <summary>The rows on growth in a query.</summary>
    public IQueryable<Growth> Rows(IQueryable<SurveyResponse> before, IQueryable<SurveyResponse> now, Period period) => GrowthColumns.Rows(
        Sums(now).GroupJoin(Sums(before), n => n.AccountId, b => b.AccountId, (n, those) => new { Now = n, Those = those })
            .SelectMany(pair => pair.Those.DefaultIfEmpty(), (pair, b) => new GrowthColumns
            {
                AccountId = pair.Now.AccountId,
                Part = pair.Now.Sum,
                Whole = pair.Now.Count,

                // A grouped row has no key to be asked for; its count is missing where it is.
                HasBefore = (b == null ? null : (int?)b.Count) != null,
                PartBefore = b == null ? null : b.Sum,
                WholeBefore = b == null ? null : b.Count,
            }),
        period);

    private IQueryable<Columns> Sums(IQueryable<SurveyResponse> responses) => responses.GroupBy(r => r.AccountId ?? "").Select(all => new Columns
    {
        AccountId = all.Key,
        Count = all.Count(r => r.Score != null),
        Sum = all.Count(r => r.Score != null) < least ? null : all.Sum(r => r.Score),
    });

    private static string AccountOf(SurveyResponse response) => response.AccountId ?? "";

    private IEnumerable<Satisfaction> Rows(GatheredFacts facts)
    {
        var (sum, count) = Sum([.. facts.Of<SurveyResponse>()]);
        return [new() { AccountId = facts.Group.Subject, Period = facts.Group.Period!.Value, Responses = (int)count!.Value, Sum = sum }];
    }

    private (decimal? Sum, decimal? Count) Sum(SurveyResponse[] responses)
    {
        var (sum, count) = (new ExactSum(), 0);
        foreach (var response in responses)
        {
            if (response.Score is not { } score)
                continue;

            sum.Add(1, score, 1);
            count++;
        }

        return (count < least ? null : sum.Value, count);
    }

    private sealed class Columns
    {
        public required string AccountId { get; init; }

        public required int Count { get; init; }

        public decimal? Sum { get; init; }
    }
}

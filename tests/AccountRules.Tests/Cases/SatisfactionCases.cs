using System.Globalization;
using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>"Client satisfaction surveys, anonymous, their trend over time."</summary>
internal static class SatisfactionCases
{
    public static GatheredCase Mean { get; } = new GatheredCase<Satisfaction>(p => p.Satisfaction)
    {
        Facts = Any,
        Says = SatisfactionReading.Mean,
        Standings = [Standing.Met, Standing.Missed, Standing.Graded, Standing.NotApplicable, Standing.Undetermined],
        AnyTerms = _ => AnyTerms,
    };

    public static GatheredCase Trend { get; } = new GatheredCase<Growth>(p => p.SatisfactionTrend)
    {
        Facts = Any,
        Says = SatisfactionReading.Trend,
        Standings = [Standing.Met, Standing.Missed, Standing.NotApplicable, Standing.Undetermined],
        AnyTerms = _ => AnyTerms,
    };

    /// <summary>Few groups, so that some have enough responses; scores whose sums are often the same, or that of the cut.</summary>
    private static Gen<object[]> Any(PolicyTerms terms, DateOnly asOf, Reach reach) =>
        from batch in Gen.Choose(0, 9_999)
        from responses in AnyResponse(terms, asOf, reach).ArrayOf(30)
        select responses.Select((r, i) => (object)(r with { SurveyId = string.Create(CultureInfo.InvariantCulture, $"S{batch}-{i}") })).ToArray();

    private static Gen<SurveyResponse> AnyResponse(PolicyTerms terms, DateOnly asOf, Reach reach) =>
        from account in Gen.Elements("A", "A", "B", null)
        from back in Gen.Choose(-1, 1)
        from kind in Gen.Elements("month", "month", "month", "month", "year", "week", "half of a month")
        from score in Gen.Elements<decimal?>(1, 4, 4, 5, 4.5m, 0, -1, terms.Satisfaction.From ?? 4, null)
        select new SurveyResponse
        {
            SurveyId = "",
            AccountId = account,
            Period = Dates.Holding(Dates.Shift(asOf, back * (kind == "week" ? 7 : kind == "half of a month" ? 15 : 31), reach), kind),
            Score = score,
        };

    private static Gen<Func<PolicyTerms, PolicyTerms>> AnyTerms =>
        from least in Gen.Elements<decimal?>(null, 4, 3.5m, 4.3333m, 0.01m)
        from count in Gen.Elements(5, 3, 2, 1)
        select (Func<PolicyTerms, PolicyTerms>)(terms => terms.With(new SatisfactionTerms { From = least, MinResponses = count }));
}

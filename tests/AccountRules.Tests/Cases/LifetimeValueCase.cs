using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>"Customer lifetime value, the total worth of a customer over the whole period they remain."</summary>
internal static class LifetimeValueCase
{
    public static GatheredCase Case { get; } = new GatheredCase<LifetimeValue>(p => p.LifetimeValue)
    {
        Facts = Any,
        Says = LifetimeValueReading.Of,
        Standings = [Standing.Graded, Standing.NotApplicable, Standing.Undetermined],
        AnyTerms = _ => AnyBands,
    };

    /// <summary>Few amounts, so that sums are often the same, or a band's first.</summary>
    private static Gen<object[]> Any(PolicyTerms terms, DateOnly asOf, Reach reach)
    {
        decimal[] exact = [10, 5, 5, 0, -5, 0.01m, terms.LifetimeValue.Bands.ElementAtOrDefault(1)?.From ?? 10];
        var revenue = from one in Groups.AccountRevenuesOf(accounts: 4)(terms, asOf, reach)
                      from kind in Gen.Choose(0, 9)
                      from amount in Gen.Frequency((20, Gen.Elements(exact).Select(a => (decimal?)a)), (1, Gen.Constant(one.Revenue)))
                      select one with
                      {
                          Period = kind == 0 ? one.Period : Dates.Holding(one.Period.Start, "month"),
                          Revenue = amount,
                      };
        return from count in Gen.Elements(1, 4, 12)
               from revenues in revenue.ArrayOf(count)
               from rows in Groups.InCurrencies([.. revenues.DistinctBy(AccountRevenue.Shape.KeyOf)])
               select rows;
    }

    private static Gen<Func<PolicyTerms, PolicyTerms>> AnyBands =>
        from count in Gen.Choose(0, 3)
        from cuts in Gen.Elements(-5m, 0, 5, 10, 15, 20.01m, 1000).ArrayOf(count)
        select (Func<PolicyTerms, PolicyTerms>)(terms => terms.With(new LifetimeValueTerms
        {
            Currency = count is 1 or 3 ? "EUR" : null,
            Bands = count == 0 ? [] :
                [new() { Name = "Low" }, .. cuts.Distinct().Order().Select((cut, i) => new BandTerms { Name = $"B{i}", From = cut })],
        }));
}

using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>"Revenue by account grows, also in deal size and against an industry benchmark."</summary>
internal static class GrowthCases
{
    public static GatheredCase Revenue { get; } = new GatheredCase<Growth>(p => p.RevenueGrowth)
    {
        Facts = Any,
        Says = GrowthReading.OfRevenue,
        Standings = [Standing.Met, Standing.Missed, Standing.NotApplicable, Standing.Undetermined],
        AnyTerms = _ => from benchmark in AnyBenchmark
                        select (Func<PolicyTerms, PolicyTerms>)(terms => terms.With(new RevenueGrowthTerms { Benchmark = benchmark })),
    };

    public static GatheredCase DealSize { get; } = new GatheredCase<Growth>(p => p.DealSize)
    {
        Facts = Any,
        Says = GrowthReading.OfDealSize,
        Standings = [Standing.Met, Standing.Missed, Standing.NotApplicable, Standing.Undetermined],
        AnyTerms = _ => from benchmark in AnyBenchmark
                        select (Func<PolicyTerms, PolicyTerms>)(terms => terms.With(new DealSizeTerms { Benchmark = benchmark })),
    };

    /// <summary>Revenues that are often the same as before, or just grown by a benchmark.</summary>
    private static Gen<object[]> Any(PolicyTerms terms, DateOnly asOf, Reach reach)
    {
        decimal[] exact = [100, 100 * (1 + terms.RevenueGrowth.Benchmark), 100 * (1 + terms.DealSize.Benchmark), 100.01m, 50];
        var revenue = from one in Groups.AccountRevenuesOf(accounts: 4)(terms, asOf, reach)
                      from amount in Gen.Frequency((6, Gen.Elements(exact).Select(a => (decimal?)a)), (1, Gen.Elements<decimal?>(0, -1, null)))
                      from deals in Gen.Frequency((6, Gen.Choose(1, 3).Select(d => (int?)d)), (1, Gen.Elements<int?>(null, 0, -1)))
                      from isAny in Gen.Choose(0, 5)
                      select one with { Revenue = isAny == 0 ? one.Revenue : amount, Deals = deals };
        return from revenues in revenue.ArrayOf(24)
               from rows in Groups.InCurrencies([.. revenues.DistinctBy(AccountRevenue.Shape.KeyOf)])
               select rows;
    }

    private static Gen<decimal> AnyBenchmark => Gen.Elements(0m, 0.05m, -0.05m, 0.3333m, 1m, -0.9999m);
}

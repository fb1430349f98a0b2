using AccountRules.Catalogue;
using AccountRules.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Generators;

/// <summary>Facts of a few subjects over a few neighbouring periods, so that streaks, gaps and movements come up; in any order, some twice.</summary>
internal static class Groups
{
    public static Gen<KpiResult> KpiResult(PolicyTerms terms, DateOnly asOf, Reach reach)
    {
        // Most results are met: otherwise no streak gets long.
        var any = AnyFact.KpiResult(Gen.Elements("ann", "bob", "Cy"), PeriodNear(asOf, reach), terms, reach);
        return Gen.Frequency((1, any), (6, any.Select(r => r with { Target = 1m, Actual = terms.KpiAttainment.Above + 1m, Direction = Direction.HigherIsBetter })));
    }

    public static Gen<AccountRevenue> AccountRevenue(PolicyTerms terms, DateOnly asOf, Reach reach) =>
        from account in Gen.Elements("A", "B", "C", "d")
        from period in PeriodNear(asOf, reach)
        from revenue in AnyFact.Revenue(terms, reach)
        select new AccountRevenue { AccountId = account, Period = period, Revenue = revenue };

    private static Gen<Period> PeriodNear(DateOnly asOf, Reach reach) =>
        from months in Gen.Choose(-6, 1)
        from kind in Gen.Frequency((8, Gen.Constant(1)), (1, Gen.Constant(3)), (1, Gen.Constant(12)))
        select Dates.Holding(Dates.Shift(asOf, months * 31, reach), kind);
}

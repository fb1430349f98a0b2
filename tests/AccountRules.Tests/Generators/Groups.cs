using AccountRules.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Generators;

/// <summary>Facts of a few subjects over a few neighbouring periods, so that streaks, gaps and movements come up; in any order, some twice.</summary>
internal static class Groups
{
    public static Gen<KpiResult> KpiResult(PolicyTerms terms, DateOnly asOf, Reach reach) => KpiResultsOf(employees: 3)(terms, asOf, reach);

    public static Gen<AccountRevenue> AccountRevenue(PolicyTerms terms, DateOnly asOf, Reach reach) => AccountRevenuesOf(accounts: 4)(terms, asOf, reach);

    public static Func<PolicyTerms, DateOnly, Reach, Gen<KpiResult>> KpiResultsOf(int employees) => (terms, asOf, reach) =>
    {
        // Most results are met: otherwise no streak gets long.
        var any = from result in AnyFact.KpiResult(Named(employees, "ann", "bob", "Cy"), PeriodNear(asOf, reach), terms, reach)
                  from number in Gen.Choose(1, 4)
                  select result with { Kpi = $"{result.Kpi} {number}" };
        return Gen.Frequency(
            (1, any), (6, any.Select(r => r with { Target = 1m, Actual = terms.KpiAttainment.Above + 1m, Direction = Direction.HigherIsBetter })));
    };

    public static Func<PolicyTerms, DateOnly, Reach, Gen<AccountRevenue>> AccountRevenuesOf(int accounts) => (terms, asOf, reach) =>
        from account in Named(accounts, "A", "B", "C", "d")
        from period in PeriodNear(asOf, reach)
        from revenue in AnyFact.Revenue(terms, reach)
        from currency in AnyFact.Currency
        select new AccountRevenue { AccountId = account, Period = period, Revenue = revenue, Currency = currency };

    /// <summary>Mostly no currency, or one for all rows of an account; else one for each row by itself.</summary>
    public static Gen<object[]> InCurrencies(IReadOnlyList<AccountRevenue> revenues) => Gen.Frequency(
        (4, Gen.Constant<object[]>([.. revenues.Select(r => r with { Currency = null })])),
        (4, Gen.Constant<object[]>([.. revenues.Select(r => r with { Currency = r.AccountId is "A" ? null : r.AccountId is "B" ? "USD" : "EUR" })])),
        (2, Gen.Constant<object[]>([.. revenues])));

    private static Gen<string> Named(int count, params string[] names) =>
        Gen.Choose(0, count - 1).Select(i => i < names.Length ? names[i] : $"{names[i % names.Length]}{i}");

    /// <summary>Months, and periods of one other kind, so that there are streaks of these too.</summary>
    public static Gen<Period> PeriodNear(DateOnly asOf, Reach reach) =>
        from periods in Gen.Choose(-6, 1)
        from kind in Gen.Frequency((7, Gen.Constant("month")), (3, Gen.Constant(Dates.Kinds[asOf.DayNumber % Dates.Kinds.Length])))
        let now = Dates.Holding(asOf, kind)
        select Dates.Holding(Dates.Shift(asOf, periods * (now.End.DayNumber - now.Start.DayNumber + 1), reach), kind);
}

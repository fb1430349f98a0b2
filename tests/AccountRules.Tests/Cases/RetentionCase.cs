using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>"Clients at the start of a period who are still there at its end; 95 of 100 is 95%."</summary>
internal static class RetentionCase
{
    public static GatheredCase Case { get; } = new GatheredCase<Cohort>(p => p.Retention)
    {
        Facts = Any,
        Says = RetentionReading.Of,
        Standings = [Standing.Met, Standing.Missed, Standing.Graded, Standing.NotApplicable, Standing.Undetermined],
        AnyTerms = _ => AnyTerms,
    };

    private static Gen<object[]> Any(PolicyTerms terms, DateOnly asOf, Reach reach)
    {
        var revenue = from one in Groups.AccountRevenuesOf(accounts: 6)(terms, asOf, reach)
                      from amount in Gen.Elements<decimal?>(0, 0.01m, 100, 100, -1, null)
                      select (object)(one with { Revenue = amount });
        var account = from id in Gen.Elements("A", "B", "C", "d")
                      from manager in Gen.Elements(null, "m1", "m2")
                      from tier in Gen.Elements(null, "gold")
                      select (object)new Account { AccountId = id, StartedOn = null, ManagerId = manager, Tier = tier };
        return from revenues in revenue.ArrayOf(24)
               from accounts in account.ArrayOf(4)
               select revenues.DistinctBy(r => AccountRevenue.Shape.KeyOf((AccountRevenue)r))
                   .Concat(accounts.DistinctBy(a => ((Account)a).AccountId)).ToArray();
    }

    private static Gen<Func<PolicyTerms, PolicyTerms>> AnyTerms =>
        from least in Gen.Elements<decimal?>(null, 0.5m, 0.3333m, 1, 0.95m, 0.0001m)
        from per in Gen.Elements(RetentionPer.Portfolio, RetentionPer.Manager, RetentionPer.Tier)
        select (Func<PolicyTerms, PolicyTerms>)(terms => terms.With(new RetentionTerms { From = least, Per = per }));
}

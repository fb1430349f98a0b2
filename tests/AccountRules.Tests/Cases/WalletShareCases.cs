using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Cases;

/// <summary>"Share of wallet is increased."</summary>
internal static class WalletShareCases
{
    public static RuleCase<WalletShare> Share { get; } = new(p => p.ShareOfWallet)
    {
        Fact = AnyShare,
        Says = FactReadings.ShareOfWallet,
        WithSubject = (fact, id) => fact with { AccountId = id },
        Standings = [Standing.Graded, Standing.NotApplicable, Standing.Undetermined],
    };

    public static GatheredCase Growth { get; } = new GatheredCase<Growth>(p => p.ShareOfWalletGrowth)
    {
        Facts = (terms, asOf, reach) => AnyShare(terms, asOf, reach).ArrayOf(24)
            .Select(shares => shares.DistinctBy(WalletShare.Shape.KeyOf).Cast<object>().ToArray()),
        Says = WalletShareReading.Growth,
        Standings = [Standing.Met, Standing.Missed, Standing.NotApplicable, Standing.Undetermined],
    };

    private static Gen<WalletShare> AnyShare(PolicyTerms terms, DateOnly asOf, Reach reach) =>
        from one in Groups.AccountRevenuesOf(accounts: 4)(terms, asOf, reach)
        from spend in Gen.Frequency(
            (6, Gen.Elements<decimal?>(100, 300, 60, 0.03m)), (1, Gen.Elements<decimal?>(null, 0, -1)), (1, Gen.Constant(one.Revenue)))
        from ours in Gen.Frequency(
            (6, Gen.Elements(0.25m, 0.5m, 0.75m, 1m).Select(share => spend is { } whole && whole < 1_000_000 ? whole * share : (decimal?)null)),
            (1, Gen.Elements<decimal?>(0, null, 0.01m, 100.01m)), (1, Gen.Constant(one.Revenue)))
        select new WalletShare { AccountId = one.AccountId, Period = one.Period, OurRevenue = ours, ClientSpend = spend, Currency = one.Currency };
}

using System.Globalization;
using System.Numerics;
using AccountRules.Facts;
using AccountRules.Reference;

namespace AccountRules.Tests.Settling;

/// <summary>
/// A year of pay: a settlement on the 5th of each month of all months so far, with results that are restated up to twice, results that come late, and people
/// whose rows go; held to a recomputation in fractions, in cents.
/// </summary>
public sealed class SettlementYearTests
{
    private const int People = 100;

    [Fact]
    public void TwelveRuns_PayInAll_WhatTheDataOfTheLastRunSays()
    {
        var (ledger, before, kinds) = (SettlementLedger.Empty, BigInteger.Zero, new HashSet<SettlementKind>());
        var known = new Dictionary<(int Person, int Month), BigInteger>();
        for (var run = 1; run <= 12; run++)
        {
            var day = new DateOnly(2026, 1, 5).AddMonths(run);
            PayPeriod[] pays = [.. Rows(run)];
            var settlement = ledger.Settle(day, Pays.Policy.PerformancePay.AssessOnce(pays, day), SettlementScope.Everything);

            var there = pays.Select(Fact).ToHashSet();
            foreach (var gone in known.Keys.Where(fact => !there.Contains(fact)).ToArray())
                known.Remove(gone);

            foreach (var pay in pays.Where(p => p.Actual is not null))
                known[Fact(pay)] = Cents(pay);

            var now = known.Values.Aggregate(BigInteger.Zero, (sum, cents) => sum + cents);
            Assert.Equal((before, now - before, now), (
                InCents(settlement.Total.All.Settled), InCents(settlement.Total.All.Difference), InCents(settlement.Total.All.Now)));
            Assert.All(settlement.ByPeriod, total => Assert.Equal(
                known.Where(k => Period.Month(2026, k.Key.Month).ToString() == total.Of).Aggregate(BigInteger.Zero, (sum, k) => sum + k.Value),
                InCents(total.All.Now)));
            kinds.UnionWith(settlement.Lines.Select(l => l.Kind));
            (ledger, before) = (settlement.Ledger, now);
        }

        Assert.Equal(Enum.GetValues<SettlementKind>().Length, kinds.Count);
        Assert.Equal(before, ledger.Lines.Aggregate(BigInteger.Zero, (sum, line) => sum + InCents(line.Difference ?? 0)));
        Assert.True(before > 40_000_000, $"A year pays {before} cents.");
    }

    private static (int Person, int Month) Fact(PayPeriod pay) => (int.Parse(pay.EmployeeId, CultureInfo.InvariantCulture), pay.Period.Start.Month);

    /// <summary>What is known on the day of a run: a seventh of the results is restated after two runs and again after four, others come a run late.</summary>
    private static IEnumerable<PayPeriod> Rows(int run) =>
        from person in Enumerable.Range(0, People)
        from month in Enumerable.Range(1, run)
        let n = person * 13 + month * 29
        let age = run - month
        where person % 17 != 5 || run < 9 || month > 3
        select Pays.Of(
            $"{person}",
            n % 11 == 0 && age == 0 || n % 19 == 0 && age == 3 ? null : n % 125 + (n % 7 == 0 ? age >= 4 ? 31 : age >= 2 ? 12 : 0 : 0),
            Period.Month(2026, month),
            committed: 1000 + person + 0.01m * (n % 50) + 0.005m);

    /// <summary>By the documents: above 100 % 110 %, above 80 100, above 60 60, above 35 40 of the committed pay, rounded once, halves up.</summary>
    private static BigInteger Cents(PayPeriod pay)
    {
        var (actual, committed) = (pay.Actual!.Value, Fraction.Of(pay.CommittedPay!.Value));
        var percent = actual > 100 ? 110 : actual > 80 ? 100 : actual > 60 ? 60 : actual > 35 ? 40 : 0;
        return (committed.Numerator * percent * 2 + committed.Denominator) / (committed.Denominator * 2);
    }

    private static BigInteger InCents(decimal amount) => new(amount * 100);
}

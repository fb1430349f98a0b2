using System.Numerics;
using AccountRules.Facts;
using AccountRules.Reference;

namespace AccountRules.Tests.Settling;

/// <summary>
/// A year of pay under a policy that changes on 1 July: a settlement on the 5th of each month, with results that are restated, people who are paid by the month
/// and others by the year, which straddles the change; for each way in which the new version may take over. Held to a recomputation in fractions, in cents.
/// </summary>
public sealed class SettlementHistoryYearTests
{
    private const int People = 200;

    private static readonly DateOnly July = new(2026, 7, 1);

    [Theory]
    [InlineData(null)]
    [InlineData(VersionTransition.ByStart)]
    [InlineData(VersionTransition.ByDays)]
    [InlineData(VersionTransition.Kinder)]
    [InlineData(VersionTransition.ByEvaluationDate)]
    public void ThirteenRuns_PayInAll_WhatTheVersionsSay(VersionTransition? by)
    {
        var (ledger, before, history) = (SettlementLedger.Empty, BigInteger.Zero, History(by));
        for (var run = 1; run <= 13; run++)
        {
            var day = new DateOnly(2026, 1, 5).AddMonths(run - 1);
            PayPeriod[] pays = [.. Rows(run)];
            var settlement = ledger.Settle(day, history.PerformancePay.AssessOnce(pays, day), SettlementScope.Everything);

            var now = pays.Select(pay => pay.Period.End < day ? Cents(pay, by, day) : null).Aggregate(BigInteger.Zero, (sum, cents) => sum + (cents ?? 0));
            Assert.Equal((before, now - before, now), (
                InCents(settlement.Total.All.Settled), InCents(settlement.Total.All.Difference), InCents(settlement.Total.All.Now)));
            (ledger, before) = (settlement.Ledger, now);
        }

        // Nobody is paid for a year of which it is not known which version it goes by.
        Assert.Equal(by is null, ledger.Settled("performance-pay", new("0", Period.Year(2026))) is null);
        Assert.True(before > 80_000_000, $"A year pays {before} cents.");
    }

    /// <summary>From July on more than the target pays more, and what is at most 40 % of it nothing.</summary>
    private static PolicyHistory History(VersionTransition? by)
    {
        var pay = Policy.Default.Terms.PerformancePay;
        return new(
        [
            new(new PolicyTerms { Version = "2026.1" }),
            new(new PolicyTerms { Version = "2026.2", EffectiveFrom = July }
                .With(pay with
                {
                    Bands = [pay.Bands[0], pay.Bands[1] with { Above = 0.40m }, .. pay.Bands.Skip(2).SkipLast(1), pay.Bands[^1] with { Factor = 1.25m }],
                })
                .With(new TransitionTerms().With("performance-pay", by))),
        ]);
    }

    /// <summary>What is known on the day of a run: every seventh result of a month is restated after two runs.</summary>
    private static IEnumerable<PayPeriod> Rows(int run) =>
        from person in Enumerable.Range(0, People)
        from period in person % 5 == 0 ? [Period.Year(2026)] : Enumerable.Range(1, Math.Min(run, 12)).Select(month => Period.Month(2026, month))
        let n = person * 13 + period.Start.Month * 29
        let restated = n % 7 == 0 && run - period.Start.Month > 2 && person % 5 != 0 ? 17 : 0
        select Pays.Of($"{person}", n % 125 + restated, period, committed: 1000 + person + 0.01m * (n % 50) + 0.005m);

    /// <summary>The pay in cents, rounded once, halves up; <c>null</c> where it is not known which version it goes by.</summary>
    private static BigInteger? Cents(PayPeriod pay, VersionTransition? by, DateOnly day)
    {
        var (first, second) = (Percent(pay.Actual!.Value, isSecond: false), Percent(pay.Actual.Value, isSecond: true));
        var straddles = pay.Period.Start < July && pay.Period.End >= July;
        var committed = Fraction.Of(pay.CommittedPay!.Value);
        return by switch
        {
            VersionTransition.ByEvaluationDate => Rounded(committed, day >= July ? second : first, 1),
            _ when !straddles => Rounded(committed, pay.Period.Start >= July ? second : first, 1),
            VersionTransition.ByStart => Rounded(committed, first, 1),
            VersionTransition.Kinder => Rounded(committed, Math.Max(first, second), 1),

            // 181 days up to 30 June, and 184 after.
            VersionTransition.ByDays => Rounded(committed, 181 * first + 184 * second, 365),
            _ => null,
        };
    }

    private static int Percent(decimal actual, bool isSecond) =>
        actual > 100 ? isSecond ? 125 : 110 : actual > 80 ? 100 : actual > 60 ? 60 : actual > (isSecond ? 40 : 35) ? 40 : 0;

    private static BigInteger Rounded(Fraction committed, int percent, int of) =>
        (committed.Numerator * percent * 2 + committed.Denominator * of) / (committed.Denominator * of * 2);

    private static BigInteger InCents(decimal amount) => new(amount * 100);
}

using AccountRules.Facts;

namespace AccountRules.Tests.Settling;

/// <summary>Totals say what was settled, what the run changes, what is settled now, and how much of it is held.</summary>
public sealed class SettlementTotalTests
{
    /// <summary>
    /// Settled in January: a 1000.00, b 600.00, c 0.00 (PIP), d 400.00; in February: a 600.00. Now a's January is 600.00, b is gone, c is 400.00 and out of
    /// PIP, d cannot be measured, e is new with 1100.00; a's February is 0.00 and in PIP.
    /// </summary>
    private static readonly Settlement Second = SettlementLedger.Empty
        .Settle(Pays.Of("a", 90), Pays.Of("b", 79), Pays.Of("c", 30), Pays.Of("d", 50), Pays.Of("a", 79, Pays.February)).Ledger
        .Settle(Pays.Of("a", 79), Pays.Of("c", 50), Pays.Of("d", null), Pays.Of("e", 120), Pays.Of("a", 10, Pays.February));

    [Fact]
    public void Total_OfAll_AddsUp()
    {
        Assert.Equal(new SettlementSum(6, Settled: 2600, Difference: -100, Now: 2500), Second.Total.All);
        Assert.Equal(new SettlementSum(1, 0, 1100, 1100), Second.Total[SettlementKind.New]);
        Assert.Equal(new SettlementSum(3, 1600, -600, 1000), Second.Total[SettlementKind.Corrected]);
        Assert.Equal(new SettlementSum(0, 0, 0, 0), Second.Total[SettlementKind.Unchanged]);
        Assert.Equal(new SettlementSum(1, 600, -600, 0), Second.Total[SettlementKind.Withdrawn]);
        Assert.Equal(new SettlementSum(1, 400, 0, 400), Second.Total[SettlementKind.Held]);
        Assert.Equal("2600.00 settled, -100.00, 2500.00 now; 1 held, of which 400.00 is settled", Second.Total.ToString());
    }

    [Fact]
    public void Totals_OfPeriods_AreInTheirOrder()
    {
        Assert.Equal(["2026-01", "2026-02"], Second.ByPeriod.Select(t => t.Of));
        Assert.Equal(new SettlementSum(5, 2000, 500, 2500), Second.ByPeriod[0].All);
        Assert.Equal(new SettlementSum(1, 600, -600, 0), Second.ByPeriod[1].All);
        Assert.Equal("2026-02: 600.00 settled, -600.00, 0.00 now", Second.ByPeriod[1].ToString());
    }

    /// <summary>c leaves PIP and a's February enters it: both are in both totals. By the documents PIP pays nothing, so that its amounts are 0.</summary>
    [Fact]
    public void Totals_OfProgrammes_HaveALineInBothThatItMovesBetween()
    {
        Assert.Equal([null, "PIP"], Second.ByProgramme.Select(t => t.Of));
        Assert.Equal(new SettlementSum(6, 2600, -100, 2500), Second.ByProgramme[0].All);
        Assert.Equal(2, Second.ByProgramme[1][SettlementKind.Corrected].Lines);
    }

    /// <summary>Where a programme's band pays, the amount moves with the fact.</summary>
    [Fact]
    public void Totals_OfProgrammesThatPay_MoveTheAmount()
    {
        var policy = new Policy(new PolicyTerms { Version = "1" }.With(new PerformancePayTerms
        {
            Bands = [new() { Name = "Pip", Factor = 0.1m, Programme = "PIP" }, new() { Name = "Full", Above = 0.80m, Factor = 1 }],
        }));
        var ledger = SettlementLedger.Empty.SettleBy(policy, Pays.Of("a", 50), Pays.Of("b", 90)).Ledger;

        var settlement = ledger.SettleBy(policy, Pays.Of("a", 90), Pays.Of("b", 50));

        Assert.Equal(new SettlementSum(2, 1000, 0, 1000), settlement.ByProgramme[0].All);
        Assert.Equal(new SettlementSum(2, 100, 0, 100), settlement.ByProgramme[1].All);
        Assert.Equal(new SettlementSum(2, 1100, 0, 1100), settlement.Total.All);
    }

    [Fact]
    public void Totals_OfRules_CountLinesOfThoseThatDoNotPayToo()
    {
        var plan = new ImprovementPlan { EmployeeId = "a", StartedOn = Pays.January.Start, EndsOn = new(2026, 3, 31) };

        var settlement = SettlementLedger.Empty.Settle(
            Pays.March, [Pays.Policy.ImprovementPlan.Assess(plan, Pays.March), Pays.Policy.PerformancePay.Assess(Pays.Of("a", 79), Pays.March)],
            SettlementScope.Everything);

        Assert.Equal(["improvement-plan", "performance-pay"], settlement.ByRule.Select(t => t.Of));
        Assert.Equal([new SettlementSum(1, 0, 0, 0), new SettlementSum(1, 0, 600, 600)], settlement.ByRule.Select(t => t.All));
        Assert.Equal([null, "2026-01"], settlement.ByPeriod.Select(t => t.Of));
    }

    [Fact]
    public void Total_OfAmountsOfDifferentDecimals_HasTheMostOfThem()
    {
        var ledger = SettlementLedger.Empty.Settle(Pays.Of("a", 79), Pays.Of("b", 79)).Ledger;

        var settlement = ledger.SettleBy(Pays.Other, Pays.Of("a", 79, committed: 1000.005m), Pays.Of("b", 79));

        // 0.6 * 1000.005 = 600.003 to three places.
        Assert.Equal("1200.00 settled, +0.003, 1200.003 now", settlement.Total.ToString());
    }

    [Fact]
    public void Total_ThatNoDecimalHolds_IsRefused() => Assert.Throws<OverflowException>(
        () => SettlementLedger.Empty.Settle(Enumerable.Range(0, 200).Select(i => Pays.Of($"{i}", 90, committed: 700_000_000_000_000_000_000_000_000m))));

    [Fact]
    public void Total_OfAKindThatIsNone_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Second.Total[(SettlementKind)9]);
}

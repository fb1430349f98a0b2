using AccountRules.Facts;

namespace AccountRules.Tests.Settling;

/// <summary>What a run is of, and what it leaves as it is.</summary>
public sealed class SettlementScopeTests
{
    private static readonly SettlementLedger Settled = SettlementLedger.Empty.Settle(
        Pays.March,
        Pays.Policy.PerformancePay.AssessOnce([Pays.Of("a", 90), Pays.Of("a", 79, Pays.February), Pays.Of("b", 50)], Pays.March)
            .Append(Pays.Policy.ImprovementPlan.Assess(
                new ImprovementPlan { EmployeeId = "a", StartedOn = Pays.January.Start, EndsOn = new(2026, 3, 31) }, Pays.March)),
        SettlementScope.Everything).Ledger;

    [Fact]
    public void RunOfAMonth_LeavesOtherMonths_AndFactsWithoutAMonth()
    {
        var february = new SettlementScope { Periods = [Pays.February] };

        var settlement = Settled.SettleOn(Pays.March, february, Pays.Policy, Pays.Of("a", 90, Pays.February), Pays.Of("c", 90));

        Assert.Equal(["a Corrected 600.00 400.00 1000.00"], settlement.Short());
        Assert.Equal([new SettlementLeftOut("performance-pay", new("c", Pays.January), "OutOfScope")], settlement.LeftOut);
        Assert.Equal(new SettlementSum(Lines: 3, Settled: 1400, Difference: 0, Now: 1400), settlement.OutOfScope);
        Assert.Equal(1400m, Amounts(settlement.Ledger) - settlement.Total.All.Now);
    }

    [Fact]
    public void RunOfARule_LeavesOtherRules()
    {
        var settlement = Settled.SettleOn(Pays.March, new() { Rules = ["improvement-plan"] }, Pays.Policy);

        Assert.Equal(["a Withdrawn - - -"], settlement.Short());
        Assert.Equal("improvement-plan", settlement.Lines[0].RuleId);
        Assert.Equal(2000m, settlement.OutOfScope.Now);
    }

    [Fact]
    public void RunOfPeople_LeavesOthers()
    {
        var settlement = Settled.SettleOn(Pays.March, new() { Subjects = ["b"] }, Pays.Policy, Pays.Of("b", 90), Pays.Of("c", 90));

        Assert.Equal(["b Corrected 400.00 600.00 1000.00"], settlement.Short());
    }

    [Fact]
    public void RunOfEverything_WithdrawsAllThatIsGone() => Assert.Equal(
        ["a Withdrawn - - -", "a Withdrawn 1000.00 -1000.00 -", "a Withdrawn 600.00 -600.00 -", "b Withdrawn 400.00 -400.00 -"],
        Settled.SettleOn(Pays.March, SettlementScope.Everything, Pays.Policy).Short());

    [Fact]
    public void ScopeOfNothing_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new SettlementScope { Rules = [] });
        Assert.Throws<ArgumentException>(() => new SettlementScope { Periods = [] });
        Assert.Throws<ArgumentException>(() => new SettlementScope { Subjects = [] });
    }

    /// <summary>Each time another of the four facts may be the row that could not be read.</summary>
    [Theory]
    [InlineData("performance-pay", null, null, "Withdrawn Held Held Held")]
    [InlineData("performance-pay", "a", null, "Withdrawn Held Held Withdrawn")]
    [InlineData("performance-pay", "a", "2026-02", "Withdrawn Withdrawn Held Withdrawn")]
    [InlineData("performance-pay", null, "2026-01", "Withdrawn Held Withdrawn Held")]
    [InlineData("improvement-plan", "a", null, "Held Withdrawn Withdrawn Withdrawn")]
    [InlineData("improvement-plan", "b", null, "Withdrawn Withdrawn Withdrawn Withdrawn")]
    public void FactThatMayBeInARowThatCouldNotBeRead_IsHeld(string rule, string? subject, string? period, string kinds)
    {
        var scope = new SettlementScope
        {
            Unreadable = [new() { RuleId = rule, Subject = subject, Period = period is null ? null : Period.Parse(period) }],
        };

        var settlement = Settled.SettleOn(Pays.March, scope, Pays.Policy);

        Assert.Equal(kinds, string.Join(' ', settlement.Lines.Select(l => l.Kind)));
        Assert.All(settlement.Lines.Where(l => l.Kind == SettlementKind.Held), line =>
        {
            Assert.Equal(("Unreadable", line.Before), (line.Cause, line.After));
            Assert.EndsWith("cannot be told: a row that may be of it could not be read.", line.Reason, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void FactThatIsReadAfterAll_IsSettled()
    {
        var scope = new SettlementScope { Unreadable = [new() { RuleId = "performance-pay", Subject = "a", Period = Pays.January }] };

        var settlement = Settled.SettleOn(Pays.March, scope, Pays.Policy, Pays.Of("a", 79));

        Assert.Equal(SettlementKind.Corrected, settlement.Lines.Single(l => l.Period == Pays.January && l.Subject == "a").Kind);
    }

    private static decimal Amounts(SettlementLedger ledger) => ledger.Lines.Sum(l => l.Difference ?? 0);
}

using AccountRules.Facts;

namespace AccountRules.Tests.Settling;

/// <summary>What a run does to a fact. By the documents 90 % of 1000 is paid 1000.00, 79 % 600.00, 50 % 400.00, 30 % nothing with programme PIP.</summary>
public sealed class SettlementTests
{
    private static readonly SettlementLedger Settled = SettlementLedger.Empty.Settle(Pays.Of("a", 90), Pays.Of("b", 79), Pays.Of("c", 30)).Ledger;

    [Fact]
    public void FirstRun_OfFacts_IsNew()
    {
        var settlement = SettlementLedger.Empty.Settle(Pays.Of("b", 79), Pays.Of("a", 90));

        Assert.Equal(["a New - 1000.00 1000.00", "b New - 600.00 600.00"], settlement.Short());
        var line = settlement.Lines[0];
        Assert.Equal(("performance-pay", "a", Pays.January, Pays.March), (line.RuleId, line.Subject, line.Period!.Value, line.SettledOn));
        Assert.Equal(
            new SettledOutcome { Payable = 1000, Standing = Standing.Graded, Band = "Full", Factor = 1, PolicyVersion = "1" }, line.After);
        Assert.StartsWith("Employee a in 2026-01 attained 90 %", line.Reason, StringComparison.Ordinal);
        Assert.Null(line.Cause);
    }

    [Fact]
    public void RestatedFact_OfASettledOne_IsCorrectedByTheDifference()
    {
        var settlement = Settled.Settle(Pays.Of("a", 79), Pays.Of("b", 90), Pays.Of("c", 30));

        Assert.Equal(["a Corrected 1000.00 -400.00 600.00", "b Corrected 600.00 400.00 1000.00", "c Unchanged 0.00 0.00 0.00"], settlement.Short());
        Assert.Equal(("Full", "Partial"), (settlement.Lines[0].Before!.Band!, settlement.Lines[0].After!.Band!));
    }

    [Fact]
    public void RunAgain_OfTheSameFacts_ChangesNothing()
    {
        var settlement = Settled.Settle(Pays.Of("a", 90), Pays.Of("b", 79), Pays.Of("c", 30));

        Assert.All(settlement.Lines, line => Assert.Equal((SettlementKind.Unchanged, line.Before, 0m), (line.Kind, line.After, line.Difference)));
        Assert.Equal((1600m, 0m, 1600m), (settlement.Total.All.Settled, settlement.Total.All.Difference, settlement.Total.All.Now));
    }

    /// <summary>91 % and 90 % are paid the same in the same band: the reason is another, and nothing that is settled.</summary>
    [Fact]
    public void RestatedActual_WithinItsBand_IsUnchanged()
    {
        var line = Settled.Settle(Pays.Of("a", 91), Pays.Of("b", 79), Pays.Of("c", 30)).Lines[0];

        Assert.Equal(SettlementKind.Unchanged, line.Kind);
        Assert.Contains("91 %", line.Reason, StringComparison.Ordinal);
    }

    /// <summary>By the other policy 79 % is paid 600.000 in the same band, which is the same amount; 90 % is paid 950.000.</summary>
    [Fact]
    public void ChangedPolicy_CorrectsWhatItPaysOtherwise_AndIsShownOnEachLine()
    {
        var settlement = Settled.SettleBy(Pays.Other, Pays.Of("a", 90), Pays.Of("b", 79), Pays.Of("c", 30));

        Assert.Equal(["a Corrected 1000.00 -50.000 950.000", "b Unchanged 600.00 0.000 600.000", "c Corrected 0.00 0.000 0.000"], settlement.Short());
        Assert.All(settlement.Lines, line => Assert.Equal(("1", "2"), (line.Before!.PolicyVersion!, line.After!.PolicyVersion!)));
        Assert.Equal(("PIP", null, "Pip", "None"), (
            settlement.Lines[2].Before!.Programme!, settlement.Lines[2].After!.Programme, settlement.Lines[2].Before!.Band!, settlement.Lines[2].After!.Band!));
    }

    [Fact]
    public void FactThatIsGone_IsWithdrawn_OnceOnly()
    {
        var settlement = Settled.Settle(Pays.Of("b", 79), Pays.Of("c", 30));

        Assert.Equal(["a Withdrawn 1000.00 -1000.00 -", "b Unchanged 600.00 0.00 600.00", "c Unchanged 0.00 0.00 0.00"], settlement.Short());
        Assert.Equal("a in 2026-01 was settled, and is not among the facts of this run.", settlement.Lines[0].Reason);
        Assert.Equal(["b", "c"], settlement.Ledger.Settle(Pays.Of("b", 79), Pays.Of("c", 30)).Lines.Select(l => l.Subject));
    }

    [Fact]
    public void WithdrawnFact_ThatIsThereAgain_IsNewAgain()
    {
        var withdrawn = Settled.Settle(Pays.Of("b", 79), Pays.Of("c", 30)).Ledger;

        Assert.Equal("a New - 600.00 600.00", withdrawn.Settle(Pays.Of("a", 79), Pays.Of("b", 79), Pays.Of("c", 30)).Short().First());
    }

    [Fact]
    public void FactThatCannotBeMeasured_IsHeld_AndStandsAsItWasSettled()
    {
        var held = Settled.Settle(Pays.Of("a", null), Pays.Of("b", 79), Pays.Of("c", 30), Pays.Of("d", null));

        Assert.Equal(
            ["a Held 1000.00 0.00 1000.00", "b Unchanged 600.00 0.00 600.00", "c Unchanged 0.00 0.00 0.00", "d Held - - -"], held.Short());
        Assert.Equal(("NoActual", "NoActual"), (held.Lines[0].Cause!, held.Lines[3].Cause!));
        Assert.Equal("1", held.Lines[0].After!.PolicyVersion);

        var known = held.Ledger.Settle(Pays.Of("a", 120), Pays.Of("b", 79), Pays.Of("c", 30), Pays.Of("d", 79));
        Assert.Equal(
            ["a Corrected 1000.00 100.00 1100.00", "b Unchanged 600.00 0.00 600.00", "c Unchanged 0.00 0.00 0.00", "d New - 600.00 600.00"], known.Short());
    }

    /// <summary>The last day of the month is in it; on the day after it has ended.</summary>
    [Theory]
    [InlineData("2025-12-31", SettlementKind.Held, "NotBegun")]
    [InlineData("2026-01-01", SettlementKind.Held, "Provisional")]
    [InlineData("2026-01-31", SettlementKind.Held, "Provisional")]
    [InlineData("2026-02-01", SettlementKind.New, null)]
    public void PayPeriod_UntilItHasEnded_IsHeld(string day, SettlementKind kind, string? cause)
    {
        var line = SettlementLedger.Empty.SettleOn(Rules.Dated.Day(day), SettlementScope.Everything, Pays.Policy, Pays.Of("a", 90)).Lines.Single();

        Assert.Equal((kind, cause), (line.Kind, line.Cause));
    }

    /// <summary>A policy that is in force from July says nothing of January: that takes back nothing.</summary>
    [Fact]
    public void SettledFact_FromBeforeANewPolicy_IsHeld()
    {
        var july = new Policy(new PolicyTerms { Version = "3", EffectiveFrom = new(2026, 7, 1) });

        Assert.Equal(
            ["a Held 1000.00 0.00 1000.00", "b Held 600.00 0.00 600.00", "c Held 0.00 0.00 0.00"],
            Settled.SettleBy(july, Pays.Of("a", 10), Pays.Of("b", 79), Pays.Of("c", 30)).Short());
    }

    [Fact]
    public void RowThatCameBefore_SettlesNothing_AndIsLeftOut()
    {
        var settlement = SettlementLedger.Empty.Settle(Pays.Of("a", 90), Pays.Of("a", 30));

        Assert.Equal(["a New - 1000.00 1000.00"], settlement.Short());
        Assert.Equal([new SettlementLeftOut("performance-pay", new("a", Pays.January), "Duplicate")], settlement.LeftOut);
    }

    [Fact]
    public void RowThatCameBefore_GivenFirst_SettlesNothingEither()
    {
        Assessment[] rows = [.. Pays.Policy.PerformancePay.AssessOnce([Pays.Of("a", 90), Pays.Of("a", 30)], Pays.March)];

        var settlement = SettlementLedger.Empty.Settle(Pays.March, [rows[1], rows[0]], SettlementScope.Everything);

        Assert.Equal(["a New - 1000.00 1000.00"], settlement.Short());
        Assert.Single(settlement.LeftOut);
    }

    /// <summary>A month that hangs on which of two rows is right is no second row: it is held.</summary>
    [Fact]
    public void MonthThatHangsOnADuplicate_IsHeld()
    {
        KpiResult[] results =
        [
            new() { EmployeeId = "a", Kpi = "calls", Period = Pays.January, Target = 100, Actual = 90 },
            new() { EmployeeId = "a", Kpi = "calls", Period = Pays.January, Target = 100, Actual = 10 },
        ];

        var line = SettlementLedger.Empty.Settle(Pays.March, Pays.Policy.KpiMonth.Assess(results, Pays.March), SettlementScope.Everything).Lines.Single();

        Assert.Equal((SettlementKind.Held, "Duplicate", null), (line.Kind, line.Cause!, line.Difference));
    }

    [Fact]
    public void FactThatIsThereTwice_Unmarked_IsRefusedByName()
    {
        PayPeriod[] pays = [Pays.Of("b", 90), Pays.Of("a", 90), Pays.Of("b", 79), Pays.Of("c", null), Pays.Of("a", 90)];

        var refused = Assert.Throws<SettlementException>(() => SettlementLedger.Empty.Settle(
            Pays.March, Pays.Policy.PerformancePay.Assess(pays, Pays.March), SettlementScope.Everything));

        Assert.Equal(["performance-pay of a in 2026-01", "performance-pay of b in 2026-01"], refused.Problems.Select(p => p.Message.Split(" is there")[0]));
        Assert.All(refused.Problems, problem => Assert.Null(problem.Line));
    }

    /// <summary>Two plans without a start are told apart by nothing, and neither can be settled.</summary>
    [Fact]
    public void FactsThatNothingTellsApart_AreHeldAsOne()
    {
        var plan = new ImprovementPlan { EmployeeId = "a", StartedOn = null, EndsOn = null };
        ImprovementPlan[] plans = [plan, plan with { EndsOn = Pays.March }];

        var settlement = SettlementLedger.Empty.Settle(
            Pays.March, plans.Select(p => Pays.Policy.ImprovementPlan.Assess(p, Pays.March)), SettlementScope.Everything);

        Assert.Equal((SettlementKind.Held, "NoStart"), (settlement.Lines.Single().Kind, settlement.Lines.Single().Cause!));
        Assert.Single(settlement.LeftOut);
    }

    /// <summary>A plan that ends on 31 March is active until then, and its review is due from 1 April.</summary>
    [Fact]
    public void RuleThatDoesNotPay_SettlesStandings()
    {
        ImprovementPlan plan = new() { EmployeeId = "a", StartedOn = new(2026, 1, 1), EndsOn = new(2026, 3, 31) };
        var active = SettlementLedger.Empty.Settle(Pays.March, [Pays.Policy.ImprovementPlan.Assess(plan, Pays.March)], SettlementScope.Everything);
        var due = active.Ledger.Settle(
            new(2026, 4, 1), [Pays.Policy.ImprovementPlan.Assess(plan, new(2026, 4, 1))], SettlementScope.Everything).Lines.Single();

        Assert.Equal(["a New - - -"], active.Short());
        Assert.Equal((SettlementKind.Corrected, null), (due.Kind, due.Difference));
        Assert.Equal((Standing.OnTrack, "Active"), (due.Before!.Standing, due.Before.Band!));
        Assert.Equal((Standing.Overdue, "ReviewDue"), (due.After!.Standing, due.After.Band!));
        Assert.Equal(new DateOnly(2026, 1, 1), due.StartedOn);
    }

    [Fact]
    public void Difference_OfAmountsWithManyDigits_IsExact()
    {
        var ledger = SettlementLedger.Empty.Settle(Pays.Of("a", 90, committed: 70_000_000_000_000_000_000_000_000.01m)).Ledger;

        var line = ledger.Settle(Pays.Of("a", 90, committed: 0.02m)).Lines.Single();

        Assert.Equal(-69_999_999_999_999_999_999_999_999.99m, line.Difference);
    }

    [Fact]
    public void Line_InWords_SaysWhatWasDoneAndWhy()
    {
        var line = Settled.Settle(Pays.Of("a", 79), Pays.Of("b", 79), Pays.Of("c", 30)).Lines[0];

        Assert.StartsWith(
            "performance-pay of a in 2026-01 Corrected: Graded Full, paid 1000.00 -> Graded Partial, paid 600.00 (-400.00). Employee a in 2026-01 attained 79",
            line.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Subject_ThatIsNotClean_IsRefused() =>
        Assert.Throws<ArgumentException>(() => SettlementLedger.Empty.Settle(Pays.Of("a ", 90)));

    [Fact]
    public void Order_OfTheAssessments_ChangesNothing() => Assert.Equal(
        Settled.Settle(Pays.Of("a", 79), Pays.Of("d", 90), Pays.Of("c", null)).Lines,
        Settled.Settle(Pays.Of("c", null), Pays.Of("a", 79), Pays.Of("d", 90)).Lines);
}

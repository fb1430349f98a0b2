using System.Globalization;
using AccountRules.Facts;
using AccountRules.Tests.Rules;

namespace AccountRules.Tests.Achievements;

/// <summary>From KPI results and pay plans to pay: every period of a plan, and every result, comes to something that is seen.</summary>
public sealed class PlannedPayTests
{
    private static readonly DateOnly Late = Dated.Day("2027-06-01");

    /// <summary>January is 90 % (1000 at 100 %), February 70 % (600), March has no result; April has not begun.</summary>
    [Fact]
    public void PlanOfAYear_PaysEachMonth_AndSaysWhichHasNoResult() => Assert.Equal(
        ["2026-01 Graded 1000.00", "2026-02 Graded 600.00", "2026-03 Undetermined NoKpiResult", "2026-04 NotApplicable NotBegun"],
        Told(Policy(), Dated.Day("2026-03-31"), Plan("2026-01/2026-04", PayFrequency.Monthly), Result("2026-01", 90), Result("2026-02", 70)));

    /// <summary>16 of 31 days of 1000 are 516.129…; half of that, 258.064….</summary>
    [Theory]
    [InlineData(null, null, "516.13")]
    [InlineData(1, 2, "258.06")]
    [InlineData(0, 1, "0.00")]
    public void MonthOfWhichThePlanHas16Days_PaysTheShareOfTheseDays(int? share, int? of, string paid) => Assert.Equal(
        [$"2026-05 Graded {paid}", "2026-06 Graded " + (share is null ? "1000.00" : of == 2 ? "500.00" : "0.00")],
        Told(
            Policy(), Late, Plan("2026-05-16/2026-06-30", PayFrequency.Monthly) with { Share = share, ShareOf = of },
            Result("2026-05", 90), Result("2026-06", 90)));

    /// <summary>150, 60 and 30 of 100 are 240 of 300 by their sum, 80 %, which pays 60 %; their mean at most 120 % is 70 %.</summary>
    [Theory]
    [InlineData(PeriodRollUp.Sum, "0.8")]
    [InlineData(PeriodRollUp.Mean, "0.7")]
    public void QuarterOfAPlanThatRollsUp_IsMadeOfItsMonths(PeriodRollUp rollUp, string attained)
    {
        var rows = Rows(
            Policy(rollUp), Late, Plan("2026-01/2026-06", PayFrequency.Quarterly), Result("2026-01", 150), Result("2026-02", 60), Result("2026-03", 30),
            Result("2026-04", 90), Result("2026-05", 90));
        Assert.Equal(Dated.Number(attained), ((PlannedPay)rows[0].Fact!).Achievement!.Attained);
        Assert.Equal(["2026-Q1 Graded 600.00", "2026-Q2 Undetermined NoKpiResult"], rows.Select(Told));
    }

    [Fact]
    public void ResultsOfAPeriodWithoutAPlan_AreToldAsSuch_AlsoWhereTablesAreByGroup()
    {
        var terms = Policy().Terms;
        var grouped = new Policy(terms.With(terms.PerformancePay with { Tables = [new() { Group = "DE" }] }));
        var plan = Plan("2026-02", frequency: null) with { Group = "DE" };
        string[] expected = ["2026-02 Graded 1000.00", "2026-01 Undetermined NoPayPlan"];
        Assert.Equal(expected, Told(grouped, Late, plan, Result("2026-02", 90), Result("2026-01", 90)));
        Assert.Equal(expected, Told(Policy(), Late, plan, Result("2026-02", 90), Result("2026-01", 90)));
        Assert.Equal(
            "Employee ann in 2026-01 has results, and no pay plan for the period.", Rows(Policy(), Late, Result("2026-01", 90)).Single().Reason);
    }

    [Fact]
    public void PlanThatCannotBeFollowed_HasItsCause()
    {
        var result = Result("2026-01", 90);
        Assert.Equal(["2026-01 Undetermined NoKpiPlan"], Told(Policy(), Late, Plan("2026-01", frequency: null) with { KpiPlan = "sale" }, result));
        Assert.Equal(["2026-01/2026-04 Undetermined UnevenPayPlan"], Told(Policy(), Late, Plan("2026-01/2026-04", PayFrequency.Quarterly), result));
        Assert.Equal(
            ["2026-01-02/2026-03-31 Undetermined UnevenPayPlan"], Told(Policy(), Late, Plan("2026-01-02/2026-03-31", PayFrequency.Quarterly), result));
        Assert.Equal(["2026-01 Undetermined NoPay"], Told(Policy(), Late, Plan("2026-01", frequency: null) with { CommittedPay = null }, result));
        Assert.Equal(
            ["2026-01 Undetermined TooLarge"],
            Told(Policy(), Late, Plan("2026-01-02/2026-01-31", PayFrequency.Monthly) with { Share = 1, ShareOf = int.MaxValue }, result));
    }

    /// <summary>A rise in the middle of a month is two rows, which an assignment tells apart; without one nobody knows which pays.</summary>
    [Fact]
    public void TwoPlansOfOneMonth_AreTwoFacts_WhereAssignmentsTellThemApart()
    {
        var before = Plan("2026-05-01/2026-05-15", PayFrequency.Monthly);
        var after = Plan("2026-05-16/2026-05-31", PayFrequency.Monthly) with { CommittedPay = 2000 };
        Assert.Equal(["2026-05 Undetermined SeveralPayPlans"], Told(Policy(), Late, before, after, Result("2026-05", 90)));
        Assert.Equal(
            ["2026-05 Graded 483.87", "2026-05 Graded 1032.26"],
            Told(Policy(), Late, before with { AssignmentId = "a" }, after with { AssignmentId = "b" }, Result("2026-05", 90)));
    }

    /// <summary>Before July sales count for all; from July on calls count for a half. The second quarter is of one plan, the third of the other.</summary>
    [Fact]
    public void KpiPlan_IsThatOfTheVersionInForceInThePeriod()
    {
        var first = new Policy(Policy(PeriodRollUp.Sum).Terms with { Version = "1" });
        KpiTerms[] both = [new() { Name = "sales", Weight = 0.5m }, new() { Name = "calls", Weight = 0.5m }];
        var second = new Policy(
            first.Terms.With(first.Terms.Achievement with { Kpis = [.. both] }) with { Version = "2", EffectiveFrom = Dated.Day("2026-07-01") });
        var history = new PolicyHistory([first, second]);
        object[] results = [Result("2026-06", 90), Result("2026-07", 90), Result("2026-07", 50) with { Kpi = "calls" }];
        Assert.Equal(
            ["2026-06 Graded 1000.00", "2026-07 Graded 600.00"], Told(history, Late, [Plan("2026-06/2026-07", PayFrequency.Monthly), .. results]));
        Assert.Equal(
            ["2026-06/2026-07 Undetermined PayPlanStraddlesVersions"], Told(history, Late, [Plan("2026-06/2026-07", frequency: null), .. results]));
    }

    [Fact]
    public void WhatCouldNotBeRead_LeavesTheEmployeeUndetermined_AndNobodyElse()
    {
        var collector = Policy().PlannedPay().Collect(Late)
            .AddRange([Plan("2026-01", frequency: null), Plan("2026-01", frequency: null) with { EmployeeId = "bob" }])
            .AddRange([Result("2026-01", 90), Result("2026-01", 90) with { EmployeeId = "bob" }]);
        collector.AddUnreadable("ann");
        Assert.Equal(["2026-01 Undetermined Unreadable", "2026-01 Graded 1000.00"], collector.Assess().Select(Told));
    }

    [Fact]
    public void ResultThatCameTwice_AndDiffers_LeavesItsMonthOpen() => Assert.Equal(
        ["2026-01 Undetermined Duplicate", "2026-02 Graded 1000.00"],
        Told(Policy(), Late, Plan("2026-01/2026-02", PayFrequency.Monthly), Result("2026-01", 90), Result("2026-01", 10), Result("2026-02", 90)));

    /// <summary>
    /// A third of the target is no decimal. Above 0.3 all is paid in a marginal table: 1/30 of 300000 is 10000 to the unit; along a line from 40 % at 60 % to
    /// all at 90 % two thirds are paid 8/15, of 300000 160000.
    /// </summary>
    [Theory]
    [InlineData("marginal", 1, "towardZero", "10000")]
    [InlineData("marginal", 1, "up", "10000")]
    [InlineData("line", 2, "towardZero", "160000")]
    [InlineData("line", 2, "up", "160000")]
    public void AchievementWithoutAnEnd_IsPaidInFull(string table, int thirds, string rounding, string paid)
    {
        var policy = AccountRules.Policy.Parse($$"""
            { "achievement": { "kpis": [ { "name": "sales", "weight": 0.5 }, { "name": "calls", "weight": 0.5 } ] },
              "performancePay": { "decimals": 0, "rounding": "{{rounding}}", "tables": [
                { "group": "marginal", "kind": "marginal", "bands": [ { "name": "Low", "factor": 0 }, { "name": "Base", "above": 0.3, "factor": 1 } ] },
                { "group": "line", "bands": [
                  { "name": "Low", "factor": 0 }, { "name": "Rising", "above": 0.6, "factor": 0.4, "factorTo": 1 },
                  { "name": "Full", "above": 0.9, "factor": 1 } ] } ] } }
            """);
        var plan = Plan("2026-01", frequency: null) with { Group = table, CommittedPay = 300_000 };
        var sales = Result("2026-01", thirds) with { Target = 3 };
        var row = Rows(policy, Late, plan, sales, sales with { Kpi = "calls" }).Single();
        Assert.Equal(paid, row.Payable!.Value.ToString(CultureInfo.InvariantCulture));
        Assert.Null(row.ToBandAbove?.ActualToCut);
    }

    /// <summary>
    /// An employee's question: of 16 of 31 of 6200 to sell, 3200, 80 % are 2560, and 2000 are sold, 62.5 %, which pays 60 % of 1000. Of a plan of one KPI it is
    /// answered in what is sold.
    /// </summary>
    [Theory]
    [InlineData(2000, "17.5 points to Full; 560 more reaches 80 %, which must be exceeded")]
    [InlineData(2400, "5 points to Full; 160 more reaches 80 %, which must be exceeded")]
    public void DistanceToTheNextBand_OfAPlanOfOneKpi_IsInItsUnit(int sold, string distance)
    {
        var result = Result("2026-05", sold) with { Target = 6200, TargetShare = 16, TargetShareOf = 31 };
        var row = Rows(Policy(), Late, Plan("2026-05", frequency: null), result).Single();
        Assert.Equal(distance, row.ToBandAbove.ToString());
        Assert.Equal(600.00m, row.Payable);
    }

    /// <summary>Which of two rows of one key is right nobody knows: not the first one, where they pay otherwise.</summary>
    [Theory]
    [InlineData(1000, 1500, "2026-01 Undetermined Duplicate")]
    [InlineData(1500, 1000, "2026-01 Undetermined Duplicate")]
    [InlineData(1000, 1000, "2026-01 Graded 1000.00")]
    public void PlanThatCameTwice_WithAnotherPay_IsADuplicate(int first, int second, string said) => Assert.Equal(
        [said],
        Told(
            Policy(), Late, Plan("2026-01", frequency: null) with { CommittedPay = first }, Plan("2026-01", frequency: null) with { CommittedPay = second },
            Result("2026-01", 90)));

    /// <summary>Of a month whose days are paid by two versions, a plan that has some of them does not say to the rule which; one version pays them.</summary>
    [Theory]
    [InlineData(VersionTransition.ByDays, "2026-05 Undetermined PayPlanStraddlesVersions")]
    [InlineData(VersionTransition.ByStart, "2026-05 Graded 516.13")]
    public void DaysOfAMonthInWhichThePolicyChanges_ArePaidByOneVersionOrNone(VersionTransition transition, string may)
    {
        var first = new Policy(Policy().Terms with { Version = "1" });
        var pay = first.Terms.PerformancePay;
        var second = new Policy(first.Terms.With(pay with { Bands = [.. pay.Bands.Skip(1).Prepend(pay.Bands[0] with { Factor = 0.1m })] })
            .With(new TransitionTerms().With("performance-pay", transition)) with
        { Version = "2", EffectiveFrom = Dated.Day("2026-05-16") });
        Assert.Equal(
            [may, "2026-06 Graded 1000.00"],
            Told(
                new PolicyHistory([first, second]), Late, Plan("2026-05-16/2026-06-30", PayFrequency.Monthly), Result("2026-05", 90), Result("2026-06", 90)));
    }

    [Fact]
    public void ShareThatCannotBe_IsSoInEachMonth() => Assert.Equal(
        ["2026-05 Undetermined ImpossibleShare", "2026-06 Undetermined ImpossibleShare"],
        Told(
            Policy(), Late, Plan("2026-05-16/2026-06-30", PayFrequency.Monthly) with { Share = 40, ShareOf = 31 }, Result("2026-05", 90),
            Result("2026-06", 90)));

    /// <summary>A week, and a quarter, beside a plan of months: no plan pays them, and nothing else says so.</summary>
    [Fact]
    public void ResultsOfAnotherKindOfPeriod_AreToldToo() => Assert.Equal(
        ["2026-01 Graded 1000.00", "2026-Q1 Undetermined NoPayPlan", "2026-W03 Undetermined NoPayPlan"],
        Told(Policy(), Late, Plan("2026-01", PayFrequency.Monthly), Result("2026-01", 90), Result("2026-W03", 90), Result("2026-Q1", 90)));

    /// <summary>A quarter that is not rolled up takes its own result alone.</summary>
    [Fact]
    public void ResultsOfMonths_OfAQuarterThatIsNotRolledUp_AreToldToo() => Assert.Equal(
        ["2026-Q1 Graded 1000.00", "2026-02 Undetermined NoPayPlan"],
        Told(Policy(), Late, Plan("2026-Q1", frequency: null), Result("2026-Q1", 90), Result("2026-02", 10)));

    [Fact]
    public void Monitor_FollowsPlansAndResultsInAnyOrder()
    {
        var monitor = new PolicyMonitor(Policy(), Late, MonitoredRules.None.With(p => p.PlannedPay()));
        Assert.Equal(["2026-01 Undetermined NoPayPlan"], monitor.Add(Result("2026-01", 90)).Select(c => Told(c.After!.Value)));
        Assert.Equal(["2026-01 Graded 1000.00"], monitor.Add(Plan("2026-01", frequency: null)).Select(c => Told(c.After!.Value)));
        var mistyped = Plan("2026-01", frequency: null) with { KpiPlan = "sale" };
        Assert.Equal(["2026-01 Undetermined NoKpiPlan"], monitor.Update(mistyped).Select(c => Told(c.After!.Value)));
    }

    private static Policy Policy(PeriodRollUp? rollUp = null) => new(new PolicyTerms().With(
        new AchievementTerms { Kpis = [new() { Name = "sales", Weight = 1, Cap = 1.2m }], RollUp = rollUp }));

    private static PayPlan Plan(string period, PayFrequency? frequency) =>
        new() { EmployeeId = "ann", Period = Period.Parse(period), Frequency = frequency, CommittedPay = 1000 };

    private static KpiResult Result(string period, decimal actual) =>
        new() { EmployeeId = "ann", Kpi = "sales", Period = Period.Parse(period), Target = 100, Actual = actual };

    private static Assessment[] Rows(Policy policy, DateOnly asOf, params object[] facts) =>
        [.. policy.PlannedPay().Collect(asOf).AddRange(facts.OfType<KpiResult>()).AddRange(facts.OfType<PayPlan>()).Assess()];

    private static IEnumerable<string> Told(Policy policy, DateOnly asOf, params object[] facts) => Rows(policy, asOf, facts).Select(Told);

    private static string Told(Assessment a) =>
        $"{a.Period} {a.Standing} {(a.Payable is { } paid ? paid.ToString(CultureInfo.InvariantCulture) : a.Cause.Code)}";
}

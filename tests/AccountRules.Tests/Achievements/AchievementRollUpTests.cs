using System.Numerics;
using AccountRules.Facts;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Achievements;

/// <summary>"Results of months roll up into quarters and years (sum of parts over sum of wholes, or mean of months, as the plan says)."</summary>
public sealed class AchievementRollUpTests
{
    private static readonly Period Quarter = Period.Quarter(2026, 1);

    private static readonly Policy Policy = Policy.Parse("""
        { "achievement": {
            "kpis": [ { "name": "sales", "weight": 1 } ], "rollUp": "mean",
            "plans": [
              { "name": "sum", "rollUp": "sum", "kpis": [ { "name": "sales", "weight": 1, "cap": 1.2 } ] },
              { "name": "mean", "rollUp": "mean", "kpis": [ { "name": "sales", "weight": 1, "cap": 1.2 } ] },
              { "name": "both", "rollUp": "sum",
                "kpis": [ { "name": "sales", "weight": 0.6 }, { "name": "faults", "weight": 0.4, "direction": "lowerIsBetter" } ] },
              { "name": "faults", "rollUp": "mean", "kpis": [ { "name": "faults", "weight": 1, "direction": "lowerIsBetter" } ] },
              { "name": "not", "kpis": [ { "name": "sales", "weight": 1 } ] } ] } }
        """);

    private static KpiResult In(string period, decimal? actual, decimal? target = 100, string kpi = "sales") =>
        new() { EmployeeId = "ann", Kpi = kpi, Period = Period.Parse(period), Target = target, Actual = actual };

    private static Achievement RollUp(string plan, params KpiResult[] results) =>
        Assert.Single(Achievement.RollUp(results, Policy.KpiPlan(plan), Quarter));

    [Theory]
    [InlineData("sum", "0.48")]      // 240 of 500
    [InlineData("mean", "0.6")]      // 100 %, 50 % and 30 %
    public void Months_OfUnlikeTargets_RollUpAsThePlanSays(string plan, string attained)
    {
        var achievement = RollUp(plan, In("2026-02", 50), In("2026-01", 100), In("2026-03", 90, 300), In("2026-04", 0), In("2025-12", 0));

        Assert.Equal((Quarter, Number(attained), Cause.None, 3), (achievement.Period, achievement.Attained!.Value, achievement.Cause, achievement.Results));
        Assert.Equal(achievement.Attained, achievement.Parts.Sum(part => part.Contribution!.Value));
    }

    [Theory]
    [InlineData("sum", "0.9")]       // 270 of 300
    [InlineData("mean", "0.8")]      // 120 %, which is the most, 60 % and 60 %
    public void Month_AboveTheMost_CountsForItInAMeanAlone(string plan, string attained) =>
        Assert.Equal(Number(attained), RollUp(plan, In("2026-01", 150), In("2026-02", 60), In("2026-03", 60)).Attained);

    /// <summary>2/3, 4/5 and 14/15 are 80 % in the mean, and 80 % itself pays 60 %: quotients that are rounded first would add up to more.</summary>
    [Fact]
    public void Mean_OfEndlessRatios_IsExactlyOnTheCut()
    {
        var achievement = RollUp("", In("2026-01", 2, 3), In("2026-02", 4, 5), In("2026-03", 14, 15));

        Assert.Equal(0.8m, achievement.Attained);
        Assert.Equal(600m, Policy.PerformancePay.Assess(achievement.ForPay(1000)).Payable);
    }

    [Fact]
    public void Sum_TakesTheShareOfEachTarget()
    {
        // 16 of 31 days of 310 are 160; 160 + 100 + 100.
        var half = In("2026-01", 80, 310) with { TargetShare = 16, TargetShareOf = 31 };
        Assert.Equal(0.75m, RollUp("sum", half, In("2026-02", 90), In("2026-03", 100)).Attained);
    }

    [Fact]
    public void Sum_WhereLowerIsBetter_IsTheTargetsOverTheActuals_AndAMonthWithoutFaultsCounts()
    {
        KpiResult[] results =
        [
            In("2026-01", 100), In("2026-02", 100), In("2026-03", 100),
            In("2026-01", 0, 10, "faults"), In("2026-02", 20, 10, "faults"), In("2026-03", 40, 10, "faults"),
        ];
        // 60 % of 100 %, and 40 % of 30 over 60.
        Assert.Equal(0.8m, RollUp("both", results).Attained);
        Assert.Equal((Cause.Unbounded, "faults", Period.Month(2026, 1)), Told(RollUp("faults", results)));
    }

    [Fact]
    public void WhatIsWrongInAMonth_LeavesItUndetermined_AndIsNamedWithTheMonth()
    {
        KpiResult[] good = [In("2026-01", 90), In("2026-02", 90), In("2026-03", 90)];
        foreach (var plan in new[] { "sum", "mean" })
        {
            Assert.Equal((Cause.NoKpiResult, "sales", Period.Month(2026, 2)), Told(RollUp(plan, good[0], good[2])));
            Assert.Equal((Cause.NoActual, "sales", Period.Month(2026, 3)), Told(RollUp(plan, good[0], good[1], good[2] with { Actual = null })));
            Assert.Equal((Cause.TargetNotPositive, "sales", Period.Month(2026, 1)), Told(RollUp(plan, good[0] with { Target = 0 }, good[1], good[2])));
            Assert.Equal((Cause.Duplicate, "sales", Period.Month(2026, 2)), Told(RollUp(plan, [.. good, good[1] with { Actual = 91 }])));
            Assert.Equal((Cause.NotOfAMonth, "sales", Quarter), Told(RollUp(plan, [.. good, In("2026-Q1", 90)])));
            Assert.Equal((Cause.NotOfAMonth, "sales", Period.Week(2026, 14)), Told(RollUp(plan, [.. good, In("2026-W14", 90)])));
            Assert.Equal((Cause.NotOfAMonth, "sales", Period.Year(2026)), Told(RollUp(plan, [.. good, In("2026", 90)])));
            Assert.Equal(0.9m, RollUp(plan, [.. good, good[1]]).Attained);
        }

        var pay = Policy.PerformancePay.Assess(RollUp("sum", good[0], good[2]).ForPay(1000));
        Assert.Equal("Employee ann in 2026-Q1 has no achievement: KPI sales in 2026-02 has no result, and the plan names it.", pay.Reason);
    }

    [Fact]
    public void Explain_OfASumAndAMean_SaysWhatEachIs()
    {
        KpiResult[] results = [In("2026-01", 150), In("2026-02", 60), In("2026-03", 60)];
        Assert.Equal(
            "ann in 2026-Q1 attained 90 % (of sales, weight 1)\n  sales: 270 of 300 in 3 months is 90 %; × 1 = 90 %", RollUp("sum", results).Explain());
        Assert.Equal(
            "ann in 2026-Q1 attained 80 % (of sales, weight 1)\n  sales: 80 % in the mean of 3 months; × 1 = 80 %", RollUp("mean", results).Explain());
        Assert.Equal(
            "ann in 2026-Q1 has no achievement: KPI sales in 2026-03 has no result, and the plan names it (of sales, weight 1)\n"
                + "  sales has no result, and the plan names it",
            RollUp("mean", results[..2]).Explain());
    }

    [Fact]
    public void YearsAndHalfYears_RollUpTheirMonths_FiscalOnesToo()
    {
        KpiResult[] results = [.. Enumerable.Range(0, 15).Select(i => In($"{2026 + i / 12}-{i % 12 + 1:00}", 10 * i))];
        foreach (var (period, attained) in new[]
        {
            (Period.Year(2026), 0.55m), (Period.HalfYear(2026, 2), 0.85m), (Period.FiscalYear(2026, startMonth: 4), 0.85m),
            (Period.FiscalQuarter(2026, 4, startMonth: 2), 1.1m),
        })
        {
            Assert.Equal(attained, Assert.Single(Achievement.RollUp(results, Policy.KpiPlan(), period)).Attained);
        }
    }

    [Fact]
    public void PlanThatDoesNotSay_AndPeriodOfOneMonth_AreRefused()
    {
        Assert.StartsWith(
            "Plan `not` does not say how months are rolled up: give it `rollUp`, `sum` or `mean`.",
            Assert.Throws<ArgumentException>(() => Achievement.RollUp([], Policy.KpiPlan("not"), Quarter)).Message,
            StringComparison.Ordinal);
        foreach (var period in new[] { Period.Month(2026, 1), Period.Week(2026, 1), default })
        {
            Assert.StartsWith(
                $"`{period}` is not made of several months",
                Assert.Throws<ArgumentException>(() => Achievement.RollUp([], Policy.KpiPlan(), period)).Message,
                StringComparison.Ordinal);
        }
    }

    /// <summary>Against fractions of whole numbers, of which nothing is rounded.</summary>
    [Fact]
    public void RollUp_OfAnyResults_IsThatOfFractions()
    {
        var any = from rollUp in Gen.Elements(PeriodRollUp.Sum, PeriodRollUp.Mean)
                  from actuals in Gen.Choose(-50, 2000).ArrayOf(6)
                  from targets in Gen.Choose(1, 1500).ArrayOf(6)
                  from cap in Gen.Elements<int?>(null, 80, 120)
                  from floor in Gen.Elements<int?>(null, 0, 50)
                  select (rollUp, actuals, targets, cap, floor);
        Check.One(Generated.Cases(300), Prop.ForAll(any.ToArbitrary(), c =>
        {
            var plan = new KpiPlanTerms
            {
                Name = "",
                RollUp = c.rollUp,
                Kpis = [new() { Name = "a", Weight = 0.3m, Cap = c.cap / 100m, Floor = c.floor / 100m }, new() { Name = "b", Weight = 0.7m }],
            };
            var results = Enumerable.Range(0, 6).Select(i => In($"2026-0{i / 2 + 1}", c.actuals[i], c.targets[i], i % 2 == 0 ? "a" : "b"));
            var achievement = Assert.Single(Achievement.RollUp(results, plan, Quarter));

            var (a, b) = (Kpi(0), Kpi(1));
            var (top, bottom) = (3 * a.Top * b.Bottom + 7 * b.Top * a.Bottom, 10 * a.Bottom * b.Bottom);
            var (digits, unit) = ((BigInteger)(achievement.Attained!.Value * 1_000_000_000_000m), (BigInteger)1_000_000_000_000);
            Assert.Equal(BigInteger.Divide(top * unit, bottom), digits);
            Assert.Equal(achievement.Attained.Value, achievement.Parts.Sum(part => part.Contribution!.Value));

            (BigInteger Top, BigInteger Bottom) Kpi(int which)
            {
                var months = Enumerable.Range(0, 3).Select(m => 2 * m + which).Select(i => (Top: (BigInteger)c.actuals[i], Bottom: (BigInteger)c.targets[i]))
                    .ToArray();
                if (c.rollUp == PeriodRollUp.Sum)
                    return Bound((months.Aggregate(BigInteger.Zero, (s, m) => s + m.Top), months.Aggregate(BigInteger.Zero, (s, m) => s + m.Bottom)), which);

                var sum = months.Select(m => Bound(m, which)).Aggregate((x, y) => (x.Item1 * y.Item2 + y.Item1 * x.Item2, x.Item2 * y.Item2));
                return (sum.Item1, 3 * sum.Item2);
            }

            (BigInteger, BigInteger) Bound((BigInteger Top, BigInteger Bottom) ratio, int which) =>
                which == 0 && c.cap is { } most && ratio.Top * 100 > most * ratio.Bottom ? (most, 100)
                : which == 0 && c.floor is { } least && ratio.Top * 100 < least * ratio.Bottom ? (least, 100)
                : ratio;
        }));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static (Cause, string?, Period?) Told(Achievement achievement)
    {
        Assert.Null(achievement.Attained);
        return (achievement.Cause, achievement.Kpi, achievement.CauseIn);
    }
}

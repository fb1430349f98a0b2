using AccountRules.Documents;
using AccountRules.Facts;

namespace AccountRules.Tests.Achievements;

/// <summary>"A part that the plan names and that never came is missing, not left out."</summary>
public sealed class KpiPlanTests
{
    private const string Document = """
        { "achievement": {
            "kpis": [ { "name": "revenue", "weight": 0.6 }, { "name": "calls", "weight": 0.2 }, { "name": "visits", "weight": 0.2 } ],
            "plans": [
              { "name": "sales", "kpis": [ { "name": "calls", "weight": 0.4, "cap": 1.5, "floor": 0.5, "direction": "HigherIsBetter" },
                                           { "name": "faults", "weight": 0.6, "direction": "lowerIsBetter", "cap": 1.2 } ] },
              { "name": "one", "kpis": [ { "name": "calls", "weight": 1.00 } ] } ] } }
        """;

    private static readonly Policy Policy = Policy.Parse(Document);

    private static KpiResult Kpi(string name, decimal? actual, decimal? target = 100) =>
        new() { EmployeeId = "7", Kpi = name, Period = Period.Month(2026, 3), Target = target, Actual = actual };

    private static Achievement Of(string plan, params KpiResult[] results) => Assert.Single(Achievement.Of(results, Policy.KpiPlan(plan)));

    private static Assessment Pay(Achievement achievement) => Policy.PerformancePay.Assess(achievement.ForPay(1000));

    [Fact]
    public void Plan_WithAllItsKpis_IsTheWeightedMean()
    {
        // 0.6 * 0.9 + 0.2 * 1.15 + 0 of the visits: 77 %.
        var achievement = Of("", Kpi("visits", 0), Kpi("revenue", 90), Kpi("calls", 115));

        Assert.Equal((0.77m, Cause.None, 3, 1m), (achievement.Attained!.Value, achievement.Cause, achievement.Results, achievement.Weight!.Value));
        Assert.Equal(["calls", "revenue", "visits"], achievement.Kpis);
        Assert.Equal(600m, Pay(achievement).Payable);
    }

    [Fact]
    public void Plan_WithoutOneOfItsKpis_IsUndeterminedAndNamesIt()
    {
        // "77 % becomes 96.25 %, 600 becomes 1000" where the visits are left out.
        var achievement = Of("", Kpi("revenue", 90), Kpi("calls", 115));
        var pay = Pay(achievement);

        Assert.Equal((null, Cause.NoKpiResult, "visits", 2), (achievement.Attained, achievement.Cause, achievement.Kpi, achievement.Results));
        Assert.Equal((Standing.Undetermined, Cause.NoKpiResult, (decimal?)null), (pay.Standing, pay.Cause, pay.Payable));
        Assert.Equal("Employee 7 in 2026-03 has no achievement: KPI visits has no result, and the plan names it.", pay.Reason);
        Assert.Equal(pay.Reason, pay.ToRecord().Reason);
        Assert.Equal("calls and visits", Of("", Kpi("revenue", 90)).Kpi);
    }

    [Fact]
    public void Results_WithoutAPlan_SayWhatTheyRestOn()
    {
        var achievement = Assert.Single(Achievement.Of([Kpi("revenue", 90) with { Weight = 0.6m }, Kpi("calls", 115) with { Weight = 0.2m }]));

        Assert.Equal((0.9625m, 0.8m), (achievement.Attained!.Value, achievement.Weight!.Value));
        Assert.Equal(["calls", "revenue"], achievement.Kpis);
        Assert.Equal("7 in 2026-03 attained 96.25 % (of calls and revenue, weight 0.8)", achievement.ToString());
    }

    [Fact]
    public void Result_OfAKpiThatThePlanDoesNotName_IsToldAndDoesNotCount()
    {
        var achievement = Of("one", Kpi("calls", 90), Kpi("Calls", 10), Kpi("mail", 10));

        Assert.Equal((0.9m, 1), (achievement.Attained!.Value, achievement.Results));
        Assert.Equal(["Calls", "mail"], achievement.Unknown);
        Assert.Equal("7 in 2026-03 attained 90 % (of calls, weight 1; not of the plan: Calls and mail)", achievement.ToString());
    }

    [Theory]
    [InlineData("calls:100 faults:100", "1")]
    [InlineData("calls:200 faults:100", "1.2")]    // calls are capped at 150 %
    [InlineData("calls:10 faults:100", "0.8")]     // and count for 50 % at least
    [InlineData("calls:-10 faults:100", "0.8")]
    [InlineData("calls:100 faults:50", "1.12")]    // faults are capped at 120 %
    [InlineData("calls:100 faults:0", "1.12")]
    [InlineData("calls:100 faults:200", "0.7")]
    public void Kpi_WithCapFloorAndDirection_CountsByThem(string results, string attained) => Assert.Equal(
        Rules.Dated.Number(attained),
        Of("sales", [.. results.Split(' ').Select(r => r.Split(':')).Select(r => Kpi(r[0], Rules.Dated.Number(r[1])))]).Attained);

    [Fact]
    public void Result_ThatCannotBeMeasured_IsNamedInThePay()
    {
        var achievement = Of("sales", Kpi("calls", 90, target: null), Kpi("faults", 1));
        var pay = Pay(achievement);

        Assert.Equal((Cause.NoTarget, "calls"), (achievement.Cause, achievement.Kpi));
        Assert.Equal((Standing.Undetermined, Cause.NoTarget), (pay.Standing, pay.Cause));
        Assert.Equal("Employee 7 in 2026-03 has no achievement: KPI calls has no target.", pay.Reason);
    }

    [Fact]
    public void EveryCause_OfAnAchievement_IsThatOfThePay() => Assert.All(Achievement.Causes, cause =>
    {
        var achievement = new Achievement("7", Period.Month(2026, 3), null, cause, 1) { Kpi = "calls" };
        Assert.Equal((Standing.Undetermined, cause), (Pay(achievement).Standing, Pay(achievement).Cause));
        Assert.StartsWith("Employee 7 in 2026-03 has no achievement: KPI calls ", Pay(achievement).Reason, StringComparison.Ordinal);
        Assert.Equal(cause, Policy.PerformancePay.For<Envelope>(e => e.Pay).Assess(new Envelope(achievement.ForPay(1))).Cause);
    });

    [Fact]
    public void PayPeriod_WithoutAnActualAndACode_HasNoActual()
    {
        var pay = new PayPeriod { EmployeeId = "7", Period = Period.Month(2026, 3), Target = 1, Actual = null, CommittedPay = 1 };
        Assert.Equal(Cause.NoActual, Policy.PerformancePay.Assess(pay).Cause);
        Assert.Equal(Cause.NoActual, Policy.PerformancePay.Assess(pay with { NoActualCause = "Whatever" }).Cause);
        Assert.Equal(Cause.None, Policy.PerformancePay.Assess(pay with { Actual = 1, NoActualCause = "NoTarget" }).Cause);
    }

    [Fact]
    public void Result_AgainstThePlan_IsUndetermined()
    {
        Assert.Equal((Cause.AgainstPlan, "calls"), Told(Kpi("calls", 90) with { Weight = 0.4m }));
        Assert.Equal((Cause.AgainstPlan, "calls"), Told(Kpi("calls", 90) with { Direction = Direction.LowerIsBetter }));
        Assert.Equal((Cause.None, null), Told(Kpi("calls", 90) with { Weight = 1 }));

        static (Cause, string?) Told(KpiResult result) => (Of("one", result).Cause, Of("one", result).Kpi);
    }

    [Fact]
    public void Plan_ThatThePolicyDoesNotDeclare_SaysWhichOnesItDoes()
    {
        Assert.Equal(
            "Policy account-management unversioned declares no plan `Sales`: its plans are `sales`, `one`. (Parameter 'name')",
            Assert.Throws<ArgumentException>(() => Policy.KpiPlan("Sales")).Message);
        Assert.Equal(
            "Policy account-management documents declares no plan without a name: add it to `achievement`. (Parameter 'name')",
            Assert.Throws<ArgumentException>(() => Policy.Default.KpiPlan()).Message);
    }

    [Theory]
    [InlineData(
        """[ { "name": "a", "weight": 0.5 }, { "name": "b", "weight": 0.3 } ]""",
        "kpis: found weights that add up to 0.8; allowed: weights that add up to exactly 1, such as 0.6 and 0.4")]
    [InlineData("""[ { "name": "a", "weight": 0.5 }, { "name": "b", "weight": 0.6 } ]""", "kpis: found weights that add up to 1.1; ")]
    [InlineData(
        """[ { "name": "a", "weight": 40 }, { "name": "b", "weight": 60 } ]""", "kpis[0].weight: found 40; allowed: above 0, up to 1; write 40 % as 0.4")]
    [InlineData("""[ { "name": "a", "weight": 1.5 } ]""", "kpis[0].weight: found 1.5; allowed: above 0, up to 1, which is 100 %.")]
    [InlineData("""[ { "name": "a" } ]""", "kpis[0].weight: found nothing; ")]
    [InlineData("""[ { "name": "a", "weight": 0.5 }, { "name": "a", "weight": 0.5 } ]""", "kpis[1].name: found `a` again; ")]
    [InlineData("""[ { "name": "a ", "weight": 1 } ]""", "kpis[0].name: found `a `; ")]
    [InlineData("""[ { "name": "a", "weight": 1, "cap": 0.5, "floor": 0.6 } ]""", "kpis[0].floor: found 0.6; allowed: at most the cap, which is 0.5")]
    [InlineData("""[ { "name": "a", "weight": 1, "cap": 150 } ]""", "kpis[0].cap: found 150; allowed: from 0 to 10; write 150 % as 1.5")]
    public void Kpis_ThatCannotBeAPlan_AreRefused(string kpis, string problem)
    {
        Assert.Contains(problem, Problems($$"""{ "achievement": { "kpis": {{kpis}} } }"""), StringComparison.Ordinal);
        Assert.Contains(
            "plans[0]." + problem, Problems($$"""{ "achievement": { "plans": [ { "name": "p", "kpis": {{kpis}} } ] } }"""), StringComparison.Ordinal);
    }

    [Fact]
    public void Plans_WithoutKpisOrWithANameTwice_AreRefused()
    {
        var problems = Problems(
            """{ "achievement": { "plans": [ { "name": "p", "kpis": [] }, { "name": "p", "kpis": [ { "name": "a", "weight": 1 } ] } ] } }""");
        Assert.Contains("plans[0].kpis: found no KPI; ", problems, StringComparison.Ordinal);
        Assert.Contains("plans[1].name: found `p` again; ", problems, StringComparison.Ordinal);
    }

    [Fact]
    public void Document_WithPlans_IsWrittenAndReadAgain()
    {
        Assert.Equal(Policy, Policy.Parse(PolicyDocument.Write(Policy)));
        Assert.Equal(Policy, Policy.Parse(PolicyDocument.Write(Policy, withComments: true)));
        Assert.Equal(new AchievementTerms(), Policy.Default.Terms.Achievement);
    }

    [Fact]
    public void Handbook_OfAPolicyWithPlans_ListsThem()
    {
        Assert.Contains(
            "| `achievement.kpis` | revenue (weight 0.6, direction higherIsBetter), calls (weight 0.2, direction higherIsBetter), "
            + "visits (weight 0.2, direction higherIsBetter) |",
            PolicyHandbook.Write(Policy),
            StringComparison.Ordinal);
        Assert.Contains("one (kpis calls (weight 1, direction higherIsBetter))", PolicyHandbook.Write(Policy), StringComparison.Ordinal);
        Assert.Contains("| `achievement.plans` | none |", PolicyHandbook.Write(Policy.Default), StringComparison.Ordinal);
        Assert.DoesNotContain("departs", PolicyHandbook.Write(Policy), StringComparison.Ordinal);
    }

    private static string Problems(string json) => Assert.Throws<PolicyException>(() => Policy.Parse(json)).Message;

    private sealed record Envelope(PayPeriod Pay);
}

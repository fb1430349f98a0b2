using System.Globalization;
using AccountRules.Facts;
using AccountRules.Tests.Rules;

namespace AccountRules.Tests.Achievements;

/// <summary>"Documented readings for each choice where payrolls differ, each with its test": each row of the table of docs/pay.md is one of these.</summary>
public sealed class PayReadingTests
{
    /// <summary>sales counts for a half, without bounds; calls for a half from 0 up to 120 %; faults, of another plan, are better the fewer they are.</summary>
    private static readonly Policy Policy = Policy.Parse("""
        { "achievement": {
            "kpis": [ { "name": "sales", "weight": 0.5 }, { "name": "calls", "weight": 0.5, "floor": 0, "cap": 1.2 } ],
            "plans": [ { "name": "faults", "kpis": [ { "name": "faults", "weight": 1, "direction": "lowerIsBetter" } ] },
              { "name": "capped", "kpis": [ { "name": "faults", "weight": 1, "direction": "lowerIsBetter", "cap": 1.5 } ] },
              { "name": "gated", "kpis": [ { "name": "sales", "weight": 1, "cap": 0.7, "paysFrom": 0.8 } ] } ] },
          "performancePay": { "decimals": 0, "tables": [
            { "group": "usual" },
            { "group": "marginal", "kind": "marginal", "bands": [ { "name": "Low", "factor": 0.5 }, { "name": "High", "above": 1, "factor": 2 } ] },
            { "group": "least", "atLeast": 700 }, { "group": "most", "atMost": 399.5, "rounding": "towardZero" } ] } }
        """);

    /// <summary>An actual below 0 is what it is: -20 % of one half and 100 % of the other are 40 %; with a floor of 0 it counts as 0.</summary>
    [Theory]
    [InlineData(-20, 100, "0.4")]
    [InlineData(100, -20, "0.5")]
    [InlineData(-300, 100, "-1.0")]
    public void ActualBelow0_CountsAsItIs_UnlessThePlanHasAFloor(int sales, int calls, string attained) => Assert.Equal(
        Dated.Number(attained), Of("", Kpi("sales", 100, sales), Kpi("calls", 100, calls)).Attained);

    /// <summary>Below 0 in all is the lowest band, which pays nothing by the documents, and takes nothing back; a marginal table counts from 0.</summary>
    [Theory]
    [InlineData("usual", "0")]
    [InlineData("marginal", "0")]
    public void AchievementBelow0_PaysNothing_AndTakesNothingBack(string group, string paid) => Assert.Equal(paid, Paid(group, -1));

    [Theory]
    [InlineData("", "sales")]
    [InlineData("faults", "faults")]
    public void TargetOf0_IsUndetermined_AlsoWhereLowerIsBetter(string plan, string kpi) => Assert.Equal(
        Cause.TargetNotPositive, Of(plan, Kpi(kpi, 0, 5), Kpi("calls", 100, 100)).Cause);

    /// <summary>No faults where fewer are better attain more than any number: only a cap says how much that counts for.</summary>
    [Theory]
    [InlineData("faults", 0, null)]
    [InlineData("faults", -1, null)]
    [InlineData("capped", 0, "1.5")]
    [InlineData("capped", -1, "1.5")]
    public void ActualOf0WhereLowerIsBetter_CountsAsTheCap_OrIsUndetermined(string plan, int actual, string? attained)
    {
        var achievement = Of(plan, Kpi("faults", 10, actual));
        Assert.Equal((Dated.NumberOrNone(attained), attained is null ? Cause.Unbounded : Cause.None), (achievement.Attained, achievement.Cause));
    }

    /// <summary>300 % of calls count as 120 %, and then half: 60 points; the achievement itself has no most.</summary>
    [Theory]
    [InlineData(100, 300, "1.1")]
    [InlineData(500, 300, "3.1")]
    public void Cap_IsOfAKpi_BeforeItsWeight_AndNotOfTheAchievement(int sales, int calls, string attained) => Assert.Equal(
        Dated.Number(attained), Of("", Kpi("sales", 100, sales), Kpi("calls", 100, calls)).Attained);

    /// <summary>A gate is asked of what was attained, not of what it counts for: 85 % passes though 70 % is the most that counts.</summary>
    [Theory]
    [InlineData(85, null)]
    [InlineData(80, null)]
    [InlineData(79, "sales at 80 %")]
    public void Gate_IsAskedBeforeTheCap(int actual, string? withheld) => Assert.Equal(withheld, Of("gated", Kpi("sales", 100, actual)).WithheldFor);

    [Theory]
    [InlineData("0.8", "600")]
    [InlineData("0.8000000000000000000000000001", "1000")]
    [InlineData("1", "1000")]
    public void UpperEndOfABand_IsItsOwn(string attained, string paid) => Assert.Equal(paid, Paid("usual", Dated.Number(attained)));

    /// <summary>700 at the least where anything is due, not where nothing is; 399.5 at the most, and then cut off to whole units.</summary>
    [Theory]
    [InlineData("least", "0.5", "700")]
    [InlineData("least", "0.3", "0")]
    [InlineData("most", "0.5", "399")]
    public void Bounds_AreAskedBeforeTheOneRounding(string group, string attained, string paid) => Assert.Equal(paid, Paid(group, Dated.Number(attained)));

    /// <summary>A share of 0 is nothing due; 1 of 3 of 1000 at 60 % is 200, in one product.</summary>
    [Theory]
    [InlineData(0, 1, "0")]
    [InlineData(1, 3, "200")]
    public void Share_IsOfTheCommittedPay(int share, int of, string paid) => Assert.Equal(paid, Paid("usual", 0.7m, share, of));

    private static Achievement Of(string plan, params KpiResult[] results) =>
        Achievement.Of(results.Where(r => Policy.KpiPlan(plan).Kpis.Any(k => k.Name == r.Kpi)), Policy.KpiPlan(plan)).Single();

    private static KpiResult Kpi(string kpi, decimal target, decimal actual) => new()
    {
        EmployeeId = "ann",
        Kpi = kpi,
        Period = Period.Month(2026, 5),
        Target = target,
        Actual = actual,
        Direction = kpi == "faults" ? Direction.LowerIsBetter : Direction.HigherIsBetter,
    };

    private static string Paid(string group, decimal attained, int share = 1, int of = 1) => Policy.PerformancePay.Assess(
        new()
        {
            EmployeeId = "ann",
            Period = Period.Month(2026, 5),
            Target = 1,
            Actual = attained,
            CommittedPay = 1000,
            Group = group,
            Share = share,
            ShareOf = of,
        },
        new(2026, 6, 1)).Payable!.Value.ToString(CultureInfo.InvariantCulture);
}

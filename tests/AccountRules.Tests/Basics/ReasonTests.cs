using AccountRules.Facts;

namespace AccountRules.Tests.Basics;

/// <summary>The sentences that people get to read.</summary>
public sealed class ReasonTests
{
    private static readonly Policy Policy = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100_000, ExitThreshold = 80_000 }));
    private static readonly DateOnly Ordered = Rules.Dated.Day("2026-09-02");

    [Theory]
    [InlineData(81, null, "Order 1042 is open for 81 of 90 days, due 2026-12-01.")]
    [InlineData(91, null, "Order 1042 is open for 91 days, 1 more than the 90 allowed; it was due 2026-12-01.")]
    [InlineData(200, 90, "Order 1042 was fulfilled on day 90 of 90, 2026-12-01; it was due 2026-12-01.")]
    [InlineData(200, 91, "Order 1042 was fulfilled on 2026-12-02 after 91 days, 1 more than the 90 allowed; it was due 2026-12-01.")]
    [InlineData(-1, null, "Order 1042 begins on 2026-09-02, after 2026-09-01.")]
    [InlineData(0, -1, "Order 1042 ends before it begins.")]
    public void Order_AsOfADay_SaysWhy(int day, int? fulfilledAfter, string reason)
    {
        var order = new FteOrder { OrderId = "1042", OrderedOn = Ordered, FulfilledOn = fulfilledAfter is { } days ? Ordered.AddDays(days) : null };
        var a = Policy.FteFulfillment.Assess(order, Ordered.AddDays(day));
        Assert.Equal(reason, a.Reason);
        Assert.Equal($"fte-fulfillment {a.Standing}: {reason}", a.ToString());
    }

    [Fact]
    public void Order_WithoutDate_SaysWhy() =>
        Assert.Equal("Order 1042 has no start date.", Policy.FteFulfillment.Assess(new FteOrder { OrderId = "1042", OrderedOn = null }, Ordered).Reason);

    [Fact]
    public void Item_Open_SaysWhy() =>
        Assert.Equal(
            "Registry item R-7 is open for 1 of 60 days, due 2026-11-01.",
            Policy.RegistryClosure.Assess(new RegistryItem { ItemId = "R-7", AddedOn = Ordered }, Ordered.AddDays(1)).Reason);

    [Theory]
    [InlineData("100", "85", Direction.HigherIsBetter, "KPI calls of ann in 2026-03 attained 85 %; Met is above 85 %.")]
    [InlineData("100", "85.00001", Direction.HigherIsBetter, "KPI calls of ann in 2026-03 attained 85.00… %; Met is above 85 %.")]
    [InlineData("100", "84.99999", Direction.HigherIsBetter, "KPI calls of ann in 2026-03 attained 84.99… %; Met is above 85 %.")]
    [InlineData("10", "8", Direction.LowerIsBetter, "KPI calls of ann in 2026-03 attained 125 %; Met is above 85 %.")]
    [InlineData("10", "0", Direction.LowerIsBetter, "KPI calls of ann in 2026-03 has an actual of 0 or less where lower is better; Met is above 85 %.")]
    [InlineData(
        "3081", "0.0000000000000000000000000001", Direction.LowerIsBetter, "KPI calls of ann in 2026-03 attained more than can be stated; Met is above 85 %.")]
    [InlineData("3081", "-1", Direction.LowerIsBetter, "KPI calls of ann in 2026-03 has an actual of 0 or less where lower is better; Met is above 85 %.")]
    [InlineData(
        "0.01", "79228162514264337593543950335", Direction.HigherIsBetter, "KPI calls of ann in 2026-03 attained more than can be stated; Met is above 85 %.")]
    [InlineData(
        "0.01", "-79228162514264337593543950335", Direction.HigherIsBetter, "KPI calls of ann in 2026-03 attained less than can be stated; Met is above 85 %.")]
    [InlineData("0", "1", Direction.HigherIsBetter, "KPI calls of ann in 2026-03 has a target of 0 or less, and a target must be above 0.")]
    [InlineData(null, "1", Direction.HigherIsBetter, "KPI calls of ann in 2026-03 has no target.")]
    [InlineData("1", null, Direction.HigherIsBetter, "KPI calls of ann in 2026-03 has no actual.")]
    public void Kpi_AgainstItsTarget_SaysWhy(string? target, string? actual, Direction direction, string reason) =>
        Assert.Equal(reason, Policy.KpiAttainment.Assess(Kpi("2026-03", target, actual) with { Direction = direction }).Reason);

    /// <summary>The actual is below 1, and the ratio above all numbers: the target is a share of the least one.</summary>
    [Fact]
    public void Kpi_AgainstAShareOfTheLeastTarget_SaysWhy() => Assert.Equal(
        "KPI calls of ann in 2026-03 attained more than can be stated of 1/31 of the target; Met is above 85 %.",
        Policy.KpiAttainment.Assess(Kpi("2026-03", "0.0000000000000000000000000001", "0.9") with { TargetShare = 1, TargetShareOf = 31 }).Reason);

    [Fact]
    public void Month_OfKpis_SaysWhy()
    {
        var rows = Policy.KpiMonth.Assess(
            [
                Kpi("2026-01", "1", "1"), Kpi("2026-02", "1", "1"), Kpi("2026-04", "1", "1"), Kpi("2026-05", "1", "0"),
                Kpi("2026-05", null, "1") with { Kpi = "sales" },
                Kpi("2026-06", "1", "1"),
            ],
            Rules.Dated.Day("2026-05-31"));
        Assert.Equal(
        [
            "Employee ann in 2026-01: 1 of 1 met; 1 in a row.",
            "Employee ann in 2026-02: 1 of 1 met; 2 in a row.",
            "Employee ann in 2026-04: 1 of 1 met; 1 in a row, begun anew because nothing is known right after 2026-02.",
            "Employee ann in 2026-05: 0 of 2 met, 1 missed, 1 undetermined; provisional, since 2026-05 runs until 2026-05-31.",
            "Employee ann in 2026-06 begins on 2026-06-01, after 2026-05-31.",
        ], rows.Select(r => r.Reason));
    }

    [Fact]
    public void Account_OverItsPeriods_SaysWhy()
    {
        decimal[] revenues = [1, 100_000, 80_000, 79_999.5m];
        var rows = Policy.KeyAccount.Track(
            revenues.Select((revenue, i) => new AccountRevenue { AccountId = "A", Period = Period.Month(2026, i + 1), Revenue = revenue }),
            DateOnly.MaxValue,
            new TrackPeriods(revenues.Select((_, i) => Period.Month(2026, i + 1))));
        Assert.Equal(
        [
            "Account A in 2026-01 has revenue 1: Standard, Key from 100000.",
            "Account A in 2026-02 has revenue 100000: Key, from 100000 until below 80000; it enters.",
            "Account A in 2026-03 has revenue 80000: Key, from 100000 until below 80000; it stays.",
            "Account A in 2026-04 has revenue 79999.5: Standard, Key from 100000; it leaves.",
        ], rows.Select(r => r.Reason));
    }

    [Theory]
    [InlineData("90", "500.55", "Employee ann in 2026-Q1 attained 90 %: Full, paid at 100 %, 500.55 of 500.55.")]
    [InlineData("79", "1234.5", "Employee ann in 2026-Q1 attained 79 %: Partial, paid at 60 %, 740.70 of 1234.50.")]
    [InlineData("80", "33.3375", "Employee ann in 2026-Q1 attained 80 %: Partial, paid at 60 %, 20.00 of 33.3375.")]
    [InlineData("35", "1000", "Employee ann in 2026-Q1 attained 35 %: Pip, paid at 0 %, 0.00 of 1000.00; enters programme PIP.")]
    [InlineData("35", null, "Employee ann in 2026-Q1 has no committed pay.")]
    public void Pay_ForAnAchievement_SaysWhy(string actual, string? committed, string reason) => Assert.Equal(reason, Policy.PerformancePay.Assess(new PayPeriod
    {
        EmployeeId = "ann",
        Period = Period.Quarter(2026, 1),
        Target = 100,
        Actual = Rules.Dated.Number(actual),
        CommittedPay = Rules.Dated.NumberOrNone(committed),
    }).Reason);

    [Theory]
    [InlineData("0.01", "79228162514264337593543950335", "more than can be stated: Over, paid at 110 %, 1.10 of 1.00")]
    [InlineData("0.01", "-79228162514264337593543950335", "less than can be stated: Pip, paid at 0 %, 0.00 of 1.00; enters programme PIP")]
    public void Pay_ForARatioThatNoDecimalHolds_SaysSo(string target, string actual, string reason) =>
        Assert.Equal($"Employee ann in 2026-Q1 attained {reason}.", Policy.PerformancePay.Assess(
            new PayPeriod
            {
                EmployeeId = "ann",
                Period = Period.Quarter(2026, 1),
                Target = Rules.Dated.Number(target),
                Actual = Rules.Dated.Number(actual),
                CommittedPay = 1,
            }).Reason);

    [Fact]
    public void Tier_WhereLowerIsBetterAndTheActualIsNothing_SaysSo() => Assert.Equal(
        "Ticket t has an actual of 0 or less where lower is better: High.",
        new TierRule<Ticket>(
            Ticket.Info,
            Measure.Ratio<Ticket>(t => t.Done, t => 1, t => true),
            new(Band.Lowest("Low"), Band.Above(1, "High")),
            Ticket.Shape).Assess(new("t", null, null, 0)).Reason);

    [Fact]
    public void Plan_CompletedAtARatioThatNoDecimalHolds_SaysSo() => Assert.Equal(
        "Improvement plan of ann was completed on 2026-10-30 at more than can be stated, and above 35 % is expected: performance is restored.",
        Policy.ImprovementPlan.Assess(new ImprovementPlan
        {
            EmployeeId = "ann",
            StartedOn = Ordered,
            EndsOn = Rules.Dated.Day("2026-10-31"),
            CompletedOn = Rules.Dated.Day("2026-10-30"),
            Target = 0.01m,
            Actual = decimal.MaxValue,
        }).Reason);

    [Fact]
    public void Assessment_MadeWithoutADate_HasNone()
    {
        var kpi = Kpi("2026-03", "1", "1");
        Assert.Null(Policy.KpiAttainment.Assess(kpi).AsOf);
        Assert.Equal(Ordered, Policy.KpiAttainment.Assess(kpi, Ordered).AsOf);
    }

    [Theory]
    [InlineData("2026-10-01", null, null, "Improvement plan of ann runs until 2026-10-31.")]
    [InlineData("2026-11-01", null, null, "Improvement plan of ann ended on 2026-10-31 and is not completed: its review is due.")]
    [InlineData(
        "2026-11-01", "2026-10-30", "90", "Improvement plan of ann was completed on 2026-10-30 at 90 %, and above 35 % is expected: performance is restored.")]
    [InlineData("2026-11-01", "2026-10-30", "35",
        "Improvement plan of ann was completed on 2026-10-30 at 35 %, and above 35 % is expected: a termination review is recommended, "
        + "which a named person decides.")]
    public void Plan_AsOfADay_SaysWhy(string asOf, string? completedOn, string? actual, string reason) => Assert.Equal(reason, Policy.ImprovementPlan.Assess(
        new ImprovementPlan
        {
            EmployeeId = "ann",
            StartedOn = Ordered,
            EndsOn = Rules.Dated.Day("2026-10-31"),
            CompletedOn = Rules.Dated.DayOrNone(completedOn),
            Target = 100,
            Actual = Rules.Dated.NumberOrNone(actual),
        },
        Rules.Dated.Day(asOf)).Reason);

    private static KpiResult Kpi(string period, string? target, string? actual) =>
        new()
        {
            EmployeeId = "ann",
            Kpi = "calls",
            Period = Period.Parse(period),
            Target = Rules.Dated.NumberOrNone(target),
            Actual = Rules.Dated.NumberOrNone(actual),
        };
}

using AccountRules.Facts;

namespace AccountRules.Tests.Basics;

/// <summary>A fact whose period was never set is refused by every verb: it is neither met nor paid.</summary>
public sealed class NoPeriodTests
{
    private static readonly DateOnly Day = new(2026, 12, 31);
    private static readonly Policy Policy = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 }));
    private static readonly KpiResult Result = new() { EmployeeId = "ann", Kpi = "calls", Period = default, Target = 100, Actual = 90 };
    private static readonly PayPeriod Pay = new() { EmployeeId = "ann", Period = default, Target = 100, Actual = 90, CommittedPay = 1000 };
    private static readonly AccountRevenue Revenue = new() { AccountId = "A", Period = default, Revenue = 500 };

    private static readonly KpiPlanTerms Plan = new() { Name = "sales", Kpis = [new() { Name = "calls" }], RollUp = PeriodRollUp.Sum };

    public static TheoryData<string> Verbs => [.. Calls.Keys];

    private static Dictionary<string, Action> Calls { get; } = new()
    {
        ["judge"] = () => Policy.KpiAttainment.Judge(Result, Day),
        ["assess"] = () => _ = Policy.PerformancePay.Assess(Pay, Day).Payable,
        ["assess many"] = () => Policy.PerformancePay.Assess([Pay, Pay], Day).Count(),
        ["find"] = () => Policy.KpiAttainment.FindAll([Result, Result], Day, [Standing.Met]).Count(),
        ["count"] = () => Policy.KpiAttainment.CountByStanding(Enumerable.Repeat(Result, 1000).ToArray(), Day),
        ["count by band"] = () => Policy.PerformancePay.CountByBand(Enumerable.Repeat(Pay, 1000).ToArray(), Day),
        ["months"] = () => Policy.KpiMonth.Assess([Result], Day).Count(),
        ["track"] = () => Policy.KeyAccount.Track([Revenue], Day).Count(),
        ["agenda"] = () => new Agenda(Day, days: 30).Add(Policy.KpiAttainment, [Result]).Entries(),
        ["achievement"] = () => Policy.PerformancePay.Judge(Achievement.Of([Result]).Single().ForPay(1000), Day),
        ["achievement alone"] = () => Achievement.Of([Result]).Count(),
        ["achievement of a plan"] = () => Achievement.Of([Result], Plan).Count(),
        ["achievement of months"] = () => Achievement.RollUp([Result], Plan, Period.Quarter(2026, 1)).Count(),
        ["gathered without it in its key"] = () => Policy.Satisfaction.Collect(Day)
            .AddRange([new SurveyResponse { SurveyId = "s", AccountId = "A", Period = default, Score = 5 }]).Assess().Count(),
        ["gathered"] = () => Gathered(Policy.RevenueGrowth.Collect(Day)),
    };

    private static void Gathered(GatheringCollector<Growth> collector)
    {
        collector.Add(Revenue);
        _ = collector.Assess().Count();
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Fact_WhosePeriodWasNeverSet_IsRefused(string verb)
    {
        var e = Assert.ThrowsAny<Exception>(Calls[verb]);

        Assert.Contains("default(Period)", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Period_ThatIsNone_HasNoDays_AndIsToldInATextOfItsOwn()
    {
        Assert.Throws<InvalidOperationException>(() => default(Period).Start);
        Assert.Throws<InvalidOperationException>(() => default(Period).End);
        Assert.Equal("", default(Period).ToString());
        Assert.True(default(Period) < Period.Month(1, 1));
    }
}

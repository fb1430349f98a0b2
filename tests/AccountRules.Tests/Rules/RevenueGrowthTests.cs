using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>Revenue by account grows, also in deal size and against an industry benchmark (duties, Revenue Growth).</summary>
public sealed class RevenueGrowthTests
{
    private static readonly DateOnly AsOf = new(2026, 7, 1);

    [Theory]
    [InlineData("100", "100.01", "Grown")]
    [InlineData("100", "100", "NotGrown")]
    [InlineData("100", "99.99", "NotGrown")]
    [InlineData("100", "0", "NotGrown")]
    [InlineData("100", "-5", "NotGrown")]
    [InlineData("0.01", "0.02", "Grown")]
    public void Revenue_BesideThatOfThePeriodBefore_IsMetOnlyAbove(string before, string now, string band)
    {
        var (one, other) = (Dated.Number(before), Dated.Number(now));
        var a = Last(Tested.Policy.RevenueGrowth, Row("A", 1, one), Row("A", 2, other));
        Assert.Equal((band, band == "Grown" ? Standing.Met : Standing.Missed, other / one), (a.Band, a.Standing, a.Value));
    }

    [Theory]
    [InlineData("0.05", "105.01", Standing.Met)]
    [InlineData("0.05", "105", Standing.Missed)]
    [InlineData("0.05", "104.99", Standing.Missed)]
    [InlineData("-0.05", "95", Standing.Missed)]
    [InlineData("-0.05", "95.01", Standing.Met)]
    public void Benchmark_ItselfIsMissed(string benchmark, string now, Standing expected)
    {
        var policy = new Policy(new PolicyTerms().With(new RevenueGrowthTerms { Benchmark = Dated.Number(benchmark) }));
        Assert.Equal(expected, Last(policy.RevenueGrowth, Row("A", 1, 100), Row("A", 2, Dated.Number(now))).Standing);
    }

    /// <summary>1.1 times a base of 28 digits has 29, and a product rounded to 28 would be the number that it is compared with.</summary>
    /// <summary>What can't be read is not absent: it counts as unmeasured wherever it may belong, and has its row there.</summary>
    [Fact]
    public void Account_OfWhichNoRowCanBeRead_IsUndeterminedAndThere()
    {
        var collector = Policy.Default.RevenueGrowth.Collect(new(2026, 6, 1));
        collector.Add(new AccountRevenue { AccountId = "A", Period = Period.Month(2026, 1), Revenue = 1 });
        collector.AddUnreadable(new AccountRevenue { AccountId = "D", Period = Period.Month(2026, 1), Revenue = null });
        var unread = collector.Assess().First(a => a.Subject == "D");
        Assert.Equal((Period.Month(2026, 1), Cause.Unreadable), (unread.Period, unread.Cause));
    }

    [Fact]
    public void Products_OfManyDigits_AreNotRounded()
    {
        var rule = new Policy(new PolicyTerms().With(new RevenueGrowthTerms { Benchmark = 0.1m })).RevenueGrowth;
        Assert.Equal(Standing.Met, Last(rule, Row("A", 1, 3.000000000000000000000000004m), Row("A", 2, 3.3000000000000000000000000045m)).Standing);
        Assert.Equal(Standing.Missed, Last(rule, Row("A", 1, 3.000000000000000000000000004m), Row("A", 2, 3.3000000000000000000000000044m)).Standing);
    }

    [Fact]
    public void FirstPeriodOfAnAccount_HasNoBase_AndIsUndetermined() =>
        Is("NoRevenueBefore", Last(Tested.Policy.RevenueGrowth, Row("B", 1, 5), Row("B", 2, 5), Row("A", 2, 100)), "A");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Base_Of0OrLess_IsUndetermined(decimal before) =>
        Is("BaseNotPositive", Last(Tested.Policy.RevenueGrowth, Row("A", 1, before), Row("A", 2, 100)), "A");

    [Fact]
    public void Revenue_ThatIsMissing_IsUndetermined()
    {
        Is("NoAmount", Last(Tested.Policy.RevenueGrowth, Row("A", 1, 100), Row("A", 2, null)), "A");
        Is("NoRevenueBefore", Last(Tested.Policy.RevenueGrowth, Row("A", 1, null), Row("A", 2, 100)), "A");
    }

    [Fact]
    public void Account_WithoutARowInAPeriodOfTheData_HadRevenue0Then()
    {
        var rows = All(Tested.Policy.RevenueGrowth, Row("A", 1, 100), Row("B", 1, 7), Row("B", 2, 8));
        var gone = rows.Single(a => a.Key == new FactKey("A", Period.Month(2026, 2)));
        Assert.Equal((Standing.Missed, 0m), (gone.Standing, gone.Value));
        Assert.Equal("Account A in 2026-02 made 0 after 100 in the period before, 0 % of it; Grown is above 100 %.", gone.Reason);

        // Of March the data has nothing, of nobody.
        Assert.DoesNotContain(rows, a => a.Period == Period.Month(2026, 3));
    }

    [Fact]
    public void Account_ThatComesBackAfterAGap_HasNoBase()
    {
        var rows = All(Tested.Policy.RevenueGrowth, Row("A", 1, 100), Row("B", 2, 7), Row("A", 3, 100));
        Assert.Equal(
            ["A 2026-01 Undetermined", "A 2026-02 Missed", "A 2026-03 Undetermined", "B 2026-02 Undetermined", "B 2026-03 Missed"],
            rows.Select(a => $"{a.Subject} {a.Period} {a.Standing}"));
    }

    [Fact]
    public void Years_AreNotComparedWithMonths() => Assert.All(
        All(Tested.Policy.RevenueGrowth, new() { AccountId = "A", Period = Period.Year(2025), Revenue = 1 }, Row("A", 1, 100)),
        a => Assert.Equal(Standing.Undetermined, a.Standing));

    [Fact]
    public void UnreadableRow_IsOfItsAccountAndOfTheNextPeriod_AndKeepsThePeriodInTheData()
    {
        var collector = Tested.Policy.RevenueGrowth.Collect(AsOf).AddRange([Row("A", 1, 1), Row("A", 3, 1), Row("B", 1, 1)]);
        collector.AddUnreadable(Row("A", 2, null));
        Assert.Equal(
            ["A 2026-01 NoRevenueBefore", "A 2026-02 Unreadable", "A 2026-03 Unreadable", "B 2026-01 NoRevenueBefore", "B 2026-02 None"],
            collector.Assess().Select(a => $"{a.Subject} {a.Period} {a.Cause}"));
    }

    [Fact]
    public void SameAccountAndPeriodTwice_IsADuplicate_WhereTheStandingHangsOnIt()
    {
        var rule = Tested.Policy.RevenueGrowth;
        Assert.Equal(Cause.Duplicate, rule.Collect(AsOf).AddRange([Row("A", 1, 5), Row("A", 2, 6), Row("A", 2, 4)]).Assess().Last().Cause);
        Assert.Equal(Standing.Met, rule.Collect(AsOf).AddRange([Row("A", 1, 5), Row("A", 2, 6), Row("A", 2, 7)]).Assess().Last().Standing);
    }

    [Fact]
    public void PeriodThatRuns_IsProvisional()
    {
        var rows = Tested.Policy.RevenueGrowth.Collect(new(2026, 2, 28)).AddRange([Row("A", 1, 5), Row("A", 2, 6), Row("A", 3, 7)]).Assess().ToArray();
        Assert.Equal([false, true, false], rows.Select(a => a.IsProvisional));
        Assert.Equal(Standing.NotApplicable, rows[2].Standing);
    }

    [Theory]
    [InlineData(2, 200, 1, "100", Standing.Missed)]
    [InlineData(2, 200, 1, "100.01", Standing.Met)]
    [InlineData(3, 100, 3, "100.01", Standing.Met)]
    [InlineData(3, 100, 4, "200", Standing.Met)]
    [InlineData(3, 300, 4, "399.99", Standing.Missed)]
    public void DealSize_IsRevenueByDeals(int dealsBefore, int before, int deals, string now, Standing expected)
    {
        var a = Last(Tested.Policy.DealSize, Row("A", 1, before, dealsBefore), Row("A", 2, Dated.Number(now), deals));
        Assert.Equal(expected, a.Standing);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(1, null)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, -1)]
    public void DealSize_WithoutDeals_IsUndetermined(int? dealsBefore, int? deals) =>
        Is("NoDeals", Last(Tested.Policy.DealSize, Row("A", 1, 100, dealsBefore), Row("A", 2, 100, deals)), "A");

    [Fact]
    public void DealSize_SaysWhatItIsMadeOf()
    {
        var a = Last(Tested.Policy.DealSize, Row("A", 1, 100, 3), Row("A", 2, 100, 2));
        Assert.Equal("Account A in 2026-02 made 100 by 2 deals after 100 by 3 in the period before, 150 % of the size; Grown is above 100 %.", a.Reason);
        Assert.Equal(1.5m, a.Value);
        Assert.Equal(-33.333333333333333333333333333m, a.ToBandBelow?.ActualToCut);
        Assert.Equal(["actual 100", "actualOf 2", "target 100", "targetOf 3"], a.ToRecord().Inputs.Select(i => $"{i.Name} {i.Value}"));
    }

    /// <summary>A monitor makes the rows anew that hang on whether a period is in the data at all.</summary>
    [Fact]
    public void Monitor_KnowsWhenAPeriodComesIntoTheData_AndGoes()
    {
        var monitor = new PolicyMonitor(Policy.Default, AsOf);
        monitor.Add(Row("A", 1, 100));
        FactKey gone = new("A", Period.Month(2026, 2));
        Assert.Null(monitor.Find("revenue-growth", gone));
        monitor.Add(Row("B", 2, 7));
        Assert.Equal(Standing.Missed, monitor.Find("revenue-growth", gone)?.Standing);
        monitor.Remove<AccountRevenue>(new("B", Period.Month(2026, 2)));
        Assert.Null(monitor.Find("revenue-growth", gone));
    }

    [Theory]
    [InlineData("revenueGrowth", "-1")]
    [InlineData("dealSize", "-1")]
    [InlineData("revenueGrowth", "10.01")]
    public void Benchmark_OutOfRange_IsRefused(string section, string benchmark) => Assert.Equal(
        $"$.{section}.benchmark",
        Assert.Throws<PolicyException>(
            () => Policy.Parse($$"""{ "{{section}}": { "benchmark": {{benchmark}} } }""")).Problems.Single().Path);

    private static AccountRevenue Row(string account, int month, decimal? revenue, int? deals = null) =>
        new() { AccountId = account, Period = Period.Month(2026, month), Revenue = revenue, Deals = deals };

    private static Assessment[] All(GatheredRule<Growth> rule, params AccountRevenue[] rows) => [.. rule.Collect(AsOf).AddRange(rows).Assess()];

    private static Assessment Last(GatheredRule<Growth> rule, params AccountRevenue[] rows) => All(rule, rows).Last(a => a.Subject == "A");

    private static void Is(string cause, Assessment found, string account) =>
        Assert.Equal((account, Standing.Undetermined, cause, null), (found.Subject, found.Standing, found.Cause.Code, found.Band));
}

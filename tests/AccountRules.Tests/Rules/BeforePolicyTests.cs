using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>"A fact that begins before the policy is in force is NotApplicable, with that cause."</summary>
public sealed class BeforePolicyTests
{
    private static readonly DateOnly First = new(2026, 4, 1);
    private static readonly DateOnly AsOf = new(2026, 12, 31);
    private static readonly Policy Policy = new(new PolicyTerms { EffectiveFrom = First }.With(new KeyAccountTerms { EntryThreshold = 100 }));

    [Theory]
    [InlineData("2026-03-31", "BeforePolicy")]
    [InlineData("2026-04-01", "None")]
    [InlineData("2027-01-01", "NotBegun")]
    [InlineData(null, "NoStart")]
    public void Order_IsJudgedByItsStart(string? orderedOn, string cause) =>
        Assert.Equal(cause, Policy.FteFulfillment.Judge(new() { OrderId = "1", OrderedOn = orderedOn is null ? null : Dated.Day(orderedOn) }, AsOf).Cause.Code);

    [Theory]
    [InlineData("2026-03", "BeforePolicy")]
    [InlineData("2026-04", "None")]
    [InlineData("2026-Q1", "BeforePolicy")]
    [InlineData("2026-Q2", "None")]
    [InlineData("2026", "BeforePolicy")]
    [InlineData("2027-01", "NotBegun")]
    public void Result_IsJudgedByTheFirstDayOfItsPeriod(string period, string cause) =>
        Assert.Equal(cause, Policy.KpiAttainment.Judge(Result(period), AsOf).Cause.Code);

    /// <summary>A policy in force from the middle of a month: that month begins before it.</summary>
    [Fact]
    public void Month_ThatBeginsBeforeTheDay_IsNotJudged()
    {
        var policy = new Policy(Policy.Terms with { EffectiveFrom = new(2026, 3, 2) });
        Assert.Equal(Cause.BeforePolicy, policy.KpiAttainment.Judge(Result("2026-03"), AsOf).Cause);
        Assert.Equal(Cause.None, policy.KpiAttainment.Judge(Result("2026-04"), AsOf).Cause);
    }

    [Theory]
    [InlineData("2026-03-31", "2026-05-01", "BeforePolicy")]
    [InlineData("2026-04-01", "2026-03-01", "None")]
    [InlineData(null, "2026-03-31", "BeforePolicy")]
    [InlineData(null, "2026-04-01", "None")]
    [InlineData(null, null, "NoDue")]
    public void Invoice_IsJudgedByItsIssue_AndWithoutOneByItsDueDate(string? issued, string? due, string cause)
    {
        var invoice = new Invoice { InvoiceId = "1", IssuedOn = issued is null ? null : Dated.Day(issued), DueOn = due is null ? null : Dated.Day(due) };
        Assert.Equal(cause, Policy.Payment.Judge(invoice, AsOf).Cause.Code);
    }

    [Fact]
    public void Fact_FromBefore_IsNotApplicable_PaysNothing_SaysWhyAndNeverChanges()
    {
        var pay = Policy.PerformancePay.Assess(
            new PayPeriod { EmployeeId = "ann", Period = Period.Month(2026, 3), Target = 100, Actual = 90, CommittedPay = 1000 }, new(2026, 1, 1));
        Assert.Equal((Standing.NotApplicable, (decimal?)null, (DateOnly?)null), (pay.Standing, pay.Payable, pay.ChangesOn));
        Assert.Equal(
            "Employee ann in 2026-03 dates from 2026-03-01, before the policy is in force, which is from 2026-04-01 on.",
            pay.Reason);
        Assert.Equal(
            "Invoice 1 dates from 2026-01-31, before the policy is in force, which is from 2026-04-01 on.",
            Policy.Payment.Assess(new() { InvoiceId = "1", DueOn = new(2026, 1, 31) }, AsOf).Reason);
    }

    [Fact]
    public void Rule_OfAHostsType_IsInForceFromTheSameDay()
    {
        var mine = Policy.FteFulfillment.For<Tuple<string, DateOnly>>(t => new FteOrder { OrderId = t.Item1, OrderedOn = t.Item2, FulfilledOn = null });
        Assert.Equal(Cause.BeforePolicy, mine.Judge(new("1", First.AddDays(-1)), AsOf).Cause);
        Assert.Equal(Cause.None, mine.Judge(new("1", First), AsOf).Cause);
    }

    [Fact]
    public void Months_FromBefore_AreNotApplicable_AndTheStreakBeginsAfterThem()
    {
        var months = Policy.KpiMonth.Assess([Result("2026-02"), Result("2026-03"), Result("2026-04"), Result("2026-05"), Result("2027-01")], AsOf).ToArray();
        Assert.Equal(["BeforePolicy 0", "BeforePolicy 0", "None 1", "None 2", "NotBegun 0"], months.Select(m => $"{m.Cause} {m.Streak}"));
        Assert.Equal("Employee ann in 2026-02 dates from 2026-02-01, before the policy is in force, which is from 2026-04-01 on.", months[0].Reason);
    }

    /// <summary>A roll-up over facts that begin by a date of their own and have no period.</summary>
    [Fact]
    public void Group_WithoutAPeriod_WhoseFactsAreAllFromBefore_SaysSo()
    {
        var all = new RollUpRule<FteOrder>(new("orders") { Noun = "Client", EffectiveFrom = First }, Policy.FteFulfillment, [Standing.Met], _ => Standing.Met);
        FteOrder before = new() { OrderId = "1", OrderedOn = new(2026, 1, 1) }, later = new() { OrderId = "1", OrderedOn = new(2027, 1, 1) };
        Assert.Equal(Cause.BeforePolicy, Assert.Single(all.Assess([before], AsOf)).Cause);
        Assert.Equal("Client 1 begins on a later date, after 2026-12-31.", Assert.Single(all.Assess([later], AsOf)).Reason);
    }

    /// <summary>"In the first period a member has stayed": the first under the policy.</summary>
    [Fact]
    public void Track_BeginsWithTheFirstPeriodUnderThePolicy()
    {
        AccountRevenue[] rows = [Row("A", 2, 100), Row("B", 2, 1), Row("A", 3, 100), Row("B", 4, 100), Row("B", 5, 100), Row("A", 5, 100), Row("A", 6, 100)];
        Assert.Equal(
            [
                "A 2026-02 BeforePolicy ", "B 2026-02 BeforePolicy ", "A 2026-03 BeforePolicy ", "B 2026-04 None Stayed", "A 2026-05 None Entered",
                "B 2026-05 None Stayed", "A 2026-06 None Stayed", "B 2026-06 None Left",
            ],
            Policy.KeyAccount.Track(rows, AsOf).OrderBy(a => a.Period).ThenBy(a => a.Subject, StringComparer.Ordinal)
                .Select(a => $"{a.Subject} {a.Period} {a.Cause} {a.Movement}"));
    }

    /// <summary>Who was inside before is inside still when the policy begins: nobody leaves for a period that it says nothing of.</summary>
    [Fact]
    public void Track_WithMembersBefore_KeepsThemOverThePeriodsBeforeThePolicy() => Assert.Equal(
        ["A 2026-04 Stayed", "B 2026-04 Left"],
        Policy.KeyAccount.Track(
                [Row("A", 4, 100)], AsOf, new(Period.Month(2026, 2), Period.Month(2026, 3), Period.Month(2026, 4)) { MembersBefore = ["A", "B"] })
            .Select(a => $"{a.Subject} {a.Period} {a.Movement}"));

    [Fact]
    public void Columns_OfDates_SayWhatTheFactsSay()
    {
        int[] from = [First.DayNumber - 1, First.DayNumber, DayColumns.Missing];
        var verdicts = new Verdict[3];
        Policy.FteFulfillment.Judge(new DayColumns(from, [-1, -1, -1]), AsOf, verdicts);
        Assert.Equal([Cause.BeforePolicy, Cause.None, Cause.NoStart], verdicts.Select(v => v.Cause));
        Assert.Equal(Standing.NotApplicable, verdicts[0].Standing);
    }

    [Fact]
    public void Swap_ToAPolicyInForceLater_TellsOfEachFactFromBefore()
    {
        var monitor = new PolicyMonitor(Policy.Default, AsOf);
        monitor.Add(new FteOrder { OrderId = "1", OrderedOn = new(2026, 3, 31), FulfilledOn = new(2026, 4, 1) });
        monitor.Add(Result("2026-03"));
        Assert.Equal(
            ["fte-fulfillment Met -> NotApplicable", "kpi-attainment Met -> NotApplicable", "kpi-month Met -> NotApplicable"],
            monitor.Swap(Policy).Select(c => $"{c.After!.Value.Rule.Id} {c.Before?.Standing} -> {c.After?.Standing}"));
        Assert.Equal(Cause.BeforePolicy, monitor.Find("kpi-month", new("ann", Period.Month(2026, 3)))!.Value.Cause);
    }

    [Fact]
    public void Agenda_HasNothingOfFactsFromBefore() => Assert.Empty(
        new Agenda(new(2026, 1, 1), days: 365)
            .Add(Policy.FteFulfillment, [new() { OrderId = "1", OrderedOn = new(2026, 3, 31) }])
            .Add(Policy.KpiMonth, [Result("2026-02")])
            .AddTrack(Policy.KeyAccount, [Row("A", 2, 100), Row("B", 3, 1)])
            .Entries());

    [Fact]
    public void Policy_WithoutADay_HasTheSameExpressions() =>
        Assert.All(
            Policy.Default.Rules.OfType<Rule<KpiResult>>().Select(r => r.Expression.ToString()),
            text => Assert.DoesNotContain($"{-Cause.BeforePolicy.Number}", text, StringComparison.Ordinal));

    private static KpiResult Result(string period) =>
        new() { EmployeeId = "ann", Kpi = "calls", Period = Period.Parse(period), Target = 100, Actual = 90 };

    private static AccountRevenue Row(string account, int month, decimal revenue) =>
        new() { AccountId = account, Period = Period.Month(2026, month), Revenue = revenue };
}

using AccountRules.Facts;

namespace AccountRules.Tests.Basics;

/// <summary>"Where facts are put together by ids, one that is not clean is refused: `A ` would be another account than `A`."</summary>
public sealed class GatheredIdsTests
{
    private const string Fault =
        "The id `A ` (2 characters) cannot be told from others by reading: give a text without blanks or invisible characters around it.";
    private static readonly DateOnly Day = new(2026, 7, 1);

    [Fact]
    public void Revenue_OfAnAccountThatReadsAsAnother_IsRefused_WithItsIndex()
    {
        var cohorts = Policy.Default.Retention.Collect(Day);
        var e = Assert.Throws<ArgumentException>(() => cohorts.AddRange([Revenue("A", 1), Revenue("B", 1), Revenue("A ", 2), Revenue("B", 2)]));
        Assert.Equal($"{Fault} Index 2.", e.Message);
    }

    [Fact]
    public void Collector_ThatHasRefusedAFact_GoesOnAsIfItHadNotBeenGiven()
    {
        var means = Policy.Default.Satisfaction.Collect(Day);
        means.AddRange(Enumerable.Range(1, 5).Select(i => Survey($"s{i}", "A")));
        Assert.Equal(Fault, Assert.Throws<ArgumentException>(() => means.Add(Survey("s6", "A "))).Message);
        Assert.Equal(Fault, Assert.Throws<ArgumentException>(() => means.Add(Survey("s1", "A "))).Message);
        Assert.Contains("`s7\\u200B`", Assert.Throws<ArgumentException>(() => means.Add(Survey("s7\u200b", "A"))).Message, StringComparison.Ordinal);
        Assert.Equal(("A", 4m), means.Assess().Select(a => (a.Subject, a.Value)).Single());
    }

    /// <summary>Whose it is nobody can tell: it may be of any account.</summary>
    [Fact]
    public void UnreadableFact_OfAnIdThatReadsAsAnother_MayBeOfAnybody()
    {
        var means = Policy.Default.Satisfaction.Collect(Day);
        means.AddRange(Enumerable.Range(1, 5).Select(i => Survey($"s{i}", "A")));
        means.AddUnreadable(Survey("s6", "A "));
        Assert.Equal(("A", Cause.Unreadable), means.Assess().Select(a => (a.Subject, a.Cause)).Single());

        means = Policy.Default.Satisfaction.Collect(Day).AddRange([Survey("s1", "A")]);
        means.AddUnreadable("A ");
        Assert.Equal(Cause.Unreadable, means.Assess().Single().Cause);

        var months = Policy.Default.KpiMonth.Collect(Day);
        months.Add(new() { EmployeeId = "A", Kpi = "calls", Period = Period.Month(2026, 1), Target = 100, Actual = 100 });
        months.AddUnreadable("A ");
        Assert.Equal(Standing.Undetermined, months.Assess().Single().Standing);
    }

    [Fact]
    public void FactsOfNoAccount_AreTaken() =>
        Assert.Equal("", Policy.Default.Satisfaction.Collect(Day).AddRange([Survey("s1", null)]).Assess().Single().Subject);

    [Fact]
    public void Agenda_RefusesIt() =>
        Assert.Throws<ArgumentException>(() => new Agenda(Day, days: 1).Collect(Policy.Default.Retention).Add(Revenue("A ", 1)));

    [Fact]
    public void Monitor_RefusesAGroupThatReadsAsAnother_AndIsMissingIt()
    {
        var monitor = new PolicyMonitor(Policy.Default, Day);
        var all = Enumerable.Range(1, 5).Select(i => Survey($"s{i}", "A")).ToArray();
        var problem = Assert.Single(monitor.TryAddRange<SurveyResponse>([.. all, Survey("s6", "A ")]).Problems);
        Assert.Equal(5, problem.Index);
        Assert.Contains(Fault, Assert.IsType<ArgumentException>(problem.Exception).Message, StringComparison.Ordinal);
        Assert.Equal(Cause.Unreadable, monitor.Find("satisfaction", new("A", Period.Month(2026, 1)))!.Value.Cause);
        Assert.Throws<ArgumentException>(() => monitor.Update(all[0] with { AccountId = "A " }));
    }

    [Fact]
    public void Monitor_RefusesAFactOfAnAccountThatReadsAsAnother()
    {
        var monitor = new PolicyMonitor(Policy.Default, Day);
        var order = new FteOrder { OrderId = "1", AccountId = "A", OrderedOn = new(2026, 6, 1) };
        var problem = Assert.Single(monitor.TryAddRange([order, order with { OrderId = "2", AccountId = "A " }]).Problems);
        Assert.Equal((1, "2"), (problem.Index, problem.Subject));
        Assert.Contains(Fault, Assert.IsType<ArgumentException>(problem.Exception).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => monitor.Add(order with { OrderId = "3", AccountId = "A " }));
        Assert.Throws<ArgumentException>(() => monitor.Update(order with { AccountId = "A " }));
        Assert.NotEmpty(monitor.Add(order with { OrderId = "4", AccountId = "" }));
    }

    [Fact]
    public void AssessOnce_RefusesIt_WithItsIndex()
    {
        var e = Assert.Throws<ArgumentException>(() => Policy.Default.PerformancePay.AssessOnce([Pay("A", 1), Pay("A ", 1)], Day).Count());
        Assert.Equal($"{Fault} Index 1.", e.Message);
    }

    [Fact]
    public void Payables_OfAnEmployeeWhoReadsAsAnother_AreNotAddedUp()
    {
        var paid = Policy.Default.PerformancePay.Assess([Pay("A", 1), Pay("A ", 1)], Day).ToArray();
        foreach (var act in new Action[]
        {
            () => Payables.Total(paid), () => Payables.ByCurrency(paid), () => Payables.Capped(paid, most: 1000),
        })
        {
            Assert.StartsWith(Fault, Assert.Throws<ArgumentException>(act).Message, StringComparison.Ordinal);
        }
    }

    private static AccountRevenue Revenue(string account, int month) => new() { AccountId = account, Period = Period.Month(2026, month), Revenue = 100 };

    private static SurveyResponse Survey(string id, string? account) =>
        new() { SurveyId = id, AccountId = account, Period = Period.Month(2026, 1), Score = 4 };

    private static PayPeriod Pay(string employee, int month) =>
        new() { EmployeeId = employee, Period = Period.Month(2026, month), Target = 100, Actual = 90, CommittedPay = 1000 };
}

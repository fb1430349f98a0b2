using System.Text.Json;
using AccountRules.Facts;

namespace AccountRules.Tests.Monitoring;

/// <summary>Facts that are not clean: what is said of them, and a load that takes the others.</summary>
public sealed class MonitorLoadTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly Period January = Period.Month(2026, 1);

    private static readonly MonitoredRules Rules = MonitoredRules.None
        .With(p => p.RegistryClosure.For<Row>(r => new RegistryItem { ItemId = r.Id, AddedOn = r.Added, ClosedOn = null }))
        .With(p => p.KeyAccount.For<Row>(r => new AccountRevenue { AccountId = r.Id, Period = r.Month, Revenue = r.Amount }));

    private readonly PolicyMonitor monitor = new(new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 })), Day, Rules);

    [Fact]
    public void Load_OfFactsWithEveryKindOfFault_TakesTheOthersAndReportsEach()
    {
        monitor.Add(new Row("0"));
        var told = new List<LoadProblem>();
        monitor.Skipped = told.AddRange;
        Row[] rows = [
            new("1"), null!, new(null!), new("2") { Month = default }, new("1"), new("0"), new("3") { Breaks = true }, new("4") { AmountBreaks = true },
            new("5"),
        ];

        var result = monitor.TryAddRange(rows);

        Assert.Equal(
            [
                "1 registry-closure  A fact among the others is null: leave it out. Index 1. (Parameter 'facts')",
                "2 registry-closure  A Row without an id cannot be monitored: give it one. Rule `registry-closure`, index 2.",
                "3 key-account 2 A Row without a period cannot be monitored: give it one. Rule `key-account`, index 3.",
                "4 registry-closure 1 Row `1` comes twice in one call: give each fact once. Rule `registry-closure`, index 4.",
                "5 registry-closure 0 Row `0` is monitored already: update it, or remove it first. Rule `registry-closure`, index 5.",
                "6 registry-closure 3 Row `3` could not be read by rule `registry-closure`, index 6: the host's class is broken",
                "7 key-account 4 Row `4` could not be read by rule `key-account`, index 7: the host's class is broken",
            ],
            result.Problems.Select(
                p => $"{p.Index} {p.RuleId} {(p.Message.Contains("without a period", StringComparison.Ordinal) ? "2" : p.Subject)} {p.Message}"));
        Assert.Equal((2, 7L), (result.Taken, monitor.SkippedCount));
        Assert.Equal(result.Problems, told);
        Assert.Equal(
            """{"RuleId":"registry-closure","Index":6,"Subject":"3","Message":"Row \u00603\u0060 could not be read by rule \u0060registry-closure\u0060, """
            + """index 6: the host\u0027s class is broken"}""",
            JsonSerializer.Serialize(result.Problems[5]));
        Assert.Equal(["registry-closure 1", "registry-closure 5", "key-account 1", "key-account 5"], result.Changes.Select(c => $"{c.Rule.Id} {c.Subject}"));
        Assert.Equal(["0", "1", "5"], monitor.Snapshot().FindAll("registry-closure").Select(a => a.Subject));
        Assert.Equal(["0", "1", "5"], monitor.Snapshot().FindAll("key-account").Select(a => a.Subject));
    }

    [Fact]
    public void Load_OfManyFactsWithAFaultInEachHundred_TakesAllOthersAsOneCall()
    {
        var result = monitor.TryAddRange(Enumerable.Range(0, 10_000).Select(i => new Row($"{i}") { Breaks = i % 100 == 7 }));

        Assert.Equal((9_900, 100), (result.Taken, result.Problems.Count));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (i * 100) + 7), result.Problems.Select(p => p.Index));
        Assert.Equal(9_900, monitor.Snapshot().FindAll("registry-closure").Count);
    }

    [Fact]
    public void Exception_OfACallForManyFacts_NamesRuleSubjectAndIndex()
    {
        var rows = Enumerable.Range(0, 100).Select(i => new Row($"{i}")).ToArray();
        rows[90].Breaks = true;
        var read = Assert.Throws<InvalidOperationException>(() => monitor.AddRange(rows));
        Assert.Equal("Row `90` could not be read by rule `registry-closure`, index 90: the host's class is broken", read.Message);
        Assert.Equal("the host's class is broken", read.InnerException?.Message);
        rows[90].Breaks = false;

        Assert.EndsWith(
            "Row `70` comes twice in one call: give each fact once. Rule `registry-closure`, index 100.",
            Assert.Throws<ArgumentException>(() => monitor.AddRange([.. rows, new Row("70")])).Message,
            StringComparison.Ordinal);
        Assert.EndsWith(
            "Rule `key-account`, index 1.",
            Assert.Throws<ArgumentException>(() => monitor.AddRange([rows[0], new Row("x") { Month = default }])).Message,
            StringComparison.Ordinal);
        monitor.AddRange(rows);
        Assert.EndsWith(
            "Row `x` is not monitored: add it first. Rule `registry-closure`, index 80.",
            Assert.Throws<KeyNotFoundException>(() => monitor.UpdateRange([.. rows[..80], new Row("x")])).Message,
            StringComparison.Ordinal);
        rows[3].Breaks = true;
        Assert.Equal(
            "Row `3` could not be read by rule `registry-closure`: the host's class is broken",
            Assert.Throws<InvalidOperationException>(() => monitor.Swap(Policy.Default)).Message);
    }

    [Fact]
    public void Policy_SwappedForOneThatPaysAnotherFactor_TellsTheChange()
    {
        var paid = new PolicyMonitor(Policy.Default, Day);
        paid.Add(new PayPeriod { EmployeeId = "7", Period = January, Target = 100, Actual = 90, CommittedPay = 1000 });
        paid.Add(new PayPeriod { EmployeeId = "8", Period = January, Target = 100, Actual = 10, CommittedPay = 0 });
        Policy Paying(decimal factor, string programme) =>
            new(new PolicyTerms().With(
                new PerformancePayTerms { Bands = [new() { Name = "Low", Programme = programme }, new() { Name = "Full", Above = 0.5m, Factor = factor }] }));
        paid.Swap(Paying(1, "PIP"));

        Assert.Equal(["7 1000 2000"], paid.Swap(Paying(2, "PIP")).Select(Told));
        Assert.Equal(["8 PIP Talk"], paid.Swap(Paying(2, "Talk")).Select(c => $"{c.Subject} {c.Before!.Value.Programme} {c.After!.Value.Programme}"));
        Assert.Empty(paid.Swap(Paying(2, "Talk")));
        Assert.Equal(
            ["7 2000 2400"], paid.Update(new PayPeriod { EmployeeId = "7", Period = January, Target = 100, Actual = 90, CommittedPay = 1200 }).Select(Told));
        Assert.Empty(paid.Update(new PayPeriod { EmployeeId = "7", Period = January, Target = 100, Actual = 91, CommittedPay = 1200 }));
    }

    [Fact]
    public void SameObject_WhosePayWasCorrected_TellsTheChange()
    {
        var paid = new PolicyMonitor(
            Policy.Default,
            Day,
            MonitoredRules.None.With(p =>
                p.PerformancePay.For<Payroll>(r => new PayPeriod { EmployeeId = r.Id, Period = January, Target = 100, Actual = 90, CommittedPay = r.Pay })));
        var row = new Payroll("7") { Pay = 1000 };
        paid.Add(row);

        row.Pay = 1100;

        Assert.Single(paid.Update(row));
        Assert.Empty(paid.Update(row));
    }

    private static string Told(StandingChange c) => $"{c.Subject} {c.Before!.Value.Payable:0} {c.After!.Value.Payable:0}";

    private sealed class Row(string id)
    {
        public string Id { get; } = id;

        public Period Month { get; init; } = January;

        public bool Breaks { get; set; }

        public bool AmountBreaks { get; set; }

        public DateOnly? Added => Breaks ? throw new InvalidOperationException("the host's class is broken") : Day;

        public decimal? Amount => AmountBreaks ? throw new InvalidOperationException("the host's class is broken") : 100;
    }

    private sealed class Payroll(string id)
    {
        public string Id { get; } = id;

        public decimal Pay { get; set; }
    }
}

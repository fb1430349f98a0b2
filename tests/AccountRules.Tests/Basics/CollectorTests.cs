using AccountRules.Facts;
using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Basics;

public sealed class CollectorTests
{
    private static readonly Config Some = Generated.Cases(100);

    [Fact]
    public void Months_CollectedOneByOneInAnyOrder_AreTheSame() =>
        Check.One(Some, Prop.ForAll(Case<KpiResult>.Any(Groups.KpiResult, 20, Reach.Full).ToArbitrary(), c =>
        {
            var collector = c.Policy.KpiMonth.Collect(c.AsOf);
            foreach (var fact in c.Facts.Reverse())
                collector.Add(fact);

            // Which of two copies comes first is told in what is counted, not in the standing.
            Assert.Equal(
                c.Policy.KpiMonth.Assess(c.Facts, c.AsOf).Select(a => (a.Subject, a.Period, a.Standing, a.Streak)),
                collector.Assess().Select(a => (a.Subject, a.Period, a.Standing, a.Streak)));
            Assert.Equal(collector.Assess().Select(Line), collector.Assess().Select(Line));
        }));

    [Fact]
    public void Track_CollectedOneByOne_IsTheSame() =>
        Check.One(Some, Prop.ForAll(Case<AccountRevenue>.Any(Groups.AccountRevenue, 20, Reach.Full).ToArbitrary(), c =>
        {
            var collector = c.Policy.KeyAccount.CollectTrack(c.AsOf);
            foreach (var fact in c.Facts)
                collector.Add(fact);

            Assert.Equal(c.Policy.KeyAccount.Track(c.Facts, c.AsOf).Select(Line), collector.Assess().Select(Line));
            Assert.Equal(collector.Assess().Select(Line), collector.Assess().Select(Line));
        }));

    [Fact]
    public void IsTrackable_SaysWhatTrackTakes()
    {
        Assert.True(Policy.Default.KeyAccount.IsTrackable);
        Assert.False(Policy.Default.ImprovementPlan.IsTrackable);
    }

    [Fact]
    public void Collector_ReadBetweenFacts_KnowsTheFactsSoFar()
    {
        var collector = Policy.Default.KpiMonth.Collect(DateOnly.MaxValue);
        Assert.Empty(collector.Assess());
        collector.Add(Met(1));
        Assert.Equal(1, Assert.Single(collector.Assess()).Streak);
        collector.Add(Met(2));
        Assert.Equal([1, 2], collector.Assess().Select(a => a.Streak!.Value));
    }

    [Fact]
    public void Track_OfARuleWithoutPeriods_SaysSo() => Assert.Equal(
        "Rule `improvement-plan` cannot be tracked over periods, because its facts have none: give their shape a Period.",
        Assert.Throws<InvalidOperationException>(() => Policy.Default.ImprovementPlan.Track([], DateOnly.MaxValue)).Message);

    [Fact]
    public void Track_OfFiveStages_SaysThatItTakesFour()
    {
        Stage[] stages = [.. Enumerable.Range(0, 5).Select(i => new Stage($"S{i}", Standing.Graded, $"is in S{i}"))];
        var lifecycle = new Lifecycle<AccountRevenue>(
            stages, Enumerable.Range(0, 4).Select(i => new Transition<AccountRevenue>($"S{i}", (r, d) => r.Revenue > i, $"S{i + 1}")));
        var rule = new LifecycleRule<AccountRevenue>(new("ladder"), lifecycle, new(r => r.AccountId) { Period = r => r.Period });
        Assert.Equal(
            "Rule `ladder` has 5 stages, and a track takes at most 4.",
            Assert.Throws<InvalidOperationException>(() => rule.CollectTrack(DateOnly.MaxValue)).Message);
    }

    [Fact]
    public void Track_OfALadder_ClimbsOneRungInAPeriod()
    {
        Stage[] stages = [new("Low", Standing.Graded, "is low"), new("Mid", Standing.Graded, "is mid"), new("Top", Standing.Graded, "is at the top")];
        var lifecycle = new Lifecycle<AccountRevenue>(
            stages, [new("Low", (r, d) => r.Revenue > 0, "Mid"), new("Mid", (r, d) => r.Revenue > 0, "Top"), new("Top", (r, d) => r.Revenue < 0, "Low")]);
        var rule = new LifecycleRule<AccountRevenue>(new("ladder"), lifecycle, new(r => r.AccountId) { Period = r => r.Period });
        int[] revenues = [1, 1, 0, -1, 1];
        var rows = revenues.Select((revenue, i) => new AccountRevenue { AccountId = "A", Period = Period.Month(2026, i + 1), Revenue = revenue });
        Assert.Equal(
            "Mid Stayed, Top Stayed, Top Stayed, Low Left, Mid Entered",
            string.Join(", ", rule.Track(rows, DateOnly.MaxValue).Select(a => $"{a.Band} {a.Movement}")));
        Assert.Equal([("Low", "Mid"), ("Mid", "Top"), ("Top", "Low")], rule.Transitions.Select(t => (t.From, t.To)));
        var mapped = rule.For<KpiResult>(k => new() { AccountId = k.EmployeeId, Period = k.Period, Revenue = k.Actual });
        Assert.Equal([false, false, true], mapped.Transitions.Select(t => t.When.Compile()(Met(1) with { Actual = -1 }, DateOnly.MaxValue)));
    }

    private static KpiResult Met(int month) => new() { EmployeeId = "ann", Kpi = "calls", Period = Period.Month(2026, month), Target = 1, Actual = 1 };

    private static string Line(Assessment a) => $"{a.Subject} {a.Period} {a.Standing} {a.Cause} {a.Band} {a.Movement} {a.Streak} {a.Tally} {a.Reason}";
}

using AccountRules.Facts;
using static AccountRules.Tests.Monitoring.SkippedFactTests;
using static AccountRules.Tests.Monitoring.SkippedRow;

namespace AccountRules.Tests.Monitoring;

/// <summary>Rows that a load has skipped, of tracks and of what is gathered.</summary>
public sealed class SkippedGroupTests
{
    private static readonly DateOnly Day = new(2026, 3, 10);
    private static readonly Policy Policy = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100, ExitThreshold = 80 }));

    [Fact]
    public void Member_WhoseRowWasSkipped_IsUndeterminedAndHasNotLeft()
    {
        var monitor = Tracking();
        monitor.AddRange([Row("A", "", 100), Row("B", "", 100), Row("C", "", 1)]);
        var told = Told(monitor.TryAddRange([Row("B", "", 100, February), Broken("A", "", February)]).Changes);
        Assert.Equal(["A Unreadable", "B Stayed"], told);
        Assert.Equal(["A Left"], Told(monitor.Dismiss(monitor.OpenProblems)));
    }

    [Fact]
    public void Track_WhereRowsWereSkipped_IsWhatACollectorSays()
    {
        SkippedRow[] good =
            [Row("A", "", 1), Row("A", "", 1, Period.Month(2026, 3)), Row("B", "", 100), Row("B", "", 100, February), Row("C", "", 100)];
        var (monitor, collector) = (Tracking(), Track(Policy).CollectTrack(Day));
        Array.ForEach(good, collector.Add);
        foreach (var id in (string?[])["A", "X", null])
        {
            monitor.TryAddRange<SkippedRow>(id == "A" ? [.. good, Broken("A", "")] : [id is null ? null! : Broken(id, "")]);
            collector.AddUnreadable(id);
            Assert.Equal(
                collector.Assess().Select(a => $"{a} {a.Cause} {a.Movement}").Order(StringComparer.Ordinal),
                monitor.Snapshot().FindAll().Select(a => $"{a} {a.Cause} {a.Movement}").Order(StringComparer.Ordinal));
        }

        monitor.Dismiss(monitor.OpenProblems);
        Assert.Equal(
            Track(Policy).Track(good, Day).Select(a => $"{a}").Order(StringComparer.Ordinal),
            monitor.Snapshot().FindAll().Select(a => $"{a}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void MemberBefore_WhoseFirstRowWasSkipped_HasNotLeft_AndRowsOfTheTimeBeforeAreNotMissed()
    {
        var monitor = new PolicyMonitor(
            Policy, Day, MonitoredRules.None.With(Track, new TrackPeriods([February]) { MembersBefore = ["A", "B"] }));
        Assert.Equal(["A Unreadable", "B Left"], Told(monitor.TryAddRange([Broken("A", "", February), Row("B", "", 100)]).Changes));
        Assert.Equal(["A Left"], Told(monitor.Dismiss(monitor.OpenProblems)));
    }

    /// <summary>A row of nobody known may be theirs, who have none yet.</summary>
    [Fact]
    public void MembersBefore_WhereARowOfAnybodyWasSkipped_HaveNotLeftUntilItIsDismissed()
    {
        var monitor = new PolicyMonitor(Policy, Day, MonitoredRules.None.With(Track, new TrackPeriods([February]) { MembersBefore = ["A"] }));
        Assert.Equal(["A Unreadable"], Told(monitor.TryAddRange<SkippedRow>([null!]).Changes));
        Assert.Equal(["A Left"], Told(monitor.Dismiss(monitor.OpenProblems)));
        Assert.Equal(["A Unreadable", "B Entered"], Told(monitor.TryAddRange<SkippedRow>([null!, Row("B", "", 150, February)]).Changes));
        Assert.Equal(["A Left"], Told(monitor.Dismiss(monitor.OpenProblems)));
    }

    /// <summary>Another rule cannot read the row, so all skip it; to which rows it belongs is known.</summary>
    [Fact]
    public void Growth_OfWhichARowWasSkipped_IsUndetermined_AndNoOther()
    {
        var monitor = new PolicyMonitor(Policy, Day, MonitoredRules.None.With(ByItself).With(Growth));
        monitor.AddRange([Row("A", "", 100), Row("A", "", 120, February), Row("B", "", 100), Row("B", "", 120, February)]);
        var march = new SkippedRow("A", "", February, 50) { Breaks = "Other" };
        Assert.Equal(["A 2026-02 None -> Unreadable"], Caused(monitor.TryAddRange([march]).Changes));
        Assert.Equal(["A 2026-03  -> Unreadable", "B 2026-03  -> None"], Caused(monitor.Add(Row("A", "", 150, Period.Month(2026, 3)))));
        Assert.Empty(Caused(monitor.Swap(Policy.Default)));
        Assert.Equal(["A 2026-02 Unreadable -> None", "A 2026-03 Unreadable -> None"], Caused(monitor.Update(Row("A", "", 120, February))));
    }

    /// <summary>The skipped row is the only one of March: without it nobody would know that B had nothing then.</summary>
    [Fact]
    public void Period_OfASkippedRow_IsInTheDataWhileItIsMissed()
    {
        var monitor = new PolicyMonitor(Policy, Day, MonitoredRules.None.With(ByItself).With(Growth));
        monitor.AddRange([Row("A", "", 100, February), Row("B", "", 100, February)]);
        var march = new SkippedRow("A", "", Period.Month(2026, 3), 50) { Breaks = "Other" };
        Assert.Equal(["A 2026-03  -> Unreadable", "B 2026-03  -> None"], Caused(monitor.TryAddRange([march]).Changes));
        Assert.Equal(["A 2026-03 Unreadable -> ", "B 2026-03 None -> "], Caused(monitor.Dismiss(monitor.OpenProblems)));
    }

    [Fact]
    public void SkippedRow_UnderAPolicyThatGathersOtherwise_IsMissedInItsGroupsThere()
    {
        GatheredRule<Growth> PerAccount(Policy policy) => new(policy.RevenueGrowth.Of, new FactGathering<Growth>(facts => [new()
        {
            AccountId = facts.Group.Subject, Period = January, Part = 2, PartBefore = 1, HasBefore = true,
        }]).From(AccountRevenue.Shape, revenue => [policy.Terms.Version == "2" ? "all" : revenue.AccountId]));
        var monitor = new PolicyMonitor(Policy, Day, MonitoredRules.None.With(PerAccount).With(p => p.RegistryClosure.For<AccountRevenue>(
            r => new RegistryItem { ItemId = r.AccountId, AddedOn = Sound(r.Revenue), ClosedOn = null })));
        monitor.TryAddRange([Revenue("A", January, 1), Revenue("B", January, 1), Revenue("A", February, -1)]);
        Assert.Equal(
            ["A 2026-01 Unreadable -> ", "B 2026-01 None -> ", "all 2026-01  -> Unreadable"],
            Caused(monitor.Swap(new Policy(Policy.Terms with { Version = "2" }))));
    }

    /// <summary>Nothing of it can be read, or of whom it is and not of which period.</summary>
    [Theory]
    [InlineData("Value", "A 2026-01, A 2026-02, B 2026-01, B 2026-02")]
    [InlineData("default", "A 2026-01, A 2026-02")]
    public void Growth_OfARowOfWhichLessIsKnown_IsUndeterminedWhereItMayBelong(string what, string expected)
    {
        var monitor = new PolicyMonitor(Policy, Day, MonitoredRules.None.With(Growth));
        monitor.AddRange([Row("A", "", 100), Row("A", "", 120, February), Row("B", "", 100), Row("B", "", 120, February)]);
        var changes = monitor.TryAddRange([what == "default" ? Row("A", "", 1, default(Period)) : Broken("A", "")]).Changes;
        Assert.Equal(expected, string.Join(", ", changes.Select(c => $"{c.Subject} {c.Period}")));
        Assert.All(changes, change => Assert.Equal(Cause.Unreadable, change.After!.Value.Cause));
        Assert.Equal(changes.Count, monitor.Sync([Row("A", "", 100), Row("A", "", 120, February), Row("B", "", 100), Row("B", "", 120, February)]).Count);
    }

    /// <summary>A row without a period is missed in the portfolio's retention, and in what is said of its account; of no other account.</summary>
    [Fact]
    public void Library_ThatLacksARevenue_SaysSoUnderEachRuleOnIt()
    {
        var monitor = new PolicyMonitor(Policy, Day);
        monitor.AddRange([Revenue("A", January, 100), Revenue("A", February, 100), Revenue("B", January, 100), Revenue("B", February, 100)]);
        monitor.TryAddRange([Revenue("A", default, 100)]);
        Assert.Equal(
            ["lifetime-value A", "retention portfolio", "retention portfolio", "revenue-growth A", "revenue-growth A"],
            monitor.Snapshot().FindAll().Where(a => a.Cause == Cause.Unreadable).Select(a => $"{a.Rule.Id} {a.Subject}").Order(StringComparer.Ordinal));
        monitor.Dismiss(monitor.OpenProblems);
        Assert.DoesNotContain(monitor.Snapshot().FindAll(), a => a.Cause == Cause.Unreadable);
    }

    [Fact]
    public void Response_WithoutAnId_IsMissedInEachAccountAndPeriod()
    {
        var monitor = new PolicyMonitor(Policy, Day);
        monitor.AddRange(Enumerable.Range(0, 10).Select(i => Response($"{i}", i % 2 == 0 ? "A" : "B")));
        Assert.Equal(
            ["A None -> Unreadable", "B None -> Unreadable"],
            monitor.TryAddRange([Response(" 10", "A")]).Changes.Where(c => c.Rule.Id == "satisfaction")
                .Select(c => $"{c.Subject} {c.Before?.Cause} -> {c.After?.Cause}"));
    }

    /// <summary>Every group sees the accounts, so that one that is missed may be in any of them.</summary>
    [Fact]
    public void Account_ThatIsBesideTheFactsOfAGathering_IsMissedInAllOfIt()
    {
        var monitor = new PolicyMonitor(Policy, Day, MonitoredRules.None.With(p => p.Retention).With(p => p.RegistryClosure.For<Account>(
            a => new RegistryItem { ItemId = a.AccountId, AddedOn = Sound(a.ManagerId == null ? -1 : 1), ClosedOn = null })));
        monitor.AddRange([Revenue("A", January, 100), Revenue("A", February, 100)]);
        Assert.Equal(
            ["Unreadable", "Unreadable"],
            monitor.TryAddRange([new Account { AccountId = "B", StartedOn = Day }]).Changes.Select(c => c.After!.Value.Cause.Code));
    }

    [Fact]
    public void Response_WithoutAnAccount_IsMissedInEachAccountAndPeriod()
    {
        var monitor = new PolicyMonitor(Policy, Day, MonitoredRules.None.With(p => p.Satisfaction).With(p => p.RegistryClosure.For<SurveyResponse>(
            r => new RegistryItem { ItemId = r.SurveyId, AddedOn = Sound(r.AccountId == null ? -1 : 1), ClosedOn = null })));
        monitor.AddRange(Enumerable.Range(0, 5).Select(i => Response($"{i}", "A")));
        Assert.Equal(
            Cause.Unreadable,
            Assert.Single(monitor.TryAddRange([Response("5", "A") with { AccountId = null }]).Changes, c => c.Rule.Id == "satisfaction").After!.Value.Cause);
    }

    [Fact]
    public void Dismissal_ThatFails_LeavesTheProblemOpen()
    {
        var monitor = new PolicyMonitor(Policy, Day, MonitoredRules.None.With(Growth));
        var row = Row("A", "", 100);
        monitor.TryAddRange([row, Row("A", "", 120, February), Row("A", "", 1, default(Period))]);
        row.Breaks = "Value";
        Assert.Throws<InvalidOperationException>(() => monitor.Dismiss(monitor.OpenProblems));
        row.Breaks = "";
        Assert.Equal(["A 2026-03  -> Unreadable"], Caused(monitor.Add(Row("A", "", 150, Period.Month(2026, 3)))));
        Assert.Single(monitor.OpenProblems);
    }

    /// <summary>The rows say themselves by what they are taken together: whose they are is none of it. Or a row does not say by what.</summary>
    [Theory]
    [InlineData("A", "")]
    [InlineData(null, "Other")]
    public void Row_OfWhichTheGroupIsNotKnown_IsMissedInAllGroups(string? group, string breaks)
    {
        var shape = new FactShape<SkippedRow>(r => r.Part) { Period = r => r.Month, GroupedBy = [nameof(SkippedRow.Id)] };
        var monitor = new PolicyMonitor(Policy, Day, MonitoredRules.None.With(ByItself).With(p => new GatheredRule<Growth>(
            p.RevenueGrowth.Of,
            new FactGathering<Growth>(facts => [new() { AccountId = facts.Group.Subject, Period = January, Part = 2, PartBefore = 1, HasBefore = true }])
                .From(shape, row => [row.Id]))));
        monitor.AddRange([Row("A", "1", 1), Row("B", "2", 1)]);
        Assert.Equal(
            ["A 2026-01 None -> Unreadable", "B 2026-01 None -> Unreadable"],
            Caused(monitor.TryAddRange([new SkippedRow(group, "3", breaks == "" ? default : January, 1) { Breaks = breaks }]).Changes));
    }

    private static DateOnly Sound(decimal? revenue) => revenue < 0 ? throw new InvalidOperationException("below 0") : Day;

    private static PolicyMonitor Tracking() => new(Policy, Day, MonitoredRules.None.With<SkippedRow>(Track));

    private static AccountRevenue Revenue(string account, Period period, decimal revenue) => new() { AccountId = account, Period = period, Revenue = revenue };

    private static SurveyResponse Response(string id, string account) => new() { SurveyId = id, AccountId = account, Period = January, Score = 5 };

    private static IEnumerable<string> Told(IEnumerable<StandingChange> changes) => changes.Select(c =>
        $"{c.Subject} {c.After!.Value.Movement?.ToString() ?? c.After.Value.Cause.Code}");

    private static IEnumerable<string> Caused(IEnumerable<StandingChange> changes) => changes.Where(c => c.Rule.Id == "revenue-growth")
        .Select(c => $"{c.Subject} {c.Period} {c.Before?.Cause} -> {c.After?.Cause}");
}

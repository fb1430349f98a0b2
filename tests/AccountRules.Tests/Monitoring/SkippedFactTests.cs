using AccountRules.Facts;
using static AccountRules.Tests.Monitoring.SkippedRow;

namespace AccountRules.Tests.Monitoring;

/// <summary>What a load skips since it cannot be read is not absent: what it may belong to is undetermined, until it has come or somebody has looked.</summary>
public sealed class SkippedFactTests
{
    private static readonly DateOnly Day = new(2026, 3, 10);
    private static readonly Policy Policy = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100, ExitThreshold = 80 }));

    private readonly PolicyMonitor monitor = new(Policy, Day, MonitoredRules.None.With(Months));

    private int reads;

    public SkippedFactTests() => monitor.AddRange([Row("ann", "calls", 90), Row("bob", "calls", 90)]);

    [Fact]
    public void KpiMonth_OfWhichARowWasSkipped_IsUndetermined_AndToldAsAChange()
    {
        Assert.Equal(["ann Met -> Undetermined"], Told(monitor.TryAddRange([Broken("ann", "sales")]).Changes));

        // What a collector says of it.
        var collector = Months(Policy).Collect(Day);
        collector.Add(Row("ann", "calls", 90));
        collector.AddUnreadable("ann");
        var expected = Assert.Single(collector.Assess());
        Assert.Equal((expected.Standing, expected.Cause, expected.Reason), (Ann.Standing, Ann.Cause, Ann.Reason));
        Assert.Equal((Standing.Met, 1), (Bob.Standing, Bob.Streak));
    }

    [Fact]
    public void KpiMonth_ThatMissesAnotherRow_IsMissedWithoutTheSkippedOne()
    {
        monitor.Add(Row("ann", "sales", 10));
        Assert.Empty(Told(monitor.TryAddRange([Broken("ann", "visits")]).Changes));
        Assert.Equal((Standing.Missed, 1), (Ann.Standing, Ann.Tally!.Value.Undetermined));
    }

    /// <summary>It may be of anybody: a null, a row without an id, or with one that is not clean or cannot be read.</summary>
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("ann ", "")]
    [InlineData("ann", "Id")]
    [InlineData("null", "")]
    public void EveryKpiMonth_WhereARowOfNobodyWasSkipped_IsUndetermined(string? id, string breaks)
    {
        var row = id == "null" ? null! : new SkippedRow(id, "sales", January, 90) { Breaks = breaks };
        Assert.Equal(["ann Met -> Undetermined", "bob Met -> Undetermined"], Told(monitor.TryAddRange([row]).Changes));
    }

    /// <summary>Whose it is can be read: a period that was never set or cannot be read, a KPI that is not clean.</summary>
    [Theory]
    [InlineData("sales", "", "Month")]
    [InlineData("sales", "default", "")]
    [InlineData(" sales", "", "")]
    public void KpiMonths_OfOneWhoseRowIsOfNoKnownPeriod_AreUndetermined(string kpi, string month, string breaks)
    {
        var result = monitor.TryAddRange([new SkippedRow("ann", kpi, month == "default" ? default : February, 90) { Breaks = breaks }]);
        Assert.Equal(["ann Met -> Undetermined"], Told(result.Changes));
        Assert.Equal("ann", Assert.Single(result.Problems).Subject);
    }

    [Fact]
    public void KpiMonth_ThatBeginsWhileARowIsSkipped_IsUndeterminedAtOnce()
    {
        monitor.TryAddRange([Broken("ann", "sales")]);
        Assert.Equal(["ann  -> Undetermined"], Told(monitor.Add(Row("ann", "calls", 90, February))));
    }

    [Fact]
    public void RowsTakenInTheSameCall_AreJudgedWithTheSkippedOne() => Assert.Equal(
        ["Cy  -> Undetermined"],
        Told(monitor.TryAddRange([Broken("Cy", "calls"), Row("Cy", "calls", 90)]).Changes));

    [Theory]
    [InlineData("add")]
    [InlineData("put")]
    [InlineData("load")]
    [InlineData("sync")]
    [InlineData("dismiss")]
    public void SkippedRow_ThatComesOrIsLookedInto_IsMissedNoMore(string how)
    {
        monitor.TryAddRange([Broken("ann", "sales")]);
        var open = monitor.OpenProblems;
        Assert.Equal("ann", Assert.Single(open).Subject);

        var row = Row("ann", "sales", 90);
        Assert.Equal(["ann Undetermined -> Met"], Told(how switch
        {
            "add" => monitor.Add(row),
            "put" => monitor.AddOrUpdateRange([row]),
            "load" => monitor.TryAddRange([row]).Changes,
            "sync" => monitor.Sync([Row("ann", "calls", 90), Row("bob", "calls", 90)]),
            _ => monitor.Dismiss(open),
        }));
        Assert.Empty(monitor.OpenProblems);
        Assert.Empty(monitor.Dismiss(open));
    }

    [Fact]
    public void SkippedRowOfAKnownKey_IsMissedUntilItIsUpdatedOrRemoved()
    {
        monitor.TryAddRange([Broken("ann", "calls")]);
        Assert.Equal(["ann Undetermined -> Met"], Told(monitor.Update(Row("ann", "calls", 91))));
        monitor.Add(Row("ann", "sales", 90));
        monitor.TryAddRange([Broken("ann", "calls")]);
        Assert.Equal(["ann Undetermined -> Met"], Told(monitor.Remove<SkippedRow>(new("ann", January, "calls"))));
    }

    [Fact]
    public void OneOfThreeSkippedRows_ThatComesOrIsDismissed_LeavesTheOthers()
    {
        monitor.TryAddRange([Broken("ann", "sales"), Broken("ann", "visits"), Broken("ann", "offers")]);
        Assert.Empty(Told(monitor.Add(Row("ann", "sales", 90))));
        Assert.Empty(monitor.Dismiss(monitor.OpenProblems.Take(1)));
        Assert.Equal((Standing.Undetermined, 1), (Ann.Standing, monitor.OpenProblems.Count));
        Assert.Equal(["ann Undetermined -> Met"], Told(monitor.Dismiss(monitor.OpenProblems)));
    }

    [Fact]
    public void Row_ThatIsSkippedAgain_IsMissedOnce()
    {
        monitor.TryAddRange([Broken("ann", "sales")]);
        var again = monitor.TryAddRange([Broken("ann", "sales")]);
        Assert.Empty(again.Changes);
        Assert.Equal(again.Problems, monitor.OpenProblems);
    }

    [Fact]
    public void Row_ThatCameBefore_IsReportedAndMissedNowhere()
    {
        var result = monitor.TryAddRange([Row("ann", "calls", 90), Row("Cy", "calls", 90), Row("Cy", "calls", 10)]);
        Assert.Equal((2, 0), (result.Problems.Count, monitor.OpenProblems.Count));
        Assert.Equal(["Cy  -> Met"], Told(result.Changes));
    }

    /// <summary>The same for one rule, another fact for the other, which then lacks it.</summary>
    [Fact]
    public void Row_ThatCameBeforeUnderOneRule_IsMissedUnderAnother()
    {
        var both = new PolicyMonitor(Policy, Day, MonitoredRules.None
            .With(p => p.RegistryClosure.For<SkippedRow>(r => new RegistryItem { ItemId = r.Part, AddedOn = r.Other, ClosedOn = null })).With(Months));
        both.TryAddRange([Row("ann", "calls", 90), Row("bob", "sales", 90), Row("bob", "calls", 90)]);
        Assert.Equal(Standing.Met, both.Find("kpi-month", new("ann", January))!.Value.Standing);
        Assert.Equal(Standing.Undetermined, both.Find("kpi-month", new("bob", January))!.Value.Standing);
    }

    [Fact]
    public void Snapshot_ShowsWhatWasThere_WhenItWasTaken()
    {
        var before = monitor.Snapshot();
        monitor.TryAddRange([Broken("ann", "sales")]);
        var (after, said) = (monitor.Snapshot(), Ann);
        Assert.Equal(Standing.Met, In(before, "ann").Standing);
        Assert.Equal((said.Standing, said.Reason), (In(after, "ann").Standing, In(after, "ann").Reason));
        Assert.Equal("ann", Assert.Single(after.FindAll("kpi-month", Standing.Undetermined)).Subject);
        monitor.Dismiss(monitor.OpenProblems);
        Assert.Equal(Standing.Undetermined, In(after, "ann").Standing);
    }

    [Fact]
    public void DateWaiversAndPolicy_ThatChange_LeaveItMissed()
    {
        monitor.TryAddRange([Broken("ann", "sales", February)]);
        monitor.Add(Row("ann", "calls", 90, February));
        monitor.AdvanceTo(Day.AddDays(40));
        monitor.Waive(Waivers.None);
        monitor.Swap(new Policy(Policy.Terms.With(new KpiAttainmentTerms { Above = 0.8m })));
        Assert.All((Period[])[January, February], month => Assert.Equal(
            (Standing.Undetermined, Standing.Undetermined), (monitor.Find("kpi-month", new("ann", month))!.Value.Standing, Ann.Standing)));
        Assert.Equal(Standing.Met, Bob.Standing);
        Assert.Equal(2, monitor.Dismiss(monitor.OpenProblems).Count(change => change.After!.Value.Standing == Standing.Met));
    }

    [Fact]
    public void Load_ThatFailsInTheMiddle_LeavesNothing()
    {
        var failing = new PolicyMonitor(Policy, Day, MonitoredRules.None.With(p => p.KpiMonth.Over(p.KpiAttainment.For<SkippedRow>(r => new KpiResult
        {
            EmployeeId = r.Id,
            Kpi = r.Part,
            Period = r.Month,
            Target = 100,
            Actual = Once(r.Part, r.Value),
        }))));
        failing.Add(Row("ann", "calls", 90));
        Assert.Throws<InvalidOperationException>(() => failing.TryAddRange([Broken("ann", "sales"), Row("ann", "twice", 90)]));
        Assert.Empty(failing.OpenProblems);
        Assert.Equal(Standing.Met, failing.Find("kpi-month", new("ann", January))!.Value.Standing);
    }

    /// <summary>After a restart: what was told as met is told as undetermined, since a row of it cannot be read any more.</summary>
    [Fact]
    public void Load_OfANewMonitor_TellsWhatIsMissedSinceItWasTold()
    {
        var told = monitor.Snapshot().FindAll("kpi-month").Select(a => a.ToRecord()).ToArray();
        var restarted = new PolicyMonitor(Policy, Day, MonitoredRules.None.With(Months));
        restarted.TryAddRange([Row("ann", "calls", 90), Row("bob", "calls", 90), Broken("ann", "sales")]);
        var change = Assert.Single(restarted.Snapshot().ChangesSince(told), c => c.After?.RuleId == "kpi-month");
        Assert.Equal(("ann", Standing.Met, Standing.Undetermined), (change.After!.Subject, change.Before!.Standing, change.After.Standing));
    }

    private decimal Once(string part, decimal value) => part == "twice" && reads++ > 0 ? throw new InvalidOperationException("read again") : value;

    internal static SkippedRow Row(string id, string part, decimal value, Period? month = null) => new(id, part, month ?? January, value);

    internal static SkippedRow Broken(string id, string part, Period? month = null) => new(id, part, month ?? January, 90) { Breaks = "Value" };

    private Assessment Ann => monitor.Find("kpi-month", new("ann", January))!.Value;

    private Assessment Bob => monitor.Find("kpi-month", new("bob", January))!.Value;

    private static Assessment In(MonitorSnapshot snapshot, string subject) => snapshot.Find("kpi-month", new(subject, January))!.Value;

    /// <summary>What is told of months, not of the rows by themselves.</summary>
    private static IEnumerable<string> Told(IEnumerable<StandingChange> changes) => changes.Where(c => c.Rule.Id == "kpi-month")
        .Select(c => $"{c.Subject} {c.Before?.Standing} -> {c.After?.Standing}");
}

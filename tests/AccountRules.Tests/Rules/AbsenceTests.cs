using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Rules;

/// <summary>"Excused absence (a fact with its dates) neither breaks a streak nor counts as missed."</summary>
public sealed class AbsenceTests
{
    private static readonly DateOnly End = Dated.Day("2026-12-31");

    private static Absence From(string from, string until, string employee = "ann") =>
        new() { EmployeeId = employee, From = Dated.Day(from), Until = Dated.Day(until) };

    private static KpiResult Result(string period, decimal? actual, string employee = "ann") =>
        new() { EmployeeId = employee, Kpi = "calls", Period = Period.Parse(period), Target = 100, Actual = actual };

    private static string Said(Absence[] absences, params KpiResult[] results) => Said(
        Tested.Policy.KpiMonth.Excusing(new Absences(absences)).Assess(results, End));

    private static string Said(IEnumerable<Assessment> rows) => string.Join(", ", rows.Select(r => $"{r.Period} {r.Standing} {r.Streak}"));

    [Fact]
    public void Month_ExcusedOnEachDay_WithAResult_NeitherCountsNorBreaks()
    {
        KpiResult[] results = [Result("2026-01", 90), Result("2026-02", 90), Result("2026-03", 20), Result("2026-04", 90)];
        Assert.Equal(
            "2026-01 Met 1, 2026-02 Met 2, 2026-03 NotApplicable 2, 2026-04 Met 3", Said([From("2026-03-01", "2026-03-31")], results));
        Assert.Equal("2026-01 Met 1, 2026-02 Met 2, 2026-03 Missed 0, 2026-04 Met 1", Said([], results));
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-31")]
    [InlineData("2026-03-01", "2026-03-30")]
    public void Month_OfWhichADayIsNotExcused_CountsAsEver(string from, string until)
    {
        Assert.Equal("2026-02 Met 1, 2026-03 Missed 0, 2026-04 Met 1", Said(
            [From(from, until)], Result("2026-02", 90), Result("2026-03", 20), Result("2026-04", 90)));
        Assert.Equal("2026-02 Met 1, 2026-04 Met 1", Said([From(from, until)], Result("2026-02", 90), Result("2026-04", 90)));
    }

    [Fact]
    public void MonthsWithoutAResult_ExcusedByAbsencesThatTouch_AreNoGap() =>
        Assert.Equal("2026-01 Met 1, 2026-04 Met 2, 2026-05 Met 3", Said(
            [From("2026-03-10", "2026-04-02"), From("2026-01-20", "2026-02-14"), From("2026-02-15", "2026-03-09")],
            Result("2026-01", 90), Result("2026-04", 90), Result("2026-05", 90)));

    [Fact]
    public void MissedMonth_BeforeAnExcusedOne_StaysMissed() =>
        Assert.Equal("2026-01 Missed 0, 2026-02 NotApplicable 0, 2026-03 Met 1", Said(
            [From("2026-02-01", "2026-02-28")], Result("2026-01", 20), Result("2026-02", null), Result("2026-03", 90)));

    [Fact]
    public void Weeks_AndDays_AreExcusedLikeMonths() =>
        Assert.Equal("2026-01-26/2026-02-25 Met 1, 2026-03-26/2026-04-25 Met 2, 2026-W14 Met 1, 2026-W15 NotApplicable 1, 2026-W16 Met 2", Said(
            [From("2026-02-26", "2026-03-25"), From("2026-04-06", "2026-04-12")],
            Result("2026-W14", 90), Result("2026-W15", 0), Result("2026-W16", 90), Result("2026-01-26/2026-02-25", 90), Result("2026-03-26/2026-04-25", 90)));

    [Fact]
    public void AbsenceOfAnother_ExcusesNothing() =>
        Assert.Equal("2026-03 Missed 0", Said([From("2026-03-01", "2026-03-31", employee: "bob")], Result("2026-03", 20)));

    [Fact]
    public void RowOfAbsenceThatCannotBeRead_LeavesItsEmployeeUndetermined()
    {
        KpiResult[] results = [Result("2026-03", 20), Result("2026-03", 20, "bob")];
        var rows = Tested.Policy.KpiMonth.Excusing(new Absences().WithUnreadable("ann")).Assess(results, End).ToArray();
        Assert.Equal([(Standing.Undetermined, Cause.Unreadable), (Standing.Missed, Cause.None)], rows.Select(r => (r.Standing, r.Cause)));
        Assert.Equal("Employee ann in 2026-03 cannot be told: a row that may be of it could not be read.", rows[0].Reason);
        Assert.All(
            Tested.Policy.KpiMonth.Excusing(new Absences().WithUnreadable((string?)null)).Assess(results, End), r => Assert.Equal(Cause.Unreadable, r.Cause));
    }

    [Fact]
    public void ExcusedMonth_SaysWhy_AndItsRecordIsVerified()
    {
        var row = Assert.Single(Tested.Policy.KpiMonth.Excusing(new Absences(From("2026-03-01", "2026-03-31"))).Assess([Result("2026-03", 20)], End));
        Assert.Equal("Employee ann in 2026-03 was absent on all of its days, and is excused.", row.Reason);
        Assert.Equal((Cause.Excused, (DateOnly?)null, false), (row.Cause, row.ChangesOn, row.IsProvisional));
        var check = row.ToRecord().Verify(Tested.Policy);
        Assert.Empty(check.Differences);
        Assert.NotNull(check.Remark);
    }

    [Fact]
    public void AbsenceWithoutAnEnd_OrThatEndsBeforeItBegins_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => new Absences(
            From("2026-03-01", "2026-03-31") with { Until = null }, From("2026-03-02", "2026-03-01"), From("2026-03-01", "2026-03-31") with { From = null }));
        Assert.Equal(
            ["One of ann from 2026-03-01 has no last day: say the last one so far.", "One of ann is from 2026-03-02 until 2026-03-01, which is before it.",
                "One of ann has no first day: say it. (Parameter 'absences')"],
            error.Message.Split(Environment.NewLine).Skip(1).Select(line => line.Trim()));
    }

    [Fact]
    public void RollUpOfAccounts_AndGroupsInAQuery_RefuseAbsences()
    {
        Assert.Throws<InvalidOperationException>(() => Tested.Policy.ServiceLevels.Excusing(new Absences()));
        Assert.Contains(
            "Rule `kpi-month` excuses absences, which are not among the rows",
            Assert.Throws<NotSupportedException>(
                () => Tested.Policy.KpiMonth.Excusing(new Absences()).Group(new[] { Result("2026-03", 90) }.AsQueryable(), End, r => r.Period)).Message,
            StringComparison.Ordinal);
    }

    /// <summary>In memory, sorted, in a history, in the monitor and on the agenda, against the second reading, which goes day by day.</summary>
    [Fact]
    public void AnyAbsences_OfAnyResults_AreReadAlikeEverywhere()
    {
        var absence = from employee in Gen.Elements("ann", "bob")
                      from start in Gen.Choose(-220, 40)
                      from length in Gen.Elements(0, 1, 14, 27, 30, 31, 60, 92, 200)
                      let first = new DateOnly(2026, 6, 1).AddDays(start)
                      select new Absence { EmployeeId = employee, From = first, Until = first.AddDays(length) };
        var results = from months in Gen.Choose(0, 11).ArrayOf(12)
                      from actuals in Gen.Elements<decimal?>(90, 90, 90, 20, null).ArrayOf(12)
                      from weeks in Gen.Choose(1, 30).ArrayOf(4)
                      select months.Select((m, i) => Result($"2026-{m + 1:00}", actuals[i], i % 3 == 0 ? "bob" : "ann"))
                          .Concat(weeks.Select(w => Result($"2026-W{w:00}", 90))).DistinctBy(r => (r.EmployeeId, r.Period)).ToArray();
        var history = new PolicyHistory(
        [
            new(new PolicyTerms { Version = "1" }),
            new(new PolicyTerms { Version = "2", EffectiveFrom = new(2026, 4, 1) }.With(new KpiAttainmentTerms { Above = 0.95m })),
        ]);
        Check.One(Generated.Cases(60), Prop.ForAll(
            (from a in absence.ArrayOf(5)
             from r in results
             from day in Gen.Choose(0, 250)
             select (a, r, new DateOnly(2026, 1, 1).AddDays(day))).ToArbitrary(),
            c =>
            {
                var (absences, facts, asOf) = c;
                var excused = new Absences(absences);
                var rule = Policy.Default.KpiMonth.Excusing(excused);
                var expected = Expected(Policy.Default);

                Assert.Equal(expected, Rows(rule.Assess(facts, asOf)));
                Assert.Equal(expected, Rows(rule.AssessSorted(facts.OrderBy(f => f.EmployeeId, StringComparer.Ordinal), asOf)));
                Assert.Equal(Expected(history), Rows(history.KpiMonth.Excusing(excused).Assess(facts, asOf)));

                var monitor = new PolicyMonitor(Policy.Default, new DateOnly(2025, 12, 31), MonitoredRules.None.With(p => p.KpiMonth.Excusing(excused)));
                monitor.AddRange(facts);
                monitor.AdvanceTo(asOf);
                Assert.Equal(expected, Rows(monitor.Snapshot().FindAll("kpi-month")));
                foreach (var entry in new Agenda(asOf, 60).Add(rule, facts).Entries())
                    Assert.Equal(Rows(rule.Assess(facts, entry.On)).Single(r => r.Item1 == entry.After.Key), Row(entry.After));

                (FactKey, Standing, int, bool)[] Expected(Policy policy) =>
                [
                    .. new ReferenceEvaluator(policy).AssessTogether("kpi-month", [.. facts, .. absences], asOf)
                        .OrderBy(row => row.Key).Select(row => (row.Key, row.Standing, row.Streak!.Value, row.IsProvisional)),
                ];
            }));

        static IEnumerable<(FactKey, Standing, int, bool)> Rows(IEnumerable<Assessment> rows) => rows.OrderBy(row => row.Key).Select(Row);

        static (FactKey, Standing, int, bool) Row(Assessment row) => (row.Key, row.Standing, row.Streak!.Value, row.IsProvisional);
    }
}

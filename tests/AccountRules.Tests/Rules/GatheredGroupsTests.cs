using AccountRules.Facts;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Rules;

/// <summary>A rule over what a roll-up says of months, or a lifecycle of a portfolio: the standings of rules over many facts, gathered again.</summary>
public sealed class GatheredGroupsTests
{
    private static readonly DateOnly Day = new(2026, 2, 20);
    private static readonly Policy Policy = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 }));

    private static readonly RuleInfo Info = new("repeated") { Noun = "Subject", Sentence = "has {value}" };

    /// <summary>Months that have ended and are missed: more than one is missed.</summary>
    private static readonly GatheredRule<Row> MissedMonths = Rule(new FactGathering<Row>(
        facts => [new() { Id = facts.Group.Subject, Times = facts.Assessed(Policy.KpiMonth).Count(IsMissed) }])
        .From(Policy.KpiMonth, result => [new(result.EmployeeId)]));

    /// <summary>How often an account has left the portfolio: more than once is missed.</summary>
    private static readonly GatheredRule<Row> Departures = Rule(new FactGathering<Row>(
        facts => [new() { Id = facts.Group.Subject, Times = facts.Tracked(Policy.KeyAccount).Count(row => row.Movement == Movement.Left) }])
        .From([Policy.KeyAccount], revenue => [new(revenue.AccountId)]));

    /// <summary>January and February are below 85 of 100 for ann; bob's January is, and his February is open while it runs.</summary>
    [Theory]
    [InlineData("2026-02-28", "ann 1 Met, bob 1 Met")]
    [InlineData("2026-03-01", "ann 2 Missed, bob 1 Met")]
    public void Employee_WithTwoMonthsMissed_IsMissedOnceTheSecondHasEnded(string asOf, string expected)
    {
        KpiResult[] results = [Result("ann", 1, 80), Result("ann", 2, 80), Result("bob", 1, 85), Result("bob", 2, 86)];

        Assert.Equal(expected, string.Join(", ", Lines(MissedMonths.Collect(Dated.Day(asOf)).AddRange(results).Assess())));
        Assert.Equal(expected, string.Join(", ", Lines(Watched(MissedMonths, results, Dated.Day(asOf)).Snapshot().FindAll())));
    }

    /// <summary>It has no row in a month of which another account has one, and so leaves in it: a second time where that is the second such month.</summary>
    [Fact]
    public void Account_LeavesInAMonthThatOnlyAnotherAccountHas()
    {
        var monitor = new PolicyMonitor(Policy, new(2026, 6, 1), MonitoredRules.None.With(_ => Departures));
        monitor.AddRange([Revenue("A", 1, 200), Revenue("A", 3, 200), Revenue("B", 1, 1)]);
        Assert.Equal(["A 0 Met", "B 0 Met"], Lines(monitor.Snapshot().FindAll()));

        monitor.Add(Revenue("B", 2, 1));
        Assert.Equal(["A 1 Met", "B 0 Met"], Lines(monitor.Snapshot().FindAll()));
        Assert.Equal(["A 2 Missed"], monitor.Add(Revenue("B", 4, 1)).Select(c => $"{c.Subject} {c.After!.Value.Value} {c.To}"));
        Assert.Equal(["A 1 Met"], monitor.Remove<AccountRevenue>(new("B", Period.Month(2026, 2))).Select(c => $"{c.Subject} {c.After!.Value.Value} {c.To}"));
    }

    [Fact]
    public void Gathering_OfARollUpOverAHostsType_IsRefused_AndOneThatItDoesNotName()
    {
        var own = Policy.KpiMonth.Over(Policy.KpiAttainment.For<Score>(
            s => new KpiResult { EmployeeId = s.Who, Kpi = "calls", Period = s.When, Target = 1, Actual = 1 }));
        Assert.StartsWith(
            "Roll-up `kpi-month` counts a host's Score: take the policy's own, and map the gathering by For.",
            Assert.Throws<ArgumentException>(() => new FactGathering<Row>(_ => []).From(own, score => [new(score.Who)])).Message, StringComparison.Ordinal);

        var unnamed = Rule(new FactGathering<Row>(facts => [new() { Id = "a", Times = facts.Assessed(Policy.KpiMonth).Count() }])
            .From([Policy.KpiAttainment], result => [new(result.EmployeeId)]));
        Assert.StartsWith(
            "The gathering is not made from rule `kpi-month`",
            Assert.Throws<ArgumentException>(() => unnamed.Collect(Day).AddRange([Result("ann", 1, 1)]).Assess().Count()).Message, StringComparison.Ordinal);
    }

    /// <summary>Of a customer that is read as an account and as its newest update, only one would ever be taken.</summary>
    [Fact]
    public void Gathering_ThatReadsTwoKindsOfFactsOffOneType_IsRefused()
    {
        var accounts = Policy.ProgressUpdate.For<Account, Score>(s => new() { AccountId = s.Who, StartedOn = Day });

        Assert.StartsWith(
            "A Score is read as a Account already, and would be only one of the two: read ProgressUpdate off a type of its own",
            Assert.Throws<ArgumentException>(() => accounts.For<ProgressUpdate, Score>(s => new() { AccountId = s.Who, SentOn = Day })).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Rule `kpi-attainment` is on a host's Score: take the policy's own, and map the gathering by For.",
            Assert.Throws<ArgumentException>(() => new FactGathering<Row>(_ => []).From(
                [Policy.KpiAttainment.For<Score>(s => new KpiResult { EmployeeId = s.Who, Kpi = "calls", Period = s.When, Target = 1, Actual = 1 })],
                score => [new(score.Who)])).Message,
            StringComparison.Ordinal);
    }

    /// <summary>Two open orders, which take two days more each day: 90 on 1 March, 100 on the sixth, which is above 99.</summary>
    [Fact]
    public void Rows_ThatReadWhatMovesEachDay_AreMadeAnewEachDayWhereTheGatheringSaysSo()
    {
        FteOrder[] orders = [.. new[] { "1", "2" }.Select(id => new FteOrder { OrderId = id, AccountId = "A", OrderedOn = new(2026, 1, 15) })];
        var rule = new GatheredRule<Row>(
            new TierRule<Row>(
                Info, Measure.Amount<Row>(row => row.Times), new Scale(Band.Lowest("Few", Standing.Met), Band.Above(99, "Many", Standing.Missed)), Row.Shape),
            new FactGathering<Row>(
                facts => [new() { Id = facts.Group.Subject, Times = (int)facts.Assessed(Policy.FteFulfillment).Sum(a => a.Value)! }])
            { TurnsDaily = true }
                .From([Policy.FteFulfillment], order => [new(order.AccountId ?? "")]));
        var monitor = new PolicyMonitor(Policy, new(2026, 3, 1), MonitoredRules.None.With(_ => rule));
        monitor.AddRange(orders);
        var agenda = new Agenda(monitor.AsOf, 30);
        agenda.Collect(rule).AddRange(orders);

        Assert.Equal(["A 90 Met"], Lines(monitor.Snapshot().FindAll()));
        Assert.Empty(monitor.AdvanceTo(new(2026, 3, 5)));
        Assert.Equal(["A 100 Missed"], monitor.AdvanceTo(new(2026, 3, 6)).Select(c => $"{c.Subject} {c.After!.Value.Value} {c.To}"));
        Assert.Equal(["2026-03-06 Missed"], agenda.Entries().Select(entry => $"{entry.On:O} {entry.To}"));
    }

    /// <summary>One of the two rows has begun ten days before the other: each is late in its own time, and which is right is not known.</summary>
    [Theory]
    [InlineData("2026-01-01", "2026-01-10", "2026-01-13 Undetermined, 2026-01-25 Overdue")]
    [InlineData("2026-01-10", "2026-01-01", "2026-01-13 Undetermined, 2026-01-25 Overdue")]
    public void Agenda_OfARowThatHangsOnWhichOfTwoFactsIsRight_TellsEachDayOnWhichEitherTurns(string first, string second, string expected)
    {
        var policy = Policy.Parse("""{ "progressUpdate": { "everyDays": 14 } }""");
        Account[] accounts = [.. new[] { first, second }.Select(start => new Account { AccountId = "A", StartedOn = Dated.Day(start) })];
        var agenda = new Agenda(new(2026, 1, 12), 60);
        agenda.Collect(policy.ProgressUpdate).AddRange(accounts);

        Assert.Equal(expected, string.Join(", ", agenda.Entries().Where(entry => entry.From != entry.To).Select(entry => $"{entry.On:O} {entry.To}")));
        Assert.Equal(
            expected,
            string.Join(", ",
                from day in Enumerable.Range(1, 60).Select(new DateOnly(2026, 1, 12).AddDays)
                let standing = Of(day)
                where standing != Of(day.AddDays(-1))
                select $"{day:O} {standing}"));

        Standing Of(DateOnly day) => policy.ProgressUpdate.Collect(day).AddRange(accounts).Assess().Single().Standing;
    }

    [Fact]
    public void Order_ThatARuleIsNotAskedOf_IsNotAmongThoseThatStandUnderIt()
    {
        var rule = Rule(new FactGathering<Row>(
            facts => [new() { Id = facts.Group.Subject, Times = facts.Assessed(Policy.FteAcquisition).Count() }])
            .From([Policy.FteAcquisition], order => [new(order.AccountId ?? "")]));
        var collector = rule.Collect(Day);
        collector.Add(new FteOrder { OrderId = "1", AccountId = "A", OrderedOn = Day });

        Assert.Equal(["A 0 Met"], Lines(collector.Assess()));
    }

    [Fact]
    public void Employee_OfWhomAResultCannotBeRead_IsUndetermined()
    {
        var collector = MissedMonths.Collect(Day).AddRange([Result("ann", 1, 80), Result("bob", 1, 80)]);
        collector.AddUnreadable("ann");

        Assert.Equal(["ann Unreadable", "bob None"], collector.Assess().Select(a => $"{a.Subject} {(a.Cause.IsNone ? "None" : a.Cause.Code)}"));
    }

    /// <summary>The roll-up asked for all, and counted by hand, on each day; and as monitor and agenda told it before, whatever order facts came in.</summary>
    [Fact]
    public void Employees_OfAnyResults_StandAsTheirMonthsAreCounted_OnEachDay() => FsCheck.Check.One(Generated.Cases(60), Prop.ForAll(
        Some((who, month, kpi, amount) => new KpiResult { EmployeeId = who, Kpi = kpi, Period = month, Target = 100, Actual = amount }).ToArbitrary(),
        facts => Holds(MissedMonths, facts, day => Policy.KpiMonth.Assess(facts, day)
            .GroupBy(month => month.Subject)
            .Select(months => (months.Key, months.Count(IsMissed))))));

    private static bool IsMissed(Assessment month) => month is { Standing: Standing.Missed, IsProvisional: false };

    [Fact]
    public void Accounts_OfAnyRevenues_StandAsTheirDeparturesAreCounted_OnEachDay() => FsCheck.Check.One(Generated.Cases(60), Prop.ForAll(
        Some((who, month, _, amount) => new AccountRevenue { AccountId = who, Period = month, Revenue = amount }).ToArbitrary(),
        facts => Holds(Departures, facts, day =>
        {
            var left = Policy.KeyAccount.Track(facts, day).ToLookup(row => row.Subject, row => row.Movement == Movement.Left);
            return left.Select(rows => (rows.Key, rows.Count(isLeft => isLeft)));
        })));

    private static void Holds<TFact>(GatheredRule<Row> rule, TFact[] facts, Func<DateOnly, IEnumerable<(string Subject, int Times)>> count)
        where TFact : class
    {
        var monitor = new PolicyMonitor(Policy, Day, MonitoredRules.None.With(_ => rule));
        foreach (var fact in facts)
            monitor.Add(fact);

        var agenda = new Agenda(Day, 80);
        agenda.Collect(rule).AddRange(facts);
        var foretold = agenda.Entries().ToLookup(entry => entry.On);
        var rows = count(Day).ToDictionary(row => row.Subject, Line);
        for (var day = Day; day < Day.AddDays(80);)
        {
            day = day.AddDays(1);
            monitor.AdvanceTo(day);
            foreach (var entry in foretold[day])
                rows[entry.After.Subject] = $"{entry.After.Subject} {entry.After.Value} {entry.To}";

            var expected = count(day).Select(Line).Order(StringComparer.Ordinal).ToArray();
            Assert.Equal(expected, Lines(rule.Collect(day).AddRange(facts).Assess()));
            Assert.Equal(expected, Lines(monitor.Snapshot().FindAll()));
            Assert.Equal(expected.Select(Standing), rows.Values.Order(StringComparer.Ordinal).Select(Standing));
        }

        string Line((string Subject, int Times) row) => $"{row.Subject} {row.Times} {(row.Times > 1 ? "Missed" : "Met")}";

        // A number that changes within a band is no entry.
        string Standing(string line) => $"{line.Split(' ')[0]} {line.Split(' ')[2]}";
    }

    /// <summary>Facts of three subjects and some months, each with what tells it apart once.</summary>
    private static Gen<TFact[]> Some<TFact>(Func<string, Period, string, decimal, TFact> make) =>
        from all in (from who in Gen.Elements("A", "B", "C")
                     from month in Gen.Choose(-2, 4)
                     from kpi in Gen.Elements("calls", "sales")
                     from amount in Gen.Elements(0, 84, 85, 86, 99, 100, 101, 300)
                     select (who, day: Day.AddMonths(month), kpi, amount)).ArrayOf(14)
        select all.DistinctBy(f => (f.who, f.day, typeof(TFact) == typeof(KpiResult) ? f.kpi : ""))
            .Select(f => make(f.who, Period.Month(f.day.Year, f.day.Month), f.kpi, f.amount)).ToArray();

    private static PolicyMonitor Watched<TFact>(GatheredRule<Row> rule, TFact[] facts, DateOnly until)
        where TFact : class
    {
        var monitor = new PolicyMonitor(Policy, Day, MonitoredRules.None.With(_ => rule));
        monitor.AddRange(facts);
        monitor.AdvanceTo(until);
        return monitor;
    }

    private static GatheredRule<Row> Rule(FactGathering<Row> gathering) => new(
        new TierRule<Row>(
            Info, Measure.Amount<Row>(row => row.Times), new Scale(Band.Lowest("Few", Standing.Met), Band.Above(1, "Many", Standing.Missed)), Row.Shape),
        gathering);

    private static IEnumerable<string> Lines(IEnumerable<Assessment> assessments) =>
        assessments.Select(a => $"{a.Subject} {a.Value} {a.Standing}").Order(StringComparer.Ordinal);

    private static KpiResult Result(string who, int month, decimal actual) =>
        new() { EmployeeId = who, Kpi = "calls", Period = Period.Month(2026, month), Target = 100, Actual = actual };

    private static AccountRevenue Revenue(string account, int month, decimal revenue) =>
        new() { AccountId = account, Period = Period.Month(2026, month), Revenue = revenue };

    private sealed record Row
    {
        public static FactShape<Row> Shape { get; } = new(row => row.Id);

        public required string Id { get; init; }

        public required int Times { get; init; }
    }

    private sealed record Score(string Who, Period When);
}

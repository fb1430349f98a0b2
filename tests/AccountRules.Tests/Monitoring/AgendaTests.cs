using AccountRules.Facts;
using AccountRules.Tests.Basics;
using static AccountRules.Tests.Rules.Dated;

namespace AccountRules.Tests.Monitoring;

/// <summary>The agenda at the cuts of the policy, at the edges of its horizon and of the calendar, and what it says.</summary>
public sealed class AgendaTests
{
    private static readonly Policy Policy = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100, ExitThreshold = 80 }));

    [Fact]
    public void FteOrder_PlacedToday_IsAtRiskFromDay76AndOverdueFromDay91() => Assert.Equal(
        [(Start.AddDays(76), Standing.OnTrack, Standing.AtRisk, Start.AddDays(75)), (Start.AddDays(91), Standing.AtRisk, Standing.Overdue, Start.AddDays(90))],
        Of(Policy.FteFulfillment, Order(Start), Start, days: 365));

    [Theory]
    [InlineData(74, 1, "")]
    [InlineData(75, 1, "AtRisk")]
    [InlineData(74, 2, "AtRisk")]
    [InlineData(76, 14, "")]
    [InlineData(76, 15, "Overdue")]
    [InlineData(89, 1, "")]
    [InlineData(90, 1, "Overdue")]
    [InlineData(91, 1, "")]
    [InlineData(75, 16, "AtRisk Overdue")]
    [InlineData(75, 0, "")]
    public void FteOrder_AroundItsCuts_ChangesWithinTheHorizonOnly(int day, int days, string expected) => Assert.Equal(
        expected, string.Join(' ', Of(Policy.FteFulfillment, Order(Start), Start.AddDays(day), days).Select(e => e.To)));

    [Fact]
    public void FteOrder_PlacedLater_BeginsAndThenRunsThroughAllItsStandings() => Assert.Equal(
        [
            (Start, Standing.NotApplicable, Standing.OnTrack, null),
            (Start.AddDays(76), Standing.OnTrack, Standing.AtRisk, Start.AddDays(75)),
            (Start.AddDays(91), Standing.AtRisk, Standing.Overdue, Start.AddDays(90)),
        ],
        Of(Policy.FteFulfillment, Order(Start), Start.AddDays(-1), days: 100));

    [Theory]
    [InlineData(75, "Met 75")]
    [InlineData(76, "Met 76")]
    [InlineData(90, "AtRisk 76, Met 90")]
    [InlineData(91, "AtRisk 76, Late 91")]
    [InlineData(92, "AtRisk 76, Overdue 91, Late 92")]
    public void FteOrder_WithAnEndRecordedForLater_IsOpenUntilThenAndClosedFromThenOn(int endsOnDay, string expected)
    {
        var entries = new Agenda(Start, 365).Add(Policy.FteFulfillment, [Order(Start) with { FulfilledOn = Start.AddDays(endsOnDay) }]).Entries();

        Assert.Equal(expected, string.Join(", ", entries.Select(e => $"{e.To} {e.On.DayNumber - Start.DayNumber}")));
        Assert.Null(entries[^1].ActBy);
    }

    [Fact]
    public void RegistryItem_AddedToday_LeavesItsTargetOnDay31AndItsWindowOnDay61() => Assert.Equal(
        [(Start.AddDays(31), Standing.OnTrack, Standing.AtRisk, Start.AddDays(30)), (Start.AddDays(61), Standing.AtRisk, Standing.Overdue, Start.AddDays(60))],
        Of(Policy.RegistryClosure, new RegistryItem { ItemId = "1", AddedOn = Start }, Start, days: 365));

    [Fact]
    public void RegistryItem_UnderOtherTerms_ChangesByThese() => Assert.Equal(
        [(Start.AddDays(46), Standing.OnTrack, Standing.AtRisk, Start.AddDays(45)), (Start.AddDays(51), Standing.AtRisk, Standing.Overdue, Start.AddDays(50))],
        Of(
            new Policy(new PolicyTerms().With(new RegistryClosureTerms { TargetDays = 45, LimitDays = 50 })).RegistryClosure,
            new RegistryItem { ItemId = "1", AddedOn = Start },
            Start,
            days: 60));

    [Fact]
    public void ImprovementPlan_NotCompleted_IsDueForReviewTheDayAfterItsEnd() => Assert.Equal(
        [(Start, Standing.NotApplicable, Standing.OnTrack, null), (Start.AddDays(61), Standing.OnTrack, Standing.Overdue, Start.AddDays(60))],
        Of(Policy.ImprovementPlan, Plan, Start.AddDays(-3), days: 365));

    [Theory]
    [InlineData(36, Standing.Met)]
    [InlineData(35, Standing.Missed)]
    public void ImprovementPlan_CompletedLater_IsDecidedOnThatDay(int actual, Standing to) => Assert.Equal(
        [(Start.AddDays(60), Standing.OnTrack, to, null)],
        Of(Policy.ImprovementPlan, Plan with { CompletedOn = Start.AddDays(60), Target = 100, Actual = actual }, Start, days: 365));

    [Fact]
    public void Attainment_OfAMonthToCome_IsKnownOnItsFirstDay()
    {
        var result = Kpi("ann", "calls", 86);
        var pay = new PayPeriod { EmployeeId = "ann", Period = Period.Month(2026, 4), Target = 100, Actual = 86, CommittedPay = 1000 };

        Assert.Equal([(Day("2026-04-01"), Standing.NotApplicable, Standing.Met, null)], Of(Policy.KpiAttainment, result, Day("2026-03-31"), days: 1));
        Assert.Equal([(Day("2026-04-01"), Standing.NotApplicable, Standing.OnTrack, null)], Of(Policy.PerformancePay, pay, Day("2026-03-01"), days: 31));
        Assert.Empty(Of(Policy.KpiAttainment, result, Day("2026-03-30"), days: 1));
        Assert.Equal([(Day("2026-05-01"), Standing.Met, Standing.Met, null)], Of(Policy.KpiAttainment, result, Day("2026-04-01"), days: 365));
        Assert.Equal([(Day("2026-05-01"), Standing.OnTrack, Standing.Graded, null)], Of(Policy.PerformancePay, pay, Day("2026-04-01"), days: 365));
        Assert.Empty(Of(Policy.KpiAttainment, result, Day("2026-05-01"), days: 365));
    }

    [Fact]
    public void KpiMonth_ThatBegins_IsOneEntryForAllItsResults()
    {
        KpiResult[] results = [
            Kpi("ann", "calls", 86), Kpi("ann", "visits", 85), Kpi("bob", "calls", 86), Kpi("bob", "calls", 86) with { Period = Period.Month(2026, 3) },
        ];

        var entries = new Agenda(Day("2026-03-31"), 1).Add(Policy.KpiMonth, results).Entries();

        Assert.Equal(
            ["ann 2026-04 NotApplicable Missed 0", "bob 2026-03 Met Met 1", "bob 2026-04 NotApplicable Met 2"],
            entries.Select(e => $"{e.Subject} {e.Period} {e.From} {e.To} {e.After.Streak}"));
        Assert.Equal(
            "Begins on 2026-04-01: KPI month ann in 2026-04: 1 of 2 met, 1 missed; provisional, since 2026-04 runs until 2026-04-30.",
            entries[0].Summary.Replace("Employee", "KPI month", StringComparison.Ordinal));
        Assert.Equal("Stands as of 2026-04-01: Employee bob in 2026-03: 1 of 1 met; 1 in a row.", entries[1].Summary);
        Assert.Equal((2, 3), (entries[2].After.Streak, new Agenda(Day("2026-03-31"), 1).Add(Policy.KpiMonth, results).Entries().Count));
    }

    [Fact]
    public void Portfolio_WhenAPeriodBegins_AccountsEnterStayAndLeave()
    {
        AccountRevenue[] rows = [
            Revenue("in", 3, 100), Revenue("in", 4, 80), Revenue("new", 3, 0), Revenue("new", 4, 100), Revenue("out", 3, 100), Revenue("out", 4, 79),
            Revenue("silent", 3, 100),
        ];

        var all = new Agenda(Day("2026-03-31"), 1).AddTrack(Policy.KeyAccount, rows).Entries();
        Assert.Equal(
            ["in Key", "new Standard", "out Key", "silent Key"],
            all.Where(e => e.Kind == ChangeKind.Moved && e is { Before.IsProvisional: true, After.IsProvisional: false, Period: { } period }
                && period == Period.Month(2026, 3)).Select(e => $"{e.Subject} {e.After.Band}"));

        AgendaEntry[] entries = [.. all.Where(e => e.Kind == ChangeKind.Changed)];
        Assert.Equal(8, all.Count);
        Assert.Equal(
            ["in Key Stayed", "new Key Entered", "out Standard Left", "silent Standard Left"],
            entries.Select(e => $"{e.Subject} {e.After.Band} {e.After.Movement}"));
        Assert.All(entries, e => Assert.Equal(
            (Day("2026-04-01"), Standing.NotApplicable, Standing.Graded, null, Period.Month(2026, 4)), (e.On, e.From, e.To, e.ActBy, e.Period!.Value)));
        Assert.Equal(
            "Begins on 2026-04-01: Account silent in 2026-04 has no row, which counts as 0; it leaves; provisional, since 2026-04 runs until 2026-04-30.",
            entries[3].Summary);
        Assert.Equal((null, "silent"), (entries[3].Before.Movement, entries[3].Account));
    }

    [Fact]
    public void Horizon_PastTheEndOfTheCalendar_EndsThere()
    {
        var last = DateOnly.MaxValue;
        Agenda agenda = new(last.AddDays(-1), int.MaxValue);

        var entries = agenda
            .Add(Policy.FteFulfillment, [Order(last.AddDays(-90)), Order(last.AddDays(-91)), Order(last), Order(last) with { FulfilledOn = last }])
            .Add(Policy.ImprovementPlan, [Plan with { EndsOn = last }, Plan with { EndsOn = last.AddDays(-1) }])
            .AddTrack(Policy.KeyAccount, [new() { AccountId = "A", Period = Period.Month(9999, 12), Revenue = 1 }])
            .Entries();

        Assert.Equal(last, agenda.Until);
        Assert.Equal(["Overdue", "OnTrack", "Met", "Overdue"], entries.Select(e => e.To.ToString()));
        Assert.All(entries, e => Assert.Equal(last, e.On));
        Assert.Empty(new Agenda(last, 1).Add(Policy.FteFulfillment, [Order(last)]).Entries());
    }

    [Fact]
    public void Horizon_ThatIsNegative_IsAnArgumentError()
    {
        Assert.Equal("An agenda looks 0 or more days ahead.", Line(Assert.Throws<ArgumentOutOfRangeException>(() => new Agenda(Start, -1))));
        Assert.Equal(
            "An agenda looks ahead: its last day is 2026-03-02, the evaluation date, or later.",
            Line(Assert.Throws<ArgumentOutOfRangeException>(() => new Agenda(Start, Start.AddDays(-1)))));

        static string Line(Exception e) => e.Message.Split(" (Parameter")[0];
    }

    [Fact]
    public void Horizon_GivenAsADate_IsTheSameAsInDays() => Assert.Equal(
        new Agenda(Start, 76).Add(Policy.FteFulfillment, [Order(Start)]).Entries().Select(e => e.ToString()),
        new Agenda(Start, Start.AddDays(76)).Add(Policy.FteFulfillment, [Order(Start)]).Entries().Select(e => e.ToString()));

    [Fact]
    public void Entries_OfSeveralRules_AreOneListByDateThenRuleThenSubject_HoweverTheyCame()
    {
        var (b, a, later) = (Order(Start) with { OrderId = "b" }, Order(Start) with { OrderId = "a" }, Order(Start.AddDays(1)) with { OrderId = "0" });
        var item = new RegistryItem { ItemId = "x", AddedOn = Start.AddDays(45) };

        var one = new Agenda(Start.AddDays(60), 40).Add(Policy.FteFulfillment, [b, later, a]).Add(Policy.RegistryClosure, [item]).Entries();
        var other = new Agenda(Start.AddDays(60), 40).Add(Policy.RegistryClosure, [item]).Add(Policy.FteFulfillment, [a, b, later]).Entries();

        Assert.Equal(
            ["76 a AtRisk", "76 b AtRisk", "76 x AtRisk", "77 0 AtRisk", "91 a Overdue", "91 b Overdue", "92 0 Overdue"],
            one.Select(e => $"{e.On.DayNumber - Start.DayNumber} {e.Subject} {e.To}"));
        Assert.Equal(one, other);
        Assert.NotEqual(one[0], one[1]);
    }

    [Fact]
    public void Entries_OfFactsThatAreToldApartByNothing_AreAsTheyCame()
    {
        var plans = Enumerable.Range(0, 50).Select(i => Plan with { StartedOn = Start.AddDays(-i) }).ToArray();

        var entries = new Agenda(Start, 100).Add(Policy.ImprovementPlan, plans).Entries();

        Assert.Equal(plans.Select(p => Policy.ImprovementPlan.Assess(p, Start.AddDays(61))), entries.Select(e => e.After));
    }

    [Fact]
    public void Entries_ReadBetweenFacts_KnowTheFactsSoFar()
    {
        var agenda = new Agenda(Day("2026-03-31"), 1);
        var months = agenda.Collect(Policy.KpiMonth);
        var accounts = agenda.CollectTrack(Policy.KeyAccount);
        Assert.Empty(agenda.Entries());

        months.Add(Kpi("ann", "calls", 86));
        accounts.Add(Revenue("A", 4, 100));
        Assert.Equal([Standing.Graded, Standing.Met], agenda.Entries().Select(e => e.To));
        Assert.Equal(agenda.Entries().Select(e => e.ToString()), agenda.Entries().Select(e => e.ToString()));

        months.Add(Kpi("ann", "visits", 85));
        Assert.Equal([Standing.Graded, Standing.Missed], agenda.Entries().Select(e => e.To));
    }

    [Fact]
    public void Summary_SaysWhatToDoByWhen_OrWhatHappens()
    {
        var order = Order(Start);
        string[] Say<TFact>(Rule<TFact> rule, TFact fact, DateOnly asOf)
            where TFact : class => [.. new Agenda(asOf, 100).Add(rule, [fact]).Entries().Select(e => e.Summary)];

        Assert.Equal(
        [
            "Begins on 2026-03-02: Order 1042 is open for 0 of 90 days, due 2026-05-31.",
            "Order 1042 becomes AtRisk on 2026-05-17 unless it is fulfilled by 2026-05-16; due 2026-05-31.",
            "Order 1042 becomes Overdue on 2026-06-01 unless it is fulfilled by 2026-05-31.",
        ], Say(Policy.FteFulfillment, order, Start.AddDays(-1)));
        Assert.Equal(
            ["As of 2026-03-09: Order 1042 was fulfilled on day 7 of 90, 2026-03-09; it was due 2026-05-31."],
            Say(Policy.FteFulfillment, order with { FulfilledOn = Start.AddDays(7) }, Start));
        Assert.Equal(
            ["Begins on 2026-03-02: Order 1042 ends before it begins."],
            Say(Policy.FteFulfillment, order with { FulfilledOn = Start.AddDays(-7) }, Start.AddDays(-1)));
        Assert.Equal(
        [
            "Begins on 2026-03-02: Improvement plan of ann runs until 2026-05-01.",
            "Improvement plan of ann becomes Overdue on 2026-05-02 unless it is completed by 2026-05-01.",
        ], Say(Policy.ImprovementPlan, Plan, Start.AddDays(-1)));
        Assert.Equal(
            ["As of 2026-03-09: Improvement plan of ann has no target."], Say(Policy.ImprovementPlan, Plan with { CompletedOn = Start.AddDays(7) }, Start));
        Assert.Equal("fte-fulfillment OnTrack -> AtRisk: Order 1042 becomes AtRisk on 2026-05-17 unless it is fulfilled by 2026-05-16; due 2026-05-31.",
            new Agenda(Start, 76).Add(Policy.FteFulfillment, [order]).Entries()[0].ToString());
    }

    [Fact]
    public void HostsOwnFacts_AreForetoldAsTheFactsThatTheyAreReadAs()
    {
        var rule = Policy.FteFulfillment.For<Ticket>(t => new FteOrder { OrderId = t.Id, OrderedOn = t.OpenedOn, FulfilledOn = t.ClosedOn });

        var entries = new Agenda(Start, 365).Add(rule, [new Ticket("1042", Start, Start.AddDays(80))]).Entries();

        Assert.Equal(
            new Agenda(Start, 365).Add(Policy.FteFulfillment, [Order(Start) with { FulfilledOn = Start.AddDays(80) }]).Entries().Select(e => e.ToString()),
            entries.Select(e => e.ToString()));
        Assert.Equal(2, entries.Count);
    }

    [Fact]
    public void Nothing_ThatIsNotThere_IsAnArgumentError()
    {
        Agenda agenda = new(Start, 1);
        Assert.Throws<ArgumentNullException>(() => agenda.Add((Rule<FteOrder>)null!, []));
        Assert.Throws<ArgumentNullException>(() => agenda.Add((RollUpRule<KpiResult>)null!, []));
        Assert.Throws<ArgumentNullException>(() => agenda.AddTrack<AccountRevenue>(null!, []));
        Assert.Throws<ArgumentNullException>(() => agenda.Add(Policy.FteFulfillment, null!));
        Assert.Equal(
            "The fact at index 1 is null: leave it out.",
            Assert.Throws<ArgumentException>(() => agenda.Add(Policy.FteFulfillment, [Order(Start), null!])).Message);
        Assert.Throws<ArgumentNullException>(() => agenda.Collect(Policy.KpiMonth).Add(null!));
        Assert.Throws<ArgumentNullException>(() => agenda.CollectTrack(Policy.KeyAccount).Add(null!));
        Assert.Equal("Rule `improvement-plan` cannot be tracked over periods, because its facts have none: give their shape a Period.",
            Assert.Throws<InvalidOperationException>(() => agenda.CollectTrack(Policy.ImprovementPlan)).Message);
    }

    private static ImprovementPlan Plan { get; } = new() { EmployeeId = "ann", StartedOn = Start, EndsOn = Start.AddDays(60) };

    private static FteOrder Order(DateOnly orderedOn) => new() { OrderId = "1042", OrderedOn = orderedOn };

    private static KpiResult Kpi(string employee, string kpi, decimal actual) =>
        new() { EmployeeId = employee, Kpi = kpi, Period = Period.Month(2026, 4), Target = 100, Actual = actual };

    private static AccountRevenue Revenue(string account, int month, decimal revenue) =>
        new() { AccountId = account, Period = Period.Month(2026, month), Revenue = revenue };

    private static IEnumerable<(DateOnly On, Standing From, Standing To, DateOnly? ActBy)> Of<TFact>(Rule<TFact> rule, TFact fact, DateOnly asOf, int days)
        where TFact : class => new Agenda(asOf, days).Add(rule, [fact]).Entries().Select(e => (e.On, e.From, e.To, e.ActBy));
}

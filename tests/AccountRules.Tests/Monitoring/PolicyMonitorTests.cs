using AccountRules.Facts;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Monitoring;

/// <summary>What a monitor says and does, call by call. The expected standings are read off the policy.</summary>
public sealed class PolicyMonitorTests
{
    private static readonly Policy Policy = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 }));
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly Period January = Period.Month(2026, 1);
    private static readonly Period February = Period.Month(2026, 2);
    private static readonly Period March = Period.Month(2026, 3);

    private readonly PolicyMonitor monitor = new(Policy, Day);

    [Fact]
    public void Order_AddedOverduePassedAndFulfilled_TellsEachChange()
    {
        Assert.Equal("fte-fulfillment nothing -> OnTrack: Order 1 is open for 0 of 90 days, due 2026-05-30.", Told(monitor.Add(Order("1", Day))));
        Assert.Equal("", Told(monitor.AdvanceTo(Day.AddDays(75))));
        Assert.Equal("fte-fulfillment OnTrack -> AtRisk: Order 1 is open for 76 of 90 days, due 2026-05-30.", Told(monitor.AdvanceTo(Day.AddDays(76))));
        Assert.Equal("", Told(monitor.AdvanceTo(Day.AddDays(90))));
        Assert.Equal(
            "fte-fulfillment AtRisk -> Overdue: Order 1 is open for 91 days, 1 more than the 90 allowed; it was due 2026-05-30.",
            Told(monitor.AdvanceTo(Day.AddDays(91))));
        Assert.Equal(
            "fte-fulfillment Overdue -> Met: Order 1 was fulfilled on day 90 of 90, 2026-05-30; it was due 2026-05-30.",
            Told(monitor.Update(Order("1", Day, Day.AddDays(90)))));
        Assert.Equal(
            "fte-fulfillment Met -> nothing: Order 1 was fulfilled on day 90 of 90, 2026-05-30; it was due 2026-05-30.", Told(monitor.Remove<FteOrder>("1")));
        Assert.Empty(monitor.Counts);
    }

    [Fact]
    public void Date_MovedOnOverTwoChanges_TellsOneFromTheFirstToTheLast()
    {
        monitor.Add(Order("1", Day));

        var change = Assert.Single(monitor.AdvanceTo(Day.AddDays(100)));

        Assert.Equal(
            (Standing.OnTrack, Standing.Overdue, Day, Day.AddDays(100)),
            (change.From!.Value, change.To!.Value, change.Before!.Value.AsOf!.Value, change.After!.Value.AsOf!.Value));
    }

    [Fact]
    public void Date_MovedOnOverAStandingThatComesAndGoes_TellsNothing()
    {
        monitor.Add(Order("1", Day, Day.AddDays(89)));
        Assert.Equal(Standing.OnTrack, monitor.Find("fte-fulfillment", "1")!.Value.Standing);
        monitor.Add(Order("2", Day.AddDays(20), Day.AddDays(21)));

        Assert.Equal("fte-fulfillment OnTrack -> Met, fte-fulfillment NotApplicable -> Met", Kinds(monitor.AdvanceTo(Day.AddDays(89))));
    }

    [Fact]
    public void Date_Earlier_IsRefusedInOneLineAndChangesNothing()
    {
        monitor.Add(Order("1", Day));

        var e = Unchanged<ArgumentOutOfRangeException>(() => monitor.AdvanceTo(Day.AddDays(-1)));

        Assert.StartsWith("The monitor has come to 2026-03-01 and does not go back: make a new one for an earlier date.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Date_TheSame_ChangesNothing()
    {
        monitor.Add(Order("1", Day));
        Assert.Empty(monitor.AdvanceTo(Day));
    }

    [Fact]
    public void Date_UpToTheEndOfTheCalendar_IsReached()
    {
        monitor.Add(Order("1", DateOnly.MaxValue));
        monitor.Add(Order("2", DateOnly.MaxValue.AddDays(-90)));
        monitor.Add(Order("3", DateOnly.MaxValue.AddDays(-91)));

        Assert.Equal(
            "fte-fulfillment NotApplicable -> OnTrack, fte-fulfillment NotApplicable -> AtRisk, fte-fulfillment NotApplicable -> Overdue",
            Kinds(monitor.AdvanceTo(DateOnly.MaxValue)));
        Assert.Empty(monitor.AdvanceTo(DateOnly.MaxValue));
    }

    [Fact]
    public void Fact_AddedTwice_IsRefusedAndChangesNothing()
    {
        monitor.Add(Order("1", Day));

        var e = Unchanged<ArgumentException>(() => monitor.Add(Order("1", Day.AddDays(-100))));

        Assert.StartsWith("FteOrder `1` is monitored already: update it, or remove it first.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fact_UnknownToAnUpdateOrARemoval_IsRefusedAndChangesNothing()
    {
        monitor.Add(Order("1", Day));

        Assert.Equal(
            "FteOrder `2` is not monitored: add it first. Rule `fte-fulfillment`.",
            Unchanged<KeyNotFoundException>(() => monitor.Update(Order("2", Day))).Message);
        Assert.Equal(
            "KpiResult `calls of ann in 2026-01` is not monitored: add it first. Rule `kpi-attainment`.",
            Unchanged<KeyNotFoundException>(() => monitor.Remove<KpiResult>(new("ann", January, "calls"))).Message);
        Assert.Equal(
            "AccountRevenue `A` is not monitored: add it first. Rule `key-account`.",
            Unchanged<KeyNotFoundException>(() => monitor.Remove<AccountRevenue>("A")).Message);
    }

    [Fact]
    public void Fact_WithoutAnIdOrOfATypeThatNoRuleReads_IsRefusedAndChangesNothing()
    {
        monitor.Add(Order("1", Day));

        Assert.StartsWith(
            "A FteOrder without an id cannot be monitored: give it one.",
            Unchanged<ArgumentException>(() => monitor.Add(Order(null!, Day))).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "No monitored rule reads a Version: name one in MonitoredRules, such as With(p => p.FteFulfillment.For<Version>(…)).",
            Unchanged<ArgumentException>(() => monitor.Add(new Version(1, 2))).Message,
            StringComparison.Ordinal);
        Unchanged<ArgumentNullException>(() => monitor.Add<FteOrder>(null!));
        Unchanged<ArgumentNullException>(() => monitor.Swap(null!));
        Unchanged<ArgumentException>(() => monitor.Find("fte-fulfilment", "1"));
    }

    [Fact]
    public void Range_WithOneFactThatCannotBeAdded_AddsNone()
    {
        monitor.Add(Order("3", Day));

        Unchanged<ArgumentException>(() => monitor.AddRange([Order("1", Day), Order("2", Day), Order("3", Day)]));
        var e = Unchanged<ArgumentException>(() => monitor.AddRange([Order("1", Day), Order("2", Day), Order("1", Day)]));
        Unchanged<ArgumentNullException>(() => monitor.AddRange([Order("1", Day), null!]));

        Assert.StartsWith("FteOrder `1` comes twice in one call: give each fact once.", e.Message, StringComparison.Ordinal);
        Assert.Equal(["1", "2"], monitor.AddRange([Order("2", Day), Order("1", Day)]).Select(c => c.Subject));
    }

    [Fact]
    public void Range_UpdatedWithOneUnknownFact_UpdatesNone()
    {
        monitor.AddRange([Order("1", Day), Order("2", Day)]);

        Assert.Equal(
            "FteOrder `3` is not monitored: add it first. Rule `fte-fulfillment`, index 1.",
            Unchanged<KeyNotFoundException>(() => monitor.UpdateRange([Order("1", Day.AddDays(-91)), Order("3", Day)])).Message);
        Unchanged<ArgumentException>(() => monitor.UpdateRange([Order("1", Day), Order("1", Day)]));

        Assert.Equal(
            "fte-fulfillment OnTrack -> Overdue",
            Kinds(monitor.UpdateRange([Order("2", Day.AddDays(-90)), Order("1", Day.AddDays(-91))]).Where(c => c.Subject == "1")));
        Assert.Equal(Standing.AtRisk, monitor.Find("fte-fulfillment", "2")!.Value.Standing);
    }

    [Fact]
    public void Range_AddedOrUpdated_IsEitherFactByFact()
    {
        monitor.Add(Order("2", Day.AddDays(-80)));

        Assert.Equal(
            "fte-fulfillment nothing -> Overdue, fte-fulfillment AtRisk -> OnTrack",
            Kinds(monitor.AddOrUpdateRange([Order("2", Day), Order("1", Day.AddDays(-91))])));
        Unchanged<ArgumentException>(() => monitor.AddOrUpdateRange([Order("3", Day), Order("4", Day), Order("3", Day)]));
        Assert.Empty(monitor.AddOrUpdateRange<FteOrder>([]));
    }

    /// <summary>1 is new, 2 is late by now, 3 says what it said, and 4 is gone.</summary>
    [Fact]
    public void Sync_MakesTheFactsThoseThatAreGiven_AndTellsWhatLiesBetween()
    {
        monitor.AddRange([Order("2", Day.AddDays(-80)), Order("3", Day), Order("4", Day)]);

        Assert.Equal(
            "fte-fulfillment nothing -> Overdue, fte-fulfillment AtRisk -> Overdue, fte-fulfillment OnTrack -> nothing",
            Kinds(monitor.Sync([Order("3", Day), Order("2", Day.AddDays(-91)), Order("1", Day.AddDays(-91))])));
        Assert.Null(monitor.Fact<FteOrder>("4"));
        Assert.Empty(monitor.Sync([Order("3", Day), Order("2", Day.AddDays(-91)), Order("1", Day.AddDays(-91))]));
        Unchanged<ArgumentException>(() => monitor.Sync([Order("3", Day), Order("3", Day)]));
        Assert.Equal(3, monitor.Sync<FteOrder>([]).Count);
        Assert.Empty(monitor.Snapshot().FindAll());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 499)]
    [InlineData(63, 64)]
    [InlineData(120, 400)]
    public void Range_OfHundredsWithOneTwice_IsRefused(int first, int second)
    {
        var orders = Enumerable.Range(0, 500).Select(i => Order($"{i}", Day)).ToArray();
        orders[second] = Order($"{first}", Day.AddDays(-91));

        var e = Unchanged<ArgumentException>(() => monitor.AddRange(orders));
        Assert.StartsWith($"FteOrder `{first}` comes twice in one call: give each fact once.", e.Message, StringComparison.Ordinal);
        monitor.AddRange(orders.Take(second));
        Unchanged<ArgumentException>(() => monitor.AddOrUpdateRange(orders));
    }

    [Fact]
    public void Range_OfHundredsOfResultsWithOneTwice_IsRefusedAndThenTakenWithoutIt()
    {
        var results = Enumerable.Range(0, 300).Select(i => Kpi($"e{i / 2}", i % 2 == 0 ? "calls" : "faults", February, 10, 10)).ToArray();

        Assert.StartsWith(
            "KpiResult `calls of e0 in 2026-02` comes twice in one call",
            Unchanged<ArgumentException>(() => monitor.AddRange([.. results, results[0]])).Message,
            StringComparison.Ordinal);

        var months = monitor.AddRange(results).Where(c => c.Rule.Id == "kpi-month").ToArray();
        Assert.Equal(150, months.Length);
        Assert.All(months, m => Assert.Equal(Standing.Met, m.To));
    }

    [Fact]
    public void Range_OfHundredsOfRevenuesWithOneTwice_IsRefusedAndThenTakenWithoutIt()
    {
        var revenues = Enumerable.Range(0, 300).Select(i => Revenue($"A{i}", i < 200 ? January : March, 100)).ToArray();

        Unchanged<ArgumentException>(() => monitor.AddRange([.. revenues, revenues[99]]));

        Assert.Equal(500, monitor.AddRange(revenues).Count(c => c.Rule.Id == "key-account"));   // the first 200 leave in March
    }

    [Fact]
    public void Changes_OfAnyTexts_ComeInTheOrderOfTheirValues()
    {
        var letter = Gen.Elements('\0', 'A', 'a', 'b', '\u00fe', '\u00ff', '\u0100', '\uffff');
        var subjects = Gen.Choose(0, 10)
            .SelectMany(length => Gen.ArrayOf(letter, length))
            .Select(letters => $"x{new string(letters)}x")
            .ArrayOf()
            .Select(all => all.Distinct(StringComparer.Ordinal).ToArray());
        Check.One(Generated.Cases(500), Prop.ForAll(subjects.ToArbitrary(), all =>
        {
            var told = new PolicyMonitor(Policy, Day).AddRange(all.Select(s => Order(s, Day))).Select(c => c.Subject).ToArray();
            Array.Sort(all, string.CompareOrdinal);
            Assert.Equal(all, told);
        }));
    }

    [Fact]
    public void Fact_AddedOrUpdated_IsEither()
    {
        Assert.Equal("fte-fulfillment nothing -> OnTrack", Kinds(monitor.AddOrUpdate(Order("1", Day))));
        Assert.Equal("", Kinds(monitor.AddOrUpdate(Order("1", Day.AddDays(-1)))));
        Assert.Equal("fte-fulfillment OnTrack -> Overdue", Kinds(monitor.AddOrUpdate(Order("1", Day.AddDays(-91)))));
        Assert.Equal(Day.AddDays(-91), monitor.Fact<FteOrder>("1")!.OrderedOn);
        Assert.Null(monitor.Fact<FteOrder>("2"));
    }

    [Fact]
    public void Fact_ThatBecomesUndetermined_ChangesToThatAndIsStillMonitored()
    {
        monitor.Add(Order("1", Day));

        Assert.Equal("fte-fulfillment OnTrack -> Undetermined: Order 1 has no start date.", Told(monitor.Update(Order("1", null))));
        Assert.Empty(monitor.AdvanceTo(Day.AddDays(200)));
        Assert.Equal("fte-fulfillment Undetermined -> Overdue", Kinds(monitor.Update(Order("1", Day))));
    }

    [Fact]
    public void Cause_Changed_IsAChangeThoughTheStandingStays()
    {
        monitor.Add(Kpi("ann", "calls", January, target: null, 1));

        var change = Assert.Single(monitor.Update(Kpi("ann", "calls", January, 0, 1)));

        Assert.Equal(
            (Standing.Undetermined, Standing.Undetermined, Cause.TargetNotPositive), (change.From!.Value, change.To!.Value, change.After!.Value.Cause));
    }

    [Fact]
    public void Month_WhoseLastKpiIsMet_TurnsToAllMet()
    {
        monitor.AddRange([Kpi("ann", "calls", February, 10, 10), Kpi("ann", "faults", February, 10, 8)]);
        monitor.Add(Kpi("ann", "calls", January, 10, 9));

        Assert.Equal(
            "kpi-attainment Missed -> Met: KPI faults of ann in 2026-02 attained 90 %; Met is above 85 %., kpi-month Missed -> Met: "
            + "Employee ann in 2026-02: 2 of 2 met; 2 in a row.",
            Told(monitor.Update(Kpi("ann", "faults", February, 10, 9))));
    }

    [Fact]
    public void Month_WhoseLastKpiIsRemoved_IsCleared()
    {
        monitor.AddRange([Kpi("ann", "calls", February, 10, 10), Kpi("ann", "faults", February, 10, 8)]);

        Assert.Equal("kpi-attainment Missed -> nothing, kpi-month Missed -> Met", Kinds(monitor.Remove<KpiResult>(new("ann", February, "faults"))));
        Assert.Equal("kpi-attainment Met -> nothing, kpi-month Met -> nothing", Kinds(monitor.Remove<KpiResult>(new("ann", February, "calls"))));
    }

    [Fact]
    public void Month_BeforeItBegins_DoesNotApplyUntilItsFirstDay()
    {
        monitor.Add(Kpi("ann", "calls", Period.Month(2026, 4), 10, 10));
        Assert.Equal(Standing.NotApplicable, monitor.Find("kpi-month", new("ann", Period.Month(2026, 4)))!.Value.Standing);
        Assert.Empty(monitor.AdvanceTo(new(2026, 3, 31)));
        Assert.Equal("kpi-attainment NotApplicable -> Met, kpi-month NotApplicable -> Met", Kinds(monitor.AdvanceTo(new(2026, 4, 1))));
    }

    [Fact]
    public void Streak_GrownByAnotherMonth_IsReadThoughItIsNoChange()
    {
        monitor.Add(Kpi("ann", "calls", February, 10, 10));
        Assert.Equal(["2026-01"], monitor.Add(Kpi("ann", "calls", January, 10, 10)).Where(c => c.Rule.Id == "kpi-month").Select(c => $"{c.Period}"));
        Assert.Equal(2, monitor.Find("kpi-month", new("ann", February))!.Value.Streak);
    }

    [Fact]
    public void Account_WithoutARowInANewPeriod_LeavesUntilItsRowComes()
    {
        monitor.AddRange([Revenue("A", January, 100), Revenue("B", January, 99)]);

        Assert.Equal("A 2026-02 Left, B 2026-02 Entered", Moves(monitor.Add(Revenue("B", February, 100))));
        Assert.Equal("A 2026-02 Left -> Stayed", Moves(monitor.Add(Revenue("A", February, 100))));
        Assert.Equal("A 2026-02 Stayed -> Left", Moves(monitor.Remove<AccountRevenue>(new("A", February))));
        Assert.Equal("A 2026-02 Left -> nothing, B 2026-02 Entered -> nothing", Moves(monitor.Remove<AccountRevenue>(new("B", February))));
    }

    [Fact]
    public void Account_InAPeriodThatBecomesTheFirst_HasEnteredNoMore()
    {
        monitor.Add(Revenue("A", January, 1));
        Assert.Equal("A 2026-02 Entered", Moves(monitor.Add(Revenue("A", February, 100))));
        Assert.Equal("A 2026-01 Outside -> nothing, A 2026-02 Entered -> Stayed", Moves(monitor.Remove<AccountRevenue>(new("A", January))));
    }

    [Fact]
    public void Account_WithARowInAPeriodToCome_MovesOnItsFirstDay()
    {
        monitor.AddRange([Revenue("A", March, 100), Revenue("B", March, 100)]);
        Assert.Equal("B 2026-04 ", Moves(monitor.Add(Revenue("B", Period.Month(2026, 4), 100))));

        Assert.Empty(monitor.AdvanceTo(new(2026, 3, 31)));
        Assert.Equal(
            "A 2026-03 Stayed -> Stayed, A 2026-04 Left, B 2026-03 Stayed -> Stayed, B 2026-04  -> Stayed", Moves(monitor.AdvanceTo(new(2026, 4, 1))));
    }

    [Fact]
    public void Account_Forgotten_TakesItsWholeTrackWithIt()
    {
        monitor.AddRange([Revenue("A", January, 100), Revenue("B", January, 1), Revenue("B", February, 1)]);
        Assert.Equal("A 2026-01 Stayed -> nothing, A 2026-02 Left -> nothing", Moves(monitor.Remove<AccountRevenue>(new("A", January))));
    }

    [Fact]
    public void Plans_OfOneEmployee_AreToldApartByTheirStart()
    {
        var (first, second) = (
            new ImprovementPlan { EmployeeId = "7", StartedOn = Day, EndsOn = Day.AddDays(9) },
            new ImprovementPlan { EmployeeId = "7", StartedOn = Day.AddDays(50), EndsOn = Day.AddDays(90) });
        monitor.AddRange([first, second]);
        Assert.Equal("improvement-plan OnTrack -> Overdue", Kinds(monitor.AdvanceTo(Day.AddDays(10))));
        Assert.Equal("improvement-plan NotApplicable -> nothing", Kinds(monitor.Remove<ImprovementPlan>(new("7", StartedOn: Day.AddDays(50)))));
        Assert.Equal(Standing.Overdue, monitor.Find("improvement-plan", new("7", StartedOn: Day))!.Value.Standing);
        Assert.Null(monitor.Find("improvement-plan", "7"));
    }

    /// <summary>Two lines that begin at the same factor pay the same at their beginning, and nowhere else.</summary>
    [Fact]
    public void Policy_SwappedForOneWhoseBandPaysAlongAnotherLine_TellsOfWhomItPaysOtherwise()
    {
        static Policy Rising(decimal to) => new(new PolicyTerms().With(new PerformancePayTerms
        {
            Bands =
            [
                new() { Name = "Low", Programme = "PIP" },
                new() { Name = "Line", From = 0.6m, Factor = 0.4m, FactorTo = to },
                new() { Name = "Full", From = 1m, Factor = 1m },
            ],
        }));
        static PayPeriod Of(string employee, decimal actual) => new()
        {
            EmployeeId = employee,
            Period = Period.Month(2026, 1),
            Target = 100,
            Actual = actual,
            CommittedPay = 1000,
        };
        var paid = new PolicyMonitor(Rising(0.8m), new(2026, 6, 1), MonitoredRules.None.With(p => p.PerformancePay));
        paid.AddRange([Of("at its beginning", 60), Of("half way", 80), Of("full", 100)]);

        // 40 % at 60 %, and half way to 80 %, which is 60 %, or to 90 %, which is 65 %.
        var change = Assert.Single(paid.Swap(Rising(0.9m)));
        Assert.Equal(("half way", 600m, 650m), (change.After!.Value.Subject, change.Before!.Value.Payable, change.After.Value.Payable));
    }

    [Fact]
    public void Policy_Swapped_TellsExactlyWhatItChanges()
    {
        monitor.AddRange([Order("1", Day.AddDays(-60)), Order("2", Day.AddDays(-10)), Order("3", Day.AddDays(-200))]);
        monitor.Add(Revenue("A", March, 90));
        monitor.Add(new PayPeriod { EmployeeId = "7", Period = February, Target = 100, Actual = 80, CommittedPay = 1000 });
        var stricter = new Policy(new PolicyTerms { Version = "2" }.With(new FteFulfillmentTerms { LimitDays = 50, AtRiskFromDay = 40 })
            .With(new KeyAccountTerms { EntryThreshold = 90 }));

        var changes = monitor.Swap(stricter);

        Assert.Equal(["fte-fulfillment 1 OnTrack Overdue", "key-account A Graded Graded"], changes.Select(c => $"{c.Rule.Id} {c.Subject} {c.From} {c.To}"));
        Assert.Equal(
            (null, "2", "2"), (changes[0].Before!.Value.PolicyVersion == "2" ? "2" : null, changes[0].After!.Value.PolicyVersion, monitor.Policy.Version));
        Assert.Equal("Order 1 is open for 60 of 90 days, due 2026-03-31.", changes[0].Before!.Value.Reason);
        Assert.Equal("fte-fulfillment OnTrack -> AtRisk", Kinds(monitor.AdvanceTo(Day.AddDays(30))));
        Assert.Empty(monitor.Swap(stricter));
    }

    [Fact]
    public void Band_Renumbered_IsNoChangeOfStanding()
    {
        monitor.Add(new PayPeriod { EmployeeId = "7", Period = February, Target = 100, Actual = 90, CommittedPay = 1000 });
        var fewer = new Policy(
            new PolicyTerms().With(
                new PerformancePayTerms { Bands = [new() { Name = "Pip", Programme = "PIP" }, new() { Name = "Full", Above = 0.5m, Factor = 1 }] }));

        Assert.Empty(monitor.Swap(fewer));
        Assert.Equal(1000m, monitor.Find("performance-pay", new("7", February))!.Value.Payable);
    }

    [Fact]
    public void Standings_AreFoundByRuleStandingAndAccount()
    {
        monitor.AddRange([
            Order("2", Day, account: "A"), Order("1", Day.AddDays(-80), account: "A"), Order("3", Day, account: "B"), Order("4", Day, account: null),
        ]);
        monitor.Add(new RegistryItem { ItemId = "9", AccountId = "A", AddedOn = Day });
        var now = monitor.Snapshot();

        Assert.Equal(["1", "2", "3", "4"], now.FindAll("fte-fulfillment").Select(a => a.Subject));
        Assert.Equal(["2", "3", "4"], now.FindAll("fte-fulfillment", Standing.OnTrack).Select(a => a.Subject));
        Assert.Equal(["1", "2", "9"], now.FindAll(account: "A").Select(a => a.Subject));
        Assert.Equal(["2", "9"], now.FindAll(standing: Standing.OnTrack, account: "A").Select(a => a.Subject));
        Assert.Empty(now.FindAll(account: "C"));
        Assert.Equal(
            [new("fte-fulfillment", Standing.OnTrack, 3), new("fte-fulfillment", Standing.AtRisk, 1), new("registry-closure", Standing.OnTrack, 1)],
            monitor.Counts);
        var e = Assert.Throws<ArgumentException>(() => now.FindAll("fte"));
        Assert.StartsWith(
            $"No rule `fte` is monitored; these are: {string.Join(", ", Policy.Default.Rules.Select(r => r.Id))}.",
            e.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Account_OfAFact_MovesItFromOneListToTheOther()
    {
        monitor.AddRange([Order("1", Day, account: "A"), Order("2", Day, account: "A"), Order("3", Day, account: "B")]);
        Assert.Empty(monitor.Update(Order("1", Day, account: "B")));
        Assert.Equal(["2"], monitor.Snapshot().FindAll(account: "A").Select(a => a.Subject));
        Assert.Equal(["1", "3"], monitor.Snapshot().FindAll(account: "B").Select(a => a.Subject));
    }

    [Fact]
    public void Key_OfAnotherShape_FindsNothing()
    {
        monitor.Add(Order("1", Day));
        monitor.Add(Kpi("ann", "calls", January, 10, 10));

        Assert.Null(monitor.Find("fte-fulfillment", new("1", January)));
        Assert.Null(monitor.Find("kpi-attainment", new("ann", January)));
        Assert.Null(monitor.Find("kpi-month", "ann"));
        Assert.NotNull(monitor.Find("kpi-attainment", new("ann", January, "calls")));
    }

    private static FteOrder Order(string id, DateOnly? orderedOn, DateOnly? fulfilledOn = null, string? account = "A") =>
        new() { OrderId = id, AccountId = account, OrderedOn = orderedOn, FulfilledOn = fulfilledOn };

    private static KpiResult Kpi(string employee, string kpi, Period period, decimal? target, decimal? actual) =>
        new() { EmployeeId = employee, Kpi = kpi, Period = period, Target = target, Actual = actual };

    private static AccountRevenue Revenue(string account, Period period, decimal? amount) => new() { AccountId = account, Period = period, Revenue = amount };

    private static string Told(IEnumerable<StandingChange> changes) => string.Join(", ", changes);

    private static string Kinds(IEnumerable<StandingChange> changes) =>
        string.Join(", ", changes.Select(c => $"{c.Rule.Id} {c.From?.ToString() ?? "nothing"} -> {c.To?.ToString() ?? "nothing"}"));

    private static string Moves(IEnumerable<StandingChange> changes) =>
        string.Join(", ", changes.Where(c => c.Rule.Id == "key-account").Select(c => $"{c.Subject} {c.Period} {c.Kind switch
        {
            ChangeKind.Raised => $"{c.After!.Value.Movement}",
            ChangeKind.Cleared => $"{c.Before!.Value.Movement} -> nothing",
            _ => $"{c.Before!.Value.Movement} -> {c.After!.Value.Movement}",
        }}"));

    /// <summary>The call throws, and leaves standings, counts, policy and date as they were, now and a year later.</summary>
    private TException Unchanged<TException>(Action call)
        where TException : Exception
    {
        var (before, counts, policy, asOf) = (monitor.Snapshot().FindAll(), monitor.Counts, monitor.Policy, monitor.AsOf);
        var e = Assert.Throws<TException>(call);
        Assert.Equal((policy, asOf), (monitor.Policy, monitor.AsOf));
        Assert.Equal(counts, monitor.Counts);
        Assert.Equal(before, monitor.Snapshot().FindAll());
        return e;
    }
}

using AccountRules.Documents;
using AccountRules.Facts;
using static AccountRules.Tests.Rules.Dated;

namespace AccountRules.Tests.History;

/// <summary>Which version of a policy judges what: each way to take over, just before, on and just after a version's first day.</summary>
public sealed class PolicyHistoryTests
{
    private static readonly DateOnly July = new(2026, 7, 1);

    [Theory]
    [InlineData("2026-06-30", "v1", 90)]
    [InlineData("2026-07-01", "v2", 60)]
    [InlineData("2026-07-02", "v2", 60)]
    public void Order_PlacedAroundTheChange_KeepsTheLimitItWasPlacedUnder(string placed, string version, int limit)
    {
        var a = Limits(null).FteFulfillment.Assess(Order(placed), Day("2026-10-31"));

        Assert.Equal((version, Day(placed).AddDays(limit)), (a.PolicyVersion, a.DueOn));
        Assert.Equal(new VersionChoice(version, version == "v1" ? null : July, VersionTransition.ByStart, Day(placed)), a.JudgedBy);
    }

    [Theory]
    [InlineData("2026-06-30", "v1", Standing.OnTrack)]
    [InlineData("2026-07-01", "v2", Standing.Overdue)]
    public void Order_ByEvaluationDate_IsJudgedByTheVersionInForceOnIt(string asOf, string version, Standing standing)
    {
        // Placed 2026-04-25: 66 days on 30 June, at risk from day 76 of 90; 67 on 1 July, of 60.
        var a = Limits(VersionTransition.ByEvaluationDate).FteFulfillment.Assess(Order("2026-04-25"), Day(asOf));

        Assert.Equal((version, standing), (a.PolicyVersion, a.Standing));
        Assert.Equal(
            version == "v1" ? (VersionTransition.ByStart, Day("2026-04-25")) : (VersionTransition.ByEvaluationDate, Day(asOf)),
            (a.JudgedBy!.By, a.JudgedBy.On));
    }

    [Fact]
    public void Order_ByEvaluationDate_ForetellsTheChangeOfVersionAsAChange()
    {
        var rule = Limits(VersionTransition.ByEvaluationDate).FteFulfillment;
        var a = rule.Assess(Order("2026-04-25"), Day("2026-06-01"));

        Assert.Equal((Standing.OnTrack, July), (a.Standing, a.ChangesOn));
        Assert.Equal(July, Assert.Single(new Agenda(Day("2026-06-01"), 60).Add(rule, [Order("2026-04-25")]).Entries()).On);
    }

    [Theory]
    [InlineData(120, "v2", Standing.OnTrack)]
    [InlineData(60, "v1", Standing.OnTrack)]
    public void Order_Kinder_HasTheBetterOfBoth(int limit, string version, Standing standing)
    {
        // 75 days: the last on track of 90, overdue of 60; of 120 at risk from day 110 on.
        var history = History(V1, V2.With(new FteFulfillmentTerms { LimitDays = limit, AtRiskFromDay = limit - 10 }), VersionTransition.Kinder);

        var early = history.FteFulfillment.Assess(Order("2026-04-17"), Day("2026-07-01"));
        Assert.Equal(("v1", standing), (early.PolicyVersion, early.Standing));

        // 91 days: overdue of 90.
        var late = history.FteFulfillment.Assess(Order("2026-04-17"), Day("2026-07-17"));
        Assert.Equal((version, limit == 120 ? Standing.OnTrack : Standing.Overdue), (late.PolicyVersion, late.Standing));
    }

    [Fact]
    public void Pay_ThatIsAnotherFromADayOn_ForetellsThatDay()
    {
        var pay = Policy.Default.Terms.PerformancePay;
        var history = History(
            V1, V2.With(pay with { Bands = [.. pay.Bands.SkipLast(1), pay.Bands[^1] with { Factor = 1.2m }] }), VersionTransition.ByEvaluationDate,
            "performance-pay");
        PayPeriod over = new() { EmployeeId = "ann", Period = Period.Month(2026, 3), Target = 100, Actual = 120, CommittedPay = 1000 };
        var a = history.PerformancePay.Assess(over, July.AddDays(-1));

        Assert.Equal((1100m, July), (a.Payable, a.ChangesOn));
        Assert.Equal(1200m, history.PerformancePay.Assess(over, July).Payable);
        Assert.Equal(July, Assert.Single(new Agenda(July.AddDays(-1), 10).Add(history.PerformancePay, [over]).Entries()).On);
    }

    [Fact]
    public void Months_OfThreeYearsOfVersions_AreEachJudgedByTheirs()
    {
        // Month n is judged at n hundredths above a half, and paid by n hundredths of the committed pay.
        var pay = Policy.Default.Terms.PerformancePay;
        var history = new PolicyHistory(Enumerable.Range(0, 36).Select(n => new Policy(
            new PolicyTerms { Version = $"v{n}", EffectiveFrom = new DateOnly(2026, 1, 1).AddMonths(n) }
                .With(new KpiAttainmentTerms { Above = 0.50m + n / 100m })
                .With(new FteFulfillmentTerms { LimitDays = 90 + n })
                .With(pay with { Bands = [.. pay.Bands.Select(b => b.Name == "Full" ? b with { Factor = n / 100m } : b)] }))));
        Period[] months = [.. Enumerable.Range(0, 36).Select(n => Period.Month(2026 + n / 12, n % 12 + 1))];
        var asOf = new DateOnly(2029, 1, 1);

        var kpis = months.Select((m, n) => new KpiResult { EmployeeId = "ann", Kpi = "calls", Period = m, Target = 100, Actual = 50 + n + n % 2 }).ToArray();
        Assert.Equal(months.Select((_, n) => n % 2 == 1), history.KpiAttainment.AssessOnce(kpis, asOf).Select(a => a.Standing == Standing.Met));
        Assert.Equal(18, history.KpiAttainment.CountByStanding(kpis, asOf)[Standing.Met]);

        var pays = months.Select(m => new PayPeriod { EmployeeId = "ann", Period = m, Target = 100, Actual = 90, CommittedPay = 1000 }).ToArray();
        Assert.Equal(months.Select((_, n) => (decimal?)(10m * n)), history.PerformancePay.AssessOnce(pays, asOf).Select(a => a.Payable));
        Assert.Equal(36, history.PerformancePay.CountByStanding(pays, asOf)[Standing.Graded]);
        Assert.Equal(36, history.PerformancePay.Grade(pays.AsQueryable(), asOf).Count(g => g.Band == "Full"));

        var orders = months.Select(m => new FteOrder { OrderId = $"{m}", AccountId = "A", OrderedOn = m.Start }).ToArray();
        Assert.Equal(months.Select((m, n) => (DateOnly?)m.Start.AddDays(90 + n)), history.FteFulfillment.AssessOnce(orders, asOf).Select(a => a.DueOn));
    }

    [Fact]
    public void Invoice_WithoutAnIssueDate_GoesByItsDueDateAlsoAfterAVersionByTheEvaluationDate()
    {
        var late = new PaymentTerms { BucketDays = [30, 60] };
        var history = new PolicyHistory(
        [
            new(V1.With(new PaymentTerms { BucketDays = [15, 30] })),
            new((V1 with { Version = "v2", EffectiveFrom = new(2026, 5, 1) }).With(late)
                .With(new TransitionTerms().With("payment", VersionTransition.ByEvaluationDate))),
            new((V1 with { Version = "v3", EffectiveFrom = new(2026, 11, 1) }).With(late)),
        ]);
        var a = history.Payment.Assess(new() { InvoiceId = "1", AccountId = "A", DueOn = Day("2026-12-01") }, Day("2026-04-01"));
        Assert.Equal("version v3, in force from 2026-11-01 on, by the start 2026-12-01", $"{a.JudgedBy}");
    }

    [Theory]
    [InlineData(VersionTransition.Kinder, VersionTransition.Kinder, "kinder in 2 versions")]
    [InlineData(VersionTransition.Kinder, VersionTransition.ByDays, "kinder in one version and byDays in another")]
    public void Versions_ThatAskTooMuchBesideEachOther_AreAProblem(VersionTransition one, VersionTransition other, string found)
    {
        PolicyTerms Next(int number, VersionTransition by) => (V2 with { Version = $"v{number}", EffectiveFrom = July.AddMonths(number) })
            .With(new TransitionTerms().With("performance-pay", by));
        var e = Assert.Throws<PolicyException>(() => new PolicyHistory([new(V1), new(Next(2, one)), new(Next(3, other))]));
        Assert.Contains(found, Assert.Single(e.Problems).Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VersionTransition.ByDays, "byDays")]
    [InlineData(VersionTransition.Kinder, "kinder")]
    public void VersionsOfWhichOneJudgesRunningPeriods_AreAProblem_WhereTheyStandBesideEachOther(VersionTransition by, string found)
    {
        var pay = V1.PerformancePay;
        var next = V2.With(pay with { Judged = PeriodJudgement.AsItStands }).With(new TransitionTerms().With("performance-pay", by));
        var e = Assert.Throws<PolicyException>(() => new PolicyHistory([new(V1), new(next)]));
        Assert.Equal(
            $"$.transition.performance-pay: found {found} among versions of which some judge periods while they run; allowed: `judged` of the rule the same in "
            + "all versions.", $"{Assert.Single(e.Problems)}");
    }

    [Fact]
    public void VersionsByDaysAndByTheEvaluationDate_ThatPayRunningPeriods_AreAProblem()
    {
        PolicyTerms Next(int number, VersionTransition by, PeriodJudgement judged) =>
            (V2 with { Version = $"v{number}", EffectiveFrom = July.AddMonths(number) })
            .With(V1.PerformancePay with { Judged = judged }).With(new TransitionTerms().With("performance-pay", by));
        PolicyHistory Of(PeriodJudgement judged) => new([
            new(V1.With(V1.PerformancePay with { Judged = judged })), new(Next(2, VersionTransition.ByDays, judged)),
            new(Next(3, VersionTransition.ByEvaluationDate, judged)),
        ]);

        var e = Assert.Throws<PolicyException>(() => Of(PeriodJudgement.AsItStands));
        Assert.Contains("byDays in one version and byEvaluationDate in another", Assert.Single(e.Problems).Found, StringComparison.Ordinal);
        Assert.Equal(3, Of(PeriodJudgement.OnceEnded).Versions.Count);
    }

    [Fact]
    public void Record_FromBeforeThereWasASecondVersion_IsVerifiedByTheHistory()
    {
        var record = new Policy(V1).FteFulfillment.Assess(Order("2026-04-25"), Day("2026-05-01")).ToRecord();
        Assert.True(record.Verify(Limits(null)).IsSame, $"{record.Verify(Limits(null))}");
    }

    [Theory]
    [InlineData("2026-06", "v1", Standing.Met)]
    [InlineData("2026-07", "v2", Standing.Missed)]
    public void Kpi_OfAMonth_IsJudgedByThePeriod(string month, string version, Standing standing)
    {
        var a = Targets(null).KpiAttainment.Assess(Result(month), Day("2026-12-31"));
        Assert.Equal((version, standing, VersionTransition.ByPeriod), (a.PolicyVersion, a.Standing, a.JudgedBy!.By));
    }

    [Fact]
    public void Kpi_OfAYearThatStraddlesTheChange_IsUndeterminedAndSaysWhy()
    {
        var a = Targets(null).KpiAttainment.Assess(Result("2026"), Day("2027-01-31"));

        Assert.Equal((Standing.Undetermined, Cause.StraddlesVersions), (a.Standing, a.Cause));
        Assert.Equal(
            "KPI calls of ann in 2026 is of a period in which the policy changes, and `transition` does not say which version judges it: "
            + "version v2 is in force from 2026-07-01 on.", a.Reason);
    }

    [Fact]
    public void Kpi_OfAYearThatStraddlesAChangeOfOtherRules_IsJudgedAsEver()
    {
        var a = Limits(null).KpiAttainment.Assess(Result("2026"), Day("2027-01-31"));
        Assert.Equal((Standing.Met, "v1"), (a.Standing, a.PolicyVersion));
    }

    [Theory]
    [InlineData(VersionTransition.ByStart, Standing.Met)]
    [InlineData(VersionTransition.Kinder, Standing.Met)]
    [InlineData(VersionTransition.ByEvaluationDate, Standing.Missed)]
    public void Kpi_OfAYearThatStraddlesTheChange_GoesAsTheTermSays(VersionTransition by, Standing standing) =>
        Assert.Equal(standing, Targets(by).KpiAttainment.Assess(Result("2026"), Day("2027-01-31")).Standing);

    [Fact]
    public void KpiMonth_OfAHistory_CountsEachPeriodByItsVersion()
    {
        var months = Targets(null).KpiMonth.Assess([Result("2026-06"), Result("2026-07")], Day("2026-12-31")).ToArray();
        Assert.Equal([(Standing.Met, "v1"), (Standing.Missed, "v2")], months.Select(m => (m.Standing, m.PolicyVersion!)));
        Assert.Equal([VersionTransition.ByPeriod, VersionTransition.ByPeriod], months.Select(m => m.JudgedBy!.By));
    }

    [Fact]
    public void KeyAccount_WhoseThresholdRises_LeavesInThePeriodOfTheNewOne()
    {
        var history = History(
            V1.With(new KeyAccountTerms { EntryThreshold = 1000 }), V2.With(new KeyAccountTerms { EntryThreshold = 2000 }), null, "key-account");
        AccountRevenue[] rows = [Revenue("2026-05", 1500), Revenue("2026-06", 1500), Revenue("2026-07", 1500), Revenue("2026-08", 2000)];

        Assert.Equal(
            [("v1", Movement.Stayed), ("v1", Movement.Stayed), ("v2", Movement.Left), ("v2", Movement.Entered)],
            history.KeyAccount.Track(rows, Day("2026-12-31")).Select(a => (a.PolicyVersion!, a.Movement!.Value)));
    }

    [Fact]
    public void Order_FromBeforeAKinderVersion_SaysThatItIsTheKinderOne()
    {
        // Day 100 of 90 is overdue by the first version, and of 120 on track by the second.
        var history = History(V1, V2.With(new FteFulfillmentTerms { LimitDays = 120, AtRiskFromDay = 110 }), VersionTransition.Kinder);
        Assert.Equal(
            "version v2, in force from 2026-07-01 on, since it is kinder than the one before to what begins on 2026-06-01",
            $"{history.FteFulfillment.Assess(Order("2026-06-01"), Day("2026-09-09")).JudgedBy}");
        Assert.Equal(
            "version v2, in force from 2026-07-01 on, by the start 2026-07-01",
            $"{history.FteFulfillment.Assess(Order("2026-07-01"), Day("2026-09-09")).JudgedBy}");
    }

    [Fact]
    public void KeyAccount_OfAVersionWithoutAThreshold_TakesNobodyOutForWantOfARow()
    {
        // A has no row in July, in which no threshold is in force, and none in August, in which one is again.
        var history = new PolicyHistory(
        [
            new(V1.With(new KeyAccountTerms { EntryThreshold = 1000 })), new(V2), new((V2 with { Version = "v3", EffectiveFrom = new(2026, 8, 1) })
                .With(new KeyAccountTerms { EntryThreshold = 1000 })),
        ]);
        AccountRevenue[] rows = [Revenue("2026-06", 1500), .. new[] { "2026-06", "2026-07", "2026-08" }.Select(p => Revenue(p, 1) with { AccountId = "B" })];

        Assert.Equal(
            [("2026-06", Movement.Stayed), ("2026-08", Movement.Left)],
            history.KeyAccount.Track(rows, Day("2026-12-31")).Where(a => a.Subject == "A").Select(a => ($"{a.Period}", a.Movement!.Value)));
    }

    [Fact]
    public void Competency_WhoseLevelsChange_IsJudgedByTheEvaluationDate()
    {
        var levels = new CompetencyTerms
        {
            Levels = [.. new[] { "one", "two", "three", "four" }.Select(name => new CompetencyLevelTerms { Name = name, Abilities = [$"can {name}"] })],
        };
        var history = History(V1.With(levels), V2.With(new CompetencyTerms { Levels = [] }), null, "competency");
        AbilityEvidence[] evidence = [new() { EmployeeId = "ann", Ability = "can one", EvidencedOn = new(2026, 1, 1) }];

        Assert.Equal("one", Assert.Single(history.Competency.Collect(July.AddDays(-1)).AddRange(evidence).Assess()).Band);
        var after = Assert.Single(history.Competency.Collect(July).AddRange(evidence).Assess());
        Assert.Equal((Standing.Undetermined, "v2"), (after.Standing, after.PolicyVersion));

        var monitor = new PolicyMonitor(history, July.AddDays(-1), MonitoredRules.None.With(p => p.Competency));
        monitor.AddRange(evidence);
        Assert.Equal(Standing.Undetermined, Assert.Single(monitor.AdvanceTo(July)).After!.Value.Standing);
    }

    [Theory]
    [InlineData("2026-06-30", Standing.NotApplicable)]
    [InlineData("2026-07-01", Standing.OnTrack)]
    public void Order_FromBeforeTheFirstVersion_IsNotApplicable(string placed, Standing standing)
    {
        var history = new PolicyHistory([new(V2), new(V2 with { Version = "v3", EffectiveFrom = new(2026, 8, 1) })]);
        var a = history.FteFulfillment.Assess(Order(placed), Day("2026-07-02"));

        Assert.Equal((standing, standing == Standing.NotApplicable ? Cause.BeforePolicy : Cause.None), (a.Standing, a.Cause));
        Assert.Contains("no version is in force before 2026-07-01", Assert.Single(history.Remarks).Says, StringComparison.Ordinal);
    }

    [Fact]
    public void At_AroundFirstDays_GivesTheVersionInForce()
    {
        var history = new PolicyHistory([new(V2 with { Version = "v3", EffectiveFrom = new(2026, 8, 1) }), new(V2)]);
        Assert.Equal(
            [null, "v2", "v2", "v3"],
            new[] { "2026-06-30", "2026-07-01", "2026-07-31", "2026-08-01" }.Select(day => history.At(Day(day))?.Version));
        Assert.Equal("account-management v2 to v3", history.ToString());
    }

    [Fact]
    public void Versions_ThatMakeNoHistory_AreToldAllAtOnce()
    {
        var e = Assert.Throws<PolicyException>(() => new PolicyHistory(
        [
            new(V1), new(V1 with { Version = "v2" }), new(V2), new(V2 with { Policy = "other", Version = "v4" }),
            new((V2 with { Version = "v5", EffectiveFrom = new(2027, 1, 1) }).With(new TransitionTerms().With("fte-fulfillment", VersionTransition.ByDays))),
        ]));

        Assert.Equal(
        [
            "$.effectiveFrom: found no date in version 2; allowed: a first day, which only the first version may leave open, and version 1 does.",
            "$.version: found `v2` again in version 3; allowed: a version of its own; version 2 has this one.",
            "$.policy: found `other` in version 4; allowed: `account-management`, as in version 1: a history is of one policy.",
            "$.effectiveFrom: found 2026-07-01 again in version 4; allowed: a first day of its own; version 3 has this one.",
            "$.transition.fte-fulfillment: found byDays in version v5; allowed: byStart, kinder, byEvaluationDate, which the rule admits.",
        ], e.Problems.Select(p => p.ToString()));
        Assert.Throws<PolicyException>(() => new PolicyHistory(Array.Empty<Policy>()));
    }

    [Fact]
    public void Histories_OfTheSameVersions_AreEqualAndNoPolicyIs()
    {
        Assert.Equal<Policy>(Limits(null), Limits(null));
        Assert.NotEqual<Policy>(Limits(null), Limits(VersionTransition.Kinder));
        Assert.NotEqual<Policy>(Limits(null), Limits(null).Versions[1]);
        Assert.NotEqual(Limits(null).Versions[1], Limits(null));
    }

    [Fact]
    public void Columns_OfAHistory_AreRefused() => Assert.Contains(
        "history.At(date)", Assert.Throws<ArgumentException>(
            () => Limits(null).FteFulfillment.CountByStanding(new DayColumns([0], [0]), July)).Message, StringComparison.Ordinal);

    [Fact]
    public void Tools_OfASingleVersion_RefuseAHistory()
    {
        var history = Limits(null);
        Action[] all =
        [
            () => PolicyDiff.Between(history, history), () => PolicyBoundaries.Of(history), () => PolicyMutants.Of(history),
            () => PolicyDocument.Write(history), () => PolicyHandbook.Write(history),
            () => _ = new PolicyCurve(history, "fteFulfillment.limitDays", 1, 2, July),
            () => _ = new PolicyImpact(history.Versions[0], history, July),
        ];
        Assert.All(all, one => Assert.Contains("a history of 2", Assert.Throws<ArgumentException>(one).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Entity_ThatChangesSoThatAnotherVersionGoverns_IsStaleOnlyWhereThatSaysOtherwise()
    {
        var rule = Limits(null).FteFulfillment.For<Placed>(p => new() { OrderId = "1", AccountId = "A", OrderedOn = p.On, FulfilledOn = null });
        var entity = new Placed { On = Day("2026-06-30") };
        var a = rule.Assess(entity, Day("2026-07-10"));

        entity.On = Day("2026-07-01");
        Assert.False(a.IsStale);
        entity.On = Day("2026-04-30");
        Assert.False(a.IsStale);
        entity.On = Day("2026-01-30");
        Assert.True(a.IsStale);
    }

    private sealed class Placed
    {
        public DateOnly? On { get; set; }
    }

    private static PolicyTerms V1 => new() { Version = "v1" };

    private static PolicyTerms V2 => new() { Version = "v2", EffectiveFrom = July };

    private static PolicyHistory Limits(VersionTransition? by) => History(V1, V2.With(new FteFulfillmentTerms { LimitDays = 60, AtRiskFromDay = 50 }), by);

    private static PolicyHistory Targets(VersionTransition? by) => History(V1, V2.With(new KpiAttainmentTerms { Above = 0.95m }), by, "kpi-attainment");

    private static PolicyHistory History(PolicyTerms v1, PolicyTerms v2, VersionTransition? by, string rule = "fte-fulfillment") =>
        new([new(v1), new(v2.With(new TransitionTerms().With(rule, by)))]);

    private static FteOrder Order(string placed) => new() { OrderId = "1", AccountId = "A", OrderedOn = Day(placed) };

    private static KpiResult Result(string period) => new() { EmployeeId = "ann", Kpi = "calls", Period = Period.Parse(period), Target = 100, Actual = 90 };

    private static AccountRevenue Revenue(string period, decimal revenue) => new() { AccountId = "A", Period = Period.Parse(period), Revenue = revenue };
}

using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>While a period runs, what is said of its facts is provisional, and pay waits for its end.</summary>
public sealed class RunningPeriodTests
{
    private static readonly DateOnly LastDay = Dated.Day("2026-10-31");
    private static readonly DateOnly DayAfter = Dated.Day("2026-11-01");
    private static readonly Period October = Period.Month(2026, 10);
    private static readonly Policy Policy = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 }));

    [Theory]
    [InlineData("2026-10-01")]
    [InlineData("2026-10-05")]
    [InlineData("2026-10-31")]
    public void PayPeriod_ThatRuns_IsOnTrackWithItsBandAndPaysNothing(string asOf)
    {
        var a = Tested.Policy.PerformancePay.Assess(Pay(30), Dated.Day(asOf));
        Assert.Equal((Standing.OnTrack, "Pip", true), (a.Standing, a.Band, a.IsProvisional));
        Assert.Equal((null, null, null), (a.Payable, a.Factor, a.Programme));
        Assert.Equal((DayAfter, DayAfter), (a.ChangesOn!.Value, a.StandingChangesOn!.Value));
        Assert.Equal(
            "Employee 7 in 2026-10 attained 30 %: Pip so far, which pays nothing yet; provisional, since 2026-10 runs until 2026-10-31.", a.Reason);
    }

    [Fact]
    public void PayPeriod_ThatHasEnded_IsGradedAndPays()
    {
        var a = Tested.Policy.PerformancePay.Assess(Pay(30), DayAfter);
        Assert.Equal((Standing.Graded, "Pip", false, 0m, "PIP", null), (a.Standing, a.Band, a.IsProvisional, a.Payable!.Value, a.Programme, a.ChangesOn));
        Assert.Equal(1000m, Tested.Policy.PerformancePay.Assess(Pay(90), DayAfter).Payable);
    }

    [Theory]
    [InlineData("2026-Q4", "2026-12-31")]
    [InlineData("2026", "2026-12-31")]
    public void LongerPeriod_RunsUntilItsOwnLastDay(string period, string last)
    {
        var pay = Pay(90) with { Period = Period.Parse(period) };
        Assert.Equal((Standing.OnTrack, true), Said(Tested.Policy.PerformancePay.Assess(pay, Dated.Day(last))));
        Assert.Equal((Standing.Graded, false), Said(Tested.Policy.PerformancePay.Assess(pay, Dated.Day(last).AddDays(1))));
    }

    [Fact]
    public void PayPeriod_JudgedAsItStands_PaysProvisionally()
    {
        var policy = Policy.Parse("""{ "performancePay": { "judged": "asItStands" } }""");
        var a = policy.PerformancePay.Assess(Pay(30), LastDay);
        Assert.Equal((Standing.Graded, 0m, "PIP", true, DayAfter), (a.Standing, a.Payable!.Value, a.Programme, a.IsProvisional, a.ChangesOn!.Value));
        Assert.Null(a.StandingChangesOn);
        Assert.Equal(policy, Policy.Parse(AccountRules.Documents.PolicyDocument.Write(policy)));
        Assert.NotEqual(Policy.Default, policy);
    }

    [Fact]
    public void PayPeriodWithoutActual_ThatRuns_IsUndeterminedProvisionally()
    {
        var a = Tested.Policy.PerformancePay.Assess(Pay(null), LastDay);
        Assert.Equal((Standing.Undetermined, Cause.NoActual, true, DayAfter), (a.Standing, a.Cause, a.IsProvisional, a.ChangesOn!.Value));
        Assert.Equal("Employee 7 in 2026-10 has no actual; provisional, since 2026-10 runs until 2026-10-31.", a.Reason);
        Assert.Null(a.StandingChangesOn);
    }

    [Fact]
    public void KpiResult_OfAMonthThatRuns_IsJudgedAsItStands()
    {
        var a = Tested.Policy.KpiAttainment.Assess(Kpi("2026-10"), LastDay);
        Assert.Equal((Standing.Met, true, DayAfter, null), (a.Standing, a.IsProvisional, a.ChangesOn!.Value, a.StandingChangesOn));
        Assert.False(Tested.Policy.KpiAttainment.Assess(Kpi("2026-10"), DayAfter).IsProvisional);
        Assert.False(Tested.Policy.KpiAttainment.Assess(Kpi("2026-11"), LastDay).IsProvisional);
    }

    [Fact]
    public void KpiMonth_ThatRuns_CountsInTheStreakProvisionally()
    {
        var rows = Tested.Policy.KpiMonth.Assess([Kpi("2026-09"), Kpi("2026-10")], LastDay).ToArray();
        Assert.Equal([(1, false, null), (2, true, DayAfter)], rows.Select(r => (r.Streak!.Value, r.IsProvisional, r.ChangesOn)));
    }

    [Fact]
    public void Track_OfAPeriodThatRuns_IsProvisionalAlsoWhereARowIsLacking()
    {
        AccountRevenue[] facts = [Revenue("A", "2026-09"), Revenue("A", "2026-10"), Revenue("B", "2026-09")];
        Assert.Equal(
            ["A 2026-09 Stayed False", "B 2026-09 Stayed False", "A 2026-10 Stayed True", "B 2026-10 Left True"],
            Policy.KeyAccount.Track(facts, LastDay).Select(a => $"{a.Subject} {a.Period} {a.Movement} {a.IsProvisional}"));
        Assert.All(Policy.KeyAccount.Track(facts, DayAfter), a => Assert.False(a.IsProvisional));
    }

    [Fact]
    public void RuleThatIsNotInForce_SaysTheSameThroughoutAPeriod()
    {
        var a = Policy.Default.KeyAccount.Assess(Revenue("A", "2026-10"), LastDay);
        Assert.Equal((Cause.NoThreshold, false, null), (a.Cause, a.IsProvisional, a.ChangesOn));
    }

    [Fact]
    public void Record_OfAProvisionalAssessment_SaysSoInJson()
    {
        var record = Tested.Policy.PerformancePay.Assess(Pay(90), LastDay).ToRecord();
        Assert.True(record.IsProvisional);
        Assert.Contains("\"IsProvisional\":true", System.Text.Json.JsonSerializer.Serialize(record), StringComparison.Ordinal);
        Assert.False(Tested.Policy.PerformancePay.Assess(Pay(90), DayAfter).ToRecord().IsProvisional);
    }

    [Fact]
    public void Monitor_OnTheDayAfterAPeriod_TellsThatPayStands()
    {
        var monitor = new PolicyMonitor(Policy, Dated.Day("2026-10-05"));
        monitor.AddRange([Pay(30)]);
        monitor.AddRange([Kpi("2026-10")]);
        monitor.AddRange([Revenue("A", "2026-10")]);
        Assert.Empty(monitor.AdvanceTo(LastDay));
        Assert.Equal(
            [
                "kpi-attainment Moved Met -> Met", "kpi-month Moved Met -> Met", "key-account Moved Graded -> Graded",
                "performance-pay Changed OnTrack -> Graded", "improvement-plan-start Changed NotApplicable -> Undetermined",
                "revenue-growth Moved Undetermined -> Undetermined",
            ],
            monitor.AdvanceTo(DayAfter).Where(c => c.Rule.Id != "retention").Select(c => $"{c.Rule.Id} {c.Kind} {c.From} -> {c.To}"));
        Assert.Empty(monitor.AdvanceTo(Dated.Day("2027-12-31")));
    }

    [Fact]
    public void Monitor_OfAnAccountThatLeavesForWantOfARow_TellsWhenThatStands()
    {
        var monitor = new PolicyMonitor(Policy, Dated.Day("2026-10-05"));
        monitor.AddRange([Revenue("A", "2026-09"), Revenue("B", "2026-10")]);
        Assert.Equal(
            ["A 2026-10 Left", "B 2026-10 Entered"],
            monitor.AdvanceTo(DayAfter).Where(c => c.Rule.Id == "key-account").Select(c => $"{c.Subject} {c.Period} {c.After!.Value.Movement}"));
        Assert.All(monitor.Snapshot().FindAll("key-account"), a => Assert.False(a.IsProvisional));
    }

    [Fact]
    public void Agenda_OfAPeriodThatRuns_NamesTheDayOnWhichPayStands()
    {
        var entry = Assert.Single(new Agenda(LastDay, 60).Add(Tested.Policy.PerformancePay, [Pay(90)]).Entries());
        Assert.Equal((DayAfter, ChangeKind.Changed, null), (entry.On, entry.Kind, entry.ActBy));
        Assert.Equal("Stands as of 2026-11-01: Employee 7 in 2026-10 attained 90 %: Full, paid at 100 %, 1000.00 of 1000.00.", entry.Summary);
    }

    [Fact]
    public void Columns_TakePeriodsAsEnded()
    {
        var verdicts = new Verdict[1];
        Tested.Policy.PerformancePay.Judge(new RatioColumns([90], [100]), verdicts);
        Assert.Equal((Standing.Graded, false), (verdicts[0].Standing, verdicts[0].IsProvisional));
    }

    [Fact]
    public void HostsTier_ThatPays_WaitsForTheEndUnlessToldOtherwise()
    {
        TierRule<PayPeriod> Tier(PeriodJudgement? judged, bool pays) => new(
            new("bonus") { Judged = judged },
            Measure.Ratio<PayPeriod>(p => p.Actual, p => p.Target),
            new Scale(Band.Lowest("Low", Standing.Graded).Pays(0.5m), Band.Above(0.5m, "High", Standing.Graded).Pays(1)),
            new(p => p.EmployeeId) { Period = p => p.Period },
            pays ? new Payment<PayPeriod>(p => p.CommittedPay) : null);
        Assert.Equal((Standing.OnTrack, true), Said(Tier(null, pays: true).Assess(Pay(90), LastDay)));
        Assert.Equal((Standing.Graded, true), Said(Tier(PeriodJudgement.AsItStands, pays: true).Assess(Pay(90), LastDay)));
        Assert.Equal((Standing.Graded, true), Said(Tier(null, pays: false).Assess(Pay(90), LastDay)));
        Assert.Equal((Standing.OnTrack, true), Said(Tier(PeriodJudgement.OnceEnded, pays: false).Assess(Pay(90), LastDay)));
        Assert.Equal((Standing.Graded, false), Said(Tier(null, pays: true).Assess(Pay(90), DayAfter)));
    }

    /// <summary>The first day of a period is not asked for by its month.</summary>
    [Fact]
    public void Guard_ThatComparesAPeriodsDays_IsExactOnEveryDay()
    {
        var rule = new TierRule<PayPeriod>(
            new("guarded"), Measure.Ratio<PayPeriod>(p => p.Actual, p => p.Target), new Scale(Band.Lowest("All", Standing.Graded)),
            new(p => p.EmployeeId) { Period = p => p.Period })
        {
            Guards = [
                new((p, asOf) => p.Period.Start >= asOf, Cause.Of("FirstDay", "is on its first day")),
                new((p, asOf) => asOf >= p.Period.End, Cause.Of("LastDay", "is on its last day, or past it")),
            ],
        };
        Assert.Equal(
            ["FirstDay", "None", "None", "LastDay", "LastDay"],
            new[] { "2026-10-01", "2026-10-02", "2026-10-30", "2026-10-31", "2026-11-01" }.Select(day => rule.Assess(Pay(1), Dated.Day(day)).Cause.Code));
    }

    private static (Standing, bool) Said(Assessment a) => (a.Standing, a.IsProvisional);

    private static PayPeriod Pay(decimal? actual) => new() { EmployeeId = "7", Period = October, Target = 100, Actual = actual, CommittedPay = 1000 };

    private static KpiResult Kpi(string period) => new() { EmployeeId = "7", Kpi = "calls", Period = Period.Parse(period), Target = 100, Actual = 90 };

    private static AccountRevenue Revenue(string account, string period) => new() { AccountId = account, Period = Period.Parse(period), Revenue = 100 };
}

using AccountRules.Facts;
using AccountRules.Tests.Languages;

namespace AccountRules.Tests.Rules;

/// <summary>"A part that the plan names and that never came is missing, not left out", in the months of KPIs.</summary>
public sealed class KpiMonthPlanTests
{
    private static readonly DateOnly AsOf = new(2026, 12, 31);
    private static readonly Policy Planned = Of("calls", "sales", "visits");

    [Theory]
    [InlineData("calls:86 sales:86 visits:86", Standing.Met, 0)]
    [InlineData("calls:86 sales:86", Standing.Undetermined, 1)]
    [InlineData("visits:86", Standing.Undetermined, 2)]
    [InlineData("calls:85", Standing.Missed, 2)]
    [InlineData("calls:86 sales:86 visits:86 tickets:86", Standing.Met, 0)]
    [InlineData("calls:86 sales:86 visits:86 tickets:85", Standing.Missed, 0)]
    [InlineData("calls:86 sales:86 tickets:86", Standing.Undetermined, 1)]
    [InlineData("calls:86 sales:86 Visits:86", Standing.Undetermined, 1)]
    [InlineData("calls:86 calls:86 sales:86", Standing.Undetermined, 1)]
    [InlineData("calls:86 calls:85 sales:86 visits:86", Standing.Undetermined, 0)]
    [InlineData("tickets:86", Standing.Undetermined, 3)]
    public void Month_WithoutAKpiOfThePlan_IsNotMet(string results, Standing standing, int missing)
    {
        var month = Assert.Single(Planned.KpiMonth.Assess(Results(results), AsOf));

        Assert.Equal((standing, missing), (month.Standing, month.Tally!.Value.Undetermined));
        Assert.Equal(standing == Standing.Met ? 1 : 0, month.Streak);
    }

    [Fact]
    public void Month_WithoutKpisOfThePlan_NamesThem()
    {
        var month = Assert.Single(Planned.KpiMonth.Assess(Results("sales:86"), AsOf));

        Assert.Equal(Cause.NoKpiResult, month.Cause);
        Assert.Equal("Employee ann in 2026-03: 1 of 3 met, 2 undetermined; the plan names calls and visits, without a result.", month.Reason);
        Assert.Equal(
            "Mitarbeiter ann (2026-03): 1 von 3 erfüllt, 2 unbestimmt; der Plan nennt calls und visits, ohne Ergebnis.",
            month.ReasonIn(Language.Of(new NamedCulture("de"))));
    }

    [Theory]
    [InlineData("calls ")]
    [InlineData("calls\u200B")]
    [InlineData("e\u0301")]
    public void AKpi_ThatCannotBeToldFromAnotherByReading_IsRefusedWhereKpisCountTogether(string kpi)
    {
        KpiResult[] results = [.. Results("calls:86"), new() { EmployeeId = "ann", Kpi = kpi, Period = Period.Month(2026, 3), Target = 100, Actual = 86 }];

        Assert.Equal(
            [Ids.Problem(kpi)!, Ids.Problem(kpi)!, Ids.Problem(kpi)!],
            new Action[]
            {
                () => _ = Policy.Default.KpiMonth.Assess(results, AsOf).Count(),
                () => _ = Achievement.Of(results).Count(),
                () => Planned.KpiMonth.Requiring([kpi]),
            }.Select(act => Assert.Throws<ArgumentException>(act).Message.Split(": give ")[1].Split(". ")[0].TrimEnd('.')));
        Assert.Equal("calls", Assert.Single(Planned.KpiMonth.Requiring(["calls", "calls"]).Parts));
    }

    [Fact]
    public void Month_WithoutAKpi_IsRecordedAndJudgedAgainAlike()
    {
        var month = Assert.Single(Planned.KpiMonth.Assess(Results("sales:86"), AsOf));
        var record = System.Text.Json.JsonSerializer.Deserialize<AssessmentRecord>(System.Text.Json.JsonSerializer.Serialize(month.ToRecord()))!;

        Assert.Equal((month.Reason, "NoKpiResult"), (record.Reason, record.Cause));
        Assert.True(record.Verify(Planned).IsSame, record.Verify(Planned).ToString());
    }

    [Fact]
    public void Month_ThatHasNotBegunOrIsExcused_LacksNothing()
    {
        var day = Dated.Day("2026-02-28");
        Assert.Equal((Cause.NotBegun, 0), Said(Planned.KpiMonth, day));

        var absent = new Absence { EmployeeId = "ann", From = Dated.Day("2026-03-01"), Until = Dated.Day("2026-03-31") };
        Assert.Equal((Cause.Excused, 2), Said(Planned.KpiMonth.Excusing(new Absences([absent])), AsOf));

        static (Cause, int) Said(RollUpRule<KpiResult> rule, DateOnly day) =>
            Assert.Single(rule.Assess(Results("sales:86"), day)) is var month ? (month.Cause, month.Tally!.Value.Undetermined) : default;
    }

    [Fact]
    public void Month_ByAPlanWithAName_AsksForItsKpis()
    {
        Assert.Empty(Policy.Default.KpiMonth.Parts);
        Assert.Equal(["calls", "sales", "visits"], Planned.KpiMonth.Parts);
        Assert.Equal(Standing.Met, Assert.Single(Planned.KpiMonth.Requiring(["sales"]).Assess(Results("sales:86"), AsOf)).Standing);
        Assert.Equal(Standing.Undetermined, Assert.Single(Policy.Default.KpiMonth.Requiring(["calls"]).Assess(Results("sales:86"), AsOf)).Standing);
        Assert.Equal(Standing.Met, Assert.Single(Planned.KpiMonth.Requiring([]).Assess(Results("sales:86"), AsOf)).Standing);
        Assert.Throws<ArgumentException>(() => Planned.KpiMonth.Requiring(["sales", ""]));
    }

    [Fact]
    public void Months_OfVersionsWithOtherPlans_GoEachByItsOwn()
    {
        var history = PolicyHistory.Of([
            Of("calls"), new Policy(Of("sales", "calls").Terms with { EffectiveFrom = new(2026, 4, 1) }),
        ]);
        KpiResult[] results = [.. Results("calls:86"), .. Results("sales:86", "2026-04"), .. Results("calls:86 sales:86", "2026-05")];
        var months = history.KpiMonth.Assess(results, AsOf).ToArray();

        Assert.Equal(
            [("2026-03", Standing.Met, 0), ("2026-04", Standing.Undetermined, 1), ("2026-05", Standing.Met, 0)],
            months.Select(m => (m.Period.ToString(), m.Standing, m.Tally!.Value.Undetermined)));
    }

    [Fact]
    public void RollUp_OfFactsWithoutParts_RequiresNone()
    {
        var info = new RuleInfo("orders") { Title = "Orders", Says = "", Reading = "", Noun = "Account", Citation = new("own", "1") };
        var orders = new RollUpRule<FteOrder>(info, Planned.FteFulfillment, [Standing.Met], tally => Standing.Met);

        var e = Assert.Throws<InvalidOperationException>(() => orders.Requiring(["calls"]));
        Assert.Equal(
            "Roll-up `orders` requires `calls`, and nothing in FteOrder tells which of them a fact is: map it, or require none by Requiring([]).", e.Message);
    }

    [Fact]
    public void Monitor_TellsWhenTheLastKpiOfThePlanComesAndGoes()
    {
        var monitor = new PolicyMonitor(Planned, AsOf, MonitoredRules.None.With(p => p.KpiAttainment).With(p => p.KpiMonth));
        monitor.AddRange(Results("calls:86 sales:86"));
        Assert.Equal((Standing.Undetermined, 3), Month());

        monitor.Add(Results("visits:86").Single());
        Assert.Equal((Standing.Met, 3), Month());

        monitor.Swap(Of("calls", "tickets"));
        Assert.Equal((Standing.Undetermined, 4), Month());

        monitor.Swap(Planned);
        monitor.Update(Results("visits:85").Single());
        Assert.Equal((Standing.Missed, 3), Month());

        monitor.Remove<KpiResult>(KpiResult.Shape.KeyOf(Results("visits:85").Single()));
        Assert.Equal((Standing.Undetermined, 3), Month());
        Assert.EndsWith("; the plan names visits, without a result.", Rows().Reason, StringComparison.Ordinal);

        (Standing, int) Month() => (Rows().Standing, Rows().Tally!.Value.Total);

        Assessment Rows() => Assert.Single(monitor.Snapshot().FindAll(), a => a.Rule.Id == "kpi-month");
    }

    [Fact]
    public void Diff_OfPlansWithOtherKpis_SaysWhichGroupsDiffer()
    {
        var diff = PolicyDiff.Between(Of("calls", "sales"), Of("calls", "visits"));

        var months = Assert.Single(diff.Rules, r => r.Rule.Id == "kpi-month");
        Assert.Equal(
            [
                "where all are met and sales has no result: Undetermined -> Met", "where all are met and visits has no result: Met -> Undetermined",
            ],
            months.Regions.Select(r => r.ToString()));
    }

    private static Policy Of(params string[] kpis) => new(new PolicyTerms().With(new AchievementTerms
    {
        Kpis = [.. kpis.Select((name, i) => new KpiTerms { Name = name, Weight = i == 0 ? 1 - (0.1m * (kpis.Length - 1)) : 0.1m })],
    }));

    private static IEnumerable<KpiResult> Results(string results, string period = "2026-03") =>
        from result in results.Split(' ')
        let part = result.Split(':')
        select new KpiResult { EmployeeId = "ann", Kpi = part[0], Period = Period.Parse(period), Target = 100, Actual = Dated.Number(part[1]) };
}

using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>Every KPI is attained above 85%, month over month, across all KPIs (expectations 3).</summary>
public sealed class KpiMonthTests
{
    private static RollUpRule<KpiResult> Rule => Tested.Policy.KpiMonth;

    [Theory]
    [InlineData("86", Standing.Met)]
    [InlineData("86 90 100", Standing.Met)]
    [InlineData("86 85 100", Standing.Missed)]
    [InlineData("85", Standing.Missed)]
    [InlineData("86 ?", Standing.Undetermined)]
    [InlineData("?", Standing.Undetermined)]
    [InlineData("85 ?", Standing.Missed)]
    [InlineData("86 85 ?", Standing.Missed)]
    public void Month_OfResults_IsMetWhenAllAreAndMissedWhenAnyIs(string actuals, Standing standing)
    {
        var a = Assert.Single(Rule.Assess(Month("ann", "2026-03", actuals), Dated.Day("2026-12-31")));
        Assert.Equal(
            (standing, standing == Standing.Undetermined ? null : standing.ToString(), standing == Standing.Met ? 1 : 0), (a.Standing, a.Band, a.Streak));
    }

    [Fact]
    public void Months_InARow_CountAsAStreak() =>
        Assert.Equal("1 2 3 4", Streaks("2025-11:86", "2025-12:86", "2026-01:86", "2026-02:86"));

    [Fact]
    public void Months_WithOneMissed_BeginAnewAfterIt() => Assert.Equal("1 2 0 1", Streaks("2026-01:86", "2026-02:86", "2026-03:85", "2026-04:86"));

    [Fact]
    public void Months_WithOneUndetermined_BeginAnewAfterIt() => Assert.Equal("1 2 0 1", Streaks("2026-01:86", "2026-02:86", "2026-03:?", "2026-04:86"));

    [Fact]
    public void Months_WithAGap_BeginAnewAfterIt() => Assert.Equal("1 2 1 2", Streaks("2026-01:86", "2026-02:86", "2026-04:86", "2026-05:86"));

    [Fact]
    public void Months_InAnyOrder_CountTheSame() => Assert.Equal("1 2 3", Streaks("2026-03:86", "2026-01:86", "2026-02:86"));

    [Fact]
    public void Quarters_BesideMonths_CountApart() => Assert.Equal("1 2 1 2", Streaks("2026-01:86", "2026-02:86", "2026-Q1:86", "2026-Q2:86"));

    [Theory]
    [InlineData("2026-W51:86 2026-W52:86 2026-W53:86 2027-W01:86", "1 2 3 4")]
    [InlineData("2026-04-01/2026-04-15:86 2026-04-16/2026-04-30:86 2026-05-01/2026-05-15:86", "1 2 3")]
    [InlineData("2026-01-26/2026-02-25:86 2026-02-26/2026-03-25:86 2026-03-26/2026-04-25:86", "1 2 3")]
    [InlineData("2025-04/2026-03:86 2026-04/2027-03:86", "1 2")]
    [InlineData("2026-03:86 2026-W14:86 2026-04:86 2026-W15:86", "1 2 1 2")]       // weeks come before months, and count apart
    [InlineData("2026-Q1:86 2026-02/2026-04:86 2026-Q2:86", "1 2 1")]               // as many months, that lie otherwise in their years
    public void Periods_OfEachKind_CountAsAStreakOfTheirOwn(string results, string streaks) => Assert.Equal(streaks, Streaks(results.Split(' ')));

    [Fact]
    public void Month_ThatHasNotBegun_IsNotApplicableAndEndsNoStreakBefore()
    {
        var rows = Rule.Assess([.. Month("ann", "2026-03", "86"), .. Month("ann", "2026-04", "86 ?")], Dated.Day("2026-03-31")).ToArray();
        Assert.Equal(
            [(Standing.Met, 1, Dated.Day("2026-04-01")), (Standing.NotApplicable, 0, Dated.Day("2026-04-01"))],
            rows.Select(r => (r.Standing, r.Streak!.Value, r.ChangesOn!.Value)));
    }

    [Fact]
    public void Employees_InOneMonth_AreApartAndInOrder()
    {
        var rows = Rule.Assess([.. Month("bob", "2026-03", "86"), .. Month("ann", "2026-03", "85"), .. Month("Zoe", "2026-03", "86")], Dated.Day("2026-03-31"));
        Assert.Equal([("Zoe", Standing.Met), ("ann", Standing.Missed), ("bob", Standing.Met)], rows.Select(r => (r.Subject, r.Standing)));
    }

    [Fact]
    public void Month_WithResults_TalliesThem()
    {
        var tally = Assert.Single(Rule.Assess(Month("ann", "2026-03", "86 86 85 ?"), Dated.Day("2026-03-31"))).Tally!.Value;
        Assert.Equal((2, 1, 1, 0, 4), (tally.Met, tally.Missed, tally.Undetermined, tally.NotApplicable, tally.Total));
    }

    [Theory]
    [InlineData("calls:90 calls:50", Standing.Undetermined)]
    [InlineData("calls:90 calls:50 sales:90", Standing.Undetermined)]
    [InlineData("calls:50 calls:90 sales:90", Standing.Undetermined)]
    [InlineData("calls:90 calls:50 sales:50", Standing.Missed)]
    [InlineData("calls:90 calls:86 sales:90", Standing.Met)]
    [InlineData("calls:90 calls:90", Standing.Met)]
    [InlineData("calls:50 calls:40", Standing.Missed)]
    [InlineData("calls:90 calls:? sales:90", Standing.Undetermined)]
    [InlineData("calls:50 calls:? sales:90", Standing.Undetermined)]
    [InlineData("calls:50 calls:? sales:50", Standing.Missed)]
    [InlineData("calls:? calls:? sales:90", Standing.Undetermined)]
    [InlineData("calls:50 calls:90 sales:50 sales:90", Standing.Undetermined)]
    public void Month_WithAKpiTwice_IsUndeterminedWhereItHangsOnWhichIsRight(string results, Standing standing)
    {
        foreach (var order in new[] { results, string.Join(' ', results.Split(' ').Reverse()) })
        {
            var month = Assert.Single(Rule.Assess(Named(order), Dated.Day("2026-12-31")));
            Assert.Equal(standing, month.Standing);
            Assert.Equal(standing == Standing.Met ? 1 : 0, month.Streak);
        }
    }

    [Fact]
    public void Month_WithAKpiTwice_CountsTheFirstAndSaysSo()
    {
        var (alike, hanging) = (Assert.Single(Rule.Assess(Named("calls:90 calls:90 sales:90"), Dated.Day("2026-12-31"))), Assert.Single(
            Rule.Assess(Named("calls:90 calls:50 sales:90"), Dated.Day("2026-12-31"))));

        Assert.Equal((2, 2, Cause.None), (alike.Tally!.Value.Met, alike.Tally!.Value.Total, alike.Cause));
        Assert.Equal("Employee ann in 2026-03: 2 of 2 met, the first of calls, which came more than once; 1 in a row.", alike.Reason);
        Assert.Equal((2, 2, Cause.Duplicate), (hanging.Tally!.Value.Met, hanging.Tally!.Value.Total, hanging.Cause));
        Assert.Equal("Employee ann in 2026-03: 2 of 2 met, but calls came more than once, and the standing hangs on which one is right.", hanging.Reason);
    }

    [Fact]
    public void Month_WithThousandsOfKpisTwice_IsToldInTime()
    {
        var results = Enumerable.Range(0, 3_000).SelectMany(i => Named($"kpi{i}:90 kpi{i}:50")).Concat(Named("calls:50"));

        var month = Assert.Single(Rule.Assess(results, Dated.Day("2026-12-31")));

        Assert.Equal((Standing.Missed, 3_001), (month.Standing, month.Tally!.Value.Total));
    }

    [Fact]
    public void NoResults_AtAll_MakeNoMonth() => Assert.Empty(Rule.Assess([], DateOnly.MaxValue));

    [Fact]
    public void EmptyTally_IsUndetermined() => Assert.Equal((Standing.Undetermined, Cause.NoResult), (Rule.Judge(default).Standing, Rule.Judge(default).Cause));

    private static string Streaks(params string[] months) =>
        string.Join(' ', Rule.Assess(months.Select(m => m.Split(':')).SelectMany(m => Month("ann", m[0], m[1])), DateOnly.MaxValue).Select(a => a.Streak));

    /// <summary>Results of ann in March against a target of 100, by the names of their KPIs.</summary>
    private static IEnumerable<KpiResult> Named(string results) =>
        results.Split(' ').Select(r => r.Split(':')).Select(r => Month("ann", "2026-03", r[1]).Single() with { Kpi = r[0] });

    /// <summary>One KPI for each actual, against a target of 100; a question mark is a result without a target.</summary>
    private static IEnumerable<KpiResult> Month(string employee, string period, string actuals) => actuals.Split(' ').Select((actual, i) => new KpiResult
    {
        EmployeeId = employee,
        Kpi = $"kpi {i}",
        Period = Period.Parse(period),
        Target = string.Equals(actual, "?", StringComparison.Ordinal) ? null : 100,
        Actual = string.Equals(actual, "?", StringComparison.Ordinal) ? 1 : Dated.Number(actual),
    });
}

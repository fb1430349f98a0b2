using AccountRules.Facts;

namespace AccountRules.Tests.Rules;

/// <summary>Every KPI is attained above 85%, month over month, across all KPIs (expectations 3).</summary>
public sealed class KpiMonthTests
{
    private static readonly RollUpRule<KpiResult> Rule = Policy.Default.KpiMonth;

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

    [Fact]
    public void NoResults_AtAll_MakeNoMonth() => Assert.Empty(Rule.Assess([], DateOnly.MaxValue));

    [Fact]
    public void EmptyTally_IsUndetermined() => Assert.Equal((Standing.Undetermined, Cause.NoResult), (Rule.Judge(default).Standing, Rule.Judge(default).Cause));

    private static string Streaks(params string[] months) =>
        string.Join(' ', Rule.Assess(months.Select(m => m.Split(':')).SelectMany(m => Month("ann", m[0], m[1])), DateOnly.MaxValue).Select(a => a.Streak));

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

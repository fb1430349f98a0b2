using AccountRules.Facts;
using AccountRules.Queries.Tests.Hosts;
using AccountRules.Queries.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace AccountRules.Queries.Tests.Refusals;

/// <summary>Whether a period begins before the policy is in force is asked of the columns that it is made of, or refused.</summary>
public class PeriodColumnTests
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    private static readonly Policy Policy = new(
        new PolicyTerms { EffectiveFrom = new(2026, 3, 2) }.With(new KeyAccountTerms { EntryThreshold = 100, ExitThreshold = 80 }));

    [Fact]
    public void Month_OfADatesYearAndMonth_IsAskedOfTheDateItself()
    {
        using var db = Offline.Of("SQLite");
        Assert.Contains("\"k\".\"StartsOn\" <= ", Sql(Mapped.Kpis(Policy.KpiAttainment), db.Set<KpiRow>(), "k"), StringComparison.Ordinal);
    }

    /// <summary>A policy in force from 2 March 2026: the periods before April, before the second quarter, before 2027.</summary>
    [Theory]
    [InlineData("Year", 2026, 1, true)]
    [InlineData("Year", 2027, 1, false)]
    [InlineData("Quarter", 2026, 1, true)]
    [InlineData("Quarter", 2026, 2, false)]
    [InlineData("Quarter", 2025, 4, true)]
    [InlineData("Month", 2026, 3, true)]
    [InlineData("Month", 2026, 4, false)]
    [InlineData("Month", 2025, 12, true)]
    [InlineData("Month", 2027, 1, false)]
    public void Period_OfNumbers_IsAskedOfThem(string kind, int year, int part, bool isBefore)
    {
        using var store = SqliteStore.InMemory();
        var rows = store.Load([new PlanRow { Id = year, From = new(2026, 1, 1), To = null, Goal = part }]);
        var rule = kind switch
        {
            "Year" => Policy.KpiAttainment.For<PlanRow>(
                p => new KpiResult { EmployeeId = "a", Kpi = "b", Period = Period.Year(p.Id), Target = 1, Actual = 1, Direction = Direction.HigherIsBetter }),
            "Quarter" => Policy.KpiAttainment.For<PlanRow>(p => new KpiResult
            {
                EmployeeId = "a",
                Kpi = "b",
                Period = Period.Quarter(p.Id, (int)p.Goal!.Value),
                Target = 1,
                Actual = 1,
                Direction = Direction.HigherIsBetter,
            }),
            _ => Policy.KpiAttainment.For<PlanRow>(p => new KpiResult
            {
                EmployeeId = "a",
                Kpi = "b",
                Period = Period.Month(p.Id, (int)p.Goal!.Value),
                Target = 1,
                Actual = 1,
                Direction = Direction.HigherIsBetter,
            }),
        };

        var graded = Assert.Single(rule.Grade(rows, new(2030, 1, 1)));

        Assert.Equal(isBefore ? Cause.BeforePolicy : Cause.None, graded.Cause);
        Assert.Equal(isBefore ? Standing.NotApplicable : Standing.Met, graded.Standing);
    }

    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("SQLite")]
    public void Period_InAColumnOfItsOwn_IsRefusedByEveryVerb_UnlessThePolicySaysNoDay(string provider)
    {
        using var db = Offline.Of(provider);
        Func<object>[] verbs =
        [
            () => Policy.KpiAttainment.Where(db.Set<KpiResult>(), AsOf, Standing.Missed),
            () => Policy.KpiAttainment.WhereBand(db.Set<KpiResult>(), AsOf, "Met"),
            () => Policy.KpiAttainment.Grade(db.Set<KpiResult>(), AsOf),
            () => Policy.KpiAttainment.CountByStanding(db.Set<KpiResult>(), AsOf),
            () => Policy.PerformancePay.Pay(db.Set<PayPeriod>(), AsOf),
            () => Policy.KpiMonth.Group(db.Set<KpiResult>(), AsOf, k => k.Period),
            () => Policy.KeyAccount.Members(db.Set<AccountRevenue>(), r => r.Period, Period.Month(2026, 4)),
        ];
        Assert.All(verbs, verb => Assert.Contains(
            "is in force from 2026-03-02 on, and a database cannot tell whether", Assert.Throws<NotSupportedException>(() => verb()).Message,
            StringComparison.Ordinal));

        var without = new Policy(Policy.Terms with { EffectiveFrom = null });
        Assert.NotNull(without.KpiAttainment.Where(db.Set<KpiResult>(), AsOf, Standing.Missed).ToQueryString());
    }

    [Theory]
    [InlineData("PostgreSQL")]
    [InlineData("SQLite")]
    public void LevelThatIsOtherWhileItsPeriodRuns_InAColumnOfItsOwn_IsRefused(string provider)
    {
        using var db = Offline.Of(provider);
        Assert.Contains(
            "Rule `service-level` judges a period that runs otherwise than once it has ended, and a database cannot tell when that is",
            Assert.Throws<NotSupportedException>(() => Policy.Default.ServiceLevel.Where(db.Set<ServiceLevel>(), AsOf, Standing.AtRisk)).Message,
            StringComparison.Ordinal);
    }

    private static string Sql<TRow>(Rule<TRow> rule, IQueryable<TRow> rows, string alias)
        where TRow : class => rule.Where(rows, AsOf, Standing.NotApplicable).ToQueryString().Replace($"\"{alias}0\"", $"\"{alias}\"", StringComparison.Ordinal);
}

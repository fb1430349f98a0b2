using System.Linq.Expressions;
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
    [InlineData("HalfYear", 2026, 1, true)]
    [InlineData("HalfYear", 2026, 2, false)]
    [InlineData("HalfYear", 2025, 2, true)]
    [InlineData("Week", 2026, 9, true)]
    [InlineData("Week", 2026, 10, false)]          // begins on 2 March itself
    [InlineData("Week", 2020, 53, true)]
    [InlineData("FiscalYear", 2026, 2, true)]
    [InlineData("FiscalYear", 2026, 3, true)]
    [InlineData("FiscalYear", 2026, 4, false)]
    [InlineData("FiscalHalfYear", 2025, 1, true)]
    [InlineData("FiscalHalfYear", 2026, 1, false)]
    [InlineData("FiscalQuarter", 2025, 4, true)]   // January to March
    [InlineData("FiscalQuarter", 2026, 1, false)]
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
            "Month" => Of(p => new() { EmployeeId = "a", Kpi = "b", Period = Period.Month(p.Id, (int)p.Goal!.Value), Target = 1, Actual = 1 }),
            "HalfYear" => Of(p => new() { EmployeeId = "a", Kpi = "b", Period = Period.HalfYear(p.Id, (int)p.Goal!.Value), Target = 1, Actual = 1 }),
            "Week" => Of(p => new() { EmployeeId = "a", Kpi = "b", Period = Period.Week(p.Id, (int)p.Goal!.Value), Target = 1, Actual = 1 }),
            "FiscalYear" => Of(p => new() { EmployeeId = "a", Kpi = "b", Period = Period.FiscalYear(p.Id, (int)p.Goal!.Value), Target = 1, Actual = 1 }),
            "FiscalHalfYear" => Of(
                p => new() { EmployeeId = "a", Kpi = "b", Period = Period.FiscalHalfYear(p.Id, (int)p.Goal!.Value, 4), Target = 1, Actual = 1 }),
            _ => Of(p => new() { EmployeeId = "a", Kpi = "b", Period = Period.FiscalQuarter(p.Id, (int)p.Goal!.Value, 4), Target = 1, Actual = 1 }),
        };

        var graded = Assert.Single(rule.Grade(rows, new(2030, 1, 1)));

        Assert.Equal(isBefore ? Cause.BeforePolicy : Cause.None, graded.Cause);
        Assert.Equal(isBefore ? Standing.NotApplicable : Standing.Met, graded.Standing);

        static AttainmentRule<PlanRow> Of(Expression<Func<PlanRow, KpiResult>> map) => Policy.KpiAttainment.For(map);
    }

    /// <summary>Each day around a period of each kind: whether it has begun and whether it runs is said as in memory.</summary>
    [Theory]
    [InlineData("2020-W53")]
    [InlineData("2027-W01")]
    [InlineData("2026-H1")]
    [InlineData("2025-04/2026-03")]
    [InlineData("2025-10/2026-03")]
    [InlineData("2026-02/2026-04")]
    [InlineData("2024-02-16/2024-02-29")]
    public void Period_OfColumns_RunsFromItsFirstDayToItsLast(string text)
    {
        var period = Period.Parse(text);
        var (year, month) = (period.Start.Year, period.Start.Month);
        var thursday = period.Start.AddDays(3);
        using var store = SqliteStore.InMemory();
        var rows = store.Load([new PlanRow
        {
            Id = text.Contains('W') ? thursday.Year : year,
            From = period.Start,
            To = period.End,
            Goal = text.Contains('W') ? (thursday.DayOfYear - 1) / 7 + 1 : month,
        }]);
        var rule = Policy.Default.KpiAttainment.For(text switch
        {
            [.., 'W', _, _] => Of(p => Period.Week(p.Id, (int)p.Goal!.Value)),
            [.., 'H', _] => Of(p => Period.HalfYear(p.Id, ((int)p.Goal!.Value + 5) / 6)),
            "2025-04/2026-03" => Of(p => Period.FiscalYear(p.Id, (int)p.Goal!.Value)),
            "2025-10/2026-03" => Of(p => Period.FiscalHalfYear(p.Id, 2, (int)p.Goal!.Value - 6)),
            "2026-02/2026-04" => Of(p => Period.FiscalQuarter(p.Id, 1, (int)p.Goal!.Value)),
            _ => Of(p => Period.Days(p.From!.Value, p.To!.Value)),
        });

        foreach (var asOf in new[] { period.Start.AddDays(-1), period.Start, period.End, period.End.AddDays(1) })
        {
            var graded = Assert.Single(rule.Grade(rows, asOf));
            Assert.Equal(asOf < period.Start ? Cause.NotBegun : Cause.None, graded.Cause);
            Assert.Equal(asOf >= period.Start && asOf <= period.End, graded.IsProvisional);
        }

        static Expression<Func<PlanRow, KpiResult>> Of(Expression<Func<PlanRow, Period>> period)
        {
            var row = period.Parameters[0];
            return Expression.Lambda<Func<PlanRow, KpiResult>>(
                Expression.MemberInit(
                    Expression.New(typeof(KpiResult)), Bound(nameof(KpiResult.EmployeeId), "a"), Bound(nameof(KpiResult.Kpi), "b"),
                    Expression.Bind(typeof(KpiResult).GetProperty(nameof(KpiResult.Period))!, period.Body),
                    Bound(nameof(KpiResult.Target), (decimal?)1), Bound(nameof(KpiResult.Actual), (decimal?)1)),
                row);

            static MemberAssignment Bound<T>(string name, T value) => Expression.Bind(
                typeof(KpiResult).GetProperty(name)!, Expression.Constant(value, typeof(T)));
        }
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

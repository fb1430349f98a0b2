using System.Globalization;
using AccountRules.Facts;
using AccountRules.Queries.Tests.Stores;
using AccountRules.Tests.Cases;
using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using Xunit.Abstractions;

namespace AccountRules.Queries.Tests.Suites;

/// <summary>
/// Deadlines that count working days, in a database: the facts as tables, and a table of the calendars' days that the library gave. Rows have no pauses, which
/// no database counts; some name a calendar of their own.
/// </summary>
public abstract class WorkingDayQueries : ConformanceSuite, IDisposable
{
    private readonly Lazy<IRowStore> store;
    private readonly Lazy<IQueryable<CalendarDay>> days;

    private protected WorkingDayQueries(ITestOutputHelper output, Func<IRowStore> open)
        : base(output)
    {
        store = new(open);
        days = new(() => store.Value.Load([.. WorkingDays.All.SelectMany(c => c.Days())]));
    }

    protected override (int Cases, int Facts) Extent => (4, 600);

    protected override Reach Reach { get; } = new(new(1950, 1, 1), new(2150, 12, 31), HasAllDecimals: false) { HasPauses = false };

    protected override bool Pays(Policy policy) => true;

    /// <summary>The versions of a policy count days beside each other in one statement.</summary>
    protected override int Histories => 1;

    protected override bool TakesHistory(string rule) => RuleCase.Of(rule).CountsDays;

    protected override IReadOnlyList<Answer> Evaluate<TFact>(Rule<TFact> rule, IReadOnlyList<TFact> facts, DateOnly asOf)
    {
        if (RuleCase.Of(rule.Id) is not RuleCase<TFact> { CountsDays: true } own || rule.Info.NotSet is not null)
            return [.. facts.Select(fact => Answer.Of(rule.Assess(fact, asOf)))];

        var form = new Form<TFact, TFact>(
            In(rule), (fact, i) => own.WithSubject(fact, i.ToString(CultureInfo.InvariantCulture)),
            fact => int.Parse(((FactShape<TFact>)rule.FactShape!).KeyOf(fact).Subject, CultureInfo.InvariantCulture));
        return [.. form.Ask(store.Value, facts, asOf, pays: false, byEveryVerb: false, out _).Select(answer => answer!)];
    }

    protected override IEnumerable<MonthAnswer> RollUp(Policy policy, IReadOnlyList<KpiResult> facts, DateOnly asOf) =>
        policy.KpiMonth.Assess(facts, asOf).Select(MonthAnswer.Of);

    protected override IEnumerable<TrackAnswer>? Track(Policy policy, IReadOnlyList<AccountRevenue> facts, DateOnly asOf) => null;

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        if (store.IsValueCreated)
            store.Value.Dispose();
    }

    private Rule<TFact> In<TFact>(Rule<TFact> rule)
        where TFact : class => Forms.Unpaused(rule) switch
        {
            DeadlineRule<TFact> r => r.WithCalendarTable(days.Value),
            RuleByCategory<TFact> r => r.WithCalendarTable(days.Value),
            LifecycleRule<TFact> r => r.WithCalendarTable(days.Value),
            var r => r,
        };
}

/// <summary>EF Core over SQLite.</summary>
public sealed class SqliteWorkingDayTests(ITestOutputHelper output) : WorkingDayQueries(output, SqliteStore.InMemory);

/// <summary>EF Core over PostgreSQL.</summary>
[Collection(Postgres.Collection)]
public sealed class PostgresWorkingDayTests(Postgres postgres, ITestOutputHelper output) : WorkingDayQueries(output, () => postgres.Open("workingdays"))
{
    protected override string? LeftOut => postgres.LeftOut;
}

/// <summary>linq2db over DuckDB.</summary>
public sealed class DuckDbWorkingDayTests(ITestOutputHelper output) : WorkingDayQueries(output, () => new DuckDbStore())
{
    protected override (int Cases, int Facts) Extent => (2, 800);

    /// <summary>They pass, in half a minute: nearly all of it goes into planning.</summary>
    protected override int Histories => 0;
}

using AccountRules.Queries.Tests.Hosts;
using AccountRules.Queries.Tests.Stores;

namespace AccountRules.Queries.Tests.Refusals;

/// <summary>Verbs that work in memory do not read a table by the way: they name the query's own verb, or are told <c>AsEnumerable()</c>.</summary>
public sealed class InMemoryVerbTests : IDisposable
{
    private const string Verbs = "Where, Grade or CountByStanding";
    private static readonly DateOnly AsOf = new(2026, 11, 21);
    private static readonly Policy Policy = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 }));
    private static readonly DeadlineRule<CrmOrder> Orders = Mapped.Orders(Policy.FteFulfillment);
    private static readonly RollUpRule<KpiRow> Months = Policy.KpiMonth.Over(Mapped.Kpis(Policy.KpiAttainment));
    private static readonly LifecycleRule<RevenueRow> Accounts = Mapped.Revenues(Policy.KeyAccount);

    private readonly SqliteStore store = SqliteStore.InMemory();

    private HostContext Db => store.Context;

    public void Dispose() => store.Dispose();

    [Fact]
    public void EachFact_OfADatabase_IsRefusedWhenTheVerbIsCalled()
    {
        Says(() => Orders.Assess(Db.Orders, AsOf), "fte-fulfillment", nameof(CrmOrder), Verbs);
        Says(() => Orders.Assess(Db.Orders.Where(o => o.Id > 1), AsOf, degreeOfParallelism: 2), "fte-fulfillment", nameof(CrmOrder), Verbs);
        Says(() => Orders.FindAll(Db.Orders, AsOf, [Standing.Overdue]), "fte-fulfillment", nameof(CrmOrder), Verbs);
        Says(() => Orders.FindAll(Db.Orders, AsOf, [Standing.Overdue], degreeOfParallelism: 2), "fte-fulfillment", nameof(CrmOrder), Verbs);
        Says(() => Orders.CountByStanding(Db.Orders, AsOf, degreeOfParallelism: 2), "fte-fulfillment", nameof(CrmOrder), Verbs);
        Says(() => new Agenda(AsOf, days: 7).Add(Orders, Db.Orders), "fte-fulfillment", nameof(CrmOrder), "Where");
    }

    [Fact]
    public void FactsTogether_OfADatabase_AreRefusedWhenTheVerbIsCalled()
    {
        Says(() => Months.Assess(Db.Kpis, AsOf), "kpi-month", nameof(KpiRow), "Group");
        Says(() => new Agenda(AsOf, days: 7).Add(Months, Db.Kpis), "kpi-month", nameof(KpiRow), "Group");
        Says(() => Accounts.Track(Db.Revenues, AsOf), "key-account", nameof(RevenueRow), "Members");
        Says(() => new Agenda(AsOf, days: 7).AddTrack(Accounts, Db.Revenues), "key-account", nameof(RevenueRow), "Members");
    }

    [Fact]
    public void Rows_OfADatabase_AreReadWhereAsEnumerableSaysSo()
    {
        Load();
        Assert.Equal("1", Assert.Single(Orders.FindAll(Db.Orders.AsEnumerable(), AsOf, [Standing.Overdue])).Subject);
        Assert.Equal(2, Orders.CountByStanding(Db.Orders.AsEnumerable(), AsOf).Total);
        Assert.Equal(Standing.Met, Assert.Single(Months.Assess(Db.Kpis.AsEnumerable(), AsOf)).Standing);
        Assert.Equal("Key", Assert.Single(Accounts.Track(Db.Revenues.AsEnumerable(), AsOf)).Band);
    }

    [Fact]
    public void Queryable_OverACollection_IsAssessedLikeTheCollection()
    {
        CrmOrder[] orders = [new() { Id = 1, Number = "1", PlacedOn = AsOf.AddDays(-91) }, new() { Id = 2, Number = "2", PlacedOn = AsOf.AddDays(-80) }];
        var query = orders.AsQueryable().Where(o => o.Id > 0);
        Assert.Equal([Standing.Overdue, Standing.AtRisk], Orders.Assess(query, AsOf).Select(a => a.Standing));
        Assert.Equal("1", Assert.Single(Orders.FindAll(query, AsOf, [Standing.Overdue])).Subject);
        Assert.Equal(1, Orders.CountByStanding(query, AsOf, degreeOfParallelism: 2)[Standing.AtRisk]);
        Assert.Equal("2", Assert.Single(new Agenda(AsOf, days: 11).Add(Orders, query).Entries()).Subject);
    }

    private void Load()
    {
        var october = new DateOnly(2026, 10, 1);
        store.Load<CrmOrder>([new() { Id = 1, Number = "1", PlacedOn = AsOf.AddDays(-91) }, new() { Id = 2, Number = "2", PlacedOn = AsOf.AddDays(-80) }]);
        store.Load<KpiRow>([new() { Id = 1, Employee = "ann", Name = "calls", StartsOn = october, Month = "2026-10", Goal = 100, Reached = 90 }]);
        store.Load<RevenueRow>([new() { Id = 1, Account = "A", StartsOn = october, Month = "2026-10", Turnover = 100 }]);
    }

    private static void Says(Func<object> verb, string rule, string entity, string verbs) => Assert.Equal(
        $"Rule `{rule}` would read every row of a query on {entity} into memory: ask the database by {verbs}, "
            + "or hand over AsEnumerable() where reading the rows is meant. (Parameter 'facts')",
        Assert.Throws<ArgumentException>(verb).Message);
}

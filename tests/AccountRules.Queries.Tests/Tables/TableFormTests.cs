// Databases know ToString of a number without a culture alone.
#pragma warning disable MA0011
using System.Data.Common;
using System.Globalization;
using System.Linq.Expressions;
using AccountRules.Facts;
using AccountRules.Queries.Tests.Stores;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace AccountRules.Queries.Tests.Tables;

/// <summary>What docs/your-tables.md says of each form of column, on SQLite and on PostgreSQL; its C# is compiled and run here.</summary>
[Collection(Postgres.Collection)]
public class TableFormTests(Postgres postgres, TableForms tables, ITestOutputHelper output) : IClassFixture<TableForms>
{
    private static readonly DateOnly asOf = new(2026, 11, 21);

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public void Columns_ThatThePageCallsRight_AnswerAsMemoryDoes(string provider)
    {
        if (Filled(provider) is not { } db)
            return;

        var policy = Policy.Default;

        DeadlineRule<StaffingOrder> orders = policy.FteFulfillment.For<StaffingOrder>(o => new FteOrder
        {
            OrderId = o.Id.ToString(),                                          // a Guid, an int or a long in the same way
            AccountId = o.Client == null ? null : o.Client.Id.ToString(),       // a navigation that may be missing says so
            OrderedOn = o.PlacedOn,
            FulfilledOn = o.FilledOn,
        });

        Assert.Null(orders.FirstDifference(db.Orders, asOf));
        Assert.Equal(["91", "92"], Overdue(orders, db));

        // In UTC the order of half past ten in the evening is of the day before.
        DeadlineRule<StaffingOrder> byUtcDay = policy.FteFulfillment.For<StaffingOrder>(o => new FteOrder
        {
            OrderId = o.Number.ToString(),
            OrderedOn = DateOnly.FromDateTime(o.PlacedAt),
            FulfilledOn = o.FilledAt == null ? null : DateOnly.FromDateTime(o.FilledAt.Value),
        });
        Assert.Null(byUtcDay.FirstDifference(db.Orders, asOf));
        Assert.Equal(["90", "91", "92"], Overdue(byUtcDay, db));

        foreach (var rule in new[]
        {
            OfDates(o => o.Owned.PlacedOn, o => o.Owned.FilledOn),
            OfDates(o => o.Complex.PlacedOn, o => o.Complex.FilledOn),
            OfDates(o => o.Json.PlacedOn, o => o.Json.FilledOn),
            OfDates(o => o.Client == null ? null : o.Client.SignedOn, o => o.FilledOn),
            OfDates(o => o is UrgentOrder ? ((UrgentOrder)o).NeededBy : o.PlacedOn, o => o.FilledOn),
        })
        {
            Assert.Null(rule.FirstDifference(db.Orders.Include(o => o.Client), asOf));
            Assert.NotEmpty(rule.Where(db.Orders, asOf, Standing.Overdue).ToList());
        }

        // The rule of the base over the rows of a derived type, and soft deletion.
        Assert.All(orders.Where(db.Set<UrgentOrder>(), asOf, Standing.Overdue).ToList(), o => Assert.IsType<UrgentOrder>(o));
        Assert.Equal(["91", "92", "95"], Numbers(orders.Where(db.Orders.IgnoreQueryFilters(), asOf, Standing.Overdue)));
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public void Ids_OfGroupsAndMembers_AreTheTextsOfMemory(string provider)
    {
        if (Filled(provider) is not { } db)
            return;

        var policy = new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 50 }));
        Expression<Func<StaffingOrder, string>>[] ids = [o => o.Id.ToString(), o => o.Number.ToString(), o => "O-" + o.Number];
        foreach (var id in ids)
        {
            var (kpis, revenues) = (policy.KpiAttainment.For(Kpi(id)), policy.KeyAccount.For(Revenue(id)));
            Assert.Null(kpis.FirstDifference(db.Orders, asOf));
            Assert.Null(policy.KpiMonth.Over(kpis).FirstDifference(db.Orders, asOf, o => o.PlacedOn));
            Assert.Null(revenues.FirstDifference(db.Orders, o => o.PlacedOn, at: asOf.AddDays(-91)));
            Assert.Single(revenues.Members(db.Orders, o => o.PlacedOn, at: asOf.AddDays(-91)));
        }

        Expression<Func<StaffingOrder, string>>[] unknown =
            [o => o.Id.ToString("N"), o => $"{o.Number}", o => o.Code.Value.ToString(), o => o.Number.ToString(CultureInfo.InvariantCulture)];
        foreach (var id in unknown)
        {
            var kpis = policy.KpiAttainment.For(Kpi(id));
            Assert.Null(kpis.FirstDifference(db.Orders, asOf));
            var months = policy.KpiMonth.Over(kpis);
            Assert.Throws<InvalidOperationException>(() => months.Group(db.Orders, asOf, o => o.PlacedOn).ToList());
        }
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public void Columns_ThatAreReadDifferently_AreRefused(string provider)
    {
        if (Filled(provider) is not { } db)
            return;

        Refused("the local time", OfDates(o => DateOnly.FromDateTime(o.PlacedAt.ToLocalTime()), o => null));
        Refused("the local time", OfDates(o => DateOnly.FromDateTime(o.ReceivedAt.LocalDateTime), o => null));
        Refused("such as `row.Aim == Aim.AtLeast ? Direction.… : Direction.…`", OfKpis(o => o.Target, o => (Direction)o.Aim));
        Refused("Choose by a condition", OfKpis(o => o.Target, o => (Direction)(int)o.Aim));
        Refused("a floating point number", OfKpis(o => (decimal)o.Goal, o => Direction.HigherIsBetter));
        Refused("a floating point number", OfKpis(o => Convert.ToDecimal(o.Goal), o => Direction.HigherIsBetter));
        var chosen = OfKpis(o => o.Target, o => o.Aim == Aim.AtMost ? Direction.LowerIsBetter : Direction.HigherIsBetter);
        Assert.Null(chosen.FirstDifference(db.Orders, asOf));

        void Refused<TFact>(string why, Rule<TFact> rule)
            where TFact : class =>
            Assert.Contains(why, Assert.Throws<NotSupportedException>(
                () => rule.Where((IQueryable<TFact>)db.Orders, asOf, Standing.Met, Standing.Overdue)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public void Moments_InTheZone_AreTranslatedByPostgresAlone(string provider)
    {
        if (Filled(provider) is not { } db)
            return;

        var inZone = Policy.Default.FteFulfillment.For<StaffingOrder>(o => new FteOrder
        {
            OrderId = o.Id.ToString(),
            OrderedOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(o.PlacedAt, "Europe/Berlin")),
            FulfilledOn = o.FilledOn,
        });
        var received = OfDates(
            o => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(o.ReceivedAt.UtcDateTime, "Europe/Berlin")), o => o.FilledOn);
        var receivedInUtc = OfDates(o => DateOnly.FromDateTime(o.ReceivedAt.UtcDateTime), o => o.FilledOn);
        if (provider == "SQLite")
        {
            Assert.Throws<InvalidOperationException>(() => Overdue(inZone, db));
            Assert.Throws<InvalidOperationException>(() => Overdue(received, db));
            Assert.Throws<InvalidOperationException>(() => Overdue(receivedInUtc, db));
            return;
        }

        Assert.All([inZone, received, receivedInUtc], rule => Assert.Null(rule.FirstDifference(db.Orders, asOf)));
        Assert.Equal(["91", "92"], Overdue(inZone, db));
        Assert.Equal(["91", "92"], Overdue(received, db));

        db.Database.ExecuteSqlRaw("""
            CREATE INDEX order_day ON "Orders" ((("PlacedAt" AT TIME ZONE 'Europe/Berlin')::date));
            """);
        db.Database.ExecuteSqlRaw("SET enable_seqscan = off");
        Assert.Contains("order_day", Plan("EXPLAIN ", inZone.Where(db.Orders, asOf, Standing.Overdue)), StringComparison.Ordinal);
    }

    [Fact]
    public void Moments_InUtc_HaveAnIndexOnSqlite()
    {
        var db = Filled("SQLite")!;
        var byUtcDay = OfDates(o => DateOnly.FromDateTime(o.PlacedAt), o => o.FilledOn);

        db.Database.ExecuteSqlRaw("""
            CREATE INDEX order_day ON "Orders" (date("PlacedAt"));
            """);

        Assert.Contains("order_day", Plan("EXPLAIN QUERY PLAN ", byUtcDay.Where(db.Orders, asOf, Standing.Overdue)), StringComparison.Ordinal);
        Assert.Null(byUtcDay.FirstDifference(db.Orders, asOf));
    }

    /// <summary>A navigation that is not loaded is no answer: memory throws where the mapping does not say what a missing one is.</summary>
    [Fact]
    public void Navigation_ThatIsMissing_ThrowsInMemoryUnlessTheMappingSaysWhatItIs()
    {
        var order = new StaffingOrder { PlacedOn = asOf };
        const string message = "StaffingOrder.Client is missing, and the mapping reads through it: load it with the fact (in EF Core by Include), "
            + "or say in the mapping what a missing one is, such as `x.Client == null ? null : x.Client.…`.";
        var bare = OfDates(o => o.Client!.SignedOn, o => null);
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => bare.Judge(order, asOf)).Message);
        Assert.EndsWith(
            $" could not be read by rule `fte-fulfillment`, index 0: {message}",
            Assert.Throws<InvalidOperationException>(() => bare.CountByStanding([order], asOf)).Message,
            StringComparison.Ordinal);
        var account = Policy.Default.FteFulfillment.For<StaffingOrder>(o => new FteOrder
        {
            OrderId = o.Number.ToString(),
            AccountId = o.Client!.Manager!.Id.ToString(),
            OrderedOn = o.PlacedOn,
            FulfilledOn = o.FilledOn,
        });
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => account.Assess(order, asOf).Account).Message);
        var unmanaged = new StaffingOrder { Client = new() };
        var unnamed = Assert.Throws<InvalidOperationException>(() => account.Assess(unmanaged, asOf).Account);
        Assert.StartsWith("Client.Manager is missing", unnamed.Message, StringComparison.Ordinal);
        Assert.Equal(
            Standing.Undetermined, OfDates(o => o.Client == null ? null : o.Client.SignedOn, o => null).Judge(order, asOf).Standing);
    }

    private static string[] Overdue(DeadlineRule<StaffingOrder> rule, TablesContext db) => Numbers(rule.Where(db.Orders, asOf, Standing.Overdue));

    private static string[] Numbers(IQueryable<StaffingOrder> orders) =>
        [.. orders.AsEnumerable().Select(o => o.Number.ToString(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal)];

    private static string Plan(string explain, IQueryable<StaffingOrder> query)
    {
        using DbCommand command = query.CreateDbCommand();
        command.CommandText = explain + command.CommandText;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(Convert.ToString(reader[reader.FieldCount - 1], CultureInfo.InvariantCulture)!);

        return string.Join('\n', lines);
    }

    private static DeadlineRule<StaffingOrder> OfDates(
        Expression<Func<StaffingOrder, DateOnly?>> placed, Expression<Func<StaffingOrder, DateOnly?>> filled)
    {
        var order = placed.Parameters[0];
        var number = Expression.Call(Expression.Property(order, nameof(StaffingOrder.Number)), nameof(long.ToString), typeArguments: null);
        return Policy.Default.FteFulfillment.For(Expression.Lambda<Func<StaffingOrder, FteOrder>>(
            Expression.MemberInit(
                Expression.New(typeof(FteOrder)),
                Expression.Bind(typeof(FteOrder).GetProperty(nameof(FteOrder.OrderId))!, number),
                Expression.Bind(typeof(FteOrder).GetProperty(nameof(FteOrder.OrderedOn))!, placed.Body),
                Expression.Bind(typeof(FteOrder).GetProperty(nameof(FteOrder.FulfilledOn))!, new To(filled.Parameters[0], order).Visit(filled.Body))),
            order));
    }

    private static AttainmentRule<StaffingOrder> OfKpis(
        Expression<Func<StaffingOrder, decimal?>> target, Expression<Func<StaffingOrder, Direction>> direction)
    {
        var kpi = Kpi(o => o.Number.ToString());
        var init = (MemberInitExpression)kpi.Body;
        return Policy.Default.KpiAttainment.For(Expression.Lambda<Func<StaffingOrder, KpiResult>>(
            init.Update(init.NewExpression, init.Bindings.Cast<MemberAssignment>().Select(b => b.Member.Name switch
            {
                nameof(KpiResult.Target) => b.Update(new To(target.Parameters[0], kpi.Parameters[0]).Visit(target.Body)),
                nameof(KpiResult.Direction) => b.Update(new To(direction.Parameters[0], kpi.Parameters[0]).Visit(direction.Body)),
                _ => b,
            })),
            kpi.Parameters));
    }

    private static Expression<Func<StaffingOrder, KpiResult>> Kpi(Expression<Func<StaffingOrder, string>> id)
    {
        Expression<Func<StaffingOrder, KpiResult>> kpi = o => new KpiResult
        {
            EmployeeId = "",
            Kpi = "calls",
            Period = Period.Month(2026, 10),
            Target = o.Target,
            Actual = o.Reached,
            Direction = Direction.HigherIsBetter,
        };
        return WithId(kpi, id);
    }

    private static Expression<Func<StaffingOrder, AccountRevenue>> Revenue(Expression<Func<StaffingOrder, string>> id) =>
        WithId(o => new AccountRevenue { AccountId = "", Period = Period.Month(2026, 10), Revenue = o.Reached }, id);

    private static Expression<Func<StaffingOrder, TFact>> WithId<TFact>(
        Expression<Func<StaffingOrder, TFact>> map, Expression<Func<StaffingOrder, string>> id)
    {
        var init = (MemberInitExpression)map.Body;
        var bindings = init.Bindings.Cast<MemberAssignment>()
            .Select((b, i) => i == 0 ? b.Update(new To(id.Parameters[0], map.Parameters[0]).Visit(id.Body)) : b);
        return Expression.Lambda<Func<StaffingOrder, TFact>>(init.Update(init.NewExpression, bindings), map.Parameters);
    }

    private TablesContext? Filled(string provider) =>
        provider == "SQLite" ? tables.OnSqlite : postgres.IsLeftOut(output) ? null : tables.OnPostgres;

    private sealed class To(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

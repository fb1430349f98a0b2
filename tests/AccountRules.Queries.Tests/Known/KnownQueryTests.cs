using AccountRules.Facts;
using AccountRules.Queries.Tests.Stores;
using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using FsCheck.Fluent;
using LinqToDB;
using LinqToDB.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace AccountRules.Queries.Tests.Known;

/// <summary>What was known on a date is chosen where the data is, and is what plain loops choose.</summary>
[Collection(Postgres.Collection)]
public sealed class KnownQueryTests(Postgres postgres, ITestOutputHelper output)
{
    private static readonly DateOnly Day = new(2026, 7, 31);
    private static readonly DateOnly[] Dates = [Day.AddDays(-2), Day.AddDays(-1), Day, Day.AddDays(1), DateOnly.MaxValue];
    private static readonly DateOnly Begun = new(2026, 7, 1);

    /// <summary>Around five rows of each fact, around the dates, and some of which nothing tells when.</summary>
    private static readonly KnownRow[] Rows =
    [
        .. Generated.Sample(
            from subject in Gen.Choose(1, 12)
            from part in Gen.Elements("calls", "sales", null)
            from month in Gen.Elements(1, 3, 7)
            from isQuarter in Gen.Elements(true, false)
            from began in Gen.Elements<DateOnly?>(null, Begun, Begun.AddDays(1))
            from known in Gen.Elements<DateOnly?>(null, null, Day.AddDays(-1), Day, Day.AddDays(1))
            from written in Gen.Choose(-1, 1)
            select (subject, part, month, isQuarter, began, known, written), 250).Select((r, i) => new KnownRow
            {
                Id = i,
                Subject = $"s{r.subject}",
                Part = r.part,
                StartsOn = new(2026, r.month, 1),
                IsQuarter = r.isQuarter,
                Year = 2026,
                Number = r.isQuarter ? (r.month + 2) / 3 : r.month,
                Text = (r.isQuarter ? Period.Quarter(2026, (r.month + 2) / 3) : Period.Month(2026, r.month)).ToString(),
                BeganOn = r.began,
                EnteredOn = r.known,
                WrittenOn = Day.AddDays(r.written),
                Reached = i % 120,
            }),
    ];

    private static readonly Rule<KnownRow> ByDate = Policy.Default.KpiAttainment.For<KnownRow>(r => new KpiResult
    {
        EmployeeId = r.Subject,
        Kpi = r.Part!,
        Period = Period.Month(r.StartsOn.Year, r.StartsOn.Month),
        Target = 100,
        Actual = r.Reached,
        KnownOn = r.EnteredOn,
        Direction = Direction.HigherIsBetter,
    });

    private static readonly Rule<KnownRow> ByNumbers = Policy.Default.PerformancePay.For<KnownRow>(r => new PayPeriod
    {
        EmployeeId = r.Subject,
        Period = r.IsQuarter ? Period.Quarter(r.Year, r.Number) : Period.Month(r.Year, r.Number),
        Target = 100,
        Actual = r.Reached,
        CommittedPay = 1000,
        KnownOn = r.WrittenOn,
    });

    private static readonly Rule<KnownRow> OfOnePeriod = Policy.Default.PerformancePay.For<KnownRow>(r => new PayPeriod
    {
        EmployeeId = r.Subject,
        Period = Period.Month(2026, 7),
        Target = 100,
        Actual = r.Reached,
        CommittedPay = 1000,
        KnownOn = r.EnteredOn,
    });

    private static readonly Rule<KnownRow> Plans = Policy.Default.ImprovementPlan.For<KnownRow>(r => new ImprovementPlan
    {
        EmployeeId = r.Subject,
        StartedOn = r.BeganOn,
        EndsOn = null,
        CompletedOn = null,
        Target = 100,
        Actual = r.Reached,
        KnownOn = r.EnteredOn,
    });

    [Fact]
    public void Rows_OnSqlite_AreThoseOfTheOracle() => OnSqlite(AreThoseOfTheOracle);

    [Fact]
    public void Rows_OnPostgres_AreThoseOfTheOracle() => OnPostgres("known_rows", AreThoseOfTheOracle);

    [Fact]
    public void Rows_InEfCoresMemory_AreThoseOfTheOracle()
    {
        using var context = new KnownContext(new DbContextOptionsBuilder<KnownContext>().UseInMemoryDatabase("known").Options);
        context.AddRange(Rows);
        context.SaveChanges();
        AreThoseOfTheOracle(context.Rows);
    }

    [Fact]
    public void Rows_OnDuckDb_AreThoseOfTheOracle()
    {
        using var connection = new DataConnection(new DataOptions().UseDuckDB("DataSource=:memory:"));
        var table = connection.CreateTable<KnownRow>();
        table.BulkCopy(Rows);
        AreThoseOfTheOracle(table);
    }

    [Fact]
    public void RowsOfACollection_AreThoseOfTheOracle() => AreThoseOfTheOracle(Rows.AsQueryable());

    private static void AreThoseOfTheOracle(KnownContext context)
    {
        context.AddRange(Rows);
        context.SaveChanges();
        AreThoseOfTheOracle(context.Rows.AsNoTracking());
    }

    private static void AreThoseOfTheOracle(IQueryable<KnownRow> rows)
    {
        foreach (var date in Dates)
        {
            Same(ByDate, r => $"{r.Subject}|{r.Part ?? "nothing"}|{r.StartsOn}", r => r.EnteredOn);
            Same(ByNumbers, r => $"{r.Subject}|{r.IsQuarter}|{r.Number}", r => r.WrittenOn);
            Same(OfOnePeriod, r => r.Subject, r => r.EnteredOn);
            Same(Plans, r => r.BeganOn is { } began ? $"{r.Subject}|{began}" : null, r => r.EnteredOn);

            void Same(Rule<KnownRow> rule, Func<KnownRow, string?> factOf, Func<KnownRow, DateOnly?> knownOn)
            {
                var expected = KnownOracle.Says(Rows, factOf, knownOn, date).Select(r => r.Id).ToArray();
                Assert.Equal(expected, rule.AsKnownOn(Rows.AsEnumerable(), date).Select(r => r.Id));
                Assert.Equal(expected, rule.AsKnownOn(rows, date).Select(r => r.Id).ToArray().Order());
            }
        }
    }

    [Fact]
    public void FactsAsTables_OnSqlite_AreChosenByRuleAndByShape() => OnSqlite(FactsAsTables);

    [Fact]
    public void FactsAsTables_OnPostgres_AreChosenByRuleAndByShape() => OnPostgres("known_facts", FactsAsTables);

    /// <summary>The period is a text of its own column; and a rule on rows of many facts takes its facts as they were known.</summary>
    private static void FactsAsTables(KnownContext context)
    {
        var (july, quarter) = (Period.Month(2026, 7), Period.Quarter(2026, 3));
        context.AddRange(
            Pay("ann", july, 101, null), Pay("ann", july, 79, Day), Pay("ann", july, 81, Day.AddDays(1)), Pay("ann", quarter, 50, null),
            Pay("bob", july, 79, Day), Pay("bob", july, 101, Day));
        context.AddRange(
            new Account { AccountId = "ACME", StartedOn = new(2026, 1, 1) },
            new Account { AccountId = "ACME", StartedOn = new(2026, 7, 20), KnownOn = Day.AddDays(1) },
            new ProgressUpdate { AccountId = "ACME", SentOn = new(2026, 5, 1), KnownOn = new(2026, 5, 1) },
            new ProgressUpdate { AccountId = "ACME", SentOn = new(2026, 7, 1), KnownOn = Day.AddDays(1) });
        context.SaveChanges();

        var rule = Policy.Default.PerformancePay;
        var pays = context.Set<PayPeriod>().AsNoTracking();
        Assert.Equal(
            ["ann 2026-07 79", "ann 2026-Q3 50", "bob 2026-07 101", "bob 2026-07 79"],
            Said(rule.AsKnownOn(pays, Day)));
        Assert.Equal(
            ["ann 2026-07 81", "ann 2026-Q3 50", "bob 2026-07 101", "bob 2026-07 79"],
            Said(PayPeriod.Shape.AsKnownOn(pays, DateOnly.MaxValue)));
        Assert.Equal(["ann 2026-07 101", "ann 2026-Q3 50"], Said(PayPeriod.Shape.AsKnownOn(pays, Day.AddDays(-1))));

        var update = Policy.Default.ProgressUpdate.Of;
        Assert.Equal([new(2026, 5, 1)], Newest(Day));
        Assert.Equal([new(2026, 7, 1)], Newest(DateOnly.MaxValue));

        DateOnly?[] Newest(DateOnly known) => [.. update.Grade(
            ProgressUpdateDeclaration.Rows(
                Account.Shape.AsKnownOn(context.Set<Account>(), known), ProgressUpdate.Shape.AsKnownOn(context.Set<ProgressUpdate>(), known), Day),
            Day).AsEnumerable().Select(g => g.Fact.NewestOn)];

        static IEnumerable<string> Said(IQueryable<PayPeriod> rows) =>
            rows.AsEnumerable().Select(p => $"{p.EmployeeId} {p.Period} {p.Actual:0}").Order(StringComparer.Ordinal);

        static PayPeriod Pay(string employee, Period period, decimal actual, DateOnly? known) =>
            new() { EmployeeId = employee, Period = period, Target = 100, Actual = actual, CommittedPay = 1000, KnownOn = known };
    }

    [Fact]
    public void Verbs_TakeWhatWasKnown_OnSqlite() => OnSqlite(Verbs);

    [Fact]
    public void Verbs_TakeWhatWasKnown_OnPostgres() => OnPostgres("known_verbs", Verbs);

    /// <summary>A KPI that was met when it was paid and is missed since; the month of one KPI with it.</summary>
    private static void Verbs(KnownContext context)
    {
        var asOf = new DateOnly(2026, 9, 1);
        context.AddRange(Row(1, "calls", 100, known: null), Row(2, "calls", 80, Day.AddDays(1)), Row(3, "sales", 90, known: null));
        context.SaveChanges();
        var rows = context.Rows.AsNoTracking();
        var month = Policy.Default.KpiMonth.Over(ByDate);

        Assert.Equal([1, 3], ByDate.Where(ByDate.AsKnownOn(rows, Day), asOf, Standing.Met).Select(r => r.Id).ToArray().Order());
        Assert.Equal([2], ByDate.Where(ByDate.AsKnownOn(rows, DateOnly.MaxValue), asOf, Standing.Missed).Select(r => r.Id).ToArray());
        Assert.Equal(
            [(Standing.Met, 2L)], ByDate.CountByStanding(ByDate.AsKnownOn(rows, Day), asOf).AsEnumerable().Select(c => (c.Standing, c.Count)));
        Assert.Equal(Standing.Met, month.Group(month.Of.AsKnownOn(rows, Day), asOf, r => r.StartsOn).Single().Standing);
        Assert.Equal(Standing.Missed, month.Group(month.Of.AsKnownOn(rows, DateOnly.MaxValue), asOf, r => r.StartsOn).Single().Standing);

        static KnownRow Row(int id, string part, decimal reached, DateOnly? known) =>
            new() { Id = id, Subject = "ann", Part = part, StartsOn = new(2026, 7, 1), Text = "", Reached = reached, EnteredOn = known };
    }

    [Fact]
    public void Choosing_IsOneNotExists()
    {
        using var context = new KnownContext(new DbContextOptionsBuilder<KnownContext>().UseNpgsql("Host=nowhere").Options);
        var sql = ByDate.AsKnownOn(context.Rows, Day).ToQueryString();

        Assert.Contains("NOT EXISTS (", sql, StringComparison.Ordinal);
        Assert.Single(sql.Split("EXISTS").Skip(1));
        output.WriteLine(sql);
    }

    [Fact]
    public void APeriodThatIsNoColumn_IsRefused()
    {
        using var context = new KnownContext(new DbContextOptionsBuilder<KnownContext>().UseNpgsql("Host=nowhere").Options);
        var rule = Policy.Default.KpiAttainment.For<KnownRow>(r => new KpiResult
        {
            EmployeeId = r.Subject,
            Kpi = r.Part!,
            Period = Period.Parse(r.Text),
            Target = 100,
            Actual = r.Reached,
            KnownOn = r.EnteredOn,
        });

        Assert.Equal(
            "Rule `kpi-attainment` asks which rows are of one period, and a database cannot tell that of `Parse(row.Text)`: map the period as "
            + "Period.Month(row.StartsOn.Year, row.StartsOn.Month), as Period.Days(row.From, row.Until), or as another of Period's methods of columns, "
            + "or keep it in a column of its own; or choose the rows in memory, over AsEnumerable().",
            Assert.Throws<NotSupportedException>(() => rule.AsKnownOn(context.Rows, Day)).Message);
    }

    /// <summary>Days that are a month are that month, which columns of days and of months do not tell.</summary>
    [Fact]
    public void AsKnownOn_OfPeriodsMadeOfDaysAndOfMonths_IsRefused()
    {
        using var context = new KnownContext(new DbContextOptionsBuilder<KnownContext>().UseNpgsql("Host=nowhere").Options);
        var rule = Policy.Default.KpiAttainment.For<KnownRow>(r => new KpiResult
        {
            EmployeeId = r.Subject,
            Kpi = r.Part!,
            Period = r.Text == "" ? Period.Month(r.StartsOn.Year, r.StartsOn.Month) : Period.Days(r.StartsOn, r.StartsOn.AddDays(14)),
            Target = 100,
            Actual = r.Reached,
            KnownOn = r.EnteredOn,
        });

        Assert.Contains(
            "cannot tell whether one made by Period.Month is one made by Period.Days: map both as Period.Days(row.From, row.Until)",
            Assert.Throws<NotSupportedException>(() => rule.AsKnownOn(context.Rows, Day)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void CodeOfTheApplication_IsRefused()
    {
        using var context = new KnownContext(new DbContextOptionsBuilder<KnownContext>().UseNpgsql("Host=nowhere").Options);
        var rule = Policy.Default.FteFulfillment.For<KnownRow>(
            r => new FteOrder { OrderId = r.Subject, OrderedOn = r.BeganOn, FulfilledOn = null, KnownOn = KnownRow.Later(r.EnteredOn) });

        Assert.Equal(
            "Rule `fte-fulfillment` cannot be run in a database: its mapping calls KnownRow.Later, which is code of the application. "
            + "Map the member to a column, or assess in memory.",
            Assert.Throws<NotSupportedException>(() => rule.AsKnownOn(context.Rows, Day)).Message);
    }

    private static void OnSqlite(Action<KnownContext> test)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var context = new KnownContext(new DbContextOptionsBuilder<KnownContext>().UseSqlite(connection).Options);
        context.Database.EnsureCreated();
        test(context);
    }

    private void OnPostgres(string database, Action<KnownContext> test)
    {
        if (postgres.IsLeftOut(output))
            return;

        using var context = new KnownContext(new DbContextOptionsBuilder<KnownContext>().UseNpgsql(postgres.ConnectionString(database)).Options);
        context.Database.EnsureCreated();
        test(context);
    }
}

using AccountRules.Facts;
using AccountRules.Queries.Tests.Stores;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Xunit.Abstractions;

namespace AccountRules.Queries.Tests.Converted;

/// <summary>A column in another form gives the right answer, or the check for hosts' tests names the first row that differs, or the query is refused.</summary>
[Collection(Postgres.Collection)]
public class ConverterTests(Postgres postgres, ITestOutputHelper output)
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    private static readonly Policy InForce = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100.50m, ExitThreshold = 80.25m }));

    public static TheoryData<string> OtherDates => ["DayNumbers", "Ticks", "Digits"];

    public static TheoryData<string, string?> Money => new() { { "SQLite", null }, { "SQLite", "Cents" }, { "PostgreSQL", null }, { "PostgreSQL", "Cents" } };

    /// <summary>They sort as dates do, so that a comparison with the evaluation date is right; SQLite cannot take days off them.</summary>
    [Theory]
    [MemberData(nameof(OtherDates))]
    public void Dates_AsNumbersOrDigits_AreRightWhileOpenAndNamedWhereTwoAreCompared(string form)
    {
        using var db = OrdersIn(form);
        var rule = Policy.Default.FteFulfillment.WithoutPauses();
        Assert.Null(rule.FirstDifference(db.Orders.Where(o => o.FulfilledOn == null), AsOf));
        Assert.Equal(["open 91"], rule.Where(db.Orders, AsOf, Standing.Overdue).Select(o => o.OrderId));

        var difference = rule.FirstDifference(db.Orders, AsOf)!;
        Assert.Equal(("fte-fulfillment", "Grade", "done 90", "Met, NearLimit"), (difference.RuleId, difference.Verb, difference.Subject, difference.InMemory));
        Assert.NotEqual(difference.InMemory, difference.InDatabase);
        Assert.Equal(
            $"Rule `fte-fulfillment` by Grade, done 90: memory says Met, NearLimit, the database says {difference.InDatabase}.", difference.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Iso")]
    public void Dates_AsSqliteWritesThem_AreRight(string? form)
    {
        using var db = OrdersIn(form);
        Assert.Null(Policy.Default.FteFulfillment.WithoutPauses().FirstDifference(db.Orders, AsOf));
        Assert.Equal(["done 91"], Policy.Default.FteFulfillment.WithoutPauses().Where(db.Orders, AsOf, Standing.Late).Select(o => o.OrderId));
    }

    /// <summary>Both sides of a ratio are multiplied by whole numbers, which the converter puts into cents too. The direction is a text.</summary>
    [Theory]
    [MemberData(nameof(Money))]
    public void Money_InCents_IsComparedRightly(string provider, string? form)
    {
        if (FactsIn(provider, form) is not { } db)
            return;

        using (db)
        {
            Assert.Null(InForce.KpiAttainment.FirstDifference(db.Kpis, AsOf));
            Assert.Equal(
                ["0.03 of 0.03", "100 of at most 85.01", "85.01 of 100"],
                InForce.KpiAttainment.Where(db.Kpis, AsOf, Standing.Met).AsEnumerable().Select(k => k.Kpi).Order(StringComparer.Ordinal));
            Assert.Null(InForce.KpiMonth.FirstDifference(db.Kpis, AsOf, k => k.EmployeeId));
            Assert.Null(InForce.KeyAccount.FirstDifference(db.Revenues, AsOf));
            Assert.Null(InForce.KeyAccount.FirstDifference(db.Revenues, r => r.Period, Period.Month(2026, 10)));
            Assert.Equal(["A"], InForce.KeyAccount.Members(db.Revenues, r => r.Period, Period.Month(2026, 10)));
        }
    }

    [Fact]
    public void Money_ThatIsNoMultiple_IsNamedByEveryCheck()
    {
        using var shifted = FactsIn("SQLite", "FromThousand")!;
        Assert.Equal(
            "Rule `kpi-attainment` by Grade, 0.34 of 0.40 of bob in 2026-10: memory says Missed, Missed, the database says Met, Met.",
            InForce.KpiAttainment.FirstDifference(shifted.Kpis.Where(k => k.EmployeeId == "bob"), AsOf)?.ToString());
        Assert.Equal(
            "Rule `kpi-month` by Group, bob in 0.34 of 0.40: memory says Missed of 0 met, 1 missed, 0 undetermined, "
                + "the database says Met of 1 met, 0 missed, 0 undetermined.",
            InForce.KpiMonth.FirstDifference(shifted.Kpis.Where(k => k.EmployeeId == "bob"), AsOf, k => k.Kpi)?.ToString());

        using var negated = FactsIn("SQLite", "Negated")!;
        Assert.Equal("Grade", InForce.KeyAccount.FirstDifference(negated.Revenues, AsOf)?.Verb);
        var member = InForce.KeyAccount.FirstDifference(negated.Revenues, r => r.Period, Period.Month(2026, 10))!;
        Assert.Equal(("Members", "outside", "inside"), (member.Verb, member.InMemory, member.InDatabase));
        Assert.Contains(member.Subject, (string[])["B", "C"]);
    }

    /// <summary>
    /// The largest amount that pay can be stated of is no number of cents that fits 64 bits: keep cents as a whole number, and divide in the mapping.
    /// </summary>
    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public void Pay_ByAConverterToCents_Throws(string provider)
    {
        if (FactsIn(provider, "Cents") is not { } db)
            return;

        using (db)
        {
            Assert.ThrowsAny<Exception>(() => OfOctober.FirstDifferenceInPay(db.Pay, AsOf));
            Assert.Throws<OverflowException>(() => OfOctober.FirstDifference(db.Pay, AsOf));
        }
    }

    /// <summary>1.15 at 110 % is 1.265, which floating point has below the half.</summary>
    [Fact]
    public void Pay_OfFloatingPoint_IsNamed()
    {
        if (FactsIn("PostgreSQL", "Double") is not { } db)
            return;

        using (db)
        {
            Assert.Equal(
                "Rule `performance-pay` by Pay, cid in 2026-10: memory says Over at 1.1 pays 1.27, the database says Over at 1.1 pays 1.26.",
                OfOctober.FirstDifferenceInPay(db.Pay, AsOf)?.ToString());
        }
    }

    /// <summary>A period kept as a text tells a database nothing of when it ends; all rows are of one.</summary>
    private static TierRule<PayPeriod> OfOctober => InForce.PerformancePay.For<PayPeriod>(p => new PayPeriod
    {
        EmployeeId = p.EmployeeId,
        Period = Period.Month(2026, 10),
        Target = p.Target,
        Actual = p.Actual,
        CommittedPay = p.CommittedPay,
    });

    private static ConvertedContext OrdersIn(string? form)
    {
        var db = ConvertedContext.OnSqlite(dates: Converter(form));
        db.AddRange(Orders());
        db.SaveChanges();
        return db;
    }

    private ConvertedContext? FactsIn(string provider, string? form)
    {
        if (provider == "PostgreSQL" && postgres.IsLeftOut(output))
            return null;

        var db = provider == "SQLite" ? ConvertedContext.OnSqlite(money: Converter(form))
            : ConvertedContext.OnPostgres(postgres.ConnectionString("converted"), money: Converter(form));
        db.AddRange(Kpis());
        db.AddRange(Revenues());
        db.AddRange(Pays());
        db.SaveChanges();
        return db;
    }

    private static ValueConverter? Converter(string? form) =>
        form is null ? null : (ValueConverter)typeof(ConvertedContext).GetProperty(form)!.GetValue(obj: null)!;

    private static IEnumerable<FteOrder> Orders() =>
    [
        new() { OrderId = "open 20", OrderedOn = new(2026, 11, 1) }, new() { OrderId = "open 90", OrderedOn = new(2026, 8, 23) },
        new() { OrderId = "open 91", OrderedOn = new(2026, 8, 22) }, new() { OrderId = "undated", OrderedOn = null },
        new() { OrderId = "done 90", OrderedOn = new(2026, 1, 1), FulfilledOn = new(2026, 4, 1) },
        new() { OrderId = "done 91", OrderedOn = new(2026, 1, 1), FulfilledOn = new(2026, 4, 2) },
    ];

    private static IEnumerable<KpiResult> Kpis() =>
    [
        Kpi("ann", "85 of 100", 100m, 85m), Kpi("ann", "85.01 of 100", 100m, 85.01m), Kpi("bob", "0.34 of 0.40", 0.40m, 0.34m), Kpi("eve", "none", 100m, null),
        Kpi("cid", "100 of at most 85", 85m, 100m, Direction.LowerIsBetter), Kpi("cid", "100 of at most 85.01", 85.01m, 100m, Direction.LowerIsBetter),
        Kpi("dan", "0.03 of 0.03", 0.03m, 0.03m),
    ];

    private static KpiResult Kpi(string employee, string kpi, decimal? target, decimal? actual, Direction direction = Direction.HigherIsBetter) =>
        new() { EmployeeId = employee, Kpi = kpi, Period = Period.Month(2026, 10), Target = target, Actual = actual, Direction = direction };

    private static IEnumerable<AccountRevenue> Revenues() =>
    [
        Revenue("A", 9, 100.50m), Revenue("A", 10, 80.25m), Revenue("B", 9, 100.50m), Revenue("B", 10, 80.24m), Revenue("C", 10, 100.49m),
        Revenue("D", 10, null),
    ];

    private static AccountRevenue Revenue(string account, int month, decimal? revenue) =>
        new() { AccountId = account, Period = Period.Month(2026, month), Revenue = revenue };

    private static IEnumerable<PayPeriod> Pays() =>
    [
        new() { EmployeeId = "ann", Period = Period.Month(2026, 10), Target = 100m, Actual = 80m, CommittedPay = 1234.55m },
        new() { EmployeeId = "bob", Period = Period.Month(2026, 10), Target = 100m, Actual = 80.01m, CommittedPay = 1234.55m },
        new() { EmployeeId = "cid", Period = Period.Month(2026, 10), Target = 100m, Actual = 100.01m, CommittedPay = 1.15m },
    ];
}

using AccountRules.Facts;
using AccountRules.Queries.Tests.Hosts;
using AccountRules.Queries.Tests.Stores;
using Microsoft.EntityFrameworkCore;

namespace AccountRules.Queries.Tests.Refusals;

/// <summary>What a database cannot run throws when the query is built or run, and is never worked out on the client.</summary>
public class RefusalTests
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    public static TheoryData<string> Providers => ["PostgreSQL", "SQLite"];

    private static DateOnly Shifted(DateOnly date) => date.AddDays(1);

    private static string Name(string text) => text.ToUpperInvariant();

    private static decimal Bonus(decimal? amount) => amount * 2 ?? 0;

    [Theory]
    [MemberData(nameof(Providers))]
    public void Mapping_ThatCallsTheApplication_ThrowsWhenBuiltNamingRuleAndMethod(string provider)
    {
        using var db = Offline.Of(provider);
        var rule =
            Policy.Default.FteFulfillment.For<CrmOrder>(o => new FteOrder { OrderId = o.Number, OrderedOn = Shifted(o.PlacedOn), FulfilledOn = o.FilledOn });
        foreach (var verb in Verbs(rule, db.Set<CrmOrder>()))
            Says(Assert.Throws<NotSupportedException>(() => verb()), "fte-fulfillment", "RefusalTests.Shifted");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Mapping_ThatCallsADelegate_ThrowsWhenBuilt(string provider)
    {
        using var db = Offline.Of(provider);
        Func<DateOnly, DateOnly> shifted = Shifted;
        var rule =
            Policy.Default.FteFulfillment.For<CrmOrder>(o => new FteOrder { OrderId = o.Number, OrderedOn = shifted(o.PlacedOn), FulfilledOn = o.FilledOn });
        Says(Assert.Throws<NotSupportedException>(() => rule.Where(db.Set<CrmOrder>(), AsOf, Standing.Overdue)), "fte-fulfillment", "a delegate");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Mapping_WithAConversionOfTheApplication_ThrowsWhenBuilt(string provider)
    {
        using var db = Offline.Of(provider);
        var rule = Policy.Default.FteFulfillment.For<CrmOrder>(
            o => new FteOrder { OrderId = o.Number, OrderedOn = (DateOnly)(Later)o.PlacedOn, FulfilledOn = o.FilledOn });
        Says(Assert.Throws<NotSupportedException>(() => rule.Where(db.Set<CrmOrder>(), AsOf, Standing.Overdue)), "fte-fulfillment", "Later.op_");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Subject_ThatCallsTheApplication_ThrowsWhereItIsAskedFor(string provider)
    {
        using var db = Offline.Of(provider);
        var kpis = Policy.Default.KpiAttainment.For<KpiRow>(
            k => new KpiResult { EmployeeId = Name(k.Employee), Kpi = k.Name, Period = Period.Year(1), Target = k.Goal, Actual = k.Reached });
        var revenues = new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 })).KeyAccount
            .For<RevenueRow>(r => new AccountRevenue { AccountId = Name(r.Account), Period = Period.Year(1), Revenue = r.Turnover });

        Assert.NotEmpty(kpis.Where(db.Set<KpiRow>(), AsOf, Standing.Met).ToQueryString());
        Says(
            Assert.Throws<NotSupportedException>(() => Policy.Default.KpiMonth.Over(kpis).Group(db.Set<KpiRow>(), AsOf, k => k.Month)),
            "kpi-month",
            "RefusalTests.Name");
        Says(Assert.Throws<NotSupportedException>(() => revenues.Members(db.Set<RevenueRow>(), r => r.Month, "2026-10")), "key-account", "RefusalTests.Name");
    }

    [Fact]
    public void CommittedPay_ThatCallsTheApplication_ThrowsWhenBuilt()
    {
        using var db = Offline.Of("PostgreSQL");
        var rule = Policy.Default.PerformancePay.For<PayRow>(
            p => new PayPeriod { EmployeeId = p.Employee, Period = Period.Year(1), Target = p.Goal, Actual = p.Reached, CommittedPay = Bonus(p.Committed) });
        Says(Assert.Throws<NotSupportedException>(() => rule.Pay(db.Set<PayRow>(), AsOf)), "performance-pay", "RefusalTests.Bonus");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Property_ThatIsWorkedOutOrNotMapped_ThrowsWhenBuiltNamingRuleAndMember(string provider)
    {
        using var db = Offline.Of(provider);
        var promised =
            Policy.Default.FteFulfillment.For<CrmOrder>(o => new FteOrder { OrderId = o.Number, OrderedOn = o.PromisedOn, FulfilledOn = o.FilledOn });
        foreach (var verb in Verbs(promised, db.Set<CrmOrder>()))
            Says(Assert.Throws<NotSupportedException>(() => verb()), "fte-fulfillment", "CrmOrder.PromisedOn");

        var seen = Policy.Default.FteFulfillment.For<CrmOrder>(o => new FteOrder { OrderId = o.Number, OrderedOn = o.SeenOn, FulfilledOn = o.FilledOn });
        foreach (var verb in Verbs(seen, db.Set<CrmOrder>()))
            Says(Assert.Throws<NotSupportedException>(() => verb()), "fte-fulfillment", "CrmOrder.SeenOn");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Property_WithoutAColumnByTheModelAlone_ThrowsWhenRunNamingEntityAndMember(string provider)
    {
        using var db = Offline.Of(provider);
        var rule = Policy.Default.FteFulfillment.For<CrmOrder>(o => new FteOrder { OrderId = o.Number, OrderedOn = o.RemindedOn, FulfilledOn = o.FilledOn });
        foreach (var verb in Verbs(rule, db.Set<CrmOrder>()))
            Says(Assert.Throws<InvalidOperationException>(() => verb().ToQueryString()), "CrmOrder", "RemindedOn");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Property_WithoutAColumnInARuleWithOneStanding_ThrowsAlthoughOnlyItsBandsDependOnIt(string provider)
    {
        using var db = Offline.Of(provider);
        var rule = new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 })).KeyAccount.For<RevenueUnits>(
            r => new AccountRevenue { AccountId = r.Account, Period = Period.Year(1), Revenue = r.Net });
        Says(Assert.Throws<InvalidOperationException>(() => rule.Grade(db.Set<RevenueUnits>(), AsOf).ToQueryString()), "RevenueUnits", "Net");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Pay_RoundedHalfToEven_ThrowsWhenBuiltNamingTheRule(string provider)
    {
        using var db = Offline.Of(provider);
        var rule = Mapped.Pay(new Policy(new PolicyTerms().With(new PerformancePayTerms { Rounding = PayRounding.HalfToEven })).PerformancePay);
        Says(Assert.Throws<NotSupportedException>(() => rule.Pay(db.Set<PayRow>(), AsOf)), "performance-pay", "halves to even");
    }

    /// <summary>A quotient without an end is cut by each database in its own way, and a floating point number rounded.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public void Mapping_ThatDividesOrReadsFloatingPoint_ThrowsWhenBuiltNamingTheRule(string provider)
    {
        using var db = Offline.Of(provider);
        var third = Policy.Default.PerformancePay.For<PayRow>(p => new PayPeriod
        {
            EmployeeId = p.Employee,
            Period = Period.Year(1),
            Target = p.Goal / 3,
            Actual = p.Reached / p.Id,
            CommittedPay = p.Committed / 100,
        });
        Says(Assert.Throws<NotSupportedException>(() => third.Grade(db.Set<PayRow>(), AsOf)), "performance-pay", "divides in", "reciprocal");
        var pay = Policy.Default.PerformancePay.For<PayRow>(p => new PayPeriod
        {
            EmployeeId = p.Employee,
            Period = Period.Year(1),
            Target = p.Goal,
            Actual = p.Reached,
            CommittedPay = p.Committed / 12,
        });
        Says(Assert.Throws<NotSupportedException>(() => pay.Pay(db.Set<PayRow>(), AsOf)), "performance-pay", "divides in");
        var floating = Policy.Default.PerformancePay.For<PayRow>(p => new PayPeriod
        {
            EmployeeId = p.Employee,
            Period = Period.Year(1),
            Target = (decimal)(double)p.Id,
            Actual = p.Reached,
            CommittedPay = p.Committed,
        });
        Says(Assert.Throws<NotSupportedException>(() => floating.Where(db.Set<PayRow>(), AsOf, Standing.Graded)), "performance-pay", "floating point");
    }

    [Theory]
    [InlineData(PayRounding.HalfAwayFromZero)]
    [InlineData(PayRounding.TowardZero)]
    [InlineData(PayRounding.Up)]
    [InlineData(PayRounding.Down)]
    public void Pay_OnSqlite_ThrowsWhenRunAndIsNotWorkedOutOnTheClient(PayRounding rounding)
    {
        using var store = SqliteStore.InMemory();
        var rows = store.Load<PayRow>([new() { Id = 1, Employee = "ann", StartsOn = AsOf, Goal = 100, Reached = 90, Committed = 1000 }]);
        var rule = Mapped.Pay(new Policy(new PolicyTerms().With(new PerformancePayTerms { Rounding = rounding })).PerformancePay);
        Says(Assert.Throws<InvalidOperationException>(() => rule.Pay(rows, AsOf).ToList()), "PayRow", "could not be translated");
        var prorated = Mapped.Prorated(new Policy(new PolicyTerms().With(new PerformancePayTerms { Rounding = rounding })).PerformancePay);
        Says(
            Assert.Throws<InvalidOperationException>(() => prorated.Pay(store.Load<ProratedPay>([]), AsOf).ToList()), "ProratedPay", "could not be translated");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Members_WithoutAThreshold_ThrowsNamingTheRule(string provider)
    {
        using var db = Offline.Of(provider);
        Says(
            Assert.Throws<InvalidOperationException>(() => Mapped.Revenues(Policy.Default.KeyAccount).Members(db.Set<RevenueRow>(), r => r.Month, "2026-10")),
            "key-account",
            "no threshold");
        Says(
            Assert.Throws<InvalidOperationException>(() => Mapped.Plans(Policy.Default.ImprovementPlan).Members(db.Set<PlanRow>(), p => p.Id, 1)),
            "improvement-plan",
            "6 stages");
    }

    /// <summary>Pay waits for the end of its period: a database that cannot tell it would pay what memory does not.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public void PayPeriod_KeptAsAText_ThrowsWhenBuiltUnlessTheMappingSaysIt(string provider)
    {
        using var db = Offline.Of(provider);
        var rule = Policy.Default.PerformancePay;
        foreach (var verb in Verbs(rule, db.Set<PayPeriod>()).Append(() => rule.Pay(db.Set<PayPeriod>(), AsOf)))
            Says(Assert.Throws<NotSupportedException>(() => verb()), "performance-pay", ".Period", "Period.Month(row.StartsOn.Year, row.StartsOn.Month)");

        foreach (var (period, standing, other) in new[] {
            (Period.Month(2026, 10), Standing.Graded, Standing.OnTrack), (Period.Month(2026, 11), Standing.OnTrack, Standing.Graded),
            (Period.Month(2026, 12), Standing.NotApplicable, Standing.Graded),
        })
        {
            var ofOne = rule.For<PayPeriod>(p => new PayPeriod
            {
                EmployeeId = p.EmployeeId,
                Period = period,
                Target = p.Target,
                Actual = p.Actual,
                CommittedPay = p.CommittedPay,
            });
            Assert.False(IsNothing(standing));
            Assert.True(IsNothing(other));

            bool IsNothing(Standing one) =>
                ofOne.Where(db.Set<PayPeriod>(), AsOf, one).ToQueryString().TrimEnd() is var sql
                    && (sql.EndsWith("WHERE FALSE", StringComparison.Ordinal) || sql.EndsWith("WHERE 0", StringComparison.Ordinal));
        }

        // What is judged as it stands is asked of rows that are taken as begun.
        var asItStands = new Policy(new PolicyTerms().With(new PerformancePayTerms { Judged = PeriodJudgement.AsItStands })).PerformancePay;
        Assert.NotEmpty(asItStands.Grade(db.Set<PayPeriod>(), AsOf).ToQueryString());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Period_ThatCallsTheApplication_ThrowsWhenBuiltNamingTheMethod(string provider)
    {
        using var db = Offline.Of(provider);
        var rule = Policy.Default.PerformancePay.For<PayRow>(p => new PayPeriod
        {
            EmployeeId = p.Employee,
            Period = Period.Year(Shifted(p.StartsOn).Year),
            Target = p.Goal,
            Actual = p.Reached,
            CommittedPay = p.Committed,
        });
        foreach (var verb in Verbs(rule, db.Set<PayRow>()))
            Says(Assert.Throws<NotSupportedException>(() => verb()), "performance-pay", "RefusalTests.Shifted");
    }

    [Fact]
    public void WhereBand_OfAnUnknownBand_ThrowsNamingRuleAndBands()
    {
        using var db = Offline.Of("SQLite");
        Says(
            Assert.Throws<ArgumentException>(() => Mapped.Orders(Policy.Default.FteFulfillment).WhereBand(db.Set<CrmOrder>(), AsOf, "Lost")),
            "fte-fulfillment",
            "Clear, NearLimit, OverLimit");
    }

    private static Func<IQueryable>[] Verbs<THost>(Rule<THost> rule, IQueryable<THost> rows)
        where THost : class =>
    [
        () => rule.Where(rows, AsOf, Standing.Overdue), () => rule.WhereBand(rows, AsOf, rule.Grades[0].Band), () => rule.Grade(rows, AsOf),
        () => rule.CountByStanding(rows, AsOf),
    ];

    private static void Says(Exception error, params string[] parts) =>
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));

    private readonly record struct Later(DateOnly Date)
    {
        public static explicit operator Later(DateOnly date) => new(date.AddDays(1));

        public static explicit operator DateOnly(Later later) => later.Date;
    }
}

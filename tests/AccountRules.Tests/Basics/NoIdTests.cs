using System.Reflection;
using System.Text.Json;
using AccountRules.Facts;

namespace AccountRules.Tests.Basics;

/// <summary>A fact whose id is <c>null</c> is judged, and said of <c>none</c>, like one whose id is empty; nothing that is said of it throws.</summary>
public sealed class NoIdTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly Policy Policy = Policy.Default;

    private static readonly Waivers Waivers = new(
        [.. new[] { "fte-fulfillment", "performance-pay" }
            .Select(rule => new Waiver { Rule = rule, Subject = "1", From = Day, Until = Day, Reason = "-", ApprovedBy = "-" })]);

    public static TheoryData<string> Kinds => ["order", "host", "pay"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Assessment_OfAFactWithoutAnId_SaysNone(string kind)
    {
        var (missing, empty) = (Assessed(kind, null!), Assessed(kind, ""));

        Assert.All(
            typeof(Assessment).GetProperties(BindingFlags.Public | BindingFlags.Instance),
            property => Assert.Null(Record.Exception(() => property.GetValue(missing))));
        Assert.Contains(" none", missing.Reason, StringComparison.Ordinal);
        Assert.Equal(
            (empty.Subject, empty.Key, empty.Reason, empty.Explain(), empty.ReasonIn(Language.German), empty.ToString()),
            (missing.Subject, missing.Key, missing.Reason, missing.Explain(), missing.ReasonIn(Language.German), missing.ToString()));
        var read = JsonSerializer.Deserialize<AssessmentRecord>(JsonSerializer.Serialize(missing))!;
        Assert.Equal(("", empty.Reason), (read.Subject, read.Reason));
        Assert.Equal(missing, Waivers.Apply(missing));
    }

    [Fact]
    public void AgendaAndReport_OfAFactWithoutAnId_SayNone()
    {
        var order = Order(null!);

        var entries = new Agenda(Day, days: 400).Add(Policy.FteFulfillment, [order]).Entries().ToArray();
        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.Contains(" none ", entry.Summary, StringComparison.Ordinal));
        Assert.All(entries, entry => Assert.Equal("", entry.ToRecord().After.Subject));

        var sheet = AccountReport.Collect(Policy, Day, new() { Days = 30, Waivers = Waivers }).Add(order).Report().All;
        Assert.Contains(" none ", Assert.Single(sheet.Worst).Reason, StringComparison.Ordinal);
        Assert.Contains(" none ", Assert.Single(sheet.Next).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void FactsPutTogether_WithoutAnId_AreRefusedAsWithAnEmptyOne()
    {
        var (result, revenue) = (
            new KpiResult { EmployeeId = null!, Kpi = "calls", Period = Period.Month(2026, 1), Target = 1, Actual = 1 },
            new AccountRevenue { AccountId = null!, Period = Period.Month(2026, 1), Revenue = 1 });

        Refuses(() => Policy.KpiMonth.Assess([result], Day).Count());
        Refuses(() => Policy.KpiMonth.AssessSorted([result], Day).Count());
        Refuses(() => Policy.KeyAccount.Track([revenue], Day).Count());
        Refuses(() => Achievement.Of([result]).Count());
        Refuses(() => new Agenda(Day, days: 1).Add(Policy.KpiMonth, [result]));
        Refuses(() => Policy.Retention.Collect(Day).AddRange([revenue]));

        static void Refuses(Func<object> act) => Assert.StartsWith(
            "The id `` (0 characters) cannot be told from others by reading: give a text that is not empty.",
            Assert.Throws<ArgumentException>(act).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Key_WithoutASubject_ThrowsFromNoMember()
    {
        FactKey key = (string)null!;
        Assert.Equal("none", key.ToString());
        Assert.Equal("calls of none in 2026-03", new FactKey(null!, Period.Month(2026, 3), "calls").ToString());
        Assert.Equal(key, FteOrder.Shape.KeyOf(Order(null!)));
        Assert.True(key < new FactKey("1"));
        _ = key.GetHashCode();
    }

    private static FteOrder Order(string id) => new() { OrderId = id, AccountId = "A", OrderedOn = new(2025, 12, 1) };

    private static Assessment Assessed(string kind, string id) => kind switch
    {
        "order" => Policy.FteFulfillment.Assess(Order(id), Day),
        "host" => Entity.Rule.Assess(new Entity { Number = id, PlacedOn = new(2025, 12, 1) }, Day),
        _ => Policy.PerformancePay.Assess(
            new PayPeriod { EmployeeId = id, Period = Period.Month(2026, 1), Target = 100, Actual = 90, CommittedPay = 1000 }, Day),
    };
}

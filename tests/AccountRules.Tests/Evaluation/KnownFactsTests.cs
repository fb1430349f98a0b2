using System.Globalization;
using System.Reflection;
using AccountRules.Facts;
using AccountRules.Tests.Conformance;
using AccountRules.Tests.Generators;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Evaluation;

/// <summary>Two times: of the rows of one fact the newest that was known on a date is judged, by every verb, of every type of fact.</summary>
public sealed class KnownFactsTests
{
    private static readonly DateOnly Day = new(2026, 7, 31);
    private static readonly DateOnly?[] Known = [null, Day.AddDays(-1), Day, Day.AddDays(1), DateOnly.MaxValue];

    private static readonly Type[] Types = [.. typeof(KnownFact).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(KnownFact)))];

    public static TheoryData<Type> Facts => [.. Types];

    /// <summary>Rows that are made of many facts became known with these.</summary>
    [Fact]
    public void EveryFactThatIsHandedIn_SaysWhenItBecameKnown() => Assert.Equal(
        Policy.Default.Rules.SelectMany(rule => rule.FactShapes).Where(shape => shape.Name.Length > 0).Select(shape => shape.FactType.Name).Distinct()
            .Append(nameof(Absence)).Append(nameof(PayPlan)).Order(),
        Types.Select(t => t.Name).Order());

    [Theory]
    [MemberData(nameof(Facts))]
    public void RowsOfAnyFact_OnAnyDate_AreThoseOfTheOracle(Type fact) =>
        typeof(KnownFactsTests).GetMethod(nameof(AreThoseOfTheOracle), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(fact).Invoke(null, null);

    private static void AreThoseOfTheOracle<TFact>()
        where TFact : KnownFact
    {
        var shape = (FactShape<TFact>)typeof(TFact).GetProperty("Shape")!.GetValue(null)!;
        Assert.Equal(nameof(KnownFact.KnownOn), shape.KnownOnColumn);
        Assert.DoesNotContain(nameof(KnownFact.KnownOn), shape.Identity);
        PropertyInfo[] identity = [.. shape.Identity.Select(name => typeof(TFact).GetProperty(name)!)];
        var rows = Gen.ListOf(
            from told in Gen.Choose(0, 1 << 20)
            from known in Gen.Elements(Known)
            select Made<TFact>(identity, [.. identity.Select((p, i) => Values(p.PropertyType)[(told >> (5 * i)) % Values(p.PropertyType).Length])], known));
        Prop.ForAll(
            (from facts in rows from date in Gen.Elements(Day, Day.AddDays(-2), DateOnly.MaxValue) select (Facts: facts, Date: date)).ToArbitrary(),
            c =>
            {
                var expected = KnownOracle.Says([.. c.Facts], fact => Told(fact, identity), fact => fact.KnownOn, c.Date);
                var chosen = shape.AsKnownOn(c.Facts, c.Date).ToList();
                Assert.Equal(expected.Count, chosen.Count);
                Assert.All(expected.Zip(chosen), pair => Assert.Same(pair.First, pair.Second));
            }).Check(Generated.Cases(60, of: typeof(TFact).Name));
    }

    private static object?[] Values(Type type) => type == typeof(string) ? ["a", "b"]
        : type == typeof(Period) ? [Period.Month(2026, 7), Period.Quarter(2026, 3), Period.Month(2025, 7)]
        : type == typeof(DateOnly) ? [Day, Day.AddDays(-30)]
        : [null, Day, Day.AddDays(-30)];

    private static TFact Made<TFact>(PropertyInfo[] identity, object?[] told, DateOnly? known)
        where TFact : KnownFact
    {
        var fact = Activator.CreateInstance<TFact>();
        foreach (var (property, value) in identity.Zip(told))
            property.SetValue(fact, value);

        typeof(KnownFact).GetProperty(nameof(KnownFact.KnownOn))!.SetValue(fact, known);
        return fact;
    }

    private static string? Told<TFact>(TFact fact, PropertyInfo[] identity) => Array.Exists(identity, p => p.GetValue(fact) is null)
        ? null
        : string.Join('|', identity.Select(p => Convert.ToString(p.GetValue(fact), CultureInfo.InvariantCulture)));

    [Fact]
    public void RestatedKpi_IsPaidByWhatWasKnownWhenItWasPaid_AndByTheNewestNow()
    {
        var pay = Policy.Default.PerformancePay;
        PayPeriod[] rows = [Ann(101, known: null), Ann(79, known: new(2026, 8, 10)), Ann(81, known: new(2026, 8, 11))];

        Assert.Equal((1100m, 600m, 1000m), (Paid(Day), Paid(new(2026, 8, 10)), Paid(DateOnly.MaxValue)));

        decimal? Paid(DateOnly known) => Assert.Single(pay.AssessOnce(pay.AsKnownOn(rows, known), new(2026, 9, 1))).Payable;
    }

    [Fact]
    public void RowsThatBecameKnownOnOneDay_AreBothKept_AndAreDuplicates()
    {
        var pay = Policy.Default.PerformancePay;
        PayPeriod[] rows = [Ann(101, known: Day.AddDays(-1)), Ann(79, known: Day), Ann(81, known: Day)];

        Assert.Equal(
            [Cause.None, Cause.Duplicate], pay.AssessOnce(pay.AsKnownOn(rows, Day), new(2026, 9, 1)).Select(a => a.Cause));
    }

    [Fact]
    public void RowsOfAnOrderWithoutAStart_AreOneOrder_AndOfAPlanWithoutAStartAreAsMany()
    {
        FteOrder[] orders = [new() { OrderId = "1", OrderedOn = null }, new() { OrderId = "1", OrderedOn = null, KnownOn = Day }];
        ImprovementPlan[] plans =
            [.. Known.Take(4).Select(known => new ImprovementPlan { EmployeeId = "ann", StartedOn = null, EndsOn = null, KnownOn = known })];

        Assert.Equal([orders[1]], FteOrder.Shape.AsKnownOn(orders, Day));
        Assert.Equal(plans[..3], ImprovementPlan.Shape.AsKnownOn(plans, Day));
    }

    [Fact]
    public void FactsOfAHostsOwn_AreChosenByWhatTheirShapeNames_AndAreAllKnownWhereItNamesNothing()
    {
        var shape = new FactShape<Restated>(r => r.Id) { KnownOn = r => r.EnteredOn };
        Restated[] rows = [new("1", null), new("1", Day), new("2", Day.AddDays(1))];

        Assert.Equal([rows[1]], shape.AsKnownOn(rows, Day));
        Assert.Equal(nameof(Restated.EnteredOn), shape.KnownOnColumn);
        Assert.Same(rows, new FactShape<Restated>(r => r.Id).AsKnownOn(rows, Day));
    }

    [Fact]
    public void RowsOfAHostsEntity_AreChosenThroughTheMapping_AndAreAllKnownWhereItLeavesKnownOnOut()
    {
        Restated[] rows = [new("1", null), new("1", Day), new("2", Day.AddDays(1))];
        var told = Policy.Default.FteFulfillment.For<Restated>(
            r => new FteOrder { OrderId = r.Id, OrderedOn = Day, FulfilledOn = null, KnownOn = r.EnteredOn });
        var untold = Policy.Default.FteFulfillment.For<Restated>(r => new FteOrder { OrderId = r.Id, OrderedOn = Day, FulfilledOn = null });

        Assert.Equal([rows[1]], told.AsKnownOn(rows, Day));
        Assert.Equal([rows[1]], told.AsKnownOn(rows.AsQueryable(), Day));
        Assert.Equal(rows, untold.AsKnownOn(rows, Day));
    }

    [Fact]
    public void AMappingThatLeavesOutWhatTellsFactsApart_IsRefused_UnlessItLeavesKnownOnOutToo()
    {
        var visits = new DeadlineRule<Visit>(
            new("visit") { Noun = "Visit" }, Measure.Days<Visit>(v => v.On, v => v.DoneOn),
            new Scale(Band.Lowest("InTime", Standing.Met).Open(Standing.OnTrack), Band.Above(5, "TooLate", Standing.Late).Open(Standing.Overdue)),
            new FactShape<Visit>(v => v.Id!) { Part = v => v.Site, PartName = "site", KnownOn = v => v.KnownOn });
        var bad = visits.For<Restated>(r => new Visit { Id = r.Id, On = Day, KnownOn = r.EnteredOn, DoneOn = null });
        var silent = visits.For<Restated>(r => new Visit { Id = r.Id, On = Day, DoneOn = null });

        Assert.Equal(
            "Rule `visit` cannot tell which rows of Restated say one fact anew: its mapping has when they became known, and leaves out what tells facts apart, "
            + "such as the site. Map that too, or leave KnownOn out and choose the rows yourself.",
            Assert.Throws<InvalidOperationException>(() => bad.AsKnownOn(new List<Restated>(), Day)).Message);
        Assert.Single(silent.AsKnownOn([new("1", Day.AddDays(1))], Day));
    }

    [Fact]
    public void ANullFact_IsToldWhenItIsReached() =>
        Assert.Throws<ArgumentException>(() => FteOrder.Shape.AsKnownOn([null!], Day).Count());

    [Fact]
    public void ARecordOfBefore_WhichSaysNothingOfWhenItsFactBecameKnown_IsTheSame()
    {
        var record = Policy.Default.PerformancePay.Assess(Ann(79, known: null), Day.AddDays(31)).ToRecord();
        var before = record with { Fact = new RecordedFact(record.Fact!.Json.Replace(",\"KnownOn\":null", "", StringComparison.Ordinal)) };

        Assert.NotEqual(record.Fact.Json, before.Fact.Json);
        Assert.Equal("same", before.Verify(Policy.Default).ToString());
        Assert.Contains("\"KnownOn\":\"2026-07-31\"", Policy.Default.PerformancePay.Assess(Ann(79, Day), Day).ToRecord().Fact!.Json, StringComparison.Ordinal);
    }

    private static PayPeriod Ann(decimal actual, DateOnly? known) =>
        new() { EmployeeId = "ann", Period = Period.Month(2026, 7), Target = 100, Actual = actual, CommittedPay = 1000, KnownOn = known };

    private sealed record Visit
    {
        public string? Id { get; init; }

        public string? Site { get; init; }

        public DateOnly? On { get; init; }

        public DateOnly? DoneOn { get; init; }

        public DateOnly? KnownOn { get; init; }
    }

    private sealed record Restated(string Id, DateOnly? EnteredOn);
}

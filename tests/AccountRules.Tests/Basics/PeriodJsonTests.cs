using System.Text.Json;
using System.Text.Json.Serialization;
using AccountRules.Facts;

namespace AccountRules.Tests.Basics;

/// <summary>Facts in JSON by a host's serializer: a period was written as an object that read back as nothing, so that three months became one.</summary>
public sealed class PeriodJsonTests
{
    private static readonly JsonSerializerOptions[] Options =
    [
        JsonSerializerOptions.Default,
        JsonSerializerOptions.Web,
        new() { Converters = { new JsonStringEnumConverter() }, NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString },
    ];

    [Theory]
    [InlineData("2026")]
    [InlineData("2026-Q2")]
    [InlineData("2026-05")]
    [InlineData("0001-01")]
    [InlineData("9999-12")]
    public void Period_IsItsText_AsAValueAndAsAKey(string text)
    {
        var period = Period.Parse(text);

        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(period));
        Assert.Equal(period, JsonSerializer.Deserialize<Period>($"\"{text}\""));
        Assert.Equal($"{{\"{text}\":1}}", JsonSerializer.Serialize(new Dictionary<Period, int> { [period] = 1 }));
        Assert.Equal(1, JsonSerializer.Deserialize<Dictionary<Period, int>>($"{{\"{text}\":1}}")![period]);
        Assert.Equal((period, null), (JsonSerializer.Deserialize<Period?>($"\"{text}\""), JsonSerializer.Deserialize<Period?>("null")));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("2026")]
    [InlineData("{}")]
    [InlineData("{\"Start\":\"2026-01-01\",\"End\":\"2026-01-31\"}")]
    [InlineData("\"2026-13\"")]
    [InlineData("\"2026-1\"")]
    [InlineData("\" 2026\"")]
    [InlineData("\"2026-05\\u0000\"")]
    public void Period_OfAnythingElse_IsRefused(string json)
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Period>(json));
        if (json.StartsWith('"'))
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<Period, int>>($"{{{json}:1}}"));
    }

    [Fact]
    public void DefaultPeriod_IsNotWritten()
    {
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(default(Period)));
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(new Dictionary<Period, int> { [default] = 1 }));
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(new AccountRevenue { AccountId = "a", Period = default, Revenue = 1 }));
    }

    private static readonly object[] Facts =
    [
        new Account { AccountId = "a", ManagerId = "m", Tier = "gold", StartedOn = new(2026, 1, 31), EndedOn = new(2026, 2, 1) },
        new ProgressUpdate { AccountId = "a", SentOn = new(2024, 2, 29) },
        new Cadence { AccountId = "a", IsListed = true, StartedOn = new(2026, 1, 31), NewestOn = new(2026, 3, 1) },
        new Cohort { Group = "portfolio", Period = Period.Quarter(2026, 3), Before = 100, Kept = 95 },
        new Absence { EmployeeId = "e", From = new(2026, 2, 1), Until = new(2026, 2, 28), Reason = "leave" },
        new AbilityEvidence { EmployeeId = "e", Ability = "keeps records", EvidencedOn = new(2024, 2, 29) },
        new Competency { EmployeeId = "e", Evidenced = 3, Level = 1, NextLevel = "Sound", Missing = "solves problems", Unlisted = "juggles" },
        new ServiceLevel
        {
            AccountId = "a",
            Service = "uptime",
            Period = Period.Month(2026, 11),
            Agreed = 99.90m,
            Measured = 99.95m,
            Direction = Direction.LowerIsBetter,
        },
        new FteOrder { OrderId = "o", AccountId = "a", OrderedOn = new(2026, 1, 31), FulfilledOn = new(9999, 12, 31), Headcount = 3 },
        new FteOrder { OrderId = "o", OrderedOn = null },
        new RegistryItem { ItemId = "i", AccountId = "\u00fc", AddedOn = new(2026, 2, 28), ClosedOn = new(2026, 3, 1) },
        new KpiResult
        {
            EmployeeId = "e",
            Kpi = "k",
            Period = Period.Month(2026, 12),
            Target = 0.10m,
            Actual = decimal.MaxValue,
            Direction = Direction.LowerIsBetter,
            Weight = 0.25m,
        },
        new KpiResult { EmployeeId = "e", Kpi = "k", Period = Period.Quarter(2026, 4), Target = null, Actual = null },
        new AccountRevenue { AccountId = "a", Period = Period.Year(2026), Revenue = -0.01m, Deals = 3 },
        new WalletShare { AccountId = "a", Period = Period.Year(2026), OurRevenue = 0.25m, ClientSpend = 100 },
        new SurveyResponse { SurveyId = "s", AccountId = null, Period = Period.Quarter(2026, 2), Score = 4.5m },
        new Satisfaction { AccountId = "a", Period = Period.Quarter(2026, 2), Responses = 5, Sum = 22.5m },
        new LifetimeValue
        {
            AccountId = "a", Periods = 3, Missing = 1, Overlap = true, Running = Period.Month(2026, 2), Sum = 22.5m, Rank = 2, Accounts = 3, Share = 0.25m,
            Unknown = 1,
        },
        new Growth { AccountId = "a", Period = Period.Month(2026, 2), Part = 2, Whole = 3, HasBefore = true, PartBefore = 1, WholeBefore = null },
        new PayPeriod { EmployeeId = "e", Period = Period.Month(2026, 1), Target = 1, Actual = 0.0000000000000000000000000001m, CommittedPay = 100.75m },
        new Escalation
        {
            EscalationId = "e", AccountId = "a", Severity = "high", RaisedOn = new(2026, 3, 1), RoutedOn = new(2026, 3, 2), ResolvedOn = new(2026, 3, 9),
        },
        new BusinessReview { AccountId = "a", HeldOn = new(2026, 3, 31) },
        new ProgramUpdate
        {
            UpdateId = "u", AccountId = "a", IssuedOn = new(2026, 3, 1), AcknowledgeBy = new(2026, 3, 8), AcknowledgedOn = new(2026, 3, 9),
            ImplementBy = new(2026, 4, 1), ImplementedOn = new(2026, 3, 31),
        },
        new ProtocolRun { RunId = "r", AccountId = "a", Protocol = "drill", DueOn = new(2026, 3, 31), CompletedOn = new(2026, 4, 1) },
        new PlanStart
        {
            EmployeeId = "e",
            EnteredOn = new(2026, 2, 1),
            Period = Period.Month(2026, 1),
            Programme = "PIP",
            IsKnown = true,
            StartedOn = new(2026, 2, 3),
            IsUndated = false,
        },
        new Consistency { AccountId = "a", Quarter = Period.Quarter(2026, 1), Due = 4, OnTime = 3, Undated = 1 },
        new Interaction { InteractionId = "c", AccountId = "a", HeldOn = new(2026, 3, 1), DocumentedOn = new(2026, 3, 2) },
        new ActionItem { ItemId = "t", AccountId = "a", AgreedOn = new(2026, 3, 1), DueOn = new(2026, 3, 8), DoneOn = new(2026, 3, 9) },
        new Invoice { InvoiceId = "v", AccountId = "a", DueOn = new(2026, 3, 31), PaidOn = new(2026, 4, 1), IssuedOn = new(2026, 3, 1), Amount = 99.90m },
        new Employment { EmployeeId = "e", Role = "Account Manager", RoleSince = new(2024, 2, 29) },
        new Employment { EmployeeId = "e", RoleSince = null },
        new ImprovementPlan
        {
            EmployeeId = "e",
            StartedOn = new(2026, 1, 1),
            EndsOn = new(2026, 4, 1),
            CompletedOn = new(2026, 4, 2),
            Target = 1,
            Actual = 0.35m,
            ExpectedAbove = 0.5m,
            ExtendedTo = new(2026, 4, 8),
            ExtendedOn = new(2026, 3, 31),
            WithdrawnOn = new(2026, 5, 1),
            LeftOn = new(2026, 6, 30),
            DecidedOn = new(2026, 4, 9),
            DecidedBy = "Dana Cho",
            Decision = PlanDecision.Terminate,
        },
        new PayPlan
        {
            EmployeeId = "e",
            AssignmentId = "a",
            Period = Period.Parse("2026-05-16/2026-12-31"),
            Frequency = PayFrequency.Monthly,
            KpiPlan = "sales",
            Group = "DE",
            CommittedPay = 1000.50m,
            Currency = "EUR",
            Share = 1,
            ShareOf = 2,
        },
        new PlannedPay
        {
            Pay = new() { EmployeeId = "e", Period = Period.Month(2026, 5), Target = 1, Actual = null, CommittedPay = null },
            Cause = Cause.NoPayPlan,
        },
    ];

    public static TheoryData<object> EachFact => [.. Facts];

    [Theory]
    [MemberData(nameof(EachFact))]
    public void EveryFact_ReadsBackAsItWas(object fact)
    {
        foreach (var options in Options)
            Assert.Equal(fact, JsonSerializer.Deserialize(JsonSerializer.Serialize(fact, options), fact.GetType(), options));
    }

    [Fact]
    public void EveryFactType_IsAmongThem() => Assert.Equal(
        typeof(FteOrder).Assembly.GetExportedTypes().Where(t => t is { Namespace: "AccountRules.Facts", IsClass: true }).Select(t => t.Name).Order(),
        Facts.Select(fact => fact.GetType().Name).Distinct().Order());

    [Fact]
    public void ThreeMonths_StayThree()
    {
        var months = Enumerable.Range(1, 3).Select(m => new AccountRevenue { AccountId = "a", Period = Period.Month(2026, m), Revenue = m }).ToArray();

        Assert.Equal(months, JsonSerializer.Deserialize<AccountRevenue[]>(JsonSerializer.Serialize(months))!);
    }
}

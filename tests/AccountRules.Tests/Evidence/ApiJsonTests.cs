using System.Text.Json;
using AccountRules.Facts;
using AccountRules.Tests.Monitoring;

namespace AccountRules.Tests.Evidence;

/// <summary>What an API gives: records by the package's own context, and plain forms of what is live or large.</summary>
public sealed class ApiJsonTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);
    private static readonly Policy Policy = Policy.Default;
    private static readonly FteOrder Order = new() { OrderId = "1042", OrderedOn = new(2026, 9, 1) };

    private static readonly JsonSerializerOptions WithoutReflection = new() { TypeInfoResolver = AccountRulesJsonContext.Default };

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { TypeInfoResolverChain = { AccountRulesJsonContext.Default } };

    private static readonly string PolicyJson = $"{{\"name\":\"account-management\",\"version\":\"documents\",\"fingerprint\":\"{Policy.Fingerprint}\"}}";

    public static TheoryData<object, string> Plain => new()
    {
        { Policy, PolicyJson },
        {
            Policy.FteFulfillment,
            """{"id":"fte-fulfillment","title":"FTE fulfilment","citation":"expectations, 2","policyName":"account-management","policyVersion":"documents"}"""
        },
        {
            Monitored().Snapshot(),
            $"{{\"asOf\":\"2026-11-21\",\"policy\":{PolicyJson},\"counts\":[{{\"ruleId\":\"fte-fulfillment\",\"standing\":\"AtRisk\",\"count\":1}}]}}"
        },
    };

    [Fact]
    public void Records_ByThePackagesContext_ComeBackAsTheyWere()
    {
        AssessmentRecord[] records =
        [
            .. NorthwindDays.Orders.Take(40).Select(o => Policy.FteFulfillment.Assess(o, new(1998, 5, 6)).ToRecord()),
            .. Policy.KpiMonth.Assess(NorthwindDays.Results, new(1998, 5, 6)).Take(20).Select(a => a.ToRecord()),
            .. Policy.KeyAccount.Track(NorthwindDays.Revenues, new DateOnly(1998, 5, 6)).Take(20).Select(a => a.ToRecord()),
            .. NorthwindDays.Pay.Take(20).Select(p => Policy.PerformancePay.Assess(p, new(1998, 5, 6)).ToRecord()),
            default(Assessment).ToRecord(),
        ];

        foreach (var options in new[] { WithoutReflection, Web })
            Assert.Equal(records, JsonSerializer.Deserialize<AssessmentRecord[]>(JsonSerializer.Serialize(records, options), options));

        Assert.Equal(JsonSerializer.Serialize(records), JsonSerializer.Serialize(records, WithoutReflection));
    }

    [Fact]
    public void AgendaEntriesAndChanges_ByThePackagesContext_ComeBackAsTheyWere()
    {
        IReadOnlyList<AgendaEntryRecord> agenda = [.. Coming().Select(e => e.ToRecord())];
        IReadOnlyList<StandingChangeRecord> changes = [.. Monitored().AdvanceTo(Day.AddDays(30)).Select(c => c.ToRecord())];
        Assert.NotEmpty(agenda);
        Assert.NotEmpty(changes);

        var (agendaJson, changesJson) = (JsonSerializer.Serialize(agenda, WithoutReflection), JsonSerializer.Serialize(changes, WithoutReflection));

        Assert.Equal(agenda, JsonSerializer.Deserialize<List<AgendaEntryRecord>>(agendaJson, WithoutReflection));
        Assert.Equal(changes, JsonSerializer.Deserialize<List<StandingChangeRecord>>(changesJson, WithoutReflection));
        Assert.Contains("\"Kind\":\"Changed\"", changesJson, StringComparison.Ordinal);
        Assert.Contains("\"Standing\":\"Overdue\"", agendaJson, StringComparison.Ordinal);
        Assert.Contains("\"Unit\":\"Days\"", agendaJson, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Plain))]
    public void WhatIsLarge_IsWrittenInItsPlainForm(object value, string json) =>
        Assert.Equal(json, JsonSerializer.Serialize(value, value.GetType(), JsonSerializerOptions.Web));

    [Fact]
    public void WhatIsLive_IsWrittenAsItsRecord()
    {
        var assessment = Policy.FteFulfillment.Assess(Order, Day);
        Assert.Equal(JsonSerializer.Serialize(assessment.ToRecord()), JsonSerializer.Serialize(assessment));
        var entry = Coming().First();
        Assert.Equal(JsonSerializer.Serialize(entry.ToRecord()), JsonSerializer.Serialize(entry));
        var change = Monitored().AdvanceTo(Day.AddDays(30)).Single();
        Assert.Equal(JsonSerializer.Serialize(change.ToRecord()), JsonSerializer.Serialize(change));
        Assert.Equal(JsonSerializer.Serialize(default(Assessment).ToRecord()), JsonSerializer.Serialize(default(Assessment)));
    }

    /// <summary>Under the type by which a host declares it, too.</summary>
    [Fact]
    public void EveryRule_OfEveryKind_IsShort()
    {
        Rule[] rules = [.. Policy.Rules, Policy.PlannedPay(), default(Assessment).Rule];
        Assert.All(rules, rule =>
        {
            for (var type = rule.GetType(); type != typeof(object); type = type.BaseType!)
                Assert.InRange(JsonSerializer.Serialize(rule, type).Length, 20, 300);
        });
        Assert.InRange(JsonSerializer.Serialize<Policy>(new PolicyHistory([Policy])).Length, 20, 300);
        Assert.InRange(JsonSerializer.Serialize(new PolicyHistory([Policy])).Length, 20, 300);
        Assert.InRange(JsonSerializer.Serialize(Monitored()).Length, 20, 1000);
    }

    [Fact]
    public void WhatIsLiveOrLarge_IsNotRead()
    {
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Policy>("{}"));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Assessment>("{}"));
    }

    [Fact]
    public void Tally_ComesBackAsItWas()
    {
        var early = Policy.Parse("""{ "effectiveFrom": "2026-03-01" }""").KpiMonth.Assess([Result()], Day).Single().Tally!.Value;
        var some = default(Tally).With(Standing.Met).With(Standing.Met).With(Standing.AtRisk).With(Standing.NotApplicable);
        Assert.Equal(1, early.NotApplicable);
        foreach (var options in new[] { JsonSerializerOptions.Default, JsonSerializerOptions.Web })
        {
            Assert.All(
                [early, some, default],
                tally => Assert.Equal(tally, JsonSerializer.Deserialize<Tally>(JsonSerializer.Serialize(tally, options), options)));
        }

        Assert.NotEqual(early, default(Tally).With(Standing.NotApplicable));
        Assert.Equal(
            """{"undetermined":0,"notApplicable":1,"met":2,"onTrack":0,"atRisk":1,"late":0,"overdue":0,"missed":0,"graded":0,"total":3}""",
            JsonSerializer.Serialize(some, JsonSerializerOptions.Web));
    }

    [Theory]
    [InlineData("{}", "A tally has a total, which is the sum of all its standings but NotApplicable: this one has none.")]
    [InlineData("""{"Met":1,"Total":2}""", "but NotApplicable: this one says 2.")]
    [InlineData("""{"Met":-1,"Total":-1}""", "`Met` of a tally is a whole number, 0 or more.")]
    [InlineData("""{"Met":1.5,"Total":1}""", "`Met` of a tally is a whole number, 0 or more.")]
    [InlineData("""{"Met":1,"Met":1,"Total":1}""", "`Met` of a tally is there twice; allowed, once each: Undetermined, ")]
    [InlineData("""{"met":1,"Total":1}""", "`met` of a tally is no standing; allowed, once each: Undetermined, ")]
    [InlineData("""{"NotApplicable":1,"BeforePolicy":2,"Total":0}""", "at most as many facts from before the policy as are NotApplicable.")]
    [InlineData("[]", "A tally is an object such as {\"Met\":3,\"Late\":1,\"Total\":4}; found StartArray.")]
    public void Tally_ThatIsNone_IsRefused(string json, string says) => Assert.Contains(
        says, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Tally>(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Verdict_IsWrittenAndNotRead()
    {
        var (graded, without) = (Policy.FteFulfillment.Judge(Order, Day), Policy.FteFulfillment.Judge(Order with { OrderedOn = null }, Day));
        Assert.Equal("""{"standing":"AtRisk","isProvisional":false,"cause":null}""", JsonSerializer.Serialize(graded, JsonSerializerOptions.Web));
        var json = JsonSerializer.Serialize(without);
        Assert.Contains("\"Standing\":\"Undetermined\",\"IsProvisional\":false,", json, StringComparison.Ordinal);
        Assert.EndsWith(",\"Cause\":\"NoStart\"}", json, StringComparison.Ordinal);
        Assert.StartsWith(
            "A verdict is not read from JSON, which has what it says and not what it is made of: read the record of an assessment",
            Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Verdict>(json)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_AreWrittenAsThePolicyDocumentAndNotRead()
    {
        var terms = new PolicyTerms { Version = "7" }.With(new FteFulfillmentTerms { LimitDays = 60, AtRiskFromDay = 40 });
        var json = JsonSerializer.Serialize(terms, JsonSerializerOptions.Web);
        Assert.Equal(terms, Policy.Parse(json).Terms);
        Assert.DoesNotContain("\n", json, StringComparison.Ordinal);
        Assert.StartsWith(
            "The terms of a policy are not read by a serializer, which does not know whose rules they are: write the policy by PolicyDocument.Write",
            Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<PolicyTerms>(json)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ProblemOfATextWithALineBreak_IsOfOneLine() => Assert.Equal(
        ["found `1\\n`; allowed: a text without blanks or invisible characters around it."],
        Assert.Throws<PolicyException>(() => new Policy(new PolicyTerms { Version = "1\n" })).ToErrors()["$.version"]);

    [Fact]
    public void ProblemsOfAPolicy_AreByTheirPath()
    {
        var e = Assert.Throws<PolicyException>(() => new Policy(
            new PolicyTerms { Version = "" }.With(new FteFulfillmentTerms { LimitDays = 60 })));

        var errors = e.ToErrors();

        Assert.Equal(e.Problems.Select(p => p.Path).Distinct(), errors.Keys);
        Assert.Equal(e.Problems.Count, errors.Values.Sum(v => v.Length));
        Assert.All(e.Problems, p => Assert.Contains($"found {p.Found}; allowed: {p.Allowed}.", errors[p.Path]));
    }

    private static KpiResult Result() => new() { EmployeeId = "1", Kpi = "calls", Period = Period.Month(2026, 1), Target = 1, Actual = 1 };

    private static IEnumerable<AgendaEntry> Coming() => new Agenda(Day, days: 30).Add(Policy.FteFulfillment, [Order]).Entries();

    private static PolicyMonitor Monitored()
    {
        var monitor = new PolicyMonitor(Policy, Day, MonitoredRules.None.With(p => p.FteFulfillment));
        monitor.Add(Order);
        return monitor;
    }
}

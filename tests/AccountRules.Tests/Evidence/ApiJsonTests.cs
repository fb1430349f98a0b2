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
    public void ProblemsOfAPolicy_AreByTheirPath()
    {
        var e = Assert.Throws<PolicyException>(() => new Policy(
            new PolicyTerms { Version = "" }.With(new FteFulfillmentTerms { LimitDays = 60 })));

        var errors = e.ToErrors();

        Assert.Equal(e.Problems.Select(p => p.Path).Distinct(), errors.Keys);
        Assert.Equal(e.Problems.Count, errors.Values.Sum(v => v.Length));
        Assert.All(e.Problems, p => Assert.Contains($"found {p.Found}; allowed: {p.Allowed}.", errors[p.Path]));
    }

    private static IEnumerable<AgendaEntry> Coming() => new Agenda(Day, days: 30).Add(Policy.FteFulfillment, [Order]).Entries();

    private static PolicyMonitor Monitored()
    {
        var monitor = new PolicyMonitor(Policy, Day, MonitoredRules.None.With(p => p.FteFulfillment));
        monitor.Add(Order);
        return monitor;
    }
}

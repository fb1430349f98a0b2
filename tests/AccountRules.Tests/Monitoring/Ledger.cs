using System.Collections;
using AccountRules.Facts;
using AccountRules.Reference;
using AccountRules.Tests.Cases;

namespace AccountRules.Tests.Monitoring;

/// <summary>The facts that a monitor was given, kept plainly, and all standings worked out of them from scratch.</summary>
internal sealed class Ledger
{
    public Dictionary<FactKey, FteOrder> Orders => Of<FteOrder>();

    public Dictionary<FactKey, RegistryItem> Items { get; } = [];

    public Dictionary<FactKey, KpiResult> Results { get; } = [];

    public Dictionary<FactKey, AccountRevenue> Revenues { get; } = [];

    public Dictionary<FactKey, PayPeriod> Pay { get; } = [];

    public Dictionary<FactKey, ImprovementPlan> Plans { get; } = [];

    /// <summary>The facts of the other rules, by their type.</summary>
    private readonly Dictionary<Type, object> others = [];

    /// <summary>Pay and plans are taken together too, as facts of other rules are.</summary>
    public Ledger() => (others[typeof(PayPeriod)], others[typeof(ImprovementPlan)]) = (Pay, Plans);

    public Dictionary<FactKey, TFact> Of<TFact>()
    {
        if (!others.TryGetValue(typeof(TFact), out var facts))
            others[typeof(TFact)] = facts = new Dictionary<FactKey, TFact>();

        return (Dictionary<FactKey, TFact>)facts;
    }

    /// <summary>By the independent oracle.</summary>
    public Dictionary<(string Rule, FactKey Key), Said> Expected(Policy policy, DateOnly asOf)
    {
        var (all, terms) = (new Dictionary<(string, FactKey), Said>(), policy.Terms);
        foreach (var (key, order) in Orders)
            all.Add(("fte-fulfillment", key), Said(FactReadings.FteFulfillment(terms, order, asOf)));

        foreach (var (key, item) in Items)
            all.Add(("registry-closure", key), Said(FactReadings.RegistryClosure(terms, item, asOf)));

        foreach (var (key, result) in Results)
            all.Add(("kpi-attainment", key), Said(FactReadings.KpiAttainment(terms, result, asOf)));

        var months = KpiMonthReading.Of([.. Results.Values], asOf, terms);
        foreach (var (key, (standing, streak, isProvisional)) in months)
            all.Add(("kpi-month", key), new(standing, Streak: streak, IsProvisional: isProvisional));

        var track = KeyAccountReading.Track([.. Revenues.Values], asOf, terms.KeyAccount, terms.EffectiveFrom);
        foreach (var ((account, period), rows) in track)
        {
            all.Add(
                ("key-account", new(account, period)),
                new(rows.Single().Standing, rows.Single().Band, rows.Single().Movement, IsProvisional: rows.Single().IsProvisional));
        }

        foreach (var (key, pay) in Pay)
            all.Add(("performance-pay", key), Said(FactReadings.PerformancePay(terms, pay, asOf)));

        foreach (var (key, plan) in Plans)
            all.Add(("improvement-plan", key with { StartedOn = null }), Said(FactReadings.ImprovementPlan(terms, plan, asOf)));


        var facts = AllFacts;
        var expecting = new Expecting(this, all, policy, asOf);
        foreach (var rule in RuleCase.Others)
            rule.Accept(expecting);

        foreach (var rule in RollUpCase.All)
        {
            foreach (var (key, (standing, streak, isProvisional)) in rule.Expected(terms, facts, asOf))
                all.Add((rule.Id, key), new(standing, Streak: streak, IsProvisional: isProvisional));
        }

        foreach (var rule in GatheredCase.All)
        {
            foreach (var (key, expected) in rule.Says(terms, facts, asOf))
                all.Add((rule.Id, key), Said(expected));
        }

        return all;
    }

    /// <summary>By the library, one fact at a time and by its collectors.</summary>
    public IEnumerable<Assessment> Assessed(Policy policy, DateOnly asOf) =>
    [
        .. Orders.Values.Select(o => policy.FteFulfillment.Assess(o, asOf)),
        .. Items.Values.Select(i => policy.RegistryClosure.Assess(i, asOf)),
        .. Results.Values.Select(r => policy.KpiAttainment.Assess(r, asOf)),
        .. policy.KpiMonth.Assess(Results.Values, asOf),
        .. policy.KeyAccount.Track(Revenues.Values, asOf, new TrackPeriods(Revenues.Values.Select(r => r.Period))),
        .. Pay.Values.Select(p => policy.PerformancePay.Assess(p, asOf)),
        .. Plans.Values.Select(p => policy.ImprovementPlan.Assess(p, asOf)),
        .. RuleCase.Others.SelectMany(rule => Others(rule, policy, asOf)),
        .. RollUpCase.All.SelectMany(rule => rule.Assess(policy, AllFacts, asOf)),
        .. GatheredCase.All.SelectMany(rule => rule.Assess(policy, AllFacts, asOf)),
    ];

    private object[] AllFacts => [.. Revenues.Values, .. others.Values.SelectMany(facts => ((IDictionary)facts).Values.Cast<object>())];

    private static Said Said(Expected expected) => new(expected.Standing, expected.Band, Payable: expected.Payable, IsProvisional: expected.IsProvisional);

    private List<Assessment> Others(RuleCase rule, Policy policy, DateOnly asOf)
    {
        var assessing = new Assessing(this, policy, asOf);
        rule.Accept(assessing);
        return assessing.Found;
    }

    private sealed class Expecting(Ledger ledger, Dictionary<(string, FactKey), Said> all, Policy policy, DateOnly asOf) : IRuleCaseVisitor
    {
        public void Visit<TFact>(RuleCase<TFact> rule)
            where TFact : class
        {
            foreach (var (key, fact) in ledger.Of<TFact>())
            {
                if (rule.Says(policy.Terms, fact, asOf) is { IsAsked: true } expected)
                    all.Add((rule.Id, key), Said(expected));
            }
        }
    }

    private sealed class Assessing(Ledger ledger, Policy policy, DateOnly asOf) : IRuleCaseVisitor
    {
        public List<Assessment> Found { get; } = [];

        public void Visit<TFact>(RuleCase<TFact> rule)
            where TFact : class => Found.AddRange(
                ledger.Of<TFact>().Values.Select(fact => rule.Rule(policy).Assess(fact, asOf)).Where(assessed => assessed.Cause != Cause.NotAsked));
    }
}

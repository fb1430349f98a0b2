using System.Globalization;
using AccountRules.Facts;
using AccountRules.Queries.Tests.Hosts;
using AccountRules.Tests.Cases;

namespace AccountRules.Queries.Tests.Suites;

/// <summary>The tables that hold the facts of a rule: the host's own, with decimals or with scaled integers, and the facts themselves.</summary>
internal static class Forms
{
    public static IEnumerable<Form<TFact>> Of<TFact>(Rule<TFact> rule)
        where TFact : class => ((object)rule switch
        {
            DeadlineRule<FteOrder> r => Orders(r).Cast<Form<TFact>>(),
            DeadlineRule<RegistryItem> r => Items(r).Cast<Form<TFact>>(),
            AttainmentRule<KpiResult> r => Kpis(r).Cast<Form<TFact>>(),
            TierRule<WalletShare> r => [(Form<TFact>)(object)new Form<WalletShare, WalletRow>(Mapped.Wallets(r), Rows.Of, w => w.Id)],
            AttainmentRule<ServiceLevel> r => [(Form<TFact>)(object)new Form<ServiceLevel, ServiceRow>(Mapped.Services(r), Rows.Of, s => s.Id)],
            LifecycleRule<AccountRevenue> r => Revenues(r).Cast<Form<TFact>>(),
            TierRule<PayPeriod> r => Pay(r).Cast<Form<TFact>>(),
            LifecycleRule<ImprovementPlan> r => Plans(r).Cast<Form<TFact>>(),
            _ => Facts(rule),
        });

    /// <summary>The facts themselves as a table.</summary>
    private static IEnumerable<Form<TFact>> Facts<TFact>(Rule<TFact> rule)
        where TFact : class
    {
        var own = RuleCase.Of<TFact>();
        return [new Form<TFact, TFact>(
            Unpaused(rule), (fact, i) => own.WithSubject(fact, Text(i)), fact => Number(((FactShape<TFact>)rule.FactShape!).KeyOf(fact).Subject))];
    }

    /// <summary>No table holds pauses, and none of these facts has one.</summary>
    public static Rule<TFact> Unpaused<TFact>(Rule<TFact> rule)
        where TFact : class => rule switch
        {
            DeadlineRule<TFact> r => r.WithoutPauses(),
            RuleByCategory<TFact> r => r.WithoutPauses(),
            LifecycleRule<TFact> r => r.WithoutPauses(),
            _ => rule,
        };

    private static IEnumerable<Form<FteOrder>> Orders(DeadlineRule<FteOrder> rule) =>
    [
        new Form<FteOrder, FteOrder>(rule.WithoutPauses(), (o, i) => o with { OrderId = Text(i) }, o => Number(o.OrderId)),
        new Form<FteOrder, CrmOrder>(Mapped.Orders(rule),
            (o, i) => o.OrderedOn is { } placed ? new() { Id = i, Number = o.OrderId, PlacedOn = placed, FilledOn = o.FulfilledOn } : null, o => o.Id),
        new Form<FteOrder, ArchivedOrder>(Mapped.Archive(rule),
            (o, i) => o is { OrderedOn: { } placed, FulfilledOn: { } filled }
                ? new() { Id = i, Number = o.OrderId, PlacedOn = placed, FilledOn = filled }
                : null,
            o => o.Id),
    ];

    private static IEnumerable<Form<RegistryItem>> Items(DeadlineRule<RegistryItem> rule) =>
    [
        new Form<RegistryItem, RegistryRow>(Mapped.Items(rule), (r, i) => new() { Id = i, Added = r.AddedOn, Done = r.ClosedOn }, r => r.Id),
        new Form<RegistryItem, RegistryItem>(rule.WithoutPauses(), (r, i) => r with { ItemId = Text(i) }, r => Number(r.ItemId)),
    ];

    private static IEnumerable<Form<KpiResult>> Kpis(AttainmentRule<KpiResult> rule) =>
    [
        new Form<KpiResult, ProratedKpi>(Mapped.ProratedKpis(rule), Rows.Prorated, k => k.Id),
        new Form<KpiResult, KpiRow>(Mapped.KpisOfAnyLength(rule), Rows.Of, k => k.Id),
        new Form<KpiResult, KpiUnits>(Mapped.KpiUnits(rule), Rows.InUnits, k => k.Id),
        new Form<KpiResult, KpiResult>(rule, (k, i) => k with { Kpi = Text(i) }, k => Number(k.Kpi), holds: (k, asOf) => k.Period.Start <= asOf),
    ];

    private static IEnumerable<Form<AccountRevenue>> Revenues(LifecycleRule<AccountRevenue> rule) =>
    [
        new Form<AccountRevenue, RevenueRow>(Mapped.RevenuesOfAnyLength(rule), Rows.Of, r => r.Id),
        new Form<AccountRevenue, RevenueUnits>(Mapped.RevenueUnits(rule), Rows.InUnits, r => r.Id),
        new Form<AccountRevenue, AccountRevenue>(
            rule, (r, i) => r with { AccountId = Text(i) }, r => Number(r.AccountId), holds: (r, asOf) => r.Period.Start <= asOf),
    ];

    private static IEnumerable<Form<PayPeriod>> Pay(TierRule<PayPeriod> rule) =>
    [
        new Form<PayPeriod, ProratedPay>(Mapped.ProratedOfAnyLength(rule), Rows.Prorated, p => p.Id),
        new Form<PayPeriod, PayRow>(Mapped.Pay(rule), Rows.Of, p => p.Id),
        new Form<PayPeriod, PayUnits>(Mapped.PayUnits(rule), Rows.InUnits, p => p.Id),
    ];

    private static IEnumerable<Form<ImprovementPlan>> Plans(LifecycleRule<ImprovementPlan> rule) =>
    [
        new Form<ImprovementPlan, ImprovementPlan>(rule, (p, i) => p with { EmployeeId = Text(i) }, p => Number(p.EmployeeId)),
        new Form<ImprovementPlan, PlanRow>(Mapped.Plans(rule), Rows.Of, p => p.Id),
        new Form<ImprovementPlan, PlanUnits>(Mapped.PlanUnits(rule), Rows.InUnits, p => p.Id),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

using AccountRules.Facts;

namespace AccountRules.Benchmarks.Objects;

/// <summary>The rules' workloads. The hand-written loops are written out, so that nothing stands between them and their facts.</summary>
internal static class Workloads
{
    public static Policy Policy { get; } = new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = Hand.EntryThreshold }));

    public static readonly string[] Ids = ["fte-fulfillment", "registry-closure", "kpi-attainment", "key-account", "performance-pay", "improvement-plan"];
    private static readonly Dictionary<string, Workload> Made = new(StringComparer.Ordinal);

    /// <summary>The workloads of one rule, or of all; made once, for all benchmarks that ask for them.</summary>
    public static Workload[] Of(string rule, int count) => rule switch
    {
        "fte-fulfillment" => [Once(rule, () => FteFulfillment(count))],
        "kpi-attainment" => [Once(rule, () => KpiAttainment(count))],
        "performance-pay" => [Once(rule, () => PerformancePay(count))],
        "registry-closure" => [Once(rule, () => RegistryClosure(count))],
        "key-account" => [Once(rule, () => KeyAccount(count))],
        "improvement-plan" => [Once(rule, () => ImprovementPlan(count))],
        _ => [.. Ids.SelectMany(id => Of(id, count))],
    };

    private static Workload Once(string rule, Func<Workload> make)
    {
        if (Made.TryGetValue(rule, out var made))
            return made;

        made = make();
        made.Check();
        return Made[rule] = made;
    }

    private static RuleWorkload<FteOrder, HostOrder> FteFulfillment(int count)
    {
        var facts = MixedFacts.Orders(count);
        return new(
            facts,
            MixedFacts.As<FteOrder, HostOrder>(facts, o => new(o.OrderId, o.AccountId, o.OrderedOn ?? default, o.FulfilledOn)),
            Policy.FteFulfillment,
            Mapped.FteFulfillment(Policy),
            (facts, from, to, asOf, verdicts) =>
            {
                for (var i = from; i < to; i++)
                    verdicts[i] = Hand.FteFulfillment(facts[i], asOf);
            },
            (facts, asOf, counts) =>
            {
                foreach (var fact in facts)
                    counts[(int)Hand.FteFulfillment(fact, asOf).Standing]++;
            });
    }

    private static RuleWorkload<RegistryItem, HostItem> RegistryClosure(int count)
    {
        var facts = MixedFacts.Items(count);
        return new(
            facts,
            MixedFacts.As<RegistryItem, HostItem>(facts, i => new(i.ItemId, i.AddedOn ?? default, i.ClosedOn)),
            Policy.RegistryClosure,
            Mapped.RegistryClosure(Policy),
            (facts, from, to, asOf, verdicts) =>
            {
                for (var i = from; i < to; i++)
                    verdicts[i] = Hand.RegistryClosure(facts[i], asOf);
            },
            (facts, asOf, counts) =>
            {
                foreach (var fact in facts)
                    counts[(int)Hand.RegistryClosure(fact, asOf).Standing]++;
            });
    }

    private static RuleWorkload<KpiResult, HostResult> KpiAttainment(int count)
    {
        var facts = FactsOfEachKind.Results(count);
        return new(
            facts,
            MixedFacts.As<KpiResult, HostResult>(facts, r => new(r.EmployeeId, r.Kpi, r.Period, r.Target ?? 0, r.Actual)),
            Policy.KpiAttainment,
            Mapped.KpiAttainment(Policy),
            (facts, from, to, asOf, verdicts) =>
            {
                for (var i = from; i < to; i++)
                    verdicts[i] = Hand.KpiAttainment(facts[i], asOf);
            },
            (facts, asOf, counts) =>
            {
                foreach (var fact in facts)
                    counts[(int)Hand.KpiAttainment(fact, asOf).Standing]++;
            });
    }

    private static RuleWorkload<AccountRevenue, HostRevenue> KeyAccount(int count)
    {
        var facts = MixedFacts.Revenues(count);
        return new(
            facts,
            MixedFacts.As<AccountRevenue, HostRevenue>(facts, r => new(r.AccountId, r.Period, r.Revenue ?? 0)),
            Policy.KeyAccount,
            Mapped.KeyAccount(Policy),
            (facts, from, to, asOf, verdicts) =>
            {
                for (var i = from; i < to; i++)
                    verdicts[i] = Hand.KeyAccount(facts[i], asOf);
            },
            (facts, asOf, counts) =>
            {
                foreach (var fact in facts)
                    counts[(int)Hand.KeyAccount(fact, asOf).Standing]++;
            });
    }

    private static RuleWorkload<PayPeriod, HostPay> PerformancePay(int count)
    {
        var facts = FactsOfEachKind.Pay(count);
        return new(
            facts,
            MixedFacts.As<PayPeriod, HostPay>(facts, p => new(p.EmployeeId, p.Period, p.Target ?? 0, p.Actual, p.CommittedPay ?? 0)),
            Policy.PerformancePay,
            Mapped.PerformancePay(Policy),
            (facts, from, to, asOf, verdicts) =>
            {
                for (var i = from; i < to; i++)
                    verdicts[i] = Hand.PerformancePay(facts[i], asOf);
            },
            (facts, asOf, counts) =>
            {
                foreach (var fact in facts)
                    counts[(int)Hand.PerformancePay(fact, asOf).Standing]++;
            });
    }

    private static RuleWorkload<ImprovementPlan, HostPlan> ImprovementPlan(int count)
    {
        var facts = FactsOfEachKind.Plans(count);
        return new(
            facts,
            MixedFacts.As<ImprovementPlan, HostPlan>(
                facts, p => new(p.EmployeeId, p.StartedOn ?? default, p.EndsOn ?? default, p.CompletedOn, p.Target, p.Actual)),
            Policy.ImprovementPlan,
            Mapped.ImprovementPlan(Policy),
            (facts, from, to, asOf, verdicts) =>
            {
                for (var i = from; i < to; i++)
                    verdicts[i] = Hand.ImprovementPlan(facts[i], asOf);
            },
            (facts, asOf, counts) =>
            {
                foreach (var fact in facts)
                    counts[(int)Hand.ImprovementPlan(fact, asOf).Standing]++;
            });
    }
}

using System.Globalization;
using AccountRules.Facts;
using Xunit.Abstractions;

namespace AccountRules.Tests.Monitoring;

/// <summary>
/// Random calls at a real size: every structure of the monitor grows several times over, while snapshots share it. Everything is held against assessing from
/// scratch at some points and at the end.
/// </summary>
public sealed class LargeMonitorTests(ITestOutputHelper output)
{
    private const int Facts = 100_000;
    private const int Subjects = 30_000;

    private static readonly DateOnly Day = new(2026, 3, 1);
    private static readonly Policy[] Policies = [new(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 100 })), new(new PolicyTerms()
        .With(new FteFulfillmentTerms { LimitDays = 60, AtRiskFromDay = 50 })
        .With(new KpiAttainmentTerms { Above = 0.5m })
        .With(new KeyAccountTerms { EntryThreshold = 80, ExitThreshold = 60 }))];

    private readonly Followed followed = new(new PolicyMonitor(Policies[0], Day));
    private Random random = new(1);

    private Ledger Ledger => followed.Ledger;

    private PolicyMonitor Monitor => followed.Monitor;

    private int Count => Ledger.Orders.Count + Ledger.Items.Count + Ledger.Results.Count + Ledger.Revenues.Count + Ledger.Pay.Count + Ledger.Plans.Count;

    [Theory]
    [InlineData(1)]
    public void Monitor_OfAHundredThousandFactsWithSnapshotsBeforeOneCallInThree_StandsAsAssessingFromScratch(int seed)
    {
        random = new(seed);
        var calls = 0;
        while (Count < Facts)
        {
            if (calls % 3 == 0)
            {
                Monitor.Snapshot();
                if (calls % 240 == 0)
                    followed.Keep();
            }

            Call();
            if (++calls % 500 == 0)
                followed.CheckAgainstTheLibrary(withTexts: false);
        }

        followed.CheckAgainstTheLibrary(withTexts: false);
        followed.CheckKept();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{calls:N0} calls, {Count:N0} facts, {followed.Changes:N0} changes"));
    }

    private void Call()
    {
        switch (random.Next(16))
        {
            case < 4: Put(Ledger.Orders, Order, o => o.OrderId); break;
            case < 6: Put(Ledger.Items, Item, i => i.ItemId); break;
            case < 8: Put(Ledger.Results, Result, r => new(r.EmployeeId, r.Period, r.Kpi)); break;
            case < 10: Put(Ledger.Revenues, Revenue, r => new(r.AccountId, r.Period)); break;
            case < 11: Put(Ledger.Pay, Pay, p => new(p.EmployeeId, p.Period, p.AssignmentId)); break;
            case < 12: Put(Ledger.Plans, Plan, p => new(p.EmployeeId, StartedOn: p.StartedOn)); break;
            case < 13: Remove(); break;
            case < 14: Sync(Ledger.Results, r => new(r.EmployeeId, r.Period, r.Kpi)); break;
            case < 15: followed.Take(Monitor.AdvanceTo(Monitor.AsOf.AddDays(1))); break;
            default: Swap(); break;
        }
    }

    /// <summary>One fact in four calls, or up to 800 as one call; a few of them known already.</summary>
    private void Put<TFact>(Dictionary<FactKey, TFact> facts, Func<TFact> next, Func<TFact, FactKey> keyOf)
        where TFact : class
    {
        var range = Enumerable.Range(0, random.Next(4) == 0 ? 1 : random.Next(800)).Select(_ => next()).DistinctBy(keyOf).ToArray();
        followed.Put(facts, range, keyOf, range.Length == 1 ? Monitor.AddOrUpdate(range[0]) : Monitor.AddOrUpdateRange(range));
    }

    private void Remove()
    {
        for (var i = 0; i < 20; i++)
        {
            Remove(Ledger.Orders, $"{random.Next(Subjects)}");
            Remove(Ledger.Results, new($"{random.Next(Subjects)}", Month(), "calls"));
            Remove(Ledger.Revenues, new($"{random.Next(Subjects / 10)}", Month()));
        }
    }

    /// <summary>All but one in ten are still there.</summary>
    private void Sync<TFact>(Dictionary<FactKey, TFact> facts, Func<TFact, FactKey> keyOf)
        where TFact : class
    {
        var kept = facts.Values.Where(_ => random.Next(10) > 0).ToArray();
        followed.Take(Monitor.Sync(kept));
        Followed.Keep(facts, kept, keyOf);
    }

    private void Remove<TFact>(Dictionary<FactKey, TFact> facts, FactKey key)
        where TFact : class
    {
        if (facts.ContainsKey(key))
            followed.Remove(facts, key);
    }

    private void Swap()
    {
        if (random.Next(10) == 0)
            followed.Take(Monitor.Swap(Policies[random.Next(2)]));
    }

    private string Id() => $"{random.Next(Subjects)}";

    private DateOnly? Date() => random.Next(50) == 0 ? null : Day.AddDays(random.Next(-120, 20));

    private Period Month() => Period.Month(2026, random.Next(1, 5));

    private decimal? Amount() => random.Next(50) == 0 ? null : random.Next(0, 130);

    private FteOrder Order() =>
        new()
        {
            OrderId = Id(),
            AccountId = random.Next(20) == 0 ? null : $"A{random.Next(2000)}",
            OrderedOn = Date(),
            FulfilledOn = random.Next(3) == 0 ? Date() : null,
        };

    private RegistryItem Item() =>
        new() { ItemId = Id(), AccountId = $"A{random.Next(Subjects)}", AddedOn = Date(), ClosedOn = random.Next(3) == 0 ? Date() : null };

    private KpiResult Result() => new() { EmployeeId = Id(), Kpi = random.Next(2) == 0 ? "calls" : "sales", Period = Month(), Target = 100, Actual = Amount() };

    private AccountRevenue Revenue() => new() { AccountId = $"{random.Next(Subjects / 10)}", Period = Month(), Revenue = Amount() };

    private PayPeriod Pay() => new() { EmployeeId = Id(), Period = Month(), Target = 100, Actual = Amount(), CommittedPay = Amount() };

    /// <summary>One plan of an employee: assessments of two could not be told apart here.</summary>
    private ImprovementPlan Plan()
    {
        var id = random.Next(Subjects);
        return new() { EmployeeId = $"{id}", StartedOn = Day.AddDays(-id % 50), EndsOn = Day.AddDays(random.Next(60)) };
    }
}

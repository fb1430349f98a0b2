using AccountRules.Facts;
using AccountRules.Tests.Generators;
using AccountRules.Tests.Monitoring;
using FsCheck;
using FsCheck.Fluent;

namespace AccountRules.Tests.Hosting;

/// <summary>
/// A host whose process ends anywhere, again and again: no change of standing is lost, and none is told twice once it was taken. What is to be told is worked
/// out day by day by the independent reading of the policy.
/// </summary>
public sealed class MonitorRestartTests
{
    private static readonly DateOnly Start = new(2026, 3, 9);

    [Fact]
    public void StandingsKept_WhateverEndsAndWhoeverChangesData_EachChangeIsTakenOnce()
    {
        var ends = 0;
        Check.One(Generated.Cases(30), Prop.ForAll(Lives(withData: true).ToArbitrary(), life =>
        {
            var store = new ChangeStore(keepsStandings: true);
            ends += Live(store, life).GetAwaiter().GetResult();

            // Each change begins at what was taken before, and all together end at what there is: nothing is lost between, and nothing comes again.
            var sum = new Dictionary<(string, FactKey), Said>();
            foreach (var (_, change) in store.Taken)
            {
                var key = ChangeStore.KeyOf((change.After ?? change.Before)!);
                Assert.Equal(sum.GetValueOrDefault(key), change.Before is { } before ? ChangeStore.SaidOf(before) : null);
                if (change.After is not { } after)
                    sum.Remove(key);
                else
                    sum[key] = ChangeStore.SaidOf(after);
            }

            Assert.Equal(Told(store.Facts, store.Date!.Value), sum);
        }));
        Assert.True(ends > 40, $"{ends} ends");
    }

    [Fact]
    public void DateKeptAlone_WhateverEnds_TheChangesOfEachDayAreTakenOnceAndInOrder()
    {
        var (ends, changes) = (0, 0);
        Check.One(Generated.Cases(20), Prop.ForAll(Lives(withData: false).ToArbitrary(), life =>
        {
            var store = new ChangeStore(keepsStandings: false);
            ends += Live(store, life).GetAwaiter().GetResult();

            var rules = Policy.Default.Rules.Select(r => r.Id).ToList();
            var expected = new List<(DateOnly, string, FactKey, Said?, Said?)>();
            var before = Told(store.Facts, life.FirstDay);
            for (var day = life.FirstDay.AddDays(1); day <= store.Date; day = day.AddDays(1))
            {
                var after = Told(store.Facts, day);
                expected.AddRange(
                    from key in before.Keys.Union(after.Keys)
                    let change = (Before: before.GetValueOrDefault(key), After: after.GetValueOrDefault(key))
                    where change.Before != change.After
                    orderby rules.IndexOf(key.Rule), key.Key
                    select (day, key.Rule, key.Key, change.Before, change.After));
                before = after;
            }

            changes += expected.Count;
            Assert.Equal(expected, store.Taken.Select(t => Flat(t.AsOf, t.Change)));
        }));
        Assert.True(ends > 25 && changes > 200, $"{ends} ends, {changes} changes");
    }

    private static (DateOnly, string, FactKey, Said?, Said?) Flat(DateOnly asOf, StandingChangeRecord change)
    {
        var (rule, key) = ChangeStore.KeyOf((change.After ?? change.Before)!);
        return (asOf, rule, key, change.Before is { } before ? ChangeStore.SaidOf(before) : null, change.After is { } after ? ChangeStore.SaidOf(after) : null);
    }

    private static Dictionary<(string Rule, FactKey Key), Said> Told(Ledger facts, DateOnly asOf) =>
        facts.Expected(Policy.Default, asOf).ToDictionary(e => e.Key, e => e.Value.Told());

    /// <summary>Runs one process after the other, the last one until all is taken; gives how many ended before.</summary>
    private static async Task<int> Live(ChangeStore store, Life life)
    {
        foreach (var fact in life.Facts)
            fact.Save(store.Facts);

        var (day, ends) = (life.FirstDay, 0);
        foreach (var run in life.Runs)
        {
            await using var process = new HostProcess(store, day, run.Ends, run.BatchesToLive);
            await process.StartAsync();
            foreach (var step in run.Steps)
            {
                if (step.Fact is { } fact)
                {
                    // What a host commits it hands to the monitor, unless it ends between the two.
                    fact.Save(store.Facts);
                    if (!process.IsDead)
                        fact.Tell(process.Monitor);
                }
                else
                {
                    day = day.AddDays(step.Days);
                    await process.LiveToAsync(day);
                }
            }

            if (run.Ends == Ends.WhenDone)
                await process.DoneAsync();

            ends += run.Ends == Ends.WhenDone ? 0 : 1;
        }

        await using var last = new HostProcess(store, day);
        await last.StartAsync();
        await last.DoneAsync();
        Assert.Equal(day, store.Date);
        return ends;
    }

    private static Gen<Life> Lives(bool withData) =>
        from facts in Gen.ListOf(AnyPut, 12)
        from runs in Gen.ListOf(Runs(withData), 3)
        select new Life(Start, [.. facts], [new([], Ends.WhenDone, 0), .. runs]);

    private static Gen<Run> Runs(bool withData) =>
        from steps in Gen.ListOf(
            Gen.Frequency((1, Gen.Choose(1, 12).Select(days => new Step(days, null))), (withData ? 1 : 0, AnyPut.Select(fact => new Step(0, fact)))), 4)
        from ends in Gen.Elements(Enum.GetValues<Ends>())
        from batches in Gen.Choose(0, 4)
        select new Run([.. steps], ends, batches);

    private static Gen<IPut> AnyPut => Gen.OneOf(
        from id in Gen.Choose(0, 5)
        from age in Gen.Choose(-10, 95)
        from open in Gen.Choose(-20, 110)
        select (IPut)new Put<FteOrder>(
            new() { OrderId = $"{id}", AccountId = "A", OrderedOn = Start.AddDays(-age), FulfilledOn = open < 0 ? null : Start.AddDays(-age + open) }, $"{id}"),
        from of in Gen.Choose(0, 1)
        from kpi in Gen.Elements("calls", "visits")
        from month in Gen.Choose(2, 5)
        from actual in Gen.Choose(70, 110)
        let period = Period.Month(2026, month)
        select (IPut)new Put<KpiResult>(
            new() { EmployeeId = $"e{of}", Kpi = kpi, Period = period, Target = 100, Actual = actual }, new($"e{of}", period, kpi)),
        from of in Gen.Choose(0, 2)
        from month in Gen.Choose(2, 5)
        from revenue in Gen.Choose(1, 40)
        let period = Period.Month(2026, month)
        select (IPut)new Put<AccountRevenue>(new() { AccountId = $"a{of}", Period = period, Revenue = revenue * 25_000m }, new($"a{of}", period)),
        from of in Gen.Choose(0, 2)
        from month in Gen.Choose(2, 5)
        from actual in Gen.Choose(20, 120)
        let period = Period.Month(2026, month)
        select (IPut)new Put<PayPeriod>(
            new() { EmployeeId = $"e{of}", Period = period, Target = 100, Actual = actual, CommittedPay = 1000 }, new($"e{of}", period)));

    private interface IPut
    {
        void Save(Ledger facts);

        void Tell(PolicyMonitor monitor);
    }

    private sealed record Put<TFact>(TFact Fact, FactKey Key) : IPut
        where TFact : class
    {
        public void Save(Ledger facts)
        {
            switch (Fact)
            {
                case FteOrder order: facts.Orders[Key] = order; break;
                case KpiResult result: facts.Results[Key] = result; break;
                case AccountRevenue revenue: facts.Revenues[Key] = revenue; break;
                case PayPeriod pay: facts.Pay[Key] = pay; break;
            }
        }

        public void Tell(PolicyMonitor monitor) => monitor.AddOrUpdate(Fact);
    }

    private sealed record Step(int Days, IPut? Fact);

    private sealed record Run(Step[] Steps, Ends Ends, int BatchesToLive);

    private sealed record Life(DateOnly FirstDay, IPut[] Facts, Run[] Runs);
}

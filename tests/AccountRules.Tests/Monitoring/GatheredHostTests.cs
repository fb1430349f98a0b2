using AccountRules.Facts;
using AccountRules.Gathering;

namespace AccountRules.Tests.Monitoring;

/// <summary>A monitor of rules on rows of many facts, which are a host's own objects, and many.</summary>
public sealed class GatheredHostTests
{
    private static readonly DateOnly Day = new(2026, 7, 10);

    [Fact]
    public void Run_ThatAHostHasMovedToAnotherAccountInPlace_CountsThereAndNoMoreWhereItWas()
    {
        var rule = Policy.Default.BcpConsistency.For<ProtocolRun, Drill>(
            d => new() { RunId = d.Number, AccountId = d.Customer, DueOn = d.Due, CompletedOn = d.Due });
        var monitor = new PolicyMonitor(Policy.Default, Day, MonitoredRules.None.With(_ => rule));
        Drill[] drills = [.. Enumerable.Range(0, 40).Select(i => new Drill { Number = $"{i}", Customer = "A", Due = Day.AddDays(-30 - i) })];
        monitor.AddRange(drills);
        Assert.Equal(["A in 2026-Q2"], monitor.Snapshot().FindAll().Select(a => $"{a.Key}"));

        for (var moved = 0; moved < 3; moved++)
        {
            drills[moved].Customer = "B";
            monitor.Update(drills[moved]);
        }

        Assert.Equal(["A in 2026-Q2", "B in 2026-Q2"], monitor.Snapshot().FindAll().Select(a => $"{a.Key}"));
        Assert.Equal(Said(rule.Collect(Day).AddRange(drills).Assess()), Said(monitor.Snapshot().FindAll()));
        monitor.Remove<Drill>("0");
        drills[1].Customer = "C";
        monitor.UpdateRange([drills[1]]);
        Assert.Equal(Said(rule.Collect(Day).AddRange(drills[1..]).Assess()), Said(monitor.Snapshot().FindAll()));
    }

    /// <summary>The row of a customer is the host's own object, which says another key once it has been moved.</summary>
    [Fact]
    public void RowThatIsAHostsObject_MovedInPlace_GoesWhereItWasAndStaysWhereItIs()
    {
        var rule = new GatheredRule<Drill>(
            new TierRule<Drill>(
                new("drills"), Measure.Amount<Drill>(drill => drill.Size), new Scale(Band.Lowest("Few", Standing.Met), Band.Above(5, "Many", Standing.Missed)),
                new FactShape<Drill>(drill => drill.Customer)),
            new FactGathering<Drill>(facts => facts.Of<Drill>().OrderBy(drill => drill.Number, StringComparer.Ordinal).Take(1))
                .From(new FactShape<Drill>(drill => drill.Number), drill => [new(drill.Customer)]));
        var monitor = new PolicyMonitor(Policy.Default, Day, MonitoredRules.None.With(_ => rule));
        Drill[] drills = [.. "ABC".Select((customer, i) => new Drill { Number = $"{i}", Customer = $"{customer}" })];
        monitor.AddRange(drills);

        foreach (var to in "BCADDA")
        {
            drills[0].Customer = $"{to}";
            monitor.Update(drills[0]);
            Assert.Equal(Said(rule.Collect(Day).AddRange(drills).Assess()), Said(monitor.Snapshot().FindAll()));
        }
    }

    [Fact]
    public void RevenueOfATrack_MovedToAnotherPeriodInPlace_IsRefused_AndTheMonitorStaysAsItWas()
    {
        var rule = Policy.Default.KeyAccount.For<Sales>(s => new() { AccountId = s.Customer, Period = s.Month, Revenue = 200_000 });
        var monitor = new PolicyMonitor(Policy.Default, Day, MonitoredRules.None.With(_ => rule));
        Sales[] sales = [.. Enumerable.Range(1, 3).Select(month => new Sales { Customer = "A", Month = Period.Month(2026, month) })];
        monitor.AddRange(sales);

        sales[0].Month = sales[1].Month;
        var refusal = Record.Exception(() => monitor.Update(sales[0]));

        Assert.Contains("says another key by now", refusal?.Message ?? "", StringComparison.Ordinal);
        Assert.Equal(3, monitor.Snapshot().FindAll().Count);
    }

    [Fact]
    public void Revenue_HandedInAgainAsItWas_ChangesNothing_AndTwiceInOneCallIsRefused()
    {
        AccountRevenue[] facts =
        [
            .. Enumerable.Range(1, 6).Select(month => new AccountRevenue { AccountId = "A", Period = Period.Month(2026, month), Revenue = month }),
        ];
        var policy = new Policy(new PolicyTerms().With(new KeyAccountTerms { EntryThreshold = 4 }));
        var monitor = new PolicyMonitor(policy, Day, MonitoredRules.None.With(p => p.RevenueGrowth).With(p => p.KeyAccount));
        monitor.AddRange(facts);
        var before = Said(monitor.Snapshot().FindAll()).ToArray();

        Assert.Empty(monitor.Update(facts[2] with { }));
        Assert.Empty(monitor.Sync(facts.Select(fact => fact with { })));
        Assert.Empty(monitor.AddOrUpdateRange(facts[..3].Reverse()));

        Assert.Equal(before, Said(monitor.Snapshot().FindAll()));
        Assert.All(
            (AccountRevenue[][])[[facts[0], facts[1], facts[0] with { }], [facts[0], facts[0] with { Revenue = 9 }]],
            twice => Assert.Contains("twice", Assert.Throws<ArgumentException>(() => monitor.UpdateRange(twice)).Message, StringComparison.Ordinal));
        Assert.NotEmpty(monitor.UpdateRange([facts[0], facts[5] with { Revenue = 1 }]));
        monitor.Remove<AccountRevenue>(AccountRevenue.Shape.KeyOf(facts[0]));
        Assert.Equal(5, monitor.Snapshot().FindAll("key-account").Count);
    }

    /// <summary>The first row of which the rule is asked comes after groups of which it was not.</summary>
    [Fact]
    public void Row_OfWhichTheRuleIsNotAsked_IsThereOnceItIs()
    {
        var rule = new GatheredRule<Rules.AccountInOrder.Row>(
            new TierRule<Rules.AccountInOrder.Row>(
                new("large-account"), Measure.Amount<Rules.AccountInOrder.Row>(row => row.Wanting),
                new Scale(Band.Lowest("Few", Standing.Met), Band.Above(5, "Many", Standing.Missed)), Rules.AccountInOrder.Row.Shape)
            {
                Asks = row => row.Wanting > 1,
            },
            new FactGathering<Rules.AccountInOrder.Row>(facts =>
                [new() { AccountId = facts.Group.Subject, Wanting = facts.Of<FteOrder>().Count(), Unknown = 0 }])
                .From(FteOrder.Shape, order => [new(order.AccountId ?? "")]));
        var monitor = new PolicyMonitor(Policy.Default, Day, MonitoredRules.None.With(_ => rule));
        FteOrder Order(string id, DateOnly on) => new() { OrderId = id, AccountId = "A", OrderedOn = on };

        Assert.Empty(monitor.Add(Order("1", Day)));
        Assert.Empty(monitor.Update(Order("1", Day.AddDays(-1))));
        Assert.Empty(monitor.Swap(new Policy(new PolicyTerms())));
        var change = Assert.Single(monitor.Add(Order("2", Day)));

        Assert.Equal((null, Standing.Met), (change.Before?.Standing, change.After?.Standing));
    }

    /// <summary>The groups of the library's own facts are those that the policy in force says, though nothing changes the facts.</summary>
    [Fact]
    public void Swap_ToAPolicyThatGroupsOtherwise_MovesTheFacts()
    {
        var monitor = new PolicyMonitor(Policy.Default, Day, MonitoredRules.None.With(policy =>
        {
            var isByOrder = !ReferenceEquals(policy, Policy.Default);
            return new GatheredRule<Rules.AccountInOrder.Row>(
                new TierRule<Rules.AccountInOrder.Row>(
                    new("orders"), Measure.Amount<Rules.AccountInOrder.Row>(row => row.Wanting),
                    new Scale(Band.Lowest("Few", Standing.Met), Band.Above(5, "Many", Standing.Missed)), Rules.AccountInOrder.Row.Shape),
                new FactGathering<Rules.AccountInOrder.Row>(facts =>
                    [new() { AccountId = facts.Group.Subject, Wanting = facts.Of<FteOrder>().Count(), Unknown = 0 }])
                    .From(FteOrder.Shape, order => [new(isByOrder ? order.OrderId : order.AccountId!)]));
        }));
        monitor.AddRange(Enumerable.Range(1, 3).Select(i => new FteOrder { OrderId = $"{i}", AccountId = "A", OrderedOn = Day }));
        string[] Subjects() => [.. monitor.Snapshot().FindAll().Select(row => row.Subject).Order(StringComparer.Ordinal)];
        Assert.Equal(["A"], Subjects());

        monitor.Swap(new Policy(new PolicyTerms()));
        Assert.Equal(["1", "2", "3"], Subjects());
        monitor.Swap(Policy.Default);
        Assert.Equal(["A"], Subjects());
    }

    /// <summary>What one call has filled is emptied for each later one, in time for all of its room.</summary>
    [Fact]
    public void Table_ThatALargeCallHasFilled_IsSmallOnceItIsEmptied()
    {
        var (set, table) = (Enumerable.Range(0, 10_000).ToHashSet(), Enumerable.Range(0, 10_000).ToDictionary(i => i));

        set.Empty();
        table.Empty();

        Assert.Equal((0, 0), (set.Count, table.Count));
        Assert.InRange(set.Capacity + table.Capacity, 0, 64);
    }

    [Fact]
    public void Load_OfFourTimesAsManyRevenues_AllocatesAboutAsMuchForEach()
    {
        Load(20);
        var (few, many) = (Load(60), Load(240));

        Assert.InRange(many, 1, few * 1.7m);
    }

    /// <summary>What the first group needs says little of the others: room for as many rows of each of these would take 200 MB.</summary>
    [Fact]
    public void Load_WhoseFirstAccountHasNearlyAllPeriods_TakesMemoryForItsFactsOnly()
    {
        var months = Enumerable.Range(0, 600).Select(i => Period.Month(1976 + i / 12, i % 12 + 1)).ToArray();
        AccountRevenue[] facts =
        [
            .. months.Select(month => new AccountRevenue { AccountId = "first", Period = month, Revenue = 1 }),
            .. Enumerable.Range(0, 5_000).Select(i => new AccountRevenue { AccountId = $"{i}", Period = months[^1], Revenue = 1 }),
        ];
        var bytes = Allocations.Of(() => new PolicyMonitor(Policy.Default, Day, MonitoredRules.None.With(p => p.KeyAccount)).AddRange(facts));

        Assert.InRange(bytes / (decimal)facts.Length, 1, 5_000);
    }

    /// <summary>The bytes for each revenue of so many accounts in a year, loaded in one call.</summary>
    private static decimal Load(int accounts)
    {
        AccountRevenue[] facts =
        [
            .. from account in Enumerable.Range(0, accounts)
               from month in Enumerable.Range(1, 12)
               select new AccountRevenue { AccountId = $"{account}", Period = Period.Month(2026, month), Revenue = month * 100 },
        ];
        return (decimal)Allocations.Of(() => new PolicyMonitor(Policy.Default, Day, MonitoredRules.None.With(p => p.RevenueGrowth)).AddRange(facts))
            / facts.Length;
    }

    private static IEnumerable<string> Said(IEnumerable<Assessment> assessments) => assessments.Select(a => $"{a.Key} {a}").Order(StringComparer.Ordinal);

    private sealed class Sales
    {
        public required string Customer { get; init; }

        public required Period Month { get; set; }
    }

    private sealed class Drill
    {
        public required string Number { get; init; }

        public required string Customer { get; set; }

        public DateOnly Due { get; init; }

        public decimal? Size { get; init; } = 1;
    }
}
